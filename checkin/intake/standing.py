"""What a status cell says about coming: a word of a platform, an answer to a form, a mark in a hand-made list.

An unknown word is never guessed: ``standing_of`` says None, and the row is kept as not confirmed and pointed out.

>>> standing_of("Sí, allí estaré")
<Standing.COMING: 'coming'>
>>> standing_of("Aún no lo sé")
<Standing.NOT_CONFIRMED: 'not_confirmed'>
>>> standing_of("igual me paso") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from checkin.intake.folding import fold
from checkin.intake.tongues import ANSWERS_MAYBE, ANSWERS_NO, ANSWERS_YES
from checkin.model import Standing

COMING, UNPAID = Standing.COMING, Standing.UNPAID
NOT_CONFIRMED, CANCELLED = Standing.NOT_CONFIRMED, Standing.CANCELLED


def _listed(standing: Standing, words: str) -> dict[str, Standing]:
    return {" ".join(word.split()): standing for word in words.replace("\n", "|").split("|") if word.strip()}


def _begins(phrases: str) -> re.Pattern[str]:
    """A pattern for texts that begin with one of the phrases; ``*`` lets its last word go on."""
    listed = (" ".join(phrase.split()) for phrase in phrases.replace("\n", "|").split("|") if phrase.strip())
    return re.compile("|".join(phrase[:-1] if phrase.endswith("*") else rf"{phrase}\b" for phrase in listed))


WORDS: Mapping[str, Standing] = MappingProxyType(
    _listed(COMING, """
        attending | checked in | attended | approved | going | paid | acquired | free | complete | completed
        valid | valide | validee | active | confirmed | accepted | registered | ok | okay | yes | y | yep | si | s
        x | 1 | true | verdadero | vrai | wahr | ja | j | oui | o | sim | bai | da | tak | t | v | verified | on
        booked | purchased | sold | confirmado | confirmada | asiste | asistira | viene | apuntado | apuntada
        inscrito | inscrita | pagado | pagada | aprobado | aprobada | aceptado | aceptada | activo | activa
        completado | completada | valido | valida | confirmat | assisteix | ve | pagat | bestatigt | zugesagt
        bezahlt | gultig | confirme | confirmee | paye | payee | present | confermato | pagato | hecho | vale
        perfecto | claro | yes confirmed | free order | eventbrite completed | issued | checkedin | in
        to be confirmed on site | checked | listo | presencial | ha llegado | pago realizado | pago hecho
        pago recibido | participe | partecipa | participa
        assistira | hi assistira | inscripcion completada | inscripcion confirmada | reserva confirmada
        plaza confirmada | asistencia confirmada | admitido | admitida | seleccionado | seleccionada""")
    | _listed(UNPAID, """
        pending payment | payment pending | awaiting payment | unpaid | to be paid | not paid | offline payment
        offline pending payment | pendiente de pago | pago pendiente | impagado | impagada | no pagado | no pagada
        sin pagar | pendent de pagament | en attente de paiement | non paye | impaye | zahlung ausstehend
        unbezahlt | nicht bezahlt | ausstehend | in attesa di pagamento | non pagato | incomplete payment
        reserved | paga en puerta | pago en puerta | falta pago""")
    | _listed(NOT_CONFIRMED, """
        pending | pending approval | awaiting review | awaiting approval | pending review | waitlist | wait list
        waiting | waitlisted | waiting list | on waitlist | invited | not approved | declined | rejected | maybe
        undecided | unconfirmed | not confirmed | tentative | no response | not going | not yet | incomplete
        withdrawn | no | n | nope | 0 | false | falso | faux | falsch | nein | non | nao | ez | niet | nej | nie
        pendiente | por confirmar | sin confirmar | pendiente de confirmar | pendiente de confirmacion
        no confirmado | no confirmada | lista de espera | en espera | en lista de espera | espera | invitado
        invitada | duda | dudoso | en duda | quiza | quizas | tal vez | a lo mejor | no asiste | no asistira
        no viene | no va | no puede | rechazado | rechazada | no aprobado | pendent | llista d espera | potser
        en attente | liste d attente | peut etre | refuse | ausstehende bestatigung | warteliste | vielleicht
        abgelehnt | abgesagt | in attesa | forse | lista d attesa | talvez | pendente | zain | agian
        pte | pdte | pte confirmar | pte de confirmar | ko | ausente | denegado | denegada | preinscrito | preinscrita
        pre inscrito | pre inscrita | lista espera | unchecked | no contesta | ne participe pas | non partecipa""")
    | _listed(CANCELLED, """
        not attending | refunded | deleted | cancelled | canceled | cancel | void | voided | expired | invalidated
        transferred | chargeback | charged back | no show | removed | blocked | revoked | cancelado | cancelada
        anulado | anulada | reembolsado | reembolsada | devuelto | devuelta | caducado | caducada | expirado
        expirada | baja | borrado | eliminado | anul lat | anul lada | reemborsat | cancel lat | annule | annulee
        rembourse | remboursee | expire | expiree | storniert | erstattet | abgelaufen | ungultig | annullato
        annullata | rimborsato | scaduto | estornado | bertan behera | ezeztatua | anulowano | partially refunded
        se ha borrado | remborsat | remborsada | rimborsata | reembolso""")
)  # fmt: skip
"""Status words of any source, folded."""

PRETIX: Mapping[str, Standing] = MappingProxyType(
    _listed(COMING, "paid | p | pagado | bezahlt | paye | valid if pending | pagado confirmado")
    | _listed(
        UNPAID, "pending | n | pendiente | ausstehend | en attente | pending overdue | overdue | approval pending"
    )
    | _listed(
        CANCELLED, "expired | e | canceled | cancelled | c | caducado | expirado | cancelado | abgelaufen | storniert"
    )
)
"""pretix says ``pending`` for an order that is not paid."""

_ANSWERS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (UNPAID, _begins("""
        pendiente de pag* | pendiente pago | pte de pag* | pte pag* | pdte de pag* | pdte pag* | falta el pago
        falta pag* | falta de pago | por pagar | sin pagar | no ha pagado | no pagad*""")),
    (CANCELLED, _begins("""
        ha cancelado | ha anulado | se ha dado de baja | se da de baja | dad[oa] de baja | ha causado baja
        baja por""")),
    (NOT_CONFIRMED, _begins("""
        aun no | todavia no | no lo se | no se | no estoy segur* | no sabria* | quiza* | tal vez | puede | depende*
        a lo mejor | en principio | maybe | not sure | not yet | i m not sure | i don t know | don t know
        undecided
        perhaps | possibly | might | i might | potser | encara no | no ho se | peut | pas encore | je ne sais*
        vielleicht | noch nicht | forse | non so | talvez | agian | pendiente*
        pending | wait* | lo confirm* | espero poder | asiste si""")),
    (NOT_CONFIRMED, _begins(ANSWERS_MAYBE)),
    (NOT_CONFIRMED, _begins(ANSWERS_NO)),
    (NOT_CONFIRMED, _begins("""
        no | not | nope | non | nein | nao | ez | lo siento | sorry | desgraciadamente | imposible | unfortunately
        can t | cannot | ya no | i can t | i cannot | i won t | declin* | leider | malheureusement | rechaz*""")),
    (CANCELLED, _begins("cancel* | anulad* | refund* | reembols* | storn* | annul* | rembours*")),
    (COMING, _begins(ANSWERS_YES)),
    (COMING, _begins("""
        si | yes | ja | oui | sim | bai | sip | claro | por supuesto | asistire* | alli estare* | ahi estare* | voy
        ire | iremos | vendre* | confirm* | cuenta con* | contad con* | i ll be | i will | i am coming | i m coming
        will attend | attending | count me in | of course | sure | absolutely | vindre | assistire | hi sere | je viens
        ich komme | gerne | etorriko | con mucho gusto | encantad*
        ok | asiste | viene segur* | ha llegado | presencial""")),
)  # fmt: skip
"""How answers to a form begin, folded; the undecided before the noes, because theirs begin with ``no`` as well."""

_MARKS = {"✓": COMING, "✔": COMING, "✅": COMING, "☑": COMING, "👍": COMING, "✗": NOT_CONFIRMED, "✘": NOT_CONFIRMED,
          "❌": NOT_CONFIRMED, "✖": NOT_CONFIRMED, "☐": NOT_CONFIRMED, "?": NOT_CONFIRMED, "¿?": NOT_CONFIRMED,
          "-": NOT_CONFIRMED, "–": NOT_CONFIRMED, "—": NOT_CONFIRMED}  # fmt: skip


_DAY = re.compile(r"\s*(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}/\d{1,2})\b")
WHY_GONE = re.compile(r"\b(?:motivos?|razon|causa|reason)\b")
"""Headers of columns that only who is gone fills."""


def standing_of(cell: str, own: Mapping[str, Standing] = MappingProxyType({})) -> Standing | None:
    """What ``cell`` says; ``own`` are a platform's own words, before everybody's. Empty is coming, unknown is None."""
    if not cell.strip():
        return COMING
    if (mark := cell.strip().replace("\ufe0f", "")) in _MARKS:
        return own.get(mark, _MARKS[mark])
    word = fold(cell)
    if word in own:
        return own[word]
    if word in WORDS:
        return WORDS[word]
    return next((standing for standing, begins in _ANSWERS if begins.match(word)), None)


def happened(cell: str) -> bool | None:
    """Yes or no, where the day on which it happened is a yes as well; None where it is neither.

    >>> happened("12/10/2026"), happened("x"), happened("no"), happened("por enfermedad")
    (True, True, False, None)
    """
    return True if _DAY.match(cell) else says_yes(cell)


def gone(header: str, cell: str) -> bool:
    """Whether a cell below ``header`` (``Cancelada``, ``Fecha de baja``, ``Motivo de la baja``) says that it is so."""
    told = happened(cell)
    if told is None and WHY_GONE.search(fold(header)):
        return fold(cell) != ""
    return bool(told) or standing_of(cell) is CANCELLED


def unpaid(cell: str) -> bool:
    """Whether a cell of money says that there was none; who is invited owes none, amounts say that there was some."""
    return says_yes(cell) is False and not fold(cell).startswith("invit")


_TICKS = frozenset(["si", "s", "x", "yes", "y", "1", "true", "verdadero", "ja", "oui", "sim", "bai", "v", "ok"])


def ticked(cell: str) -> bool:
    """Whether a cell is a mark or a bare yes, which says nothing without its header."""
    return _MARKS.get(cell.strip().replace("\ufe0f", "")) is COMING or (fold(cell) in _TICKS and "+" not in cell)


def is_a_state(cell: str) -> bool:
    """Whether a cell is a state by itself, not only a text that begins with a no."""
    standing = standing_of(cell)
    return standing is not None and (standing is not NOT_CONFIRMED or fold(cell) in WORDS or not cell.strip())


def says_yes(cell: str) -> bool | None:
    """Yes, no, or None where it is neither (an amount of money, a sentence, nothing)."""
    if not cell or not cell.strip() or re.search(r"\d{2}|[€$£]", cell):
        return None
    standing = standing_of(cell)
    return None if standing is None else standing is COMING
