"""What lists call the column of who comes, who does not, who waits and who has paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake.registrations import read
from checkin.model import Standing
from tests.intake.tables_of_people import save

COMING, UNPAID = Standing.COMING, Standing.UNPAID
NOT_CONFIRMED, CANCELLED = Standing.NOT_CONFIRMED, Standing.CANCELLED


def standings(folder: Path, header: str, cells: str) -> dict[str, Standing]:
    """What each of the cells comes to, one person a cell."""
    said = cells.split("|")
    lines = [f"Persona {chr(97 + place)} Gil;p{place}@example.org;{cell}" for place, cell in enumerate(said)]
    intake = read(save(folder, "\n".join((f"Nombre y apellidos;Email;{header}", *lines))))
    assert len(intake.registrations) == len(said)
    return {cell: one.standing for cell, one in zip(said, intake.registrations, strict=True)}


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        ("Estado inscripción|Estado de inscripción|Estado de la entrada|Estado del ticket|Status inscripción|Situación",
         "Confirmado|Cancelado|Confirmado"),
        ("Reserva|Inscripción|Booking Status|State|Estado", "Confirmada|Cancelada|Confirmada"),
        ("Statut du participant|Stato del partecipante|Status do participante|Estat de l'assistent",
         "Confirmado|Cancelado|Confirmado"),
        ("Estat inscripció", "Confirmat|Anul·lat|Confirmat"),
        ("Respuesta|SI/NO|Conf.|Confirmó|Acude|OK|¿Puede venir?|Virás á comida?|Asistencia", "Sí|No|Sí"),
        ("Response", "Accepted|Declined|Accepted"),
        ("Respuesta", "Asistirá|No puede ir|Asistirá"),
        ("Financial Status", "paid|refunded|paid"),
        ("Statut du participant", "Participe|Ne participe pas|Participe"),
        ("Estado de la entrada", "Válida|Anulada|Válida"),
        ("Baja|Anulado|Cancelada", "|x|"),
        ("Fecha de baja|Fecha de cancelación|Cancelled at", "|12/10/2026|"),
        ("Cancelled at|Refunded at", "|2026-10-12 10:00|"),
        ("Motivo de la baja", "|Por enfermedad|"),
        ("Baja|Cancelada", "|12/10|"),
        ("Lista de espera|Waitlist", "|Sí|"),
        ("En espera", "No|Sí|No"),
        ("Lista de espera", "|3|"),
    ],
)  # fmt: skip
def test_whoever_does_not_come_is_heard_under_any_header(tmp_path: Path, headers: str, cells: str) -> None:
    for header in headers.split("|"):
        lines = [
            f"{who} Gil;{who}@example.org;{said}"
            for who, said in zip(("Ana", "Bo", "Eva"), cells.split("|"), strict=True)
        ]
        intake = read(save(tmp_path, "\n".join((f"Nombre y apellidos;Email;{header}", *lines))))
        assert [one.name for one in intake.coming] == ["Ana Gil", "Eva Gil"], header
        assert [one.name for one in intake.not_expected] == ["Bo Gil"], header
        assert intake.not_expected[0].reason, header


def test_a_state_in_many_words_is_read_and_what_is_not_understood_is_pointed_out(tmp_path: Path) -> None:
    cells = (
        "Confirmada|Ha cancelado|Pte. pago|Confirmado y pagado|Se ha dado de baja|Lista espera|Pago realizado"
        "|Ya no puede|Paga en puerta|Ya veremos con Bo|Llamar el martes"
    )
    assert standings(tmp_path, "Estado", cells) == {
        "Confirmada": COMING, "Ha cancelado": CANCELLED, "Pte. pago": UNPAID, "Confirmado y pagado": COMING,
        "Se ha dado de baja": CANCELLED, "Lista espera": NOT_CONFIRMED, "Pago realizado": COMING,
        "Ya no puede": NOT_CONFIRMED, "Paga en puerta": UNPAID, "Ya veremos con Bo": NOT_CONFIRMED,
        "Llamar el martes": NOT_CONFIRMED,
    }  # fmt: skip
    unknown = [one.detail for one in read(tmp_path / "list.csv").warnings if one.code == "unknown_status"]
    assert unknown == ["Ya veremos con Bo", "Llamar el martes"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [("State", "Sevilla|Madrid|Sevilla"), ("Estado", "Sevilla|Jalisco|Sonora"), ("Fulfillment Status", "no|yes|no"),
     ("Reserva", "R-001|R-002|R-003"), ("Política de cancelación", "Sí|Sí|No"), ("Lead status", "new|open|new"),
     ("Marketing contact status", "Marketing|Non-marketing|Marketing"), ("Estado del envío", "no|sí|no"),
     ("Machine status", "Non stop|Running|Non stop"),
     ("Si se llena, ¿quieres entrar en la lista de espera?", "Sí|No|Sí"), ("Fecha de baja", "||")],
)  # fmt: skip
def test_other_states_keep_nobody_out(tmp_path: Path, header: str, cells: str) -> None:
    assert set(standings(tmp_path, header, cells).values()) == {COMING}


@pytest.mark.parametrize(
    ("header", "paid", "unpaid"),
    [
        ("Pagado", "25€", "NO"), ("Pagado", "25€", "Pendiente"), ("Pago", "Pagado 25€", "Pendiente"),
        ("Pagado", "Bizum", "pendiente"), ("Abonado", "SI", "NO"), ("Cobrado", "SI", "NO"),
        ("Estado pago", "Pagado", "Pendiente"), ("Pagado", "Pagado 25€", "Falta pagar"), ("Pagado", "Sí", "No"),
        ("Pagado", "invitado", "no"), ("Pagado (€)", "25,00", "pte. de pago"),
    ],
)  # fmt: skip
def test_who_has_not_paid_is_heard_among_amounts_and_ways_to_pay(
    tmp_path: Path, header: str, paid: str, unpaid: str
) -> None:
    assert standings(tmp_path, header, f"{paid}|{unpaid}") == {paid: COMING, unpaid: UNPAID}


def test_what_is_said_below_cancelled_and_not_understood_is_pointed_out(tmp_path: Path) -> None:
    said = standings(tmp_path, "Baja", "no|sí|lo dijo Marta")
    assert said == {"no": COMING, "sí": CANCELLED, "lo dijo Marta": NOT_CONFIRMED}
    (remark,) = (one for one in read(tmp_path / "list.csv").warnings if one.code == "unknown_status")
    assert (remark.row, remark.detail) == (4, "Baja: lo dijo Marta")


def test_an_amount_stays_among_the_answers(tmp_path: Path) -> None:
    standings(tmp_path, "Pagado", "25 €|NO")
    ana, bo = read(tmp_path / "list.csv").registrations
    assert ana.answers == (("Pagado", "25 €"),)
    assert (bo.answers, bo.reason) == ((), "Pagado: NO")


@pytest.mark.parametrize(
    "cell",
    [
        "checked",
        "Listo",
        "Inscripción completada",
        "Admitida",
        "Ok, transferencia",
        "Asiste (solo al café)",
        "Viene seguro",
        "Presencial",
        "Ha llegado",
    ],
)
def test_more_ways_to_say_that_somebody_comes(tmp_path: Path, cell: str) -> None:
    assert standings(tmp_path, "Estado", f"{cell}|Cancelado") == {cell: COMING, "Cancelado": CANCELLED}
