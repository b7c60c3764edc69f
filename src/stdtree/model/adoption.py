"""Adoption of international standards (采标), as covers and tables of standards note it.

A standard that is identical may bear both numbers (GB/T 19001-2016/ISO 9001:2015); otherwise the
adopted number and the degree of correspondence stand in brackets, as GB/T 1.2 has it:
GB/T 19001-2016 (ISO 9001:2015, IDT). Older covers write `idt ISO 9001:2008`. The older degree eqv
has no code any more, so it is left as it is written.
"""

from __future__ import annotations

import re
from typing import cast

from stdtree.model.standard import Adoption, Degree
from stdtree.model.standard_number import normalise, read

_DEGREE = r"(?P<degree>IDT|MOD|NEQ|idt|mod|neq|≡)"
_ADOPTED = r"(?P<number>[A-Z].*?)"
_NOTES = (
    re.compile(rf"{_ADOPTED}\s*[,，、\s]\s*{_DEGREE}"),
    re.compile(rf"{_DEGREE}\s*[:：,，]?\s*{_ADOPTED}"),
)
_BESIDE = re.compile(
    r"(?P<number>.*?[0-9])(?:\s*/(?P<dual>(?:ISO|IEC|ITU)\b.+)"
    r"|\s*[(（](?P<bracketed>[^()（）]+(?:\([^()]*\)[^()（）]*)?)[)）]"
    r"|[\s,，]+(?P<leading>(?:IDT|MOD|NEQ|idt|mod|neq|≡).+))"
)


def noted(adoption: Adoption | None) -> str:
    """How an adoption is written: ISO 9001:2015, IDT; '' for none."""
    return f"{adoption.number}, {adoption.degree}" if adoption else ""


def adoption_of(note: str) -> Adoption | None:
    """The adoption that a note tells; None for anything else. The inverse of `noted`."""
    for shape in _NOTES:
        match = shape.fullmatch(note.strip())
        if match and read(match["number"]):
            degree = match["degree"].upper().replace("≡", "IDT")
            return Adoption(normalise(match["number"]), cast("Degree", degree))
    return None


def divided(written: str) -> tuple[str, Adoption | None]:
    """A number apart from the adoption that is noted with it; None, and all of it, without one."""
    match = _BESIDE.fullmatch(written.strip())
    if match is None or read(match["number"]) is None:
        return written, None
    if match["dual"]:
        adopted = read(match["dual"])
        return (match["number"], Adoption(str(adopted), "IDT")) if adopted else (written, None)
    adoption = adoption_of(match["bracketed"] or match["leading"])
    return (match["number"], adoption) if adoption else (written, None)
