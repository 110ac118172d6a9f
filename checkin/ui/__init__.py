"""The window: the only place that knows Qt. It speaks to the desk through ``bridge.py`` and never to the store."""
