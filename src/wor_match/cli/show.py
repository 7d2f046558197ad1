"""``wor-match demo``, ``validate`` and ``schema``."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from wor_match.cli.read import catalogue
from wor_match.cli.write import OK, PROBLEMS, as_json, unusable

SCHEMAS = ("client", "activity", "advice", "profile")


def demo(chosen: argparse.Namespace) -> int:
    """Show the whole job on the sample."""
    from wor_match.demo import demo_text

    print(demo_text(chosen.language, chosen.audience, chosen.client, is_talk=chosen.conversation))
    return OK


def validate(chosen: argparse.Namespace) -> int:
    """Tell what is wrong with a directory."""
    report = catalogue(chosen.file).report
    if chosen.format == "json":
        print(as_json(asdict(report)))
    else:
        counts = (
            f"{report.read} records read, {report.kept} kept ({report.repaired} repaired), {report.skipped} skipped"
        )
        print(f"{chosen.file}: {report.source_format}: {counts}; {report.activities} activities")
        for file in report.files[: None if len(report.files) > 1 else 0]:  # of the only one the line above tells it
            print(f"  {file.name}: {file.read} read, {file.kept} kept, {file.skipped} skipped")
        for problem in report.problems:
            print(f"  {problem}")
    wrong = any(problem.severity != "note" for problem in report.problems)
    return PROBLEMS if wrong else OK


def schema(chosen: argparse.Namespace) -> int:
    """Print a JSON schema."""
    from wor_match.advice import Advice
    from wor_match.domain.activity import Activity
    from wor_match.domain.base import Model
    from wor_match.domain.client import Client
    from wor_match.domain.profile import Profile

    models: dict[str, type[Model]] = {"client": Client, "activity": Activity, "advice": Advice, "profile": Profile}
    if chosen.name not in models:
        raise unusable("schema", "NAME", f"must be one of {', '.join(models)}")
    print(as_json(models[chosen.name].model_json_schema()))
    return OK
