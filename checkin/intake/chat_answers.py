"""What a message of a chat says about coming: yes, no, neither for certain, or nothing; and whom its sender brings.

Only what people say of themselves is heard; what they say of others is pointed out, and a question is no answer.

>>> answer("Yo voy!"), answer("al final no puedo, lo siento"), answer("creo que voy"), answer("¿a qué hora es?")
('yes', 'no', 'open', '')
>>> along("Voy con mi marido"), along("vamos 3"), along("me apunto con Luis Pérez Gil")
(('1', '', False), ('2', '', False), ('', 'Luis Pérez Gil', False))
"""

from __future__ import annotations

import re

from checkin.intake.folding import Phrases, entries, fold
from checkin.intake.given_names import begins_with_one

_CLAUSE = re.compile(r"([^.!?;,\n]+)([.!?;,]*)")


_OPEN = Phrases("""
    quizas? | tal vez | a lo mejor | igual (?:voy|puedo|me|llego|si) | depende | no se(?: si)? | no lo se | aun no
    todavia no | intentare | intento | creo que | puede que | probablemente | seguramente | supongo | si puedo
    si me | a ver si (?:puedo|podemos|llego|me) | dudo | en principio | lo miro
    (?:os|te|lo|les) (?:digo|dire|confirmo|confirmare) | ya (?:os|te) | luego (?:os|te) | me lo pienso | maybe
    perhaps | not sure | i ll try | i think | i will try | potser | us dire | no ho se | agian | ez dakit | talvez
    se puder | vielleicht | weiss nicht | peut etre | je ne sais pas | forse | non so | moze | non sei
    me gustaria | quiero ir pero | te aviso | os aviso""")

_NO = Phrases("""
    no (?:voy|puedo|podre|podremos|podemos|ire|iremos|asistire|asisto|estare|estaremos|vamos|llego|llegare|me apunto)
    no (?:contad|conteis|cuentes|cuenten|cuenta|me es posible|vinc|puc|hi vaig|hi sere|vindre|podem)
    imposible | me borro | borradme | borrame | quitame | quitadme | me quito | me bajo | me caigo
    caigo del plan | tengo que cancelar | cancelo | yo no | yo paso | esta vez no | otra vez sera | la proxima
    ezin (?:dut|naiz|izango) | ez (?:naiz|noa) | non podo | non vou | nao (?:posso|vou)
    non (?:posso|vengo|ci sono) | kann (?:leider )?nicht | nicht dabei | leider nicht | komme nicht
    (?:peux|viens|serai|pourrai) pas | can t | cannot | won t | not coming | can not | nie moge | me fue imposible""")

_YES = Phrases("""
    (?<!me )voy(?! a \\w+r) | voy a (?:ir|estar|asistir) | vamos (?:los|las|\\d|dos|tres|cuatro|mi|con)
    somos (?:\\d|dos|tres) | seremos | me apunto | apuntame(?! a) | apuntadme(?! a) | apuntanos
    apuntadnos | nos apuntamos | me sumo | me uno
    (?:cuenta|contad|cuenten|conta|contade|contem|compta|compteu) (?:conmigo|con nosotros|con nosotras|comigo|amb mi)
    conmigo si | confirmo | confirmad[oa]s? | confirmamos | confirmat | asistire | asistiremos | asisto | ire
    iremos | estare | estaremos | yo si | yo tambien | y yo | tambien yo | no me lo pierdo | no faltare | i m in
    im in | count me in | i ll be there | i am coming | i m coming | i will come | i ll come | can make it
    me too | i ll join | hi (?:vaig|anire|sere) | m apunto | jo vinc | vindre | apunteu me | apunta m | jo tambe
    banoa | joango naiz | etorriko naiz | ni ere bai | eu vou | vou sim | vou la | apuntome | estarei | irei
    bin dabei | ich komme | komme gern | je viens | j en suis | je serai la | je participe | ci sono | ci saro
    vengo | su di me | sono dei vostri | bede | yo tb | yo tmb | yo tbn""")

_SURE = re.compile(r"no (?:me lo (?:pierdo|perdere)|faltare|voy a faltar)")
_BARE_YES = frozenset(
    entries("""
    yo | jo | ni | ich | moi | io | eu | me | presente | aqui | si | si si | sip | sii | siii | yes | bai | ja | oui
    sim""")
)
_BARE_NO = frozenset({"no", "no no", "nop", "nope", "nein", "non", "nao", "ez"})
_WEAK = frozenset(entries("ok | okay | okey | vale | perfecto | claro | listo | hecho | genial | estupendo | 👍"))
_RAISED = re.compile("[✅☑✔🙋✋🙌]")
_CROSSED = re.compile("[❌✖✗✘]")
_OTHERS = Phrases("""
    va | viene | vienen | van | asiste | asistira | vendra | vendran | se apuntan? | apunta a | apuntad a
    apuntame a | anade a | anadid a | no puede | no pueden | is coming | are coming | can t come | vindra | venen
    dator | kommt | vient | ve | falta | se borra | borra a | quita a | se cae""")
_ONE_NAME = re.compile(
    r"\b([A-ZÁÉÍÓÚÑÇÀÈÒ][a-záéíóúñçàèò]{2,})(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)? (?:no|sí|si|tampoco|también|tambien)\b"
    r"|\b(?i:contad|cuenta|cuenten|contar) con (?:el |la )?([A-ZÁÉÍÓÚÑ]\w+)"
)
"""Somebody, and in a word whether they come."""
_BRINGS = Phrases("llevo a | me llevo a | traigo a | viene conmigo | vienen conmigo | vamos con | porto a | porto el")
_CALLED = re.compile(
    r"\b(?:[Ss]oy|[Mm]e llamo|[Ss]óc|[Ii]'?m|[Nn]aiz)"
    r" ([A-ZÁÉÍÓÚÑÇ][\w’'-]+(?: (?:de |del |la |i )*[A-ZÁÉÍÓÚÑÇ][\w’'-]+){0,3})"
)
_NAME = re.compile(r"(?<![.!?¿¡\n] )(?<!^)\b[A-ZÁÉÍÓÚÑÇÀÈÒ][a-záéíóúñçàèò]{2,}")

_NUMBERS = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6}
_PLUS = re.compile(r"\+ ?(\d{1,2})\b")
_WE = re.compile(
    r"\b(?:vamos|somos|seremos|iremos|venimos|vindrem|som) (?:los |las )?(\d{1,2}|dos|tres|cuatro|cinco|seis)\b"
)
_KIN = re.compile(
    r"\b(?:con|y|amb|i|and|with) (?:mi|una?|el|la|el meu|la meva|my) (?:acompanante|pareja|marido|mujer|espos[oa]"
    r"|novi[oa]|hij[oa]|herman[oa]|amig[oa]|soci[oa]|madre|padre|companer[oa]|dona|marit|parella|husband|wife|partner)\b"
    r"|\b(?:mi|la meva|el meu) (?:pareja|marido|mujer|espos[oa]|novi[oa]|herman[oa]|dona|marit|parella)"
    r" (?:y|i) (?:yo|jo)\b"
)
_WITH = re.compile(r"\b(?:[Cc]on|[Aa]mb) (?:el |la |en |na )?((?:[A-ZÁÉÍÓÚÑ]\w+)(?: (?:de |del |la )*[A-ZÁÉÍÓÚÑ]\w+)*)")


def answer(text: str) -> str:
    """Whether the sender comes: "yes", "no", "open" where it cannot be told, "weak" for a mere OK, else ""."""
    told = {_clause(words, signs) for words, signs in _CLAUSE.findall(text)} - {""}
    if not told and (fold(text) in _WEAK or text.strip() in _WEAK):
        return "weak"
    if not told and _PLUS.fullmatch(text.strip()):
        return "yes"
    if not told and not any(map(str.isalnum, text)):
        told = {word for word, sign in (("yes", _RAISED), ("no", _CROSSED)) if sign.search(text)}
    return "open" if len(told) > 1 else next(iter(told), "")


def _clause(words: str, signs: str) -> str:
    """What a part of a message says."""
    said = fold(words)
    asks = "?" in signs or "¿" in words
    if _SURE.search(said):
        return "yes"
    if _OPEN.search(said):
        return "" if asks else "open"
    no = _NO.search(said) or said in _BARE_NO
    yes = _YES.search(_NO.without(said)) or said in _BARE_YES
    if (no or yes) and (asks or (no and yes)):
        return "open"
    return "no" if no else "yes" if yes else ""


def of_others(text: str) -> bool:
    """Whether a message may say that somebody else comes, or does not."""
    if "?" not in text and any(begins_with_one(one or other) for one, other in _ONE_NAME.findall(text)):
        return True
    return any(
        "?" not in signs and "¿" not in words and _OTHERS.search(fold(words)) and _NAME.search(words)
        for words, signs in re.findall(r"([^.!?;\n]+)([.!?;]*)", text)
    )


def along(text: str) -> tuple[str, str, bool]:
    """How many the sender brings, as a number or ""; a whole name among them; and whether that is unclear."""
    if _PLUS.fullmatch(text.strip()):  # one more, or somebody's guest
        return "", "", True
    if found := _PLUS.search(text):
        return found[1], "", False
    said = fold(text)
    if we := _WE.search(said):
        number = _NUMBERS.get(we[1]) or int(we[1])
        return str(max(number - 1, 0)), "", False
    if _KIN.search(said):
        return "1", "", False
    if named := _WITH.search(text):
        return ("", named[1], False) if " " in named[1] else ("", "", True)
    return "", "", _BRINGS.search(said) is not None


def called(text: str) -> str:
    """What somebody calls themselves, whose telephone nobody has given a name; "" where they do not.

    >>> called("Yo me apunto, soy Ana Gil"), called("me apunto")
    ('Ana Gil', '')
    """
    found = _CALLED.search(text)
    return found[1] if found else ""
