"""``wor-match why-not``, ``what-if``, ``questions`` and ``stability``: what a coach asks of a list."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wor_match.cli.read import clients, matcher
from wor_match.cli.write import as_json, exit_code, unusable, warn, write
from wor_match.errors import InputError

if TYPE_CHECKING:
    from wor_match.domain.client import Client
    from wor_match.matcher import Matcher

Ask = Callable[["Matcher", "Client"], Any]


@dataclass(frozen=True, slots=True)
class Told:
    """One question of a coach.

    Parameters
    ----------
    help : str
    ask : function
        From what was chosen to a question for a matcher.
    """

    help: str
    ask: Callable[[argparse.Namespace], Ask]


def _why_not(chosen: argparse.Namespace) -> Ask:
    if chosen.audience == "client":
        raise unusable("why-not", "--audience", "must be coach: it tells what is not for a client")
    return lambda found, client: found.why_not(client, chosen.activity, chosen.k)


def _what_if(chosen: argparse.Namespace) -> Ask:
    return lambda found, client: found.what_if(client, chosen.k)


def _questions(chosen: argparse.Namespace) -> Ask:
    return lambda found, client: found.questions(client, chosen.k)


def _stability(chosen: argparse.Namespace) -> Ask:
    return lambda found, client: found.stability(client, chosen.k)


CONVERSATION = {
    "why-not": Told("why an activity is not on the list, and what would bring it in", _why_not),
    "what-if": Told("small changes that bring something new onto the list", _what_if),
    "questions": Told("what to ask next", _questions),
    "stability": Told("how sure the order is", _stability),
}


def converse(chosen: argparse.Namespace) -> int:
    """Answer for every client of the file."""
    if chosen.format == "json" and chosen.audience == "client":
        raise unusable(chosen.asked, "--audience", "must be coach with --format json, which holds all there is")
    ask, found = CONVERSATION[chosen.asked].ask(chosen), matcher(chosen)
    asked = clients(chosen.client)
    answers = []
    for number, client in asked.good:
        try:
            answers.append((client.reference, ask(found, client)))
        except InputError as error:
            warn(f"{chosen.client}, client {number}: {error}")
    if answers:
        write(_written(answers, asked.is_list, chosen), chosen.output)
    return exit_code(len(answers), len(asked))


def _written(answers: list[tuple[str, Any]], is_list: bool, chosen: argparse.Namespace) -> str:
    if chosen.format == "json":
        name = chosen.asked.replace("-", "_")
        dumped = [{"reference": reference, **_stop(answer), name: _dumped(answer)} for reference, answer in answers]
        return as_json(dumped if is_list else dumped[0])
    told = [_told(answer, chosen) for _, answer in answers]
    if not is_list:
        return told[0]
    return "\n\n".join(f"{reference}\n{text}" for (reference, _), text in zip(answers, told, strict=True))


def _told(answer: Any, chosen: argparse.Namespace) -> str:
    from wor_match.explain.text import wrapped

    for_client = {} if chosen.asked == "why-not" else {"audience": chosen.audience, "address": chosen.address}
    return wrapped(answer.to_text(language=chosen.language, **for_client))


def _stop(answer: Any) -> dict[str, bool]:
    """Beside a list that is empty because of safety it stands that it is."""
    return {"is_stopped": True} if isinstance(answer, tuple) and getattr(answer, "is_stopped", False) else {}


def _dumped(answer: Any) -> Any:
    several = getattr(answer, "to_json", None)  # what-ifs and questions: also whether a STOP is why there are none
    return json.loads(several()) if several else answer.model_dump(mode="json")
