"""Paper: text in any script, codes, labels, and the designs that end up in a PDF.

- text: ``fonts`` opens the shipped typefaces, ``bidi`` and ``runs`` take a text apart, ``shaping`` makes it glyphs,
  ``fitting`` finds the size at which it fits its box, ``names`` knows what belongs together and what comes first;
- files: ``operators``, ``page``, ``embedding`` and ``pdf`` write, ``qr`` makes codes, ``sheets`` knows labels;
- designs: ``badge`` with its ``layout`` and ``details``, ``table_card``, ``seating_list``; ``placing`` and ``colours``
  serve them, ``press`` keeps fonts and codes warm.

The designs know what a badge says, never a guest, a database or a screen.
"""
