"""The print page: what, for whom, on which sheet, and where it goes."""
