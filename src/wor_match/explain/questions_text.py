"""What to ask next, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from statistics import stdev
from typing import Self

from wor_match.domain.next_question import AnswerEffect, NextQuestionFacts
from wor_match.domain.records import Record
from wor_match.explain.address import Address, addressing
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.told import Answers, told
from wor_match.explain.wording.table import Audience, Language

#: No answer changes the list; a rare answer could, or two together; none of these is for who reads it.
ENOUGH, LITTLE, NONE_HERE = (Record(code=f"next.{name}", params={}) for name in ("enough", "little", "none_here"))
STOPPED = Record(code="shortfall.stopped", params={})


class NextQuestion(NextQuestionFacts):
    """One question, or the remark that asking more will not, or hardly, change the list."""

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """Whom to ask what, and how much the answer could change; empty when it is not for this audience.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client what they can answer themselves.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> found = Matcher(catalogue, as_of=SAMPLE_DATE).questions(clients[13])
        >>> found[0].to_text()
        'Vraag de cliënt: op welke dagen en tijden kan de cliënt? (verandert gemiddeld 2,4 plaatsen op de lijst)'
        >>> found[0].to_text(audience="client", address="je")
        'Op welke dagen en tijden kun je?'
        """
        if audience == "client" and self.kind == "provider":
            return told((), language, audience, address)
        language = addressing(language, address, audience)
        asked = " ".join(text for text in _sentences(self, language, audience) if text)
        choices = [f"  - {sentence(one.question, language, audience)}" for one in self.choices]
        return told([asked, *choices], language, audience, address)

    @property
    def sampling_error(self) -> float:
        """How far ``expected_change`` may be off, in places; 0 when it is exact. The order counts it off."""
        return sampling_error(self.answers) if self.how == "sample" else 0.0

    @property
    def most_changed(self) -> int:
        """How many places of the list an answer changes at most."""
        return max((one.changed for one in self.answers), default=0)


class NextQuestions(Answers[NextQuestion]):
    """What to ask next, most telling first.

    Parameters
    ----------
    is_all : bool
        Whether no question was left out that would change the list by 0.1 place or more.
    """

    one = NextQuestion
    flags = ("is_stopped", "is_all")
    is_all: bool

    def __new__(cls, found: Iterable[NextQuestion] = (), *, is_stopped: bool = False, is_all: bool = False) -> Self:
        """Questions, with what is true of them together."""
        return cls._made(found, is_stopped=is_stopped, is_all=is_all)

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """One point a question, those for one number as one call, and a hint when asking more changes nothing.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> Matcher(catalogue, as_of=SAMPLE_DATE).questions(clients[9], k=1).to_text()
        'Meer vragen verandert deze lijst waarschijnlijk niet.'
        """
        asked = [text for group in _calls(self) if (text := _together(group, language, audience, address))]
        if self.is_stopped or not asked:
            only = sentence(self._only, language, audience, address)
            return told([only], language, audience, address)
        if self[0].kind == "enough":
            return asked[0]
        language = addressing(language, address, audience)
        intro, rest = (phrase(name, language, audience) for name in ("next_intro", "next_no_more"))
        points = [f"- {text}" for text in asked]
        return told([intro, *points, rest if self.is_all else ""], language, audience, address)

    @property
    def _only(self) -> Record:
        """What is said when there is no question for who reads it."""
        return STOPPED if self.is_stopped else (LITTLE if self.is_all else NONE_HERE)


def sampling_error(answers: Sequence[AnswerEffect]) -> float:
    """How far the expected change of a sample may be off: two standard errors, and one place in one draw at least.

    Examples
    --------
    >>> sampling_error([AnswerEffect(name=str(n), chance=0.25, enters=("a",) * (n % 2)) for n in range(4)])
    0.577350269189...
    """
    if len(answers) < 2:
        return float(max((one.changed for one in answers), default=0))
    return max(2 * stdev(one.changed for one in answers) / sqrt(len(answers)), 1 / len(answers))


def _calls(found: Iterable[NextQuestion]) -> list[list[NextQuestion]]:
    """Questions in order; those for one provider together, where the first of them stands."""
    groups: dict[object, list[NextQuestion]] = {}
    for number, one in enumerate(found):
        groups.setdefault(one.whom or number, []).append(one)
    return list(groups.values())


def _together(group: list[NextQuestion], language: Language, audience: Audience, address: Address) -> str:
    if len(group) == 1:
        return group[0].to_text(language=language, audience=audience, address=address)
    if audience == "client":
        return ""  # each of them is for a provider
    titles = dict.fromkeys(one.title for one in group)
    effect = max(one.expected_change for one in group) or None
    about = {"who": group[0].whom, "title": group[0].title if len(titles) == 1 else None, "places": effect}
    asked = [f"  - {point}" for point in _points(group, len(titles) > 1, language, audience)]
    return told([phrase("next_calls", language, audience, **about), *asked], language, audience, address)


def _points(group: list[NextQuestion], is_named: bool, language: Language, audience: Audience) -> Iterator[str]:
    """The questions of a call, each once, with the names of the activities where the call is about several."""
    about: dict[str, list[str]] = {}
    for one in group:
        about.setdefault(sentence(one.question, language, audience), []).append(one.title or "")
    for asked, titles in about.items():
        named = phrase("next_topics", language, audience, titles=tuple(titles)) if is_named else ""
        yield " ".join([named, _small(asked)]) if named else asked


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _whom(one: NextQuestion, language: Language, audience: Audience) -> str:
    if one.kind not in ("client", "provider"):
        return ""
    if one.whom:
        return phrase("next_number", language, audience, title=one.title, who=one.whom)
    name = "next_call" if one.kind == "provider" else ("next_about" if one.title else "next_client")
    return phrase(name, language, audience, **({"title": one.title} if one.title else {}))


def _sentences(one: NextQuestion, language: Language, audience: Audience) -> Iterator[str]:
    whom, asked = _whom(one, language, audience), sentence(one.question, language, audience)
    if not asked:
        return  # not for this audience
    yield whom
    yield _small(asked) if whom else asked
    if one.expected_change:
        yield phrase("next_effect", language, audience, places=one.expected_change)
    if one.how == "sample":
        yield phrase("next_sample", language, audience)
