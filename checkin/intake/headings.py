"""What titles above people say: of a sheet, or of a part of a list.

Only whole titles count: ``Cancelados`` above people says that they do not come, ``No socios`` says nothing of the kind,
and no name is ever taken for a title.

>>> standing_under("LISTA DE ESPERA:"), standing_under("No socios")
(<Standing.NOT_CONFIRMED: 'not_confirmed'>, None)
>>> names_a_table("MESA 3 (presidencial)"), names_a_table("Mesa García, Ana")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checkin.intake.folding import fold
from checkin.model import Standing


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.replace("\n", "|").split("|") if word.strip())


_WORDS: Mapping[Standing, tuple[str, ...]] = MappingProxyType({
    Standing.COMING: _listed("""
        confirmados | confirmadas | asistentes | asistentes confirmados | confirmed | attending | attendees | asisten
        vienen | lista de asistentes | lista de invitados | lista de participantes | inscritos | participantes
        asistentes inscritos | guest list | guests | lista | listado | confirmats | assistents | van | apuntados
        personas confirmadas | lista de confirmados | confirmaciones | participants | zusagen | confirmes"""),
    Standing.NOT_CONFIRMED: _listed("""
        lista de espera | en lista de espera | en espera | espera | reservas y espera | waiting list | waitlist
        wait list | llista d espera | itxaron zerrenda | lista de agarda | warteliste | liste d attente | lista d attesa
        pendientes | pendientes de confirmar | pendiente de confirmar | por confirmar | sin confirmar | no confirmados
        no confirmadas | dudas | dudosos | en duda | quizas | tal vez | sin respuesta | no contestan | unconfirmed
        pending | maybe | no response | pendents | no vienen | no asisten | no asistentes | no asistiran | no pueden
        no van | no vendran | not coming | not attending | no venen | absagen | declinados | rechazados | declined
        invitados sin confirmar | suplentes | lista de reserva | ausentes | excusan asistencia | excusados"""),
    Standing.CANCELLED: _listed("""
        cancelados | canceladas | cancelaciones | cancelled | canceled | cancellations | bajas | baja | anulados
        anuladas | anulaciones | anul lats | anul lacions | baixes | storniert | stornierungen | annules | annulations
        devoluciones | reembolsados | refunded | han cancelado | dados de baja | cancelado | cancelada"""),
    Standing.UNPAID: _listed("""
        pendientes de pago | pendiente de pago | sin pagar | no pagados | impagados | unpaid | pending payment"""),
})  # fmt: skip

_SAYS: Mapping[str, Standing] = MappingProxyType({word: said for said, words in _WORDS.items() for word in words})
_COUNTED = re.compile(r"(?: (?:\d{1,4}|personas|plazas|pax|people))+$")
_TABLE = re.compile(
    r"(?:mesa|taula|mahaia|table|tisch|tavolo|grupo|grup|group|gruppe|turno)"
    r" (?:(?:n|no|num|numero) )?(?:\d{1,3}\b|[a-z]$|presidencial|principal|imperial|de honor)"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_REST = frozenset(_listed("""
    plantilla | template | ejemplo | copia | copia de seguridad | backup | antiguo | antigua | viejo | old | archivo
    historico | borrador | resumen | summary | instrucciones | leyenda | datos"""))  # fmt: skip


def standing_under(title: str) -> Standing | None:
    """What a title says about those below it; None where it says nothing about coming."""
    if len(title) > 60:
        return None
    folded = fold(title)
    return _SAYS.get(folded) or _SAYS.get(_COUNTED.sub("", folded))


def names_a_table(title: str) -> bool:
    """Whether a title is a table's or a group's (``Mesa 3``): with a number or a letter, for Mesa is a surname too."""
    return len(title) <= 80 and _TABLE.match(fold(title)) is not None


def titled(title: str) -> tuple[str, str]:
    """A title as an answer of those below it: ``Mesa 1`` is 1 under ``Mesa``, any other is ticked.

    >>> titled("Mesa 1"), titled("No socios")
    (('Mesa', '1'), ('No socios', '✓'))
    """
    word, _, rest = title.partition(" ")
    return (word, rest) if rest and names_a_table(title) else (title, "✓")


def places_aside(names: Sequence[str]) -> tuple[int, ...]:
    """How much speaks against each of the sheets of a file being the list, by its name.

    0 for most; more for one of another year than the latest, of those who do not come, or of nobody.
    """
    years = [max(map(int, _YEAR.findall(name)), default=0) for name in names]
    latest = max(years, default=0)
    found = []
    for name, year in zip(names, years, strict=True):
        said = standing_under(name)
        out = 2 * (said is not None and said is not Standing.COMING) + (_COUNTED.sub("", fold(name)) in _REST)
        found.append(out + (0 < year < latest))
    return tuple(found)
