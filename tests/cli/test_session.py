"""Language and colour: which setting wins."""

from __future__ import annotations

import pytest

from stdtree.cli.session import Color, language_asked, language_of, wants_color


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        (["check", "--lang", "zh"], {"STDTREE_LANG": "en"}, "zh"),
        (["--lang=zh", "check"], {}, "zh"),
        (["--lang", "zh", "check", "--lang", "en"], {}, "en"),
        (["find", "--", "--lang", "zh"], {}, "en"),
        (["--lang", "fr"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["zh"], {}, "en"),
        ([], {"STDTREE_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        ([], {}, "en"),
    ],
)
def test_language(arguments: list[str], environ: dict[str, str], expected: str) -> None:
    """--lang anywhere before `--`, then STDTREE_LANG, then the locale."""
    assert expected == language_of(arguments, environ)


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        (["lsp", "--lang", "zh"], {}, "zh"),
        (["lsp"], {"STDTREE_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        (["lsp"], {"LC_ALL": "zh_CN.UTF-8"}, None),
    ],
)
def test_language_asked_for(
    arguments: list[str], environ: dict[str, str], expected: str | None
) -> None:
    """The locale of the machine asks for nothing: an editor may have another."""
    assert expected == language_asked(arguments, environ)


@pytest.mark.parametrize(
    ("color", "environ", "is_terminal", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1", "CLICOLOR": "0"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR": "0"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {}, True, True),
        ("auto", {}, False, False),
    ],
)
def test_color(color: Color, environ: dict[str, str], *, is_terminal: bool, expected: bool) -> None:
    """--color > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > CLICOLOR=0 > dumb or no terminal."""
    assert expected is wants_color(color, environ, is_terminal=is_terminal)
