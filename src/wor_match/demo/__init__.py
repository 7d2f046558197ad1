"""The demo: the whole job on the sample, written for a coach who sees it for the first time."""

from __future__ import annotations

from wor_match.demo.conversation import conversation
from wor_match.demo.words import INTRO, LIKES, NEXT, SAID
from wor_match.domain.client import Client
from wor_match.errors import InputError, Problem
from wor_match.explain.text import WIDTH, wrapped
from wor_match.explain.wording.table import Audience, Shipped
from wor_match.matcher import Matcher
from wor_match.sample import SAMPLE_DATE, load_sample, load_sample_remedies

#: Clients of the sample, how many suggestions are shown of each, and with whom the conversation is about.
_SHOWN, _TALKED_OF = {"c-02": 2, "c-12": 2, "c-16": 5}, "c-17"
_RULE = f"\n\n{'-' * WIDTH}\n\n"


def demo_text(
    language: Shipped = "nl", audience: Audience = "coach", reference: str | None = None, *, is_talk: bool = False
) -> str:
    """The demo as text: some clients of the sample and a conversation about one, or the client that was asked for.

    Parameters
    ----------
    is_talk : bool
        Only the conversation, about the client that was asked for.

    Raises
    ------
    InputError
        If the sample has no client of this reference, or a conversation is asked for a client to read.
    """
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
    known = {client.reference: client for client in clients}
    if reference is not None and reference not in known:
        must_be = f"must be one of {clients[0].reference} to {clients[-1].reference}"
        raise InputError("demo", [Problem("--client", "unknown_client", must_be)])
    if is_talk and audience == "client":
        raise InputError("demo", [Problem("--audience", "unusable", "must be coach: they have the conversation")])
    if is_talk:
        return _talk(matcher, known[reference or _TALKED_OF], language)
    if reference is not None:
        return _one(matcher, known[reference], 5, language, audience)
    shown = [_one(matcher, known[name], k, language, audience) for name, k in _SHOWN.items()]
    talk = [_talk(matcher, known[_TALKED_OF], language)] if audience == "coach" else []
    return _RULE.join([_paragraph(INTRO[language]), *shown, *talk, _paragraph(NEXT[language])])


def _one(matcher: Matcher, client: Client, k: int, language: Shipped, audience: Audience) -> str:
    intake = _intake(client, language) if audience == "coach" else ""
    return intake + matcher.recommend(client, k).to_text(language=language, audience=audience)


def _talk(matcher: Matcher, client: Client, language: Shipped) -> str:
    return _intake(client, language) + conversation(matcher, client, language)


def _intake(client: Client, language: Shipped) -> str:
    """What this invented client said, in their own words."""
    likes = ", ".join(f"‘{one.phrase}’" for one in client.interests)
    told = [f"{LIKES[language]}: {likes}."] if likes else []
    told += [f"{SAID[language]}: ‘{client.own_words}’"] if client.own_words else []
    return "".join(f"{_paragraph(one)}\n" for one in told) + "\n"


def _paragraph(text: str) -> str:
    return wrapped(" ".join(text.split()))
