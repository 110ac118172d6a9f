"""Every measure, one after the other: ``python -m benchmarks``."""

from benchmarks import badges, camera, door, draws, fairness, imports, paper, room, rounds, search, soak, window

for measure in (door, draws, fairness, rounds, window, room, badges, paper, search, imports, camera, soak):
    measure.main()
    print()
