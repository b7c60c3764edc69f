"""The page of a difference: what it is told (Python), and what it does with it (HTML, CSS, JS).

`rows`, `lines`, `events` and `tables` turn a difference into plain values with all words in both
languages; `document` puts them into the one file. The scripts know no Chinese rules, no statuses
and no field names: whatever depends on the model is decided here.
"""
