"""Every measure, one after the other: ``python -m benchmarks``."""

from benchmarks import badges, camera, door, search, soak, window

for measure in (door, window, badges, search, camera, soak):
    measure.main()
    print()
