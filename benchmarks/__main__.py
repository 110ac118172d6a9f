"""Every measure, one after the other: ``python -m benchmarks``."""

from benchmarks import badges, camera, door, draws, fairness, paper, room, rounds, search, soak, window

for measure in (door, draws, fairness, rounds, window, room, badges, paper, search, camera, soak):
    measure.main()
    print()
