"""The frame round the pages: window, rail, theme, messages, settings."""
