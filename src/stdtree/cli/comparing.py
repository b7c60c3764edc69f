"""`stdtree diff` in every format: on the screen, through a pager, into files."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from stdtree.cli import outputs
from stdtree.cli.filtering import selection
from stdtree.cli.paging import page
from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stdtree.cli.session import Session
    from stdtree.model.difference import Difference
    from stdtree.report import Report
    from stdtree.workspace import Workspace

REPORTS = ("text", "markdown", "json")
"""Formats of a report."""
HOSTED = "github"
"""Notices of what changed; what else code hosts read tells findings, and a change is none."""
FINDINGS = ("gitlab", "junit", "sarif")
"""Formats that tell findings, and nothing else."""
NO_FINDINGS = Label(
    "这种格式只列问题，变更不是问题：在流水线中标注用 github，合并请求的评论用 markdown；"
    "变更之处的问题：stdtree check --since A。",
    "this format tells findings, and a change is none: notices of a build are github, a comment is"
    " markdown; findings of what changed: stdtree check --since A; ",
)
"""Why some formats are refused, and what to use instead."""
PATCH = "patch"
"""Of the changes, only what applying them needs."""
_MARK = b"\xef\xbb\xbf"
"""What spreadsheets want before a table."""


def formats(content: str) -> tuple[str, ...]:
    """Formats of the changes or of the correspondence; every exporter of that content is one."""
    from stdtree import export, plugins

    found = [name.partition("-") for name in plugins.names(export)]
    made = [fmt for of, _, fmt in found if of == content]
    reports = (*REPORTS, HOSTED, PATCH) if content == "changes" else REPORTS
    return tuple(dict.fromkeys((*reports, *made)))


@dataclass(frozen=True)
class Wanted:
    """What to tell of a difference, and how."""

    session: Session
    workspace: Workspace
    difference: Difference
    given: Mapping[str, Any] = field(repr=False)
    """What the options were given."""

    def tell(self) -> None:
        """Prints and writes. Raises UsageError if a format cannot do what is asked for."""
        fmt = self.given["fmt"] or ("csv" if self.content == "correspondence" else "text")
        files = outputs.all_named(self.given["outputs"], self.formats)
        self._refuse_unknown({fmt, *(file.fmt or fmt for file in files)})
        if outputs.write_all(files, fmt, self._bytes):
            self._print(fmt)

    @property
    def content(self) -> str:
        """What is told: the changes, or with --correspondence the correspondence."""
        return "correspondence" if self.given["correspondence"] else "changes"

    @cached_property
    def formats(self) -> tuple[str, ...]:
        """Formats of what is told."""
        return formats(self.content)

    @cached_property
    def only(self) -> frozenset[int] | None:
        """Numbers of the changes that were asked for, None for all."""
        from stdtree.model.selection import selected

        chosen = selection(self.given, self.difference)
        return selected(self.difference, chosen) if chosen else None

    def _report(self, *, unfolding: str = "") -> Report:
        """What people are told; on a screen, with what to type to see consequences, too."""
        from stdtree.cli.places import places
        from stdtree.report.of_correspondence import of_correspondence
        from stdtree.report.of_difference import of_difference

        if self.content == "correspondence":
            return of_correspondence(self.difference)
        return of_difference(
            self.difference,
            locate=places(self.workspace, self.difference.after.name),
            only=self.only,
            figures=self.given["figures"],
            unfolding=unfolding,
        )

    def _refuse_unknown(self, wanted: set[str]) -> None:
        outputs.refuse_unknown(wanted, self.formats, instead=NO_FINDINGS)
        fixed = sorted(wanted.difference(REPORTS[:2]))
        if fixed and (self.only is not None or self.given["figures"]):
            raise UsageError(
                Label(f"{fixed[0]} 总是完整的，不能筛选", f"{fixed[0]} is always complete"),
                Label("筛选只用于 text 和 markdown", "filters are for text and markdown"),
            )

    def _bytes(self, fmt: str) -> bytes:
        """What a file holds."""
        if fmt in (*REPORTS, HOSTED):
            return self.session.for_file(self._report(), fmt).encode()
        if fmt == PATCH:
            from stdtree.store.patch_file import encode_patch
            from stdtree.workspace.applying import patch_of

            return encode_patch(patch_of(self.difference)).encode()
        from stdtree.workspace.exporting import product

        return product(self.difference, f"{self.content}-{fmt}", self.session.language)

    def _print(self, fmt: str) -> None:
        if fmt in (*REPORTS, HOSTED):
            is_text, unfold = fmt == "text", self.given["unfold"]
            report = self._report(unfolding="--all" if is_text and not unfold else "")
            text = self.session.drawn(report, fmt, unfold=unfold, wrap=is_text)
            page(text, color=self.session.has_color, wanted=is_text and self.given["pager"])
            return
        made = self._bytes(fmt)
        if b"\0" not in made:
            table = made.removeprefix(_MARK).decode().replace("\r\n", "\n")
            sys.stdout.write(safe(table, newlines=True) if sys.stdout.isatty() else table)
        elif sys.stdout.isatty():
            raise UsageError(
                Label(f"{fmt} 不是给屏幕看的", f"{fmt} is nothing for a screen"),
                Label(f"存为文件：-o 文件.{fmt}", f"write a file: -o FILE.{fmt}"),
            )
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(made)
