"""The editor in a real terminal of 120×40, beside others: `python -m benchmarks.terminal [SIZE]`.

Peers (tig, ranger, visidata) are measured in the same run, as far as they are installed, on as many
commits, files or rows as there are categories (files: 5,000). Wall times depend on what else the
machine does: look at them side by side, and at the CPU time of a key.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.pty import Answer, Program, percentile
from benchmarks.systems import FAN_OUT, write_system

SIZE = 100_000
FILES = 5_000
STARTS = 3
KEYS = 60
ROOT = Path(__file__).parent.parent
DOWN, PAGE_DOWN, HOME = b"\x1b[B", b"\x1b[6~", b"\x1b[H"
LEFT, RIGHT = b"\x1b[D", b"\x1b[C"
RATE, SECONDS = 30.0, 4.0
"""How often a second a held key is sent, and for how long."""
SEARCHED = "服务99"
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("word")
Bare().run()
"""
_HERE = re.compile(r"服务(\d+)(?=\s)")


class Subject(NamedTuple):
    """A program to measure, what its first useful picture holds, and its key for the next line."""

    name: str
    words: Sequence[str]
    useful: str
    down: bytes = DOWN
    folder: Path | None = None
    environ: Mapping[str, str] = {}
    size: int = 0
    """Of a generated system: how many categories it has."""


def lines(size: int) -> Iterator[str]:
    """The tables, line by line, as they are measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        system = write_system(folder / "big", size)
        _git(system)
        environ = {"STDTREE_CACHE": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": ""}
        large = _ours(f"stdtree, {size:,} categories", system, f"X{FAN_OUT} ", environ)
        large = large._replace(size=size)
        sample = _ours("stdtree, the sample", _sample(folder), "BA ", environ)
        yield "| Start | first glyph, s | useful, s | CPU to there, s | MiB |"
        yield "|---|--:|--:|--:|--:|"
        bare = Subject("Textual with nothing but a word", [sys.executable, "-c", BARE], "word")
        subjects = [sample, large, bare, *_peers(folder, size)]
        _start(large)  # fills the cache
        for subject in subjects:
            yield _started(subject)
        yield ""
        yield "| Key | p50, ms | p95, ms | CPU a key, ms |"
        yield "|---|--:|--:|--:|"
        for subject in subjects[3:]:
            yield _down(subject)
        yield from _keys(sample)
        yield from _keys(large)


def _ours(name: str, system: Path, useful: str, environ: Mapping[str, str]) -> Subject:
    words = [sys.executable, "-m", "stdtree", "-C", str(system), "tui", "--lang", "zh"]
    return Subject(name, words, useful, environ=environ)


def _start(subject: Subject) -> tuple[Program, float, float, float]:
    """The program, settled; seconds to its first glyph and first useful picture, and CPU so far."""
    program = Program(subject.words, folder=subject.folder, environ=subject.environ)
    try:
        first, useful = program.until(subject.useful)
    except TimeoutError:
        program.end()
        raise
    cpu = program.cpu
    program.settle(2.0)
    return program, first, useful, cpu


def _started(subject: Subject) -> str:
    runs = []
    for _ in range(STARTS):
        program, *figures = _start(subject)
        runs.append((*figures, float(program.memory)))
        program.end()
    first, useful, cpu, memory = (median(run[at] for run in runs) for at in range(4))
    return f"| {subject.name} | {first:.2f} | {useful:.2f} | {cpu:.2f} | {memory:.0f} |"


def _down(subject: Subject) -> str:
    program, *_ = _start(subject)
    answers = [program.press(subject.down) for _ in range(KEYS)]
    program.end()
    return _row(f"{subject.name}: next line", answers)


def _keys(subject: Subject) -> Iterator[str]:
    """Every kind of key that there is a goal for."""
    program, *_ = _start(subject)
    name = subject.name
    yield _row(f"{name}: open, close a branch", [program.press(key) for key in _toggling(program)])
    program.press(b"=", quiet=1.0)
    program.press(HOME)
    yield _row(f"{name}: next line", [program.press(DOWN) for _ in range(KEYS)])
    yield _row(f"{name}: next page", [program.press(PAGE_DOWN) for _ in range(KEYS)])
    program.press(HOME)
    program.press(DOWN)
    wide = [program.press(key) for key in (LEFT, RIGHT) * 10]
    yield _row(f"{name}: close, open the largest branch, all open", wide)
    if subject.size:
        program.press(HOME)
        lags = _lags(program, subject.size)
        yield f"| {name}: held at 30 Hz, behind | {_ms(lags, 0.5)} | {_ms(lags, 0.99)} (p99) | |"
    program.press(b"/")
    typed = [program.press(letter.encode()) for letter in SEARCHED]
    program.press(b"\x1b")
    yield _row(f"{name}: a letter of a search, to the last change", typed, last=True)
    yield f"| {name}: memory then, MiB | {program.memory} | | |"
    program.end()


def _lags(program: Program, size: int) -> list[float]:
    """For each press of a held key, how long until its row was reached: the first line names it."""
    row_of = {number: row for row, number in enumerate(_in_order(size))}
    presses, pictures = program.hold(DOWN, rate=RATE, seconds=SECONDS)
    reached = []
    for at, text in pictures:
        found = _HERE.findall(text.split("\n", 1)[0])
        reached.append((at, row_of[int(found[-1])] if found else 0))
    lags = []
    for number, pressed in enumerate(presses, 1):
        shown = next((at for at, row in reached if row >= number), None)
        if shown is not None:
            lags.append(shown - pressed)
    return lags


def _in_order(size: int) -> Iterator[int]:
    """The numbers of the categories in the order of the tree, all open."""
    waiting = [0]
    while waiting:
        number = waiting.pop()
        yield number
        below = range(number * FAN_OUT + 1, min((number + 1) * FAN_OUT + 1, size))
        waiting += reversed(below)


def _toggling(program: Program) -> Iterator[bytes]:
    program.press(HOME)
    program.press(DOWN)
    yield from (RIGHT, LEFT) * (KEYS // 4)


def _row(what: str, answers: Sequence[Answer], *, last: bool = False) -> str:
    """A key that changes nothing (at the end of a list) is left out."""
    told = [answer for answer in answers if answer.first]
    seconds = [answer.last if last else answer.first for answer in told]
    if not seconds:
        return f"| {what} | – | – | – |"
    cpu = sum(answer.cpu for answer in told) / len(told) * 1000
    return f"| {what} | {_ms(seconds, 0.5)} | {_ms(seconds, 0.95)} | {cpu:.0f} |"


def _ms(seconds: Sequence[float], part: float) -> str:
    return f"{percentile(seconds, part) * 1000:.1f}" if seconds else "–"


def _peers(folder: Path, size: int) -> Iterator[Subject]:
    """Others, as far as they are installed."""
    if tig := shutil.which("tig"):
        history = folder / "history"
        history.mkdir()
        _history(history, size)
        yield Subject(f"tig, {size:,} commits", [tig], f"commit {size - 1} ", folder=history)
    if ranger := shutil.which("ranger"):
        files = folder / "files"
        files.mkdir()
        for number in range(FILES):
            (files / f"file{number:05}").touch()
        yield Subject(f"ranger, {FILES:,} files", [ranger, str(files)], "file00003", down=b"j")
    if visidata := shutil.which("vd"):
        table = folder / "table.csv"
        rows = (f"X{n},技术转移转化服务{n},Technology transfer {n}\n" for n in range(size))
        table.write_text("code,zh,en\n" + "".join(rows), encoding="utf-8")
        yield Subject(f"visidata, {size:,} rows", [visidata, str(table)], "X20", down=b"j")


def _history(folder: Path, size: int) -> None:
    """That many commits, empty ones, made by one git process."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    who = "committer A <a@example.org>"
    commits = (
        f"commit refs/heads/main\n{who} {1_600_000_000 + n} +0000\ndata <<E\ncommit {n} \nE\n\n"
        for n in range(size)
    )
    data = "".join(commits).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=data, check=True)


def _sample(folder: Path) -> Path:
    """A clone of this repository."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder / "sample")], check=True)
    return folder / "sample"


def _git(system: Path) -> None:
    environ = {
        **os.environ,
        **{f"GIT_{who}_NAME": "benchmark" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "benchmark@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "start")):
        subprocess.run(["git", *words], cwd=system, env=environ, check=True)


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if sys.argv[1:] else SIZE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
