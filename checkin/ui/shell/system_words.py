"""Qt's own words (file dialogs, context menus) in the language in force, from the catalogues that come with Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class SystemWords:
    """The translator that is installed."""

    def __init__(self, app: QCoreApplication, language: str) -> None:
        """Speak ``language`` in ``app``'s dialogs."""
        self._app = app
        self._translator: QTranslator | None = None
        self.switch(language)

    def switch(self, language: str) -> None:
        """Speak another language; English needs no catalogue."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        fresh = QTranslator(self._app)
        if language != "en" and fresh.load(QLocale(language), "qtbase", "_", folder):
            self._app.installTranslator(fresh)
            self._translator = fresh
