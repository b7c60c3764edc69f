"""Workbooks (XLSX) and documents (DOCX): what offices read, print and sign.

`sheets` and `paper` (with `markup`) write the two formats and know nothing of standards; `rows`,
`values`, `figures` and `happened` say what a difference holds, in one language; `book` and `note`
lay that out. `cells` is what both formats show; both are ZIP archives, see `archive`.
"""
