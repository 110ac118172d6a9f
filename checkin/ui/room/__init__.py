"""The tables page: the room drawn, people on seats, dragged by hand."""
