"""What the pipeline template does on GitLab: findings, reports, a note in the merge request.

    python gitlab.py FOLDER     reports go into that folder

Variables: STDTREE_SYSTEM, STDTREE_LANG, STDTREE_FAIL_ON, STDTREE_BASELINE, STDTREE_TOKEN, and
GitLab's own (https://docs.gitlab.com/ci/variables/predefined_variables/).
"""

from __future__ import annotations

import sys
from pathlib import Path

from event import Occasion
from history import Clone, base_of
from review import Asked, Review, Words, cut
from sticky import Discussion, refused
from variables import variable

MOST_IN_NOTE = 1_000_000
"""GitLab takes so many characters."""
REPORTS = {"gitlab": "gl-code-quality-report.json", "junit": "junit.xml"}


def main() -> int:
    """Checks, compares and tells; the exit code of the job."""
    folder, system = Path(sys.argv[1]), variable("STDTREE_SYSTEM", ".")
    folder.mkdir(parents=True, exist_ok=True)
    clone = Clone(Path(variable("CI_PROJECT_DIR", ".")))
    review = Review(clone.folder / system, folder, Words(variable("STDTREE_LANG", "zh")))
    base = base_of(clone, occasion())
    if base is None and occasion().base is not None:
        sys.stderr.write(f"{review.words.no_base}\n")
    asked = Asked(variable("STDTREE_FAIL_ON", "error"), baseline=variable("STDTREE_BASELINE"))
    code = review.check("text", REPORTS, asked)
    review.compare(base)
    (folder / "review.md").write_text(review.in_full(), encoding="utf-8")
    if variable("CI_MERGE_REQUEST_IID") and variable("STDTREE_TOKEN"):
        sys.stdout.write(f"{_note(review, system)}\n")
    return code


def occasion() -> Occasion:
    """What is compared with what.

    The result of a merge is compared with the branch merged into; a bare head with where it left
    that branch, which GitLab names; a push with what was there before.
    """
    pushed = variable("CI_COMMIT_BEFORE_SHA").strip("0") and variable("CI_COMMIT_BEFORE_SHA")
    names = ("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA")
    return Occasion(next(filter(None, map(variable, names)), pushed) or None)


def _note(review: Review, system: str) -> str:
    """Puts what changed into the merge request; what was done, or why it could not be."""
    api, number = variable("CI_API_V4_URL"), variable("CI_MERGE_REQUEST_IID")
    notes = f"{api}/projects/{variable('CI_PROJECT_ID')}/merge_requests/{number}/notes"
    told = cut(review.in_short(variable("CI_JOB_URL")), MOST_IN_NOTE, review.words.left_out)
    discussion = Discussion(
        notes,
        {"PRIVATE-TOKEN": variable("STDTREE_TOKEN")},
        lambda note: f"{notes}/{note['id']}",
        "PUT",
    )
    try:
        me = discussion.ask("GET", f"{api}/user")[0]["id"]
        done = discussion.put(
            f"<!-- stdtree: {system} -->",
            told,
            is_ours=lambda note: note["author"]["id"] == me,
            anew=review.has_news,
        )
    except (OSError, ValueError) as error:
        return review.words.no_comment + refused(error)
    return f"note: {done}"


if __name__ == "__main__":
    sys.exit(main())
