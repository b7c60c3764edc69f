"""What action.yml does on GitHub.

    python github.py check      annotations, step summary, SARIF; the text of the comment
    python github.py comment    puts that text into the pull request

Inputs and places come as variables of the environment, as action.yml and the runner set them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from event import Occasion, occasion
from history import Clone, base_of
from review import Asked, Review, Words, cut
from sticky import Discussion, refused
from variables import variable

MOST_IN_COMMENT = 65_000
"""GitHub takes 65,536 characters."""
MOST_IN_SUMMARY = 1_000_000
"""GitHub takes 1 MiB a step."""
SARIF = "stdtree.sarif"
"""File with the findings for code scanning."""
MAY_WRITE = ("OWNER", "MEMBER", "COLLABORATOR")
"""Whose comments are taken for ours, beside those of apps."""


def check() -> int:
    """Checks, compares and tells; the exit code of the step."""
    clone, happened, words = Clone(Path(variable("GITHUB_WORKSPACE", "."))), _occasion(), _words()
    folder = Path(mkdtemp(prefix="stdtree-", dir=variable("RUNNER_TEMP")))
    review = Review(clone.folder / variable("INPUT_PATH", "."), folder, words)
    base = variable("INPUT_BASE") or base_of(clone, happened)
    if base is None and happened.base is not None:
        _tell("notice", words.no_base)
    asked = Asked(
        variable("INPUT_FAIL_ON", "error"),
        since=base or "" if variable("INPUT_FINDINGS") == "changed" else "",
        baseline=variable("INPUT_BASELINE"),
    )
    code = review.check("github", {"sarif": SARIF}, asked)
    review.compare(base)
    for told in review.troubles:
        _tell("error" if code > 1 else "warning", told)
    _append("GITHUB_STEP_SUMMARY", cut(review.in_full(), MOST_IN_SUMMARY, words.left_out))
    comment = folder / "comment.md"
    comment.write_text(review.in_short(_run_address()), encoding="utf-8")
    found = {
        "base": base or "",
        "changes": review.changes,
        "bump": review.bump,
        "sarif": folder / SARIF if (folder / SARIF).exists() else "",
        "comment": comment,
        "news": str(review.has_news).lower(),
        **review.counts,
    }
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in found.items()))
    return code


def comment() -> int:
    """Puts the text into the pull request if it may; what it could not do is a notice."""
    number, words = _occasion().number, _words()
    if number is None:
        return 0
    text = cut(
        Path(variable("COMMENT_FILE")).read_text(encoding="utf-8"), MOST_IN_COMMENT, words.left_out
    )
    repository = f"{variable('GITHUB_API_URL')}/repos/{variable('GITHUB_REPOSITORY')}"
    discussion = Discussion(
        f"{repository}/issues/{number}/comments",
        {
            "Authorization": f"Bearer {variable('INPUT_TOKEN')}",
            "Accept": "application/vnd.github+json",
        },
        lambda one: f"{repository}/issues/comments/{one['id']}",
        "PATCH",
    )
    try:
        done = discussion.put(
            f"<!-- stdtree: {variable('INPUT_PATH', '.')} -->",
            text,
            is_ours=_is_ours,
            anew=variable("NEWS") == "true",
        )
    except (OSError, ValueError) as error:
        _tell("notice", words.no_comment + refused(error))
        return 0
    sys.stdout.write(f"comment: {done}\n")
    return 0


def _is_ours(comment: Mapping[str, Any]) -> bool:
    """Whoever else writes our mark into a comment does not get the next text under their name."""
    author = comment.get("user") or {}
    return author.get("type") == "Bot" or comment.get("author_association") in MAY_WRITE


def _words() -> Words:
    return Words(variable("INPUT_LANGUAGE", "zh"))


def _occasion() -> Occasion:
    path = variable("GITHUB_EVENT_PATH")
    return occasion(json.loads(Path(path).read_text(encoding="utf-8"))) if path else Occasion()


def _run_address() -> str:
    run = variable("GITHUB_SERVER_URL"), variable("GITHUB_REPOSITORY"), variable("GITHUB_RUN_ID")
    return "{}/{}/actions/runs/{}".format(*run) if all(run) else ""


def _tell(command: str, message: str) -> None:
    """An annotation without a place."""
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    sys.stdout.write(f"::{command} title=stdtree::{escaped}\n")


def _append(place: str, text: str) -> None:
    """Adds to a file that the runner reads after the step; the variable `place` says where."""
    with Path(variable(place)).open("a", encoding="utf-8") as stream:
        stream.write(text)


if __name__ == "__main__":
    sys.exit(comment() if sys.argv[1] == "comment" else check())
