"""The door page: result card, scanner, search, last arrivals."""
