"""Dialogs: each asks one thing and gives the answer back; none changes anything itself."""
