"""JUnit XML, which every CI reads: an error is a failed test, what may stay is a skipped one.

There is no standard; this keeps to the elements and attributes that Jenkins, GitLab and Azure
share, in the order of Jenkins' junit-10.xsd.
"""

from __future__ import annotations

import re

from stdtree.label import Language
from stdtree.model.finding import Severity
from stdtree.model.output import FindingEntry, FindingsDocument
from stdtree.report import Look, Report
from stdtree.report.for_hosts import findings_of, left_out, where, worst_first
from stdtree.safe import safe

_NO_XML = re.compile("[\ufffe\uffff]")
"""What no XML may hold and `safe` lets through."""
_CHECK = "stdtree check"


def render(report: Report, look: Look) -> str:
    """A suite with a test for each finding; one test that passes if there is none.

    Raises UsageError for a report of something else.
    """
    from xml.etree import ElementTree as ET

    document = findings_of(report, "junit")
    found = worst_first(document.findings)
    failures = sum(finding.severity is Severity.ERROR for finding in found)
    counts = {
        "name": _CHECK,
        "tests": str(len(found) or 1),
        "failures": str(failures),
        "errors": "0",
    }
    root = ET.Element("testsuites", counts)
    suite = ET.SubElement(root, "testsuite", {**counts, "skipped": str(len(found) - failures)})
    if not found:
        ET.SubElement(
            suite, "testcase", {"classname": _CHECK, "name": report.title.in_(look.language)}
        )
    for finding in found:
        name = {"classname": finding.rule, "name": _xml(where(finding)), "time": "0"}
        tag, attributes, text = _outcome(finding, look.language)
        ET.SubElement(ET.SubElement(suite, "testcase", name), tag, attributes).text = text
    if told := _unlisted(document, look.language):
        ET.SubElement(suite, "system-out").text = told
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _outcome(finding: FindingEntry, language: Language) -> tuple[str, dict[str, str], str]:
    """Element, attributes and text of what came of a test."""
    message, hint = _xml(finding.message.in_(language)), _xml(finding.hint.in_(language))
    text = f"{_xml(where(finding))}: {finding.severity} {finding.rule} {message}\n{hint}"
    if finding.severity is Severity.ERROR:
        return "failure", {"type": finding.severity.value, "message": message}, text
    return "skipped", {"message": f"{finding.severity}: {message}"}, text


def _unlisted(document: FindingsDocument, language: Language) -> str:
    omitted = document.summary.omitted
    return left_out(omitted).in_(language) if omitted else ""


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", safe(text))
