"""The demo: the whole job on the sample, written for a coach who sees it for the first time."""

from __future__ import annotations

import textwrap
from typing import Literal

from wor_match.domain.client import Client
from wor_match.errors import InputError, Problem
from wor_match.explain.text import WIDTH
from wor_match.matcher import Matcher
from wor_match.sample import SAMPLE_DATE, load_sample

Language = Literal["nl", "en"]
Audience = Literal["coach", "client"]
#: A client of the sample, and how many suggestions are shown.
_SHOWN = {"c-02": 2, "c-09": 3, "c-12": 3, "c-16": 5}

_INTRO = {
    "nl": """Dit is een voorbeeld. De gemeente Waterhoven, de activiteiten en de mensen zijn verzonnen. Vandaag is het
maandag 23 november 2026. Een welzijnscoach heeft met een cliënt gepraat: wat iemand graag doet, waar iemand woont, en
wat wel en niet kan. Het programma zoekt daar activiteiten bij en legt elke keus uit. U leest per activiteit waarom
die past, wat ertegen spreekt, wat u eerst moet vragen, en hoe de eerste stap eruitziet. Onderaan staat waarom andere
activiteiten afvielen. Bij een zorg over veiligheid komt er geen lijst, maar staat er wie u kunt bellen.""",
    "en": """This is an example. The municipality of Waterhoven, the activities and the people are invented. Today is
Monday 23 November 2026. A link worker has talked with a client: what someone likes to do, where they live, and what
they can and cannot do. The program finds activities that fit and explains every choice. For each activity you read why
it fits, what speaks against it, what to ask first, and what the first step looks like. At the end you read why other
activities fell out. When there is a worry about safety there is no list, but you read whom to call.""",
}
_NEXT = {
    "nl": "Meer zien? Kies een van de twintig cliënten: wor-match demo --client c-01 (tot en met c-20). "
    "Zo leest de cliënt het zelf: wor-match demo --client c-01 --audience client.",
    "en": "More? Choose one of the twenty clients: wor-match demo --language en --client c-01 (up to c-20). "
    "What the client reads: wor-match demo --language en --client c-01 --audience client.",
}
_LIKES = {"nl": "De cliënt houdt van", "en": "The client likes"}
_SAID = {"nl": "In eigen woorden", "en": "In their own words"}


def demo_text(language: Language = "nl", audience: Audience = "coach", reference: str | None = None) -> str:
    """The demo as text: four clients of the sample, or the one that was asked for.

    Raises
    ------
    InputError
        If the sample has no client of this reference.
    """
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    known = {client.reference: client for client in clients}
    if reference is not None and reference not in known:
        must_be = f"must be one of {clients[0].reference} to {clients[-1].reference}"
        raise InputError("demo", [Problem("--client", "unknown_client", must_be)])
    shown = {reference: 5} if reference is not None else _SHOWN
    pieces = [_wrapped(_INTRO[language])] if reference is None else []
    for name, k in shown.items():
        advice = matcher.recommend(known[name], k)
        intake = _intake(known[name], language) if audience == "coach" else ""
        pieces.append(intake + advice.to_text(language=language, audience=audience))
    if reference is None:
        pieces.append(_wrapped(_NEXT[language]))
    return f"\n\n{'-' * WIDTH}\n\n".join(pieces)


def _intake(client: Client, language: Language) -> str:
    """What this invented client said, in their own words."""
    likes = ", ".join(f"‘{one.phrase}’" for one in client.interests)
    told = [f"{_LIKES[language]}: {likes}."] if likes else []
    told += [f"{_SAID[language]}: ‘{client.own_words}’"] if client.own_words else []
    return "".join(f"{_wrapped(one)}\n" for one in told) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH)
