"""Every measure, one after the other: ``python -m benchmarks``."""

from benchmarks import badges, door, window

for measure in (door, window, badges):
    measure.main()
    print()
