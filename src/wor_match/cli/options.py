"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from wor_match.cli.converse import CONVERSATION, converse
from wor_match.cli.recommend import FORMATS, recommend
from wor_match.cli.show import SCHEMAS, demo, schema, validate
from wor_match.version import __version__

LANGUAGES, AUDIENCES, ADDRESSES = ("nl", "en"), ("coach", "client"), ("u", "je")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    found = argparse.ArgumentParser(
        prog="wor-match", description="Find social activities that fit a client, and say why."
    )
    found.add_argument("--version", action="version", version=f"wor-match {__version__}")
    commands = found.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _demo(commands.add_parser("demo", help="show the whole job on the sample that ships with the library"))
    _recommend(commands.add_parser("recommend", help="suggest activities for one client or several"))
    for name, told in CONVERSATION.items():
        _converse(name, commands.add_parser(name, help=told.help))
    _validate(commands.add_parser("validate", help="read a directory and tell what is wrong with it"))
    _schema(commands.add_parser("schema", help="print a JSON schema"))
    return found


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=LANGUAGES, default="nl")
    command.add_argument("--client", metavar="REF", help="show one client of the sample, such as c-01")
    command.add_argument("--audience", choices=AUDIENCES, default="coach")
    command.add_argument("--conversation", action="store_true", help="only the conversation, about --client")
    command.set_defaults(run=demo)


def _recommend(command: argparse.ArgumentParser) -> None:
    _asks(command, recommend)
    command.add_argument("--format", choices=FORMATS, default="text", help="html: a page; leaflet: for the client")
    _remedies(command)


def _converse(name: str, command: argparse.ArgumentParser) -> None:
    _asks(command, converse)
    command.add_argument("--format", choices=("text", "json"), default="text")
    if name == "why-not":
        command.add_argument("--activity", metavar="ID", required=True, help="an id of the catalogue")
    if name == "what-if":
        _remedies(command)
    command.set_defaults(asked=name)


def _remedies(command: argparse.ArgumentParser) -> None:
    command.add_argument("--remedies", metavar="FILE", help="JSON: what there is locally, a list of remedies")


def _asks(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """What every question about a client needs."""
    command.add_argument("--catalogue", metavar="FILE", required=True, help="a directory: HSDS, ORUK or a table")
    command.add_argument("--client", metavar="FILE", required=True, help="JSON: a client, or a list of clients")
    command.add_argument("--profile", metavar="FILE", help="JSON: weights and limits")
    command.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day of asking; today when it is left out")
    command.add_argument("-k", type=int, default=5, help="how many suggestions at most (5)")
    command.add_argument("--language", choices=LANGUAGES, default="nl")
    command.add_argument("--audience", choices=AUDIENCES, default="coach")
    command.add_argument("--address", choices=ADDRESSES, default="u", help="how a client is addressed in Dutch (u)")
    command.add_argument("--output", metavar="FILE", help="write to this file instead of the screen")
    command.set_defaults(run=run)


def _validate(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=validate)


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", metavar="NAME", help=f"one of {', '.join(SCHEMAS)}")
    command.set_defaults(run=schema)
