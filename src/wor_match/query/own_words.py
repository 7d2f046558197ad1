"""What the client's own words add: interests at the lowest strength, limits that weigh against, alarm phrases.

Reading is by sentence, and on the careful side: a theme counts as an interest only in a sentence that says somehow
that it is liked, missed or wanted, and never in one about what went wrong or about somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from wor_match.domain.clean import clean
from wor_match.domain.client import Client
from wor_match.query.after_dark import NO_EVENING, after_dark_told
from wor_match.query.alarms import alarms_in
from wor_match.query.circumstances import circumstances_read, is_of_somebody_with
from wor_match.query.cues import client_table, cues_of, found_aside, is_skilled
from wor_match.query.endurance import NOT_LONG_THERE, endurance_told
from wor_match.query.hardship import hardships
from wor_match.query.home_contact import is_by_others, is_harmless
from wor_match.query.liked import LEAST_AGAINST, Own, done, in_parts, liked
from wor_match.query.meant_otherwise import is_meant_otherwise
from wor_match.query.no_answer import theme_hits
from wor_match.query.own_hours import OWN_HOURS, Told, hours_told
from wor_match.query.walking import SHORT, walk_told
from wor_match.query.who_told import OWN_AGE, OWN_GENDER, Who, who_told
from wor_match.query.whose import told_of_others
from wor_match.text.phrases import Hit, weights_of
from wor_match.text.quote import as_said
from wor_match.text.reading import DIRECTORY, Reading, Readings
from wor_match.text.words import words
from wor_match.vocabulary.enums import FailureCause, Gender, Role
from wor_match.vocabulary.ids import ids
from wor_match.vocabulary.tables import read_table

#: A full stop after "mw." or "dhr." ends no sentence.
#: It begins with the space, by which a search is quick.
_SENTENCE = re.compile(
    r"\s(?:(?<=[.!?;]\s)(?<![Dd]hr\.\s)(?<![Mm]evr\.\s)(?<!\b[Mm]w\.\s)(?<!\b[Ff]am\.\s)(?<!\bMr\.\s)(?<!\bMrs\.\s)\s*"
    r"|(?<=\n)\n*)"
)
#: Without any of these a text is one sentence as it stands.
_MARKS = re.compile("[.!?;<\\\\\n…\"“”„«»'‘’]")
#: "Niet... zingen": a pause, and no end.
_PAUSE = re.compile(r"(?:(?<!\.)\.{2,}+|…)(?=\s+[a-z])")
_ANY_QUOTE = re.compile("[\"“”„«»'‘’]")
_QUOTES = re.compile("[\"“”„«»]|(?<!\\w)['‘’]|['‘’](?!\\w)")
#: Up to so many words a question is one that they answer themselves, and so many the answer has.
_ASKED, _ANSWERED = 3, 7
#: Limits that are causes of failing as well.
LIMIT_CAUSE = {
    "no_crowds": FailureCause.TOO_LARGE,
    "no_stairs": FailureCause.STAIRS,
    "low_energy": FailureCause.TOO_STRENUOUS,
    "no_long_standing": FailureCause.TOO_STRENUOUS,
    "low_budget": FailureCause.TOO_EXPENSIVE,
    "only_women": FailureCause.MIXED_GROUP,
    "only_men": FailureCause.MIXED_GROUP,
    "hard_of_hearing": FailureCause.TOO_NOISY,
    "no_noise": FailureCause.TOO_NOISY,
    "no_fixed_times": FailureCause.COMMITMENT,
    "no_illness_talk": FailureCause.ABOUT_ILLNESS,
    "no_talk": FailureCause.TOO_MUCH_TALK,
    "no_performance": FailureCause.PERFORMANCE,
    "no_digital": FailureCause.DIGITAL,
}
#: A limit that is itself a denial ("geen trap", "durf niet") is marked as denied by its own word.
_DENIALS = frozenset(("geen", "niet", "nooit", "zonder", "no", "not", "never", "without"))
#: Limits in which somebody else is named, and which are the client's: "mijn kinderen moeten mee".
_ALONG = frozenset(("with_children", "no_children"))
#: The key of phrases that only sound like a limit: "als ik geen geld geef".
_NOTHING = "nothing"
_SORT = frozenset(("met", "waar", "voor", "van", "die", "with", "where", "for", "that"))
#: With these a wish to help is one among others, or one for later: "ze zou ook best eens iets voor een ander doen".
_ALSO = frozenset(("ook", "ooit", "best", "misschien", "later", "vroeger", "also", "maybe", "perhaps", "someday"))


@dataclass(frozen=True, slots=True, repr=False)  # a client's words
class OwnWords:
    """What was read: sentences with an interest, and with no more than a pastime in them, and the themes that they name
    of the client; limits (ids of limit_words.csv, and ``own_hours``), alarm signals and circumstances, each with the
    phrase or sentence; complaints, each with how clearly it is named, from 0 to 1, and the first sentence; hours; for
    how many minutes they can be somewhere; the sentence in which they wish to help others, or none; the themes that
    they are good at; and who they say to be."""

    interests: tuple[str, ...] = ()
    pastimes: tuple[str, ...] = ()
    themes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: tuple[tuple[str, str], ...] = ()
    alarms: tuple[tuple[str, str], ...] = ()
    circumstances: tuple[tuple[str, str], ...] = ()
    complaints: tuple[tuple[str, float, str], ...] = ()
    hours: tuple[Told, ...] = ()
    minutes: float | None = None
    helps: str = ""
    skilled: frozenset[str] = frozenset()
    who: Who = field(default_factory=Who)


def read_own_words(text: str) -> OwnWords:
    """Read a client's story.

    Notes
    -----
    It misses things, and alarm phrases most of all: an empty ``alarms`` does not mean that nothing is wrong.

    Examples
    --------
    >>> read_own_words("Ze hield van tuinieren. De trap op gaat niet meer.").interests
    ('Ze hield van tuinieren.',)
    """
    return _read(_own(readings_of(text, Readings())), [])


def read_client(client: Client, readings: Readings | None = None) -> OwnWords:
    """Read a client's story; alarm phrases are looked for in everything that was written down freely."""
    readings = readings or Readings()
    others = [read for text in _other_words(client) for read in readings_of(text, readings)]
    others += [readings.read(one.term) for one in client.complaints if one.term in _complaint_ids()]
    # Who dislikes "alcohol" or "warmte" wants none of it, which is a limit when said so.
    unwanted = [readings.read(f"{no} {one.phrase}") for one in client.dislikes for no in ("geen", "no")]
    terms = [read for term in _own_terms(client) for read in readings_of(term, readings)]
    story = _own(readings_of(client.own_words, readings), client.gender)
    found = _read(story, others, unwanted, terms, client.gender)
    if client.age is not None and client.gender is not None:
        return found
    who = who_told((own.sentence.text, own.of_others) for own in story)
    told = [(OWN_AGE, who.age_said)] if client.age is None and who.age_said else []
    told += [(OWN_GENDER, who.gender_said)] if client.gender is None and who.gender_said else []
    return replace(found, limits=(*found.limits, *told), who=who)


def _read(
    story: Sequence[Own],
    others: Sequence[Reading],
    unwanted: Sequence[Reading] = (),
    terms: Sequence[Reading] = (),
    gender: Gender | None = None,
) -> OwnWords:
    parts = [part for own in story for part in in_parts(own)]
    wanted = {part.sentence.text: themes for part in parts if (themes := liked(part))}
    past = {one.sentence.text: themes for one in parts if one.sentence.text not in wanted and (themes := done(one))}
    sentences = [own.sentence for own in story]
    hours = tuple(told for own in story for told in hours_told(own.sentence.text, own.of_others))
    limits = _limits(story)
    limits += tuple(one for one in _limits(_own(terms)) if one[0] not in dict(limits))
    known = {*dict(limits), *LIMIT_CAUSE}  # what is a cause is read from the dislike itself
    # The denial before what is disliked is ours, and no word of theirs.
    limits += tuple(one for one in _limits(_own(unwanted), own_from=1) if one[0] not in known)
    told_too = list(hours)
    if evening := dict(limits).get(NO_EVENING):  # said once, it is told once
        told_too = [told for told in hours if not (told.is_every_evening and evening.lower() in told.said.lower())]
    limits += tuple((OWN_HOURS, told.said) for told in told_too[:1])
    limits += _walk(story, dict(limits))
    if NO_EVENING not in dict(limits):
        after_dark = (after_dark_told(own.sentence.text, own.of_others) for own in story)
        limits += tuple((NO_EVENING, said) for said in after_dark if said)[:1]
    told = (endurance_told(own.sentence.text, own.of_others) for own in story)
    lasting = next((one for one in told if one is not None), None)
    limits += () if lasting is None else ((NOT_LONG_THERE, lasting.said),)
    return OwnWords(
        interests=tuple(one.sentence.text for one in parts if one.sentence.text in wanted),
        pastimes=tuple(one.sentence.text for one in parts if one.sentence.text in past),
        themes={text: frozenset(themes) for text, themes in (wanted | past).items()},
        limits=limits,
        alarms=alarms_in([*sentences, *others]),
        circumstances=circumstances_read(sentences, [own.of_others for own in story], gender),
        complaints=_complaints(story),
        hours=hours,
        minutes=None if lasting is None else lasting.minutes,
        skilled=frozenset(
            hit.key for own in story if is_skilled(own.sentence) for hit in own.hits(theme_hits(own.sentence))
        ),
        helps=next((own.sentence.text for own in story if _wants_to_help(own)), ""),
    )


def _complaints(story: Sequence[Own]) -> tuple[tuple[str, float, str], ...]:
    """The complaints that the client tells of themselves."""
    table = client_table("complaint_words", "complaint")
    hits = [
        (hit, own.sentence.text)
        for own in story
        for hit in own.hits(table.find(own.sentence))
        if not is_of_somebody_with(hit, own.sentence) and not is_meant_otherwise(hit, own.sentence)
    ]
    first = {hit.key: said for hit, said in reversed(hits) if not hit.negated}
    return tuple((name, weight, first[name]) for name, weight in weights_of([hit for hit, _ in hits]).items())


def _wants_to_help(own: Own) -> bool:
    """Whether the client says that they want to do something for others, and not that they might, beside the rest."""
    if not _ALSO.isdisjoint(own.sentence.words):
        return False
    roles = client_table("role_words", "role").find(own.sentence)
    hits = [hit for hit in own.hits(roles) if hit.exact and not hit.negated]
    return any(hit.key == Role.HELP for hit in hits) and not any(hit.key == "against" for hit in hits)


def _walk(story: Sequence[Own], known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """How far they can walk: the first that is told, where that limit was not read yet, nor a closer one."""
    if SHORT in known:
        return ()
    told = (walk_told(own.sentence.text, own.of_others) for own in story)
    first = next((one for one in told if one is not None and one.limit not in known), None)
    return () if first is None else (first,)


def _own(story: Sequence[Reading], gender: Gender | None = None) -> list[Own]:
    return [Own(*one) for one in zip(story, told_of_others(story, gender), strict=True)]


def readings_of(text: str, readings: Readings) -> list[Reading]:
    """The sentences of a story, each read once."""
    return readings.read_in_pieces(text, sentences_of)


def sentences_of(text: str) -> list[str]:
    """The sentences of a story, as they stand there but for quotation marks."""
    if not _MARKS.search(text):  # a phrase, mostly
        return [plain] if (plain := clean(text)) else []
    plain = clean(text)
    if _ANY_QUOTE.search(plain):
        plain = _QUOTES.sub(" ", plain)
    pieces = [piece.strip() for piece in _SENTENCE.split(_PAUSE.sub("", plain)) if piece.strip()]
    return _with_answers(pieces) if "?" in plain else pieces


def _with_answers(pieces: Sequence[str]) -> list[str]:
    """The same with what is asked in a word and answered in a few as one: "Bingo? Niks."."""
    found: list[str] = []
    for piece in pieces:
        is_asked = found and found[-1].endswith("?") and len(found[-1].split()) <= _ASKED
        found.append(f"{found.pop()} {piece}" if is_asked and len(piece.split()) <= _ANSWERED else piece)
    return found


def _other_words(client: Client) -> list[str]:
    """Everything besides the story that was written down freely about a client: an alarm may stand anywhere."""
    wishes = [one.phrase for one in client.interests]
    wishes += [one.phrase for one in client.dislikes] + [one.phrase for one in client.goals]
    told = _own_terms(client) + [text for one in client.tried for text in (one.what, one.why_it_failed)]
    life = [client.household or "", client.work or "", client.care_duties or ""]
    return [text for text in (*wishes, *client.strengths, *told, *life) if text]


def _own_terms(client: Client) -> list[str]:
    """Complaints in words of one's own; they may name a limit ("niet lang kunnen staan")."""
    return [one.term for one in client.complaints if one.term not in _complaint_ids()]


@cache
def vocabulary_read() -> Mapping[str, Reading]:
    """What a complaint or a reason of referral is named by, read once: words of the vocabulary, and nobody's own."""
    register = {row["wor_register"] for row in read_table("complaints")}
    return {one: Reading(one, DIRECTORY) for one in _complaint_ids() | register}


def _complaint_ids() -> frozenset[str]:
    return ids("complaints", "complaint")


def is_against(sentence: Reading) -> bool:
    """Whether a sentence holds an alarm, or says that something is disliked."""
    if client_table("alarm_phrases", "signal").find(sentence):
        return True
    return weights_of(cues_of(sentence), with_negated=True).get("dislikes", 0.0) >= LEAST_AGAINST


def limit_hits(sentence: Reading) -> list[Hit]:
    """Where a sentence names a limit."""
    table = client_table("limit_words", "limit")
    hits = [*table.find(sentence), *found_aside(table, sentence), *hardships(sentence)]
    void = [range(hit.start_word, hit.end_word) for hit in hits if hit.key == _NOTHING]
    return [hit for hit in hits if not any(hit.start_word in place for place in void)] if void else hits


def _limits(sentences: Sequence[Own], own_from: int = 0) -> tuple[tuple[str, str], ...]:
    """What is named, each with the words in which it was said; those before ``own_from`` are not the client's."""
    found: dict[str, str] = {}
    for own in sentences:
        hits = limit_hits(own.sentence)
        for hit in [*own.hits(hits), *(hit for hit in hits if is_by_others(hit) or hit.key in _ALONG)]:
            is_told = hit.key not in found and (not hit.negated or _denies(hit.phrase))
            is_other = is_harmless(hit, own.sentence) or is_meant_otherwise(hit, own.sentence)
            if is_told and not is_other and not _is_one_sort(hit, own.sentence):
                found[hit.key] = as_said(own.sentence.text, max(hit.start_word, own_from), hit.end_word)
    return tuple(sorted(found.items()))


def _is_one_sort(hit: Hit, sentence: Reading) -> bool:
    """Whether it is one sort of group that is not wished: "geen groep met alleen vrouwen"."""
    after = sentence.words[hit.end_word : hit.end_word + 1]
    return hit.key == "no_crowds" and hit.phrase.endswith(("groep", "groepen")) and not _SORT.isdisjoint(after)


@cache
def _denies(phrase: str) -> bool:
    """Whether a phrase of the table holds a denial of its own."""
    return not _DENIALS.isdisjoint(words(phrase))
