"""VERBS, taking in: what others publish, as a taxonomy. One file = one source format.

A module is named content_format (`edition_tsv.py`) and has a `decode`: text in, values out. Reading
files belongs to the workspace. Imports only `model`, `errors`, `label`.
"""
