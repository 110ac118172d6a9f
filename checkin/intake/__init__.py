"""Files in: what an organizer exports or keeps by hand becomes registrations.

``registrations.read`` is the way in. Below it, in the order a file passes through them:

- ``sheets``: bytes -> sheets of cells, told apart by content and never by file name. It stands on ``letters`` (which
  letters the bytes mean), ``delimited`` (which cells the letters mean) and ``workbooks`` with its child process
  ``unpack`` (XLSX, XLS, ODS).
- ``tables``: which sheet, which line is the header, which column says what. It stands on ``columns`` (the guesser),
  ``vocabulary`` (its words in a dozen languages) and ``formats`` (what the platforms call their columns), all data.
- ``rows``: one row -> one draft; ``people`` and ``standing`` read names, handles, e-mails and yes and no.
- ``registrations``: the rules between rows, keys, and the count that always adds up.

Nothing is imported here, so that the child process starts with little.
"""
