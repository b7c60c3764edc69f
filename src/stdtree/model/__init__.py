"""NOUNS: frozen values of a standards system and of what the engines say about it.

Belongs here: what a category, standard, release, finding or change *is*, and how it is written as
plain data. Does not belong here: reading, checking, comparing, showing. Imports only `errors`,
`label` and msgspec; no I/O, no clock, no environment.

The classes that describe files (`System`, `Category`, `Organizations`, `Consultation`, `Release`)
are at once the decoder, the encoder, the canonical order of fields and the source of `schemas/`:
there is no second description (docs/decisions/0002).
"""
