"""Workflows, container and list of parts: what a reviewer of the supply chain would look for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PROGRAMS = ROOT / "scripts" / "_programs.py"
TOOLS = Path(sys.executable).parent
# Who may write, and what: anything else has to be argued for here.
WRITES = {
    ("pages.yml", "attest"): {"id-token", "attestations"},
    ("pages.yml", "deploy"): {"id-token", "pages"},
    ("pages.yml", "release"): {"contents"},
}
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": [GITHUB / "ISSUE_TEMPLATE" / "correction.yml"],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def test_zizmor_finds_nothing() -> None:
    done = run(TOOLS / "zizmor", "--persona", "auditor", "--offline", "--no-progress", GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_what_github_reads(name: str) -> None:
    schema = f"vendor.{name}"
    from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
    from click.testing import CliRunner

    done = CliRunner().invoke(
        check_jsonschema, ["--builtin-schema", schema, *map(str, SCHEMAS[name])]
    )
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_and_pins(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow[True]  # YAML reads `on` so
    for name, job in workflow["jobs"].items():
        assert "uses" in job or job["timeout-minutes"] <= 30
        writing = {right for right, kind in job["permissions"].items() if kind == "write"}
        assert writing == WRITES.get((path.name, name), set()), name
        for step in job.get("steps", ()):
            uses = step.get("uses", "")
            assert not uses or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", uses), uses
            if uses.startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
                assert not writing, "a job that may write runs nothing of the project"
            assert "${{" not in step.get("run", "")  # no text of others in a shell


def test_nothing_is_published_that_ci_has_not_passed() -> None:
    """On a push and for a release: tests, data and addresses, against what was there before."""
    jobs = read(GITHUB / "workflows" / "pages.yml")["jobs"]
    assert jobs["ci"]["uses"] == "./.github/workflows/ci.yml"
    for name in jobs:
        above, waiting = {name}, [name]
        while waiting:
            needs = jobs[waiting.pop()].get("needs", [])
            new = {needs} if isinstance(needs, str) else set(needs)
            waiting += new - above
            above |= new
        assert "ci" in above, name
    ci = read(GITHUB / "workflows" / "ci.yml")
    assert "workflow_call" in ci[True]
    commands = [step.get("run", "") for job in ci["jobs"].values() for step in job["steps"]]
    for command in ('check.py --base "$BASE"', 'addresses.py check --base "$BASE"', "test.py"):
        assert any(command in run for run in commands), command
    for job in ("data", "test"):
        assert "if" not in ci["jobs"][job]


def test_new_versions_wait() -> None:
    for update in read(GITHUB / "dependabot.yml")["updates"]:
        assert update["cooldown"]["default-days"] >= 7


def test_scripts_named_in_workflows_exist() -> None:
    named = {
        name
        for path in WORKFLOWS
        for name in re.findall(r"python3 (scripts/[a-z_]+\.py)", path.read_text("utf-8"))
    }
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_tests_need_is_installed_first(path: Path) -> None:
    """A runner is not root: there the test command can find programs, but not install them."""
    for job in read(path)["jobs"].values():
        commands = [step.get("run", "") for step in job.get("steps", ())]
        tests = [at for at, command in enumerate(commands) if "scripts/test.py" in command]
        if tests:
            installed = "\n".join(commands[: tests[0]])
            for package in re.findall(r'apt\("([a-z-]+)"', PROGRAMS.read_text("utf-8")):
                # The runner has Chrome.
                assert package in installed or package.startswith("chromium")


def test_the_container_file() -> None:
    done = run(TOOLS / "hadolint", "--no-color", "deploy/Containerfile")
    assert done.returncode == 0, done.stdout + done.stderr
    words = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
    assert re.search(r"^USER [1-9][0-9]*:", words, re.MULTILINE)
    assert ":latest" not in words


@pytest.mark.slow
def test_the_list_of_parts(tmp_path: Path) -> None:
    out = tmp_path / "parts.json"
    done = run(sys.executable, "scripts/dev/sbom.py", out)
    assert done.returncode == 0, done.stderr
    listed = json.loads(out.read_text("utf-8"))
    assert "timestamp" not in listed.get("metadata", {}), "the same lock gives the same bytes"
    # All three, or actions/attest refuses the list (src/sbom.ts of the release pinned here).
    assert listed["bomFormat"] == "CycloneDX"
    assert listed["specVersion"] == "1.6"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", listed["serialNumber"])
    parts = {part["name"].lower(): part["version"] for part in listed["components"]}
    lock = (ROOT / "requirements" / "build.lock").read_text("utf-8")
    pinned = dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", lock, re.MULTILINE))
    assert len(pinned) > 20
    assert parts == pinned
