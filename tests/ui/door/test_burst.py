"""What is a scan and what is typing."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from checkin.ui.door.burst import GRACE, MIN_CHARS, PACE, SILENCE, TAIL, Burst, Verdict

END = "\r"


@dataclass
class Keyboard:
    """Plays keys into a burst as the filter does, timer included, and keeps what came of each."""

    burst: Burst
    held: list[str]
    typed: list[str]
    scans: list[str]
    log: list[str]

    @classmethod
    def ready(cls) -> Keyboard:
        return cls(Burst(), [], [], [], [])

    def play(self, keys: list[tuple[int, str]], *, timer: bool = True) -> None:
        for at, text in keys:
            if timer:
                self.wait(at)
            if text == END:
                verdict = self.burst.end(at)
                self.obey(verdict)
                if not verdict.eaten:
                    self.typed.append(END)
                    self.log.append(END)
            else:
                self.held.append(text)
                self.obey(self.burst.feed(at, text))

    def wait(self, until: int) -> None:
        """Let the timer go off as often as it would."""
        while (due := self.burst.deadline) is not None and due < until:
            self.obey(self.burst.pause(due))

    def obey(self, verdict: Verdict) -> None:
        for _ in range(verdict.hand_on):
            key = self.held.pop(0)
            self.typed.append(key)
            self.log.append(key)
        if verdict.scan:
            taken = len(self.held) - self.burst.waiting
            assert "".join(self.held[:taken]) == verdict.scan
            del self.held[:taken]
            self.scans.append(verdict.scan)
            self.log.append(verdict.scan)


def scan(text: str, start: int, gap: int, *, end: bool = True) -> list[tuple[int, str]]:
    keys = [(start + gap * at, letter) for at, letter in enumerate(text)]
    return [*keys, (start + gap * len(text), END)] if end else keys


letters = st.text("ABCdef1-ñ ", min_size=1, max_size=1)
gaps = st.one_of(st.integers(0, 60), st.integers(60, 200), st.integers(200, 2000))


@given(st.lists(st.tuples(gaps, st.one_of(letters, st.just(END))), max_size=60), st.booleans())
def test_no_key_is_lost_doubled_or_out_of_order_whatever_is_typed(steps: list[tuple[int, str]], timer: bool) -> None:
    keys, at = [], 0
    for gap, text in steps:
        at += gap
        keys.append((at, text))
    keyboard = Keyboard.ready()
    keyboard.play(keys, timer=timer)
    keyboard.obey(keyboard.burst.conclude())
    said = "".join(keyboard.log).replace(END, "")
    assert said == "".join(text for _, text in keys).replace(END, "")
    assert not keyboard.held
    assert all(len(found) >= MIN_CHARS for found in keyboard.scans)


@given(st.text("BCDFGHJKLNPRSTVX-", min_size=MIN_CHARS, max_size=60), st.integers(0, PACE), st.booleans())
def test_a_burst_at_a_scanners_pace_is_a_scan_with_and_without_enter(code: str, gap: int, enter: bool) -> None:
    keyboard = Keyboard.ready()
    keyboard.play(scan(code, 1000, gap, end=enter))
    keyboard.wait(10_000)
    assert keyboard.scans == [code]
    assert keyboard.typed == []


@given(st.lists(st.integers(1, PACE + GRACE // 2), min_size=MIN_CHARS, max_size=40))
def test_an_uneven_scanner_is_understood_while_its_average_holds(steps: list[int]) -> None:
    at, keys = 0, [(0, "X")]
    for count, gap in enumerate(steps, start=1):
        at = min(at + gap, PACE * count)
        keys.append((at, "X"))
    keyboard = Keyboard.ready()
    keyboard.play([*keys, (at + 5, END)])
    assert keyboard.scans == ["X" * len(keys)]


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("type"), st.text("abcdñ", min_size=1, max_size=12)),
            st.tuples(st.just("scan"), st.text("BCDFGHJ", min_size=MIN_CHARS, max_size=30)),
        ),
        max_size=8,
    ),
    st.integers(90, 400),
    st.integers(1, 40),
)
def test_typing_and_scans_in_turn_come_apart_exactly(acts: list[tuple[str, str]], slow: int, fast: int) -> None:
    keys: list[tuple[int, str]] = []
    at = 0
    for kind, text in acts:
        at += SILENCE + TAIL
        keys += scan(text, at, fast if kind == "scan" else slow, end=kind == "scan")
        at = keys[-1][0]
    keyboard = Keyboard.ready()
    keyboard.play(keys)
    keyboard.wait(at + 1000)
    assert keyboard.scans == [text for kind, text in acts if kind == "scan"]
    assert "".join(keyboard.typed) == "".join(text for kind, text in acts if kind == "type")


def test_a_lone_key_is_handed_on_before_anybody_notices() -> None:
    burst = Burst()
    burst.feed(500, "a")
    assert burst.deadline == 500 + PACE + GRACE
    assert burst.pause(500 + PACE + GRACE) == Verdict(hand_on=1)


def test_a_short_burst_and_its_enter_are_typing() -> None:
    keyboard = Keyboard.ready()
    keyboard.play(scan("A1234", 0, 5))
    assert keyboard.scans == []
    assert keyboard.typed == [*"A1234", END]


def test_an_end_key_that_comes_late_still_belongs_to_its_scan() -> None:
    keyboard = Keyboard.ready()
    keyboard.play([*scan("BCDFGHJ", 0, 5, end=False), (250, END)])
    assert keyboard.scans == ["BCDFGHJ"]
    assert keyboard.typed == []


def test_the_second_end_key_of_a_scanner_that_sends_two_is_no_enter() -> None:
    keyboard = Keyboard.ready()
    keyboard.play([*scan("BCDFGHJ", 0, 5), (45, END), (2000, END)])
    assert keyboard.scans == ["BCDFGHJ"]
    assert keyboard.typed == [END], "the Enter two seconds later is somebody's"


def test_a_letter_typed_well_before_a_scan_is_not_part_of_it() -> None:
    keyboard = Keyboard.ready()
    keyboard.play([(0, "a"), *scan("BCDFGHJ", PACE + GRACE + 1, 5)])
    assert keyboard.typed == ["a"]
    assert keyboard.scans == ["BCDFGHJ"]
