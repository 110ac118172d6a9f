"""Sobremesa: check-in and seating for networking meals, offline on the venue laptop.

Floors, imports run downwards only (``docs/architecture.md`` says why):

5. ``cli.py``, ``ui/``: two faces over the same desk; neither knows the other.
4. ``desk/``: everything the app can do, in one readable list; knows no Qt.
3. ``store/`` (database), ``intake/`` (files in), ``badges.py`` and ``paper/`` (paper out).
2. ``book.py``, ``plans.py``, ``door.py``, ``seating.py``, ``tickets.py``, ``search.py``, ``phrases.py``: rules, pure.
1. ``model.py``, ``changes.py``, ``errors.py``, ``words.py``, ``resources.py``: words.
"""

__version__ = "0.1.0"
