"""GitHub's runner as far as a composite action needs it: steps, variables, files, a shallow clone.

It carries out the steps of action.yml itself. Left out is only the installation: the programs are
those of the tests.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from tests.ci.forge import TOKEN
from tests.gates.files import ROOT
from tests.shell import Ended, Shell

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


@dataclass
class Ran:
    """What came of a run of the action."""

    check: Ended
    comment: Ended | None
    outputs: dict[str, str]
    summary: str


@dataclass
class Runner:
    """A job: a clone as actions/checkout makes it, and what the runner tells its steps."""

    shell: Shell
    """In the clone."""
    temp: Path
    event: Mapping[str, Any]
    api: str
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, **inputs: str) -> Ran:
        """Carry out the action, inputs with `_` for `-`."""
        defaults = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()}
        given = {name.replace("_", "-"): text for name, text in inputs.items()}
        known = {f"inputs.{name}": text for name, text in {**defaults, **given}.items()}
        known["inputs.token"] = TOKEN
        known["steps.install.outputs.bin"] = str(Path(sys.executable).parent)
        self.temp.mkdir(exist_ok=True)
        check = self._step("Check and compare", known)
        outputs = dict(
            line.split("=", 1) for line in self._file("output").read_text("utf-8").splitlines()
        )
        known |= {f"steps.check.outputs.{name}": text for name, text in outputs.items()}
        wanted = known["inputs.comment"] == "true" and bool(outputs["comment"])
        comment = self._step("Comment on the pull request", known) if wanted else None
        return Ran(check, comment, outputs, self._file("summary").read_text("utf-8"))

    def _step(self, name: str, known: Mapping[str, str]) -> Ended:
        step = STEPS[name]
        own = {
            key: EXPRESSION.sub(lambda found: known[found[1]], str(value))
            for key, value in step["env"].items()
        }
        event = self._file("event")
        event.write_text(json.dumps(self.event), encoding="utf-8")
        told = {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_API_URL": self.api,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(self._file("output")),
            "GITHUB_REPOSITORY": "drafters/system",
            "GITHUB_RUN_ID": "42",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_STEP_SUMMARY": str(self._file("summary")),
            "GITHUB_WORKSPACE": str(self.shell.folder),
            "RUNNER_TEMP": str(self.temp),
        }
        shell = replace(self.shell, extra={**self.shell.extra, **told, **self.variables, **own})
        return shell.run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])

    def _file(self, name: str) -> Path:
        path = self.temp / name
        path.touch()
        return path
