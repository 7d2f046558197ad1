"""Which themes a sentence of the client says to be liked, missed or wanted, or no more than done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wor_match.query.cues import SUBJECTS, client_table, cues_of
from wor_match.query.excepted import excepted, parted, sides
from wor_match.query.no_answer import theme_hits
from wor_match.query.reading_writing import is_loved_pastime
from wor_match.text.phrases import Hit, weights_of
from wor_match.text.quote import as_said
from wor_match.text.reading import Reading
from wor_match.vocabulary.tables import read_table

#: Themes of which the words mostly tell what happened to somebody: a wish for company in it is said otherwise.
_PEERS = frozenset((
    "bereavement_peers", "divorce_peers", "illness_peers", "mental_peers", "dementia_meeting", "carers_peers",
    "addiction_recovery", "neurodivergent_peers",
))  # fmt: skip
_TOGETHER = re.compile(
    "lotgeno|groep|caf[eé]|delen|elkaar|prat|gesprek|salon|kring|soos|inloop|club|ervaring|cursus|training|leren|peers?"
    "|group|talk|shar|nuchter|stoppen|minder|zonder|verwerken|mezelf zijn|zichzelf zijn|anderen"
)
_LEAST_CUE = 0.5
_AND, _MOST_CUTS = frozenset(("en", "and")), 4
_WANTS = frozenset(("wil", "wilt", "wants"))
_LEAST_THEME = 0.7
#: Of a pastime, where it is said clearly that it is liked: "dol op bloemen".
_LEAST_LIKED = 0.55
#: Says only that it has to be liked.
_VAGUE = frozenset(("iets leuks",))
#: Signs of danger: what a sentence with one of these names besides is no wish.
_GRAVE = frozenset(("suicidal_thoughts", "crisis", "violence", "child_or_elder_abuse"))
#: Two denials that make a need: "zonder muziek kan ik niet", "geen week zonder kaarten".
_WITHOUT = frozenset(("zonder", "without"))
_NOT_WITHOUT = re.compile(
    r"\bzonder [^.,;]{1,40} (?:kan|kon|kunnen) (?:ik|ze|zij|hij|we|wij) niet\b"
    r"|\b(?:kan|kon|kunnen|kunt) [^.,;]{0,20}niet zonder\b"
    r"|\bgeen (?:dag|week|avond|maand|zondag|zaterdag) [^.,;]{0,20}zonder\b"
    r"|\b(?:can't|cannot|can not) (?:live |do )?without\b"
)
#: Themes of which the words are mostly a complaint: whoever wishes help with it says so.
_TROUBLES = frozenset(("stress_course", "mood_course"))
_HANDLES = re.compile(
    r"omgaan|\bom te gaan|\bleren\b|grip|cursus|training|groep|\bhulp|handvat|tools|balans|praten|grenzen|nee zeggen"
    r"|veerkracht|weerba|minder|beter|\blearn|\bcope|coping|course|class|\bhelp|\bless\b|talk"
)
#: From here on a trade is more than a job.
_LEAST_LOVED = 0.8
#: For a sentence in which nothing says that someone likes it.
_LEAST_PASTIME = 0.8
LEAST_AGAINST = 0.4


class Own(NamedTuple):
    """A sentence, and of each of its words whether it tells of somebody else than the client."""

    sentence: Reading
    of_others: Sequence[bool]

    def hits(self, hits: Iterable[Hit]) -> list[Hit]:
        """Those that tell of the client."""
        return [hit for hit in hits if not self.of_others[hit.start_word]]


def liked(own: Own) -> Mapping[str, float]:
    """The themes of a sentence that says that they are liked, missed or wanted; else none, nor of one with an alarm."""
    if own.sentence.once(_is_alarm):
        return {}
    needed = not _WITHOUT.isdisjoint(own.sentence.vocabulary) and _is_needed(own.sentence)
    # Cues such as "lukt niet meer" are denials themselves, so denied hits count too.
    cues = weights_of(own.hits(cues_of(own.sentence)), with_negated=True)
    best = 1.0 if needed else max(cues.get("likes", 0.0), cues.get("wish", 0.0))
    if not _WANTS.isdisjoint(own.sentence.words[:1]):  # a coach's note: "Wil Nederlands leren"
        best = max(best, _LEAST_CUE)
    if best < _LEAST_CUE:
        return {}
    if not needed and max(cues.get("dislikes", 0.0), cues.get("lost", 0.0)) >= best:
        return {theme: weight for half in _sides(own) for theme, weight in liked(half).items()}
    hits = _themes(own, with_plain=best >= _LEAST_LOVED)
    return _clear([hit._replace(negated=False) for hit in hits] if needed else hits, best)


def _is_alarm(sentence: Reading) -> bool:
    """Whether anything in it may be a sign that somebody is not safe: what else it names is then no wish."""
    return any(hit.key in _GRAVE for hit in client_table("alarm_phrases", "signal").find(sentence))


def _is_needed(sentence: Reading) -> bool:
    return bool(_NOT_WITHOUT.search(sentence.text.lower()))


def in_parts(own: Own) -> list[Own]:
    """A sentence cut before each "en ik", where both sides say that something is liked; else the sentence itself.

    "Ik hou van bakken en ik zou wel iets met muziek willen" holds two wishes, and neither is more of the other.
    """
    said = own.sentence.words
    cuts = [at for at in range(1, len(said) - 1) if said[at] in _AND and said[at + 1] in SUBJECTS]
    if not 0 < len(cuts) <= _MOST_CUTS:
        return [own]
    spans = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(said)], strict=True))
    text = own.sentence.text
    parts = [Own(own.sentence.notes.read(as_said(text, *span)), own.of_others[slice(*span)]) for span in spans]
    return parts if all(liked(part) for part in parts) else [own]


def _clear(hits: Sequence[Hit], best: float) -> dict[str, float]:
    """The themes that are named clearly; where it is said clearly that they are liked, a pastime also by less."""
    named = weights_of(hits)
    past = {theme: weight for theme, weight in named.items() if theme in pastimes() and weight >= _LEAST_LIKED}
    if past:  # "iets leuks met bloemen" is about flowers
        named = weights_of([hit for hit in hits if hit.phrase not in _VAGUE])
    if max(named.values(), default=0.0) >= _LEAST_THEME:
        return named
    return past if best >= _LEAST_THEME else {}


def _sides(own: Own) -> list[Own]:
    """Both sides of a "maar" that name something each; what comes after it where only something else is disliked."""
    both = [Own(half, own.of_others[begin:end]) for half, begin, end in sides(own.sentence)]
    if both:
        return both
    parts = [Own(part, own.of_others[begin:end]) for part, begin, end in parted(own.sentence)]
    first = weights_of(parts[0].hits(cues_of(parts[0].sentence)), with_negated=True) if parts else {}
    is_aside = first.get("dislikes", 0.0) >= LEAST_AGAINST and first.get("lost", 0.0) < LEAST_AGAINST
    return parts[1:] if is_aside else []


def done(own: Own) -> Mapping[str, float]:
    """The pastimes of a sentence in which nothing says that they are disliked, lost or somebody else's idea.

    Whoever tells unasked of the cards or the allotment of once does not say that they want it back: a weak sign.
    """
    if own.sentence.once(_is_alarm):
        return {}
    hits = cues_of(own.sentence)
    cues = weights_of(own.hits(hits), with_negated=True) | {"advised": weights_of(hits).get("advised", 0.0)}
    if any(cues.get(cue, 0.0) >= LEAST_AGAINST for cue in ("dislikes", "lost", "advised")):
        return {}
    named = pastimes_in(_themes(own, with_plain=False))
    return {theme: weight for theme, weight in named.items() if weight >= _LEAST_PASTIME}


def _themes(own: Own, *, with_plain: bool) -> list[Hit]:
    """Where a sentence names a theme of the client's; not "met de auto", and a trade only where it was loved."""
    cues = cues_of(own.sentence)
    passing = [cue for cue in cues if cue.key == "passing" or (cue.key == "plain" and not with_plain)]
    taken = [range(cue.start_word, cue.end_word) for cue in passing if not is_loved_pastime(cue, own.sentence)]
    left_out = excepted(own.sentence)
    return [
        hit
        for hit in own.hits(theme_hits(own.sentence))
        if not any(hit.start_word in place and hit.end_word - 1 in place for place in taken)
        and hit.start_word not in left_out
        and not _is_fate(hit, own.sentence)
    ]


def _is_fate(hit: Hit, sentence: Reading) -> bool:
    """Whether it names what happened to people ("is overleden", "na mijn burn-out"), and nothing to do about it."""
    if hit.key in _TROUBLES:
        return not _HANDLES.search(sentence.text.lower())
    return hit.key in _PEERS and not _TOGETHER.search(hit.phrase)


def pastimes_in(hits: Sequence[Hit]) -> dict[str, float]:
    """The pastimes among what a text names, with weights."""
    return {theme: weight for theme, weight in weights_of(hits).items() if theme in pastimes()}


@cache
def pastimes() -> frozenset[str]:
    """Themes that are a pastime: something that one does for its own sake."""
    return frozenset(row["theme"] for row in read_table("themes") if row["pastime"] == "1")
