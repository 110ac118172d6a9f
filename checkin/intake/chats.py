r"""Messages copied or exported from a chat: who wrote what, and what the chat itself says between them.

WhatsApp as iOS, Android and its page on the web write it, Telegram, and Teams. Any order of day and time is understood,
for neither counts: messages stand in their order.

>>> [(one.sender, one.text) for one in messages("[27/11/26, 20:31] Ana Gil: yo voy\n27/11/26 20:32 - Eva: y yo") or ()]
[('Ana Gil', 'yo voy'), ('Eva', 'y yo')]
>>> messages("Nombre;Correo") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checkin.intake.contents import could_be_name
from checkin.intake.folding import Phrases, fold, strip_controls

_DAY = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?"
_STAMP = rf"(?:{_DAY},? (?:at |a las )?{_TIME}|{_TIME},? {_DAY})"
_HEAD = re.compile(rf"(?:\[{_STAMP}\] ?|{_STAMP} [-–] )(.*)", re.IGNORECASE)
_HEAD_BEHIND = re.compile(rf"(.{{1,60}}), \[{_STAMP}\]:?", re.IGNORECASE)
_SENDER = re.compile(r"(?:~ ?)?([^:\n]{1,60}?)(?: ~)?: ?(.*)", re.DOTALL)
_PHONE = re.compile(r"\+?[\d ()-]{7,20}")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})
_SIGN = "\u200e"
"""What iOS puts before everything that nobody typed."""
_LOOKED_AT = 2000

_NOTICE = Phrases("""
    end to end | de extremo a extremo | d ?extrem a extrem | de bout en bout | ende zu ende | da un capo all altro
    ponta a ponta
    (?:media|multimedia|image|imagen|imagem|immagine|video|audio|sticker|gif|documento?|contacto?|bild|foto|archivo
    |mitjans|medien|fichier)s? (?:omitted|omitid[oa]|omes[oa]?|weggelassen|ausgeschlossen|ocult[oa]|omess[oi])
    deleted this message | message was deleted | elimin(?:o|aste|ado) (?:este |el )?mensaje | mensaje (?:fue )?eliminado
    missatge (?:s ha )?suprimit | nachricht wurde geloscht | message a ete supprime
    missed (?:voice|video) call | (?:video)?llamada perdida | llamada de grupo | trucada perduda
    live location | ubicacion en tiempo real""")
"""A message that stands for a picture, a call, or one that was taken back."""

_HAPPENING = Phrases("""
    added | anadio | ha anadido | anadiste | va afegir | created | creo | ha creado | creaste | left | salio | ha salido
    abandono | joined | se unio | te uniste | s ha unit | changed | cambio | cambiaste | ha cambiado | removed | elimino
    eliminaste | expulso | now an admin | ahora es admin | hinzugefugt | erstellt | verlassen | a ajoute | a quitte
    a rejoint | pinned | fijo | security code | codigo de seguridad | turned on | activo | desactivo | aggiunto
    adicionou | saiu""")
"""What a line tells of the group that has no sender, or something that only looks like one."""

_A_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Message:
    """One message.

    Attributes:
        number: The line that it begins on.
        sender: As the telephone that exported the chat knows them; "" for what the chat itself says.
        lines: What it says, each line with its number.
    """

    number: int
    sender: str
    lines: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(line for _, line in self.lines)

    @property
    def phone(self) -> str:
        """The sender's telephone, where nobody has given them a name."""
        return self.sender if _PHONE.fullmatch(self.sender) else ""

    @property
    def name(self) -> str:
        """The sender's name, "" where there is only a telephone."""
        return "" if self.phone else self.sender


def messages(text: str) -> list[Message] | None:
    """The messages of a chat; None where the text is anything else."""
    start = text[:_LOOKED_AT].translate(_BLANKS).lstrip("\ufeff\r\n \t")
    if not _begins(strip_controls(start).partition("\n")[0].strip()):
        return None
    found: list[Message] = []
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = strip_controls(raw.translate(_BLANKS)).strip()
        if begun := _begun(number, line, sign=_SIGN in raw.lstrip("\ufeff" + _SIGN)):
            found.append(begun)
        elif found and line:
            found[-1] = _continued(found[-1], number, line)
    return found


def _begins(line: str) -> bool:
    return _HEAD.fullmatch(line) is not None or _HEAD_BEHIND.fullmatch(line) is not None


def _begun(number: int, line: str, *, sign: bool) -> Message | None:
    """The message that begins with a line."""
    if behind := _HEAD_BEHIND.fullmatch(line):
        return Message(number, behind[1].strip(), ())
    head = _HEAD.fullmatch(line)
    if head is None:
        return None
    said = _SENDER.fullmatch(head[1])
    tells = said is not None and len(said[1].split()) >= _A_SENTENCE and _HAPPENING.search(fold(said[1]))
    if said is None or tells:
        return Message(number, "", ((number, head[1]),))
    if (sign and len(said[2]) < 200) or _NOTICE.search(fold(said[2])):
        return Message(number, "", ((number, head[1]),))
    return Message(number, said[1].strip(), ((number, said[2]),) if said[2] else ())


def _continued(begun: Message, number: int, line: str) -> Message:
    """A message with one more line; Teams has the sender alone on the first one."""
    bare = begun.text
    if not begun.sender and len(begun.lines) == 1 and could_be_name(bare) and not _HAPPENING.search(fold(bare)):
        return Message(begun.number, bare, ((number, line),))
    return replace(begun, lines=(*begun.lines, (number, line)))
