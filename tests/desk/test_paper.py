"""Paper at the desk: who is on it, what is remembered of it, and that no badge is printed twice by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.badges import Stock
from checkin.desk import Desk
from checkin.desk.printing import Only, badge_of, chosen, design_of
from checkin.desk.remarks import remarks
from checkin.desk.stale import what_changed
from checkin.errors import NoSuchRound, NothingToPrint, PrintedAlready, WrongCall
from checkin.model import Companion, GuestId, Standing
from checkin.paper.designs import Design, Field
from checkin.paper.printed import Flaws
from checkin.paper.ticket import TicketPaper
from checkin.words import Words
from tests.evenings import lay, row, take_in
from tests.paper.reading import Reader

pytestmark = pytest.mark.usefixtures("qapp")

ENGLISH = Words("en")


def everybody(desk: Desk) -> None:
    for guest_id in sorted(desk.opened().guests):
        desk.admit(guest_id)


def text(path: Path) -> str:
    reader = Reader(path.read_bytes())
    return "\n".join(line for page in range(reader.document.pageCount()) for line in reader.lines(page))


def test_a_second_badge_that_says_the_same_is_a_deliberate_act(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=3)
    desk.print_badges(tmp_path / "one.pdf", ENGLISH)
    with pytest.raises(PrintedAlready) as refused:
        desk.print_badges(tmp_path / "two.pdf", ENGLISH)
    assert (refused.value.count, refused.value.of) == (3, 3)
    assert not (tmp_path / "two.pdf").exists()
    desk.print_badges(tmp_path / "two.pdf", ENGLISH, again=True)
    assert [one.station for one in desk.badge_prints(min(desk.opened().guests))] == ["north", "north"]


def test_a_badge_made_stale_by_a_move_is_listed_and_may_be_printed_again(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=3)
    everybody(desk)
    desk.print_badges(tmp_path / "one.pdf", ENGLISH)
    guest_id = min(book.guests)
    here = book.table_of(guest_id)
    other = next(table for table in book.room() if table != here)
    desk.move([guest_id], other.id)
    assert [guest.id for guest in chosen(book, Only.CHANGED, ENGLISH)] == [guest_id]
    report = desk.print_badges(tmp_path / "two.pdf", ENGLISH, only=Only.CHANGED)
    assert report.items == 1
    assert report.codes == (book.our_code(guest_id),)
    assert chosen(book, Only.CHANGED, ENGLISH) == []
    assert len({one.said for one in desk.badge_prints(guest_id)}) == 2


def test_a_stale_badge_says_which_table_it_names_and_which_is_so_now(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=4)
    everybody(desk)
    first, second, third, _ = sorted(book.guests)
    desk.print_badges(tmp_path / "one.pdf", ENGLISH, guest_ids=[first, third])
    desk.print_badges(tmp_path / "two.pdf", ENGLISH, stock=Stock(duplex=True), guest_ids=[second])
    assert desk.stale_badges(ENGLISH) == []
    moved: dict[GuestId, tuple[int, int]] = {}
    for guest_id in (first, second):
        here = book.table_of(guest_id)
        assert here is not None
        other = next(table for table in book.room() if table != here and book.free_seat(table.id))
        moved[guest_id] = (here.number, other.number)
        desk.move([guest_id], other.id)
    desk.correct(third, company="Another Coop.")
    found = {one.guest_id: one for one in desk.stale_badges(ENGLISH)}
    assert set(found) == {first, second, third}
    assert {id_: (found[id_].before, found[id_].now) for id_ in moved} == moved
    assert what_changed(found[first], ENGLISH) == "Table {} → {}".format(*moved[first])
    assert what_changed(found[second], Words("es")) == "Mesa {} → {}".format(*moved[second])
    assert not found[third].moved
    assert what_changed(found[third], ENGLISH) == "Name, company or other details"


def test_a_badge_with_the_tables_of_the_evening_stays_true_when_the_next_round_begins(
    desk: Desk, tmp_path: Path
) -> None:
    book = lay(desk, guests=6)
    desk.give_itineraries(3)
    everybody(desk)
    desk.print_badges(tmp_path / "one.pdf", ENGLISH)
    desk.begin_round(2)
    assert desk.stale_badges(ENGLISH) == []
    moved = min(book.guests)
    here = book.table_of(moved)
    other = next(table for table in book.room() if table != here and book.free_seat(table.id))
    desk.move([moved], other.id)
    assert [one.guest_id for one in desk.stale_badges(ENGLISH)] == [moved]


def test_badges_come_in_the_order_of_the_seating_list(desk: Desk) -> None:
    book = lay(desk, guests=3)
    for guest_id, name in zip(sorted(book.guests), ("Ana Zubiri", "Eva Ñíguez", "Luz Álvarez"), strict=True):
        desk.correct(guest_id, name=name, given=name.split()[0], family=name.split()[1])
    order = [guest.family for guest in chosen(desk.opened(), Only.ALL, Words("es"))]
    assert order == ["Álvarez", "Ñíguez", "Zubiri"]


def test_what_only_a_back_says_makes_no_single_sided_badge_stale(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=0)
    take_in(desk, [row(1, offers="Soup"), row(2, offers="Bread")])
    first, second = sorted(book.guests)
    desk.print_badges(tmp_path / "front.pdf", ENGLISH, guest_ids=[first])
    desk.print_badges(tmp_path / "both.pdf", ENGLISH, stock=Stock(duplex=True), guest_ids=[second])
    take_in(desk, [row(1, offers="Stew"), row(2, offers="Cake")])
    assert [guest.id for guest in chosen(book, Only.CHANGED, ENGLISH)] == [second]


def test_a_design_is_saved_with_the_event_and_decides_what_badges_say(desk: Desk) -> None:
    book = lay(desk, guests=1)
    guest = next(iter(book.guests.values()))
    assert badge_of(book, guest, ENGLISH).company
    desk.design_badges(Design("band", "#8A1538", frozenset({Field.CODE, Field.CONTACT, Field.EMAIL})))
    badge = badge_of(book, guest, ENGLISH)
    assert (badge.company, badge.offers) == ("", "")
    assert "guest1@example.org" in badge.contact.replace("\\", "")
    desk.design_badges(Design())
    assert design_of(book) == Design()
    assert "@" not in badge_of(book, guest, ENGLISH).contact


def test_lists_say_who_is_here_and_which_change_they_were_printed_after(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=3)
    report = desk.print_door_list(tmp_path / "before.pdf", ENGLISH)
    assert report.items == 3
    assert "nobody has come yet" in text(tmp_path / "before.pdf")
    first, *_ = sorted(book.guests)
    seq = desk.admit(first).change.seq  # type: ignore[union-attr]
    assert desk.print_door_list(tmp_path / "now.pdf", ENGLISH).items == 1
    said = text(tmp_path / "now.pdf")
    assert "1 person in the house" in said
    assert f"version {seq}" in said


def test_a_call_out_names_everybody_who_changes_tables(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=12)
    with pytest.raises(NoSuchRound):
        desk.print_call_out(tmp_path / "call.pdf", ENGLISH)
    desk.give_itineraries(2)
    everybody(desk)
    moving = [g for g in book.guests if book.table_of(g, 1) != book.table_of(g, 2) and book.table_of(g, 2)]
    report = desk.print_call_out(tmp_path / "call.pdf", ENGLISH)
    said = text(tmp_path / "call.pdf")
    assert report.items == len(moving) > 0
    for guest_id in moving:
        name, table = book.display_name(guest_id), book.table_of(guest_id, 2)
        assert table is not None
        assert any(line.startswith(name) and line.endswith(f"→ {table.number}") for line in said.splitlines())
    with pytest.raises(NoSuchRound):
        desk.print_call_out(tmp_path / "call.pdf", ENGLISH, 3)


def test_the_second_side_of_a_table_card_says_who_sits_there(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=0, tables="2x6")
    take_in(desk, [row(1, offers="Translation", seeks="A printer", sector="Legal"), row(2, sector="Printing"), row(3)])
    everybody(desk)
    assert desk.print_table_cards(tmp_path / "cards.pdf", ENGLISH, people=True).items == 2
    said = text(tmp_path / "cards.pdf")
    for guest in book.guests.values():
        assert guest.name is not None
        assert guest.name in said
    assert "Offers: Translation" in said
    assert said.count("?") >= 2


def test_place_cards_are_six_to_a_sheet_with_the_name_on_both_sides(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=0)
    take_in(
        desk,
        [
            row(number, name=f"Ana {name}")
            for number, name in enumerate(("Aza", "Bo", "Cid", "Diz", "Eje", "Fu", "Gay"))
        ],
    )
    report = desk.print_place_cards(tmp_path / "places.pdf", ENGLISH)
    assert (report.items, report.pages) == (7, 2)
    words = text(tmp_path / "places.pdf").split()
    for guest in book.guests.values():
        assert guest.name is not None
        assert words.count(guest.name.split()[-1]) == 2


@pytest.mark.parametrize("only", [Only.UNPRINTED, Only.CHANGED])
def test_whether_a_badge_was_printed_chooses_nobody_for_another_paper(desk: Desk, tmp_path: Path, only: Only) -> None:
    lay(desk, guests=2)
    desk.print_badges(tmp_path / "badges.pdf", ENGLISH)
    for write in (desk.print_place_cards, desk.print_tickets):
        with pytest.raises(WrongCall, match=f"--only {only}"):
            write(tmp_path / "other.pdf", ENGLISH, only=only)
    assert not (tmp_path / "other.pdf").exists()


@pytest.mark.parametrize("paper", list(TicketPaper))
def test_every_ticket_can_be_scanned_in_one_file_or_each_in_its_own(
    desk: Desk, tmp_path: Path, paper: TicketPaper
) -> None:
    book = lay(desk, guests=4)
    codes = sorted(book.our_code(guest_id) for guest_id in book.guests)
    assert desk.print_tickets(tmp_path / "all.pdf", ENGLISH, paper=paper).pages == 4
    reader = Reader((tmp_path / "all.pdf").read_bytes())
    assert sorted(code for page in range(4) for code in reader.codes(page, 100)) == codes
    assert desk.print_tickets(tmp_path / "each", ENGLISH, paper=paper, each=True).items == 4
    files = sorted((tmp_path / "each").iterdir())
    assert sorted(code for file in files for code in Reader(file.read_bytes()).codes(0, 100)) == codes
    assert all(file.name.isascii() for file in files)


def codes(path: Path) -> list[str]:
    reader = Reader(path.read_bytes())
    return [code for page in range(reader.document.pageCount()) for code in reader.codes(page, 203)]


def test_contact_sheets_give_away_an_address_only_where_the_design_does(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=2)
    with pytest.raises(NothingToPrint):
        desk.print_contacts(tmp_path / "contacts.pdf", ENGLISH)
    everybody(desk)
    desk.print_contacts(tmp_path / "contacts.pdf", ENGLISH)
    assert "@" not in text(tmp_path / "contacts.pdf")
    desk.design_badges(Design(fields=frozenset({Field.CONTACT, Field.EMAIL})))
    desk.print_contacts(tmp_path / "contacts.pdf", ENGLISH)
    assert "@" not in text(tmp_path / "contacts.pdf"), "it is in the code, as the design says, and not beside it"
    found = codes(tmp_path / "contacts.pdf")
    assert len(found) == 2
    assert all(code.startswith("MECARD:N:") and "@example.org" in code for code in found)


@pytest.mark.parametrize("others", ["yes", "no", ""])
def test_an_address_is_given_of_who_said_yes_where_the_list_asks_and_of_everybody_where_it_does_not(
    desk: Desk, tmp_path: Path, others: str
) -> None:
    book = lay(desk, guests=0)
    take_in(desk, [row(1), row(2, consent=others), row(3, consent=others)])
    everybody(desk)
    desk.design_badges(Design(fields=frozenset({Field.CONTACT, Field.EMAIL, Field.PHONE})))
    desk.print_contacts(tmp_path / "contacts.pdf", ENGLISH)
    given = {"yes": {2, 3}, "no": set(), "": {1, 2, 3}}[others]
    on_sheets = {n for n in (1, 2, 3) if any(f"guest{n}@" in code for code in codes(tmp_path / "contacts.pdf"))}
    on_badges = {n for n in (1, 2, 3) if f"guest{n}@" in badge_of(book, book.guests[GuestId(n)], ENGLISH).contact}
    assert on_sheets == on_badges == given


def test_the_seating_list_has_who_is_still_expected_with_a_box_for_their_table(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=5)
    path = tmp_path / "list.pdf"
    assert desk.print_list(path, ENGLISH).items == 5
    assert "5 people expected; nobody has come yet. Empty boxes are for tables" in text(path)
    first, second, *_ = sorted(book.guests)
    desk.admit(first)
    desk.admit(second)
    assert desk.print_list(path, ENGLISH).items == 5
    by_surname, by_table = (Reader(path.read_bytes()).lines(page) for page in (0, 1))
    assert any(line.startswith("2 of 5 people have arrived.") for line in by_surname)
    assert sum("," in line and "Printed" not in line for line in by_surname) == 5
    assert sum(book.display_name(guest) in "\n".join(by_table) for guest in book.guests) == 2
    assert desk.print_list(path, ENGLISH, only=Only.ARRIVED).items == 2
    said = text(path)
    assert "2 people who have arrived." in said
    assert "Empty boxes" not in said


def test_a_seating_list_of_those_who_have_arrived_needs_somebody_who_has(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=0)
    take_in(desk, [row(1), row(2, standing=Standing.CANCELLED)])
    with pytest.raises(NothingToPrint):
        desk.print_list(tmp_path / "list.pdf", ENGLISH, only=Only.ARRIVED)
    assert desk.print_list(tmp_path / "list.pdf", ENGLISH).items == 1, "who has cancelled is not expected"


@pytest.mark.parametrize("paper", list(TicketPaper))
def test_a_long_event_name_is_shortened_once_and_is_no_guest(desk: Desk, tmp_path: Path, paper: TicketPaper) -> None:
    long = "Comida de networking de la Federación de Cooperativas de Trabajo Asociado " * 6
    lay(desk, guests=4, name=long.strip())
    assert desk.print_tickets(tmp_path / "all.pdf", ENGLISH, paper=paper).flaws == Flaws(event_cut=True)
    assert desk.print_tickets(tmp_path / "each", ENGLISH, paper=paper, each=True).flaws == Flaws(event_cut=True)


def test_on_every_paper_a_long_event_name_is_told_apart_from_the_people(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=4, name=("Comida de la Federación de Cooperativas de Trabajo Asociado " * 12).strip())
    desk.give_itineraries(2)
    everybody(desk)
    desk.design_badges(Design(fields=frozenset({Field.TABLE, Field.CODE})))
    for write in (
        desk.print_badges, desk.print_table_cards, desk.print_list, desk.print_door_list, desk.print_call_out,
        desk.print_contacts, desk.print_tickets, desk.print_command_cards, desk.print_commitment,
    ):  # fmt: skip
        assert write(tmp_path / "paper.pdf", ENGLISH).flaws == Flaws(event_cut=True), write.__name__


def test_a_table_card_that_is_shortened_is_called_by_its_table(desk: Desk, tmp_path: Path) -> None:
    book = lay(desk, guests=0, tables="2x6")
    take_in(desk, [row(number, offers="All that there is to know about it, " * 60) for number in (1, 2)])
    everybody(desk)
    seated = sorted({table.number for guest in book.guests if (table := book.table_of(guest))})
    report = desk.print_table_cards(tmp_path / "cards.pdf", ENGLISH, people=True)
    assert report.flaws.abbreviated == tuple(f"table {number}" for number in seated)


@pytest.mark.parametrize("first", [1, 2])
def test_the_first_pages_of_a_paper_are_those_of_the_whole_and_all_are_counted(
    desk: Desk, tmp_path: Path, first: int
) -> None:
    lay(desk, guests=24, tables="4x6")
    desk.give_itineraries(2)
    everybody(desk)
    for write in (
        desk.print_table_cards, desk.print_place_cards, desk.print_list, desk.print_door_list, desk.print_call_out,
        desk.print_contacts, desk.print_tickets,
    ):  # fmt: skip
        whole, some = write(tmp_path / "whole.pdf", ENGLISH), write(tmp_path / "some.pdf", ENGLISH, first=first)
        assert (some.pages, some.items) == (whole.pages, whole.items), write.__name__
        all_pages, pages = (Reader((tmp_path / name).read_bytes()) for name in ("whole.pdf", "some.pdf"))
        assert all_pages.document.pageCount() == whole.pages
        assert pages.document.pageCount() == min(first, whole.pages)
        assert all(pages.lines(page) == all_pages.lines(page) for page in range(pages.document.pageCount()))


def test_letters_that_no_font_has_are_said_at_the_import(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=0)
    file = tmp_path / "list.csv"
    names = ("Begoña Ibáñez", "黄磊", "ሰላም Abebe", "محمد العربي", "👩‍💻 Ana")
    file.write_text("Name,Email\n" + "".join(f"{name},g{at}@example.org\n" for at, name in enumerate(names)), "utf-8")
    report = desk.import_file(file)
    assert [(one.row, one.detail) for one in report.warnings if one.code == "no_letter"] == [(4, "ሰላም Abebe (ሰላም)")]


def test_who_has_no_name_is_on_the_list_behind_whom_they_come_with(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=0)
    known = {"given": "Ana", "family": "Urrutia", "companions": (Companion(),)}
    nobody = {"name": None, "email": "", "given": "", "family": ""}
    take_in(desk, [row(1, name="Ana Urrutia", **known), row(2, name="Zoé Vidal"), row(3, **nobody)])
    desk.print_list(tmp_path / "list.pdf", ENGLISH)
    lines = text(tmp_path / "list.pdf").splitlines()
    surnames = [line for line in lines if line.startswith(("Urrutia", "Vidal", "Guest", "Companion", "of"))]
    assert surnames == ["Guest without a name (row 4)", "Urrutia, Ana", "Urrutia, Ana · companion", "Vidal, Zoé"]


def test_who_is_left_out_for_having_no_name_is_counted(desk: Desk, tmp_path: Path) -> None:
    lay(desk, guests=0)
    known = {"given": "Ana", "family": "Urrutia", "companions": (Companion(),)}
    nobody = {"name": None, "email": "", "given": "", "family": ""}
    take_in(desk, [row(1, name="Ana Urrutia", **known), row(2, name="Zoé Vidal"), row(3, **nobody)])
    ana = next(guest.id for guest in desk.opened().guests.values() if guest.name == "Ana Urrutia")
    out = tmp_path / "x.pdf"
    for print_ in (desk.print_badges, desk.print_place_cards, desk.print_tickets):
        report = print_(out, ENGLISH)
        assert (report.items, report.flaws.unnamed) == (2, 2)
        assert remarks(report.flaws, ENGLISH)[-1] == "2 people are left out, whose names are not known yet."
    assert desk.print_tickets(tmp_path / "each", ENGLISH, each=True).flaws.unnamed == 2
    assert desk.print_tickets(out, ENGLISH, guest_ids=[ana]).flaws.unnamed == 0
    assert desk.print_list(out, ENGLISH).flaws.unnamed == 0
