"""JUnit XML, held to the schema by which Jenkins reads it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from stdtree.label import Language
from stdtree.report import Look, Report, render
from tests.report.found import finding, mixed, report_of

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/junit-10.xsd"))


def suite_of(report: Report, language: Language = "en") -> etree._Element:
    """The one suite of a document that the schema accepts; its counts are those of its tests."""
    root = etree.fromstring(render(report, "junit", Look(language)).encode())
    SCHEMA.assertValid(root)
    (suite,) = root
    tests = suite.findall("testcase")
    assert int(suite.get("tests") or "") == int(root.get("tests") or "") == len(tests)
    assert int(suite.get("failures") or "") == len(suite.findall("testcase/failure"))
    assert int(suite.get("skipped") or "") == len(suite.findall("testcase/skipped"))
    return suite


def test_errors_fail_and_the_rest_is_skipped() -> None:
    """As the exit code has it: warnings and notes are told, and stop nothing."""
    suite = suite_of(mixed())
    assert suite.xpath("testcase[failure]/@classname") == ["lost-category", "duplicate-code"]
    assert suite.xpath("testcase[skipped]/@classname") == ["future-date", "empty-category"]
    skipped = suite.find("testcase/skipped")
    assert skipped is not None
    assert skipped.get("message") == "warning: the category “甲” is amiss"
    assert (skipped.text or "").endswith("\nmend it")


def test_the_users_language() -> None:
    """Messages are those of --lang."""
    assert suite_of(mixed(), "zh").xpath("testcase/skipped/@message")[0].endswith("类目“甲”不妥")


def test_hostile_titles_make_no_xml() -> None:
    """Markup is text, and what no XML may hold is shown."""
    (message,) = suite_of(mixed()).xpath("testcase[@classname='duplicate-code']/failure/@message")
    assert "<x>&]]>\ufffd" in message
    assert "␛" in message


def test_nothing_found_is_one_test_that_passes() -> None:
    """Some hosts take a report without tests for a broken one."""
    (test,) = suite_of(report_of())
    assert list(test) == []


def test_what_was_left_out_is_counted() -> None:
    """Where CI shows what a suite printed."""
    found = [finding("future-date", number=number) for number in range(1, 5)]
    assert "2 more findings" in (suite_of(report_of(*found, most=2)).findtext("system-out") or "")
