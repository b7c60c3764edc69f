"""Baselines as files: JSON, one finding a line, so that branches merge and reviewers see each."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import msgspec

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.baseline import Baseline
from stdtree.safe import HIDDEN
from stdtree.store.disk import replace_file, writing

NAME = ".stdtree-baseline.json"
"""What it is called at the root of the system, beside taxonomy/: it is no part of the content."""


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises StoreError if there is none or it cannot be understood."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Baseline)
    except OSError as error:
        raise StoreError(
            Label(
                f"不能读取基线 {path}：{error.strerror}",
                f"cannot read the baseline {path}: {error.strerror}",
            ),
            Label("建立基线：stdtree baseline create", "make one: stdtree baseline create"),
        ) from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreError(
            Label(f"读不懂基线 {path}：{error}", f"cannot understand the baseline {path}: {error}"),
            Label(
                "恢复此文件；或删除它，再运行 stdtree baseline create",
                "bring the file back; or remove it and type stdtree baseline create",
            ),
        ) from error


def write_baseline(path: Path, baseline: Baseline) -> bool:
    """Writes the file, if that changes it; whether it did. Raises StoreError."""
    data = encode_baseline(baseline)
    with suppress(OSError):
        if path.read_bytes() == data:
            return False
    with writing():
        replace_file(path, data)
    return True


def encode_baseline(baseline: Baseline) -> bytes:
    """The same bytes for the same findings; nothing in them steers a terminal."""
    rows = [json.dumps(msgspec.to_builtins(row), ensure_ascii=False) for row in baseline.findings]
    listed = ",\n".join(f"  {row}" for row in rows)
    body = f"[\n{listed}\n]" if rows else "[]"
    text = f'{{\n"format": "{baseline.format}",\n"findings": {body}\n}}\n'
    return HIDDEN.sub(_escaped, text).encode()


def _escaped(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else f"\\u{ord(found[0]):04x}"
