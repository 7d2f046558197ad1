"""The command line: a demo, recommending, checking a directory, and the JSON schemas.

Exit codes: 0 all went well, 1 problems were found, 2 the input cannot be used. Messages name the field and the
record, never what a client's field holds.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wor_match.errors import InputError, Problem, WorMatchError
from wor_match.version import __version__

if TYPE_CHECKING:
    from wor_match.catalogue.catalogue import Catalogue
    from wor_match.domain.client import Client
    from wor_match.domain.profile import Profile

OK, PROBLEMS, UNUSABLE = 0, 1, 2
SCHEMAS = ("client", "activity", "advice", "profile")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _write_utf8()
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as stopped:  # argparse has told what is wrong, or printed the help
        return stopped.code if isinstance(stopped.code, int) else UNUSABLE
    try:
        return int(chosen.run(chosen))
    except WorMatchError as error:
        print(f"wor-match: {error}", file=sys.stderr)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        sys.stderr.close()
        return OK
    return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wor-match", description="Find social activities that fit a client, and say why."
    )
    parser.add_argument("--version", action="version", version=f"wor-match {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="show the whole job on the sample that ships with the library")
    demo.add_argument("--language", choices=("nl", "en"), default="nl")
    demo.add_argument("--client", metavar="REF", help="show one client of the sample, such as c-01")
    demo.add_argument("--audience", choices=("coach", "client"), default="coach")
    demo.set_defaults(run=_demo)

    recommend = commands.add_parser("recommend", help="suggest activities for one client or several")
    recommend.add_argument("--catalogue", metavar="FILE", required=True, help="a directory: HSDS, ORUK or a table")
    recommend.add_argument("--client", metavar="FILE", required=True, help="JSON: a client, or a list of clients")
    recommend.add_argument("--profile", metavar="FILE", help="JSON: weights and limits")
    recommend.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day of asking; today when it is left out")
    recommend.add_argument("-k", type=int, default=5, help="how many suggestions at most (5)")
    recommend.add_argument("--language", choices=("nl", "en"), default="nl")
    recommend.add_argument("--audience", choices=("coach", "client"), default="coach")
    recommend.add_argument("--format", choices=("text", "json"), default="text")
    recommend.set_defaults(run=_recommend)

    validate = commands.add_parser("validate", help="read a directory and tell what is wrong with it")
    validate.add_argument("file", metavar="FILE")
    validate.add_argument("--format", choices=("text", "json"), default="text")
    validate.set_defaults(run=_validate)

    schema = commands.add_parser("schema", help="print a JSON schema")
    schema.add_argument("name", metavar="NAME", help=f"one of {', '.join(SCHEMAS)}")
    schema.set_defaults(run=_schema)
    return parser


def _demo(chosen: argparse.Namespace) -> int:
    from wor_match.demo import demo_text

    print(demo_text(chosen.language, chosen.audience, chosen.client))
    return OK


def _recommend(chosen: argparse.Namespace) -> int:
    from wor_match.advice import Advice
    from wor_match.matcher import Matcher

    if chosen.format == "json" and chosen.audience == "client":
        raise _unusable("recommend", "--audience", "must be coach with --format json, which holds all there is")
    matcher = Matcher(_catalogue(chosen.catalogue), _profile(chosen.profile), as_of=_day(chosen.as_of))
    clients, is_list = _clients(chosen.client)
    advices = matcher.recommend_many(clients, chosen.k).advices
    good = [one for one in advices if isinstance(one, Advice)]
    for number, one in enumerate(advices):
        if isinstance(one, InputError):
            print(f"wor-match: {chosen.client}, client {number + 1}: {one}", file=sys.stderr)
    if chosen.format == "json":
        dumped = [one.model_dump(mode="json") for one in good]
        print(_json(dumped if is_list or not dumped else dumped[0]))
    else:
        print("\n\n\n".join(one.to_text(language=chosen.language, audience=chosen.audience) for one in good))
    return OK if len(good) == len(advices) else (PROBLEMS if good else UNUSABLE)


def _validate(chosen: argparse.Namespace) -> int:
    report = _catalogue(chosen.file).report
    if chosen.format == "json":
        print(_json(asdict(report)))
    else:
        counts = (
            f"{report.read} records read, {report.kept} kept ({report.repaired} repaired), {report.skipped} skipped"
        )
        print(f"{chosen.file}: {report.source_format}: {counts}; {report.activities} activities")
        for file in report.files:
            print(f"  {file.name}: {file.read} read, {file.kept} kept, {file.skipped} skipped")
        for problem in report.problems:
            print(f"  {problem}")
    wrong = any(problem.severity != "note" for problem in report.problems)
    return PROBLEMS if wrong else OK


def _schema(chosen: argparse.Namespace) -> int:
    from wor_match.advice import Advice
    from wor_match.domain.activity import Activity
    from wor_match.domain.base import Model
    from wor_match.domain.client import Client
    from wor_match.domain.profile import Profile

    models: dict[str, type[Model]] = {"client": Client, "activity": Activity, "advice": Advice, "profile": Profile}
    if chosen.name not in models:
        raise _unusable("schema", "NAME", f"must be one of {', '.join(models)}")
    print(_json(models[chosen.name].model_json_schema()))
    return OK


def _catalogue(file: str) -> Catalogue:
    from wor_match.exchange import read_catalogue

    path = Path(file)
    if not path.exists():
        raise _unusable(file, "(file)", "does not exist")
    try:
        return read_catalogue(path)
    except OSError as error:
        raise _unusable(file, "(file)", _why(error)) from None


def _clients(file: str) -> tuple[list[Client], bool]:
    """The clients of a file, and whether it holds a list."""
    from wor_match.domain.client import Client

    found = _read_json(file)
    rows = found if isinstance(found, list) else [found]
    if not rows:
        raise _unusable(file, "(whole)", "must hold at least one client")
    clients, problems = [], []
    for number, row in enumerate(rows, 1):
        try:
            clients.append(Client.model_validate(row))
        except InputError as error:
            record = f"client {number}" if isinstance(found, list) else ""
            problems += [Problem(one.field, one.code, one.must_be, record) for one in error.problems]
    if problems:
        raise InputError(file, problems)
    return clients, isinstance(found, list)


def _profile(file: str | None) -> Profile:
    from wor_match.domain.profile import Profile

    return Profile.default() if file is None else Profile.model_validate(_read_json(file))


def _read_json(file: str) -> Any:
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _unusable(file, "(file)", _why(error)) from None
    except UnicodeDecodeError:
        raise _unusable(file, "(file)", "must be UTF-8 text") from None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise _unusable(file, "(file)", f"must be JSON{where}") from None


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _unusable("recommend", "--as-of", "must be a date as YYYY-MM-DD") from None


def _unusable(what: str, field: str, must_be: str) -> InputError:
    return InputError(what, [Problem(field, "unusable", must_be)])


def _why(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
