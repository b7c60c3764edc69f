"""FACE, typing: the command line. Parses arguments, calls the workspace, prints reports.

One file in `commands/` = one command, loaded when it is called. Nothing is decided here that the
TUI or another program would need too. May import everything; heavy parts inside functions only.
"""
