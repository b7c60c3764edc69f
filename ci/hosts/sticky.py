"""One comment in a discussion: written once, found again by a hidden mark, replaced after that."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SECONDS = 30
"""How long a host may take to answer."""
MOST_PAGES = 1000
"""A list that never ends is a mistake of the host."""


@dataclass(frozen=True)
class Discussion:
    """The comments of a pull or merge request, as the REST API of its host gives them."""

    comments: str
    """Address of the list; what is posted there becomes a comment."""
    headers: Mapping[str, str]
    """What says who we are."""
    address: Callable[[Mapping[str, Any]], str]
    """Where one comment is changed."""
    verb: str
    """How it is changed: PATCH or PUT."""

    def put(
        self, mark: str, text: str, *, is_ours: Callable[[Mapping[str, Any]], bool], anew: bool
    ) -> str:
        """Makes `text` the comment that begins with `mark`; without `anew` only if there is one.

        `is_ours`: whether a comment that carries the mark was written by somebody who may do so.
        Says what was done: created, updated, unchanged or none. Raises OSError if the host refuses
        or cannot be reached, ValueError if it answers something else than JSON.
        """
        body = f"{mark}\n{text}"
        for comment in self._all():
            said = str(comment.get("body") or "")
            if said.startswith(mark) and is_ours(comment):
                if said.rstrip() == body.rstrip():
                    return "unchanged"
                self.ask(self.verb, self.address(comment), {"body": body})
                return "updated"
        if not anew:
            return "none"
        self.ask("POST", self.comments, {"body": body})
        return "created"

    def _all(self) -> Iterator[Mapping[str, Any]]:
        """All comments, page by page, as the header Link leads (RFC 8288)."""
        page: str | None = f"{self.comments}?per_page=100"
        for _ in range(MOST_PAGES):
            if page is None:
                return
            found, page = self.ask("GET", page)
            yield from found

    def ask(self, verb: str, url: str, sent: object = None) -> tuple[Any, str | None]:
        """What the host answers, and the address of the next page. Raises OSError, ValueError."""
        data = None if sent is None else json.dumps(sent).encode()
        headers = {**self.headers, "Content-Type": "application/json", "User-Agent": "stdtree"}
        request = urllib.request.Request(url, data, headers, method=verb)  # noqa: S310 -- the host's own address
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 -- the same
            found = json.load(answer)
            following = next_page(answer.headers.get("Link", ""))
        # The token goes to no other place than the one we were told.
        at_home = following is not None and following.startswith(self.comments)
        return found, following if at_home else None


def next_page(link: str) -> str | None:
    """The address that a header Link names as the next one."""
    for part in link.split(","):
        target, _, relation = part.partition(";")
        if 'rel="next"' in relation:
            return target.strip().strip("<>")
    return None


def refused(error: OSError | ValueError) -> str:
    """Why it could not be done, in a line."""
    if isinstance(error, urllib.error.HTTPError):
        with error:
            return f"{error.code} {error.reason}"
    return str(error)
