"""An advice as lines: what is said, in which order and in which role. How it looks is for the text or the card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wor_match.explain.discretion import Discretion
from wor_match.explain.line import Line
from wor_match.explain.lines_gates import gate_lines
from wor_match.explain.lines_plan import Remembered, after_first_lines
from wor_match.explain.lines_rest import after_lines, word_lines
from wor_match.explain.lines_suggestion import suggestion_lines
from wor_match.explain.overrules import overrule_lines
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Audience, Language

if TYPE_CHECKING:
    from wor_match.advice import Advice


def as_lines(advice: Advice, language: Language = "nl", audience: Audience = "coach") -> tuple[Line, ...]:
    """All that an advice has to say to this audience, in order.

    Gates come first, and a STOP leaves nothing else. A client gets no gates, scores or counts.
    """
    return tuple(_lines(advice, language, audience))


def _lines(advice: Advice, language: Language, audience: Audience) -> Iterator[Line]:
    day = advice.provenance.as_of.isoformat()
    yield Line("title", phrase("title", language, audience, reference=advice.reference, day=day))
    if audience == "coach":
        yield from gate_lines(advice.gates, language)
    if advice.is_stopped:
        if audience == "client" and advice.shortfall:
            yield Line("plain", sentence(advice.shortfall, language, audience))
        return
    if audience == "client" and any(gate.level == "first" for gate in advice.gates):
        yield Line("note", phrase("first_client", language, audience))
    yield from word_lines(advice, language, audience)
    if advice.suggestions and not any(link.criterion == "interest" for link in advice.suggestions[0].contributions):
        yield Line("note", phrase("interests_unknown", language, audience))
    only_after = tuple(label("signal", gate.signal, language) for gate in advice.gates if gate.level == "first")
    earlier, discretion = Remembered(), _discretion(advice)
    for one in advice.suggestions:
        yield from suggestion_lines(one, advice.possible_milli, language, audience, only_after, earlier, discretion)
    yield from after_first_lines(advice.suggestions, language, audience)
    yield from overrule_lines(advice.overrules, language, audience)
    yield from after_lines(advice, language, audience)


def _discretion(advice: Advice) -> Discretion:
    """What may be said back to this client; without the intake it is not known what they avoid."""
    asked = advice.provenance.client
    return Discretion(None if asked is None else asked.avoid)


__all__ = ["Line", "as_lines"]
