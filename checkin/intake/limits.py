"""How much of a file is read before it is refused; measured against real exports and known bombs."""

ON_DISK = 50_000_000
"""Bytes a file may have."""

UNPACKED = 200_000_000
"""Bytes a workbook may unpack to, all its parts together."""

RATIO = 100
"""Times its own size a workbook may unpack to; small ones, below ``RATIO_FROM`` bytes, are let through."""

RATIO_FROM = 2_000_000

PARTS = 5_000
"""Files inside a workbook."""

ROWS = 100_000
COLUMNS = 500
CELL = 32_767
"""Letters in a cell, Excel's own limit."""

MARKUP = 20_000_000
"""Letters of a web page that is looked through for tables."""

LONGEST_EMAIL = 320
"""Letters that an e-mail address can have; a longer cell is none, and is not searched for one letter by letter."""

LONGEST_HEADER = 300
"""Letters of a header that are looked at."""

LETTERS = 100_000_000
"""Letters in all the cells of a workbook together."""

CELLS = 3_000_000
"""Cells of a file together: as many as a wide export of the largest list has, and what half a gigabyte holds."""

MEMORY = 512 << 20
"""Bytes of address space for the process that opens a workbook."""

SECONDS = 30
"""Time for the process that opens a workbook."""
