"""ZIP archives that are the same bytes every time, whatever made them."""

from __future__ import annotations

import io
import zlib
from datetime import datetime
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""


def settled(data: bytes) -> bytes:
    """The archive with all its members in their order, without times and traces of a system."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(out, "w") as made:
        for name in given.namelist():
            member = ZipInfo(name, EPOCH)
            member.create_system = 0
            made.writestr(member, given.read(name), ZIP_DEFLATED)
    return out.getvalue()


def moment(date: str) -> datetime:
    """When a document says that it was made: on the date of its contents, as far as it is known."""
    known = [int(part) for part in date.split("-")] if date else []
    year, month, day = (*known, *EPOCH[len(known) : 3])
    return datetime(year, month, day)  # noqa: DTZ001  # a date is in no time zone


def contents(data: bytes) -> tuple[tuple[str, bytes], ...] | None:
    """What an archive holds; None if it is none that can be read.

    Versions of zlib compress differently, so that archives are compared by this.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return tuple((name, archive.read(name)) for name in archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, zlib.error):
        return None
