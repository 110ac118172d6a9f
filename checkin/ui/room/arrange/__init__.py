"""Arranging the room: tables and landmarks under the hand, a panel for what is picked; one gesture, one change."""
