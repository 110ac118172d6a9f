"""The store: the only place that knows SQL. It keeps rows and the journal, and decides nothing."""

from checkin.store.store import Pen, Store

__all__ = ["Pen", "Store"]
