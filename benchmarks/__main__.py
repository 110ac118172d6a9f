"""Every measure, one after the other: ``python -m benchmarks``."""

from benchmarks import (
    badges,
    camera,
    door,
    draws,
    fairness,
    import_window,
    imports,
    paper,
    room,
    rounds,
    search,
    soak,
    window,
)

for measure in (
    door,
    draws,
    fairness,
    rounds,
    window,
    room,
    badges,
    paper,
    search,
    imports,
    import_window,
    camera,
    soak,
):
    measure.main()
    print()
