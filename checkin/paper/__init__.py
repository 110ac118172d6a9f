"""Paper: sheets and labels, text in any script, codes, and the PDF they end up in.

``fonts`` opens the shipped typefaces, ``bidi`` and ``runs`` take a text apart, ``shaping`` turns it into glyphs,
``fitting`` finds the size at which it fits its box, ``qr`` makes codes, ``sheets`` knows labels, ``pdf`` writes.
``badges.py`` designs with them. Nothing here knows a guest, a database or a screen.
"""
