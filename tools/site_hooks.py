"""Hooks of the site (mkdocs.yml): what plugins leave to be done.

Links out of docs/: in the repository `../schemas/category.schema.json` leads to the file. The site
has copies of the schemas, and pages of ARCHITECTURE.md and its like; of all else, the name only.

The search: each language has an index of its own, so that readers find pages in their language.
English pages take en/ for the root of the site, which is where scripts look for the index.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<path>(?!https?:)[^)#\s]+)(?P<anchor>#[^)]*)?\)")
GENERATED = "<!-- Written by tools/"
ENGLISH = "en/"
PIPELINES: Mapping[str, list[str]] = {"zh": [], "en": ["stopWordFilter"]}
"""What the search does to words. No stemmer: the last word is taken as typed so far."""
FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
WRAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n *(?=[\u4e00-\u9fff“《（])")
PAGES = {
    "ARCHITECTURE.md": "architecture.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Documents of the root, and the pages that show them: those have `source` in their first lines."""


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """The text of a page, with links that lead somewhere in the site."""
    docs = Path(config.docs_dir)
    file = docs / page.file.src_uri
    if "source" in page.meta:
        file = (file.parent / page.meta["source"]).resolve()
        markdown = file.read_text(encoding="utf-8")
    if GENERATED in markdown or page.file.src_uri.startswith("decisions/"):
        page.meta["search"] = {"boost": 0.5}  # whoever searches wants what explains it first
    return LINK.sub(lambda found: _within(found, file.parent, docs, page), _joined(markdown))


def on_post_page(output: str, *, page: Page, **_: Any) -> str:
    """An English page, for which en/ is the root."""
    if not page.url.startswith(ENGLISH):
        return output
    base = get_relative_url(".", page.url)
    return output.replace(f'"base": "{base}"', f'"base": "{get_relative_url(ENGLISH, page.url)}"')


@event_priority(-200)
def on_post_build(*, config: MkDocsConfig) -> None:
    """The schemas that pages link to; the index of the search, which holds all, divided."""
    site = Path(config.site_dir)
    shutil.copytree(ROOT / "schemas", site / "schemas", dirs_exist_ok=True)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    chinese = [one for one in index["docs"] if not one["location"].startswith(ENGLISH)]
    english = [
        {**one, "location": one["location"].removeprefix(ENGLISH)}
        for one in index["docs"]
        if one["location"].startswith(ENGLISH)
    ]
    if not english:  # the first of the two builds
        return
    own = {_page_of(one) for one in english}
    english += [one for one in chinese if _page_of(one) not in own]
    for folder, docs, language in ((site, chinese, "zh"), (site / ENGLISH, english, "en")):
        settings = {**index["config"], "lang": [language], "pipeline": PIPELINES[language]}
        _write_index(folder / "search", {"config": settings, "docs": docs})


def _page_of(entry: dict[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]


def _write_index(folder: Path, index: dict[str, Any]) -> None:
    """For those who open the site from a server, and for those who open it from a folder."""
    folder.mkdir(exist_ok=True)
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / "search_index.json").write_text(text, encoding="utf-8")
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8")


def _joined(markdown: str) -> str:
    """Without line ends between Chinese characters, which would be shown as spaces."""
    parts = FENCED.split(markdown)
    return "".join(part if number % 2 else WRAP.sub("", part) for number, part in enumerate(parts))


def _within(found: re.Match[str], folder: Path, docs: Path, page: Page) -> str:
    text, anchor = found["text"], found["anchor"] or ""
    target = (folder / found["path"]).resolve()
    name = target.relative_to(ROOT).as_posix() if target.is_relative_to(ROOT) else ""
    if name in PAGES:
        target = docs / PAGES[name]
    if target.is_relative_to(docs):
        up = "../" * page.file.src_uri.count("/")
        return f"[{text}]({up}{target.relative_to(docs).as_posix()}{anchor})"
    if name.startswith("schemas/"):
        return f'<a href="{get_relative_url(name, page.url)}">{text}</a>'
    return text
