"""In what circumstances a client is: only used to meet a group's own target group, never a score by itself.

What was named comes first. The rest is read: from complaints, household, work and care duties, from the story sentence
by sentence, and from what the intake says otherwise (a wheelchair, a hearing loop). Not knowing it would make a group
for carers a place for others to somebody whose husband has dementia.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from wor_match.domain.client import Client
from wor_match.query.meant_otherwise import is_meant_otherwise
from wor_match.query.whose import told_of_others
from wor_match.text.lexicon import OF_CLIENTS
from wor_match.text.phrases import COVERED, Hit, PhraseTable
from wor_match.text.reading import Reading, Readings, reading
from wor_match.vocabulary.enums import DUTCH_LEVELS, AccessNeed, DutchLevel, Gender, TravelMode
from wor_match.vocabulary.tables import read_table

#: People of whom a sentence may tell; then an illness in it is not surely the client's own.
_PEOPLE = frozenset({"partner", "child", "parent", "relative", "acquaintance"})
#: Of these people a sentence may tell what then is not the client's own: "mijn dochter is gescheiden".
_OTHERS = _PEOPLE - {"partner"}
_OTHERS_LIFE = frozenset({"divorced", "widowed", "single_parent", "low_income", "living_alone"})
#: Whoever has such an illness may have a carer; the one who has it is none.
_ILLNESS = frozenset({"ill", "dementia"})
_OF = frozenset({"van", "bij", "of"})
#: Who begins to speak of the client again: "mijn dochter woont ver weg en ik ben gescheiden".
_ONESELF = frozenset({"ik", "ze", "zij", "hij", "we", "wij", "i", "she", "he"})
#: One's own life, whoever else the sentence names.
_LIFE = frozenset(
    {"divorced", "single_parent", "parent_young_children", "widowed", "bereaved", "carer", "low_income", "living_alone"}
)
#: What a complaint says of circumstances, from this weight on.
_BY_COMPLAINT = {
    "pain": "chronic_pain",
    "chronic_illness": "chronic_illness",
    "carer_strain": "carer",
    "grief": "bereaved",
    "money_worries": "low_income",
}
_SPEAKS = 0.3
#: "Other gay people", "people who have it too": a wish for people like oneself tells what one is.
_PEERS = frozenset({"andere", "ook", "lotgenoten", "gelijkgestemden", "zoals", "other", "too", "peers"})
#: Of these people, when "die" follows, a sentence tells what they are: "bellen met mensen die blind zijn".
_ANYBODY = frozenset(
    {
        "mensen", "ouderen", "jongeren", "bewoners", "iemand", "mannen", "vrouwen", "kinderen", "gezinnen", "buren",
        "people", "those", "someone", "anyone",
    }
)  # fmt: skip
_WHO = frozenset(("die", "who"))
#: "Ik ben iemand die ...", "als iemand die ...".
_IS = frozenset(("ben", "is", "als"))
_NEAR = 12
#: Words that tie what follows to the person before.
_HAS = frozenset(("met", "die", "heeft", "is", "kreeg", "krijgt", "zijn", "hebben", "with", "who", "has", "had"))
_TO_WHOM = frozenset(("aan", "voor", "bij", "met", "naar"))
#: Getting out and cycling change: not what was so, may come, or holds for some way or weather only, nor of a dog.
_CANNOT = frozenset(("homebound", "no_cycling"))
_NOT_NOW = frozenset(
    {
        "was", "waren", "werd", "geweest", "raken", "raakt", "zou", "zouden", "bang", "straks", "ooit", "vroeger",
        "toen", "tijdelijk", "even", "zonder", "alleen", "ver", "zoals", "avonds", "winter", "glad", "hond", "kat",
        "poes", "dier", "dieren", "were", "been", "might", "would", "without", "dog", "cat",
    }
)  # fmt: skip
#: The key of phrases in the tables that say something else: "radio's uit elkaar halen", "de hond is overleden".
_NOTHING = "nothing"
_LGBTQ = "lgbtq"
_OWN_SEX = {Gender.MAN: "mannen", Gender.WOMAN: "vrouwen"}
_SHE = frozenset(("ze", "zij", "mevrouw"))
_DOCTOR = (
    r"(?:huis)?arts|dokter|neuroloog|psycholoog|psychiater|specialist|reumatoloog|internist|cardioloog|poh|doctor|gp"
)
_TOLD_BY_DOCTOR = re.compile(
    rf"\b(?:volgens (?:de|mijn) (?:{_DOCTOR})|according to (?:the|my) (?:{_DOCTOR})"
    rf"|(?:de|mijn|the|my) (?:{_DOCTOR}) (?:zegt|zei|noemt|noemde|denkt|vermoedt|says|said|thinks))\b"
)
#: The age of the state pension (AOW) in 2026.
_PENSION_AGE = 67
_SOME_DUTCH = DUTCH_LEVELS.index(DutchLevel.B1)


@cache
def _words() -> PhraseTable:
    return _table(("circumstance_words",), "circumstance")


@cache
def _told() -> PhraseTable:
    """How a group names whom it is for, and how people tell of themselves."""
    return _table(("circumstance_words", "circumstance_told"), "circumstance")


@cache
def _cues() -> PhraseTable:
    return _table(("circumstance_cues",), "cue")


def _table(names: tuple[str, ...], key: str) -> PhraseTable:
    return PhraseTable.from_rows(
        [{**row, "weight": "1.0"} for name in names for row in read_table(name)], key, OF_CLIENTS
    )


@cache
def _pairs() -> tuple[tuple[str, frozenset[str]], ...]:
    """Circumstances, each with a person and a matter that together tell it."""
    rows = read_table("circumstance_pairs")
    return tuple((row["circumstance"], frozenset((row["person"], row["matter"]))) for row in rows)


def circumstances_in(text: str | Reading) -> frozenset[str]:
    """Circumstances that a text names, as a group names whom it is for.

    >>> "carer" in circumstances_in("voor mantelzorgers")
    True
    """
    return frozenset(_words().weights(text))


def circumstances_told(
    sentence: str | Reading, of_others: Sequence[bool] | None = None, named: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Circumstances that a sentence about someone tells of; an illness in it may be somebody else's.

    A word inside a longer phrase of the tables that says something else does not count: "zijn baan verloren", "een
    nuchter mens".

    Parameters
    ----------
    of_others : of each word whether it tells of somebody else; without it the sentence is read by itself.
    named : people of the sentence before, of whom this one may go on: "haar man is opgenomen. Hij heeft dementie."

    Examples
    --------
    >>> sorted(circumstances_told("Haar man heeft sinds vier jaar alzheimer."))
    ['carer', 'dementia_partner']
    >>> circumstances_told("Hij heeft parkinson en zijn vrouw zorgt voor hem.")
    frozenset({'parkinson'})
    """
    read = reading(sentence)
    hits, told = _said(_cues(), read), [hit for hit in _said(_told(), read) if hit.weight > COVERED]
    if not hits and not told:
        return frozenset()
    others = of_others if of_others is not None else told_of_others([read])[0]
    people = [one for one in _people_in(hits) if not any(_is_inside(one, hit) for hit in told if hit.key == _LGBTQ)]
    # "Buurvrouw" holds a "vrouw" who is nobody's partner here.
    matters = [hit for hit in hits if hit.weight > COVERED and (hit.exact or hit.key not in _PEOPLE)]
    first = min((one.start_word for one in people), default=len(read.words))
    theirs = [hit for hit in matters if not _is_own(hit, first, read.words, others)]
    cues = {hit.key for hit in theirs} | {hit.key for hit in matters if hit.key not in _ILLNESS}
    if not people and any(others[hit.start_word] for hit in theirs):
        cues |= named
    own = {
        hit.key
        for hit in told
        if _is_told_of_client(hit, people, read.words, others)
        and not _is_of_anybody(hit, read.words)
        and not (hit.key in _CANNOT and not _NOT_NOW.isdisjoint(_around(hit, read.words)))
    }
    found = {circumstance for circumstance, pair in _pairs() if pair <= cues}
    return frozenset(found | own) - {_NOTHING}


def _around(hit: Hit, said: Sequence[str]) -> Sequence[str]:
    return [*said[: hit.start_word], *said[hit.end_word :]]


def _is_inside(one: Hit, other: Hit) -> bool:
    """Whether a word lies in a longer phrase: the "man" in "trans man"."""
    return other.start_word <= one.start_word and one.end_word <= other.end_word


def _is_of_most(sentence: Reading, gender: Gender | None) -> bool:
    """Whether it is of loving men or women only, and not known to be of one's own sex: a woman who loves men."""
    loves = [hit.phrase for hit in _told().find(sentence) if hit.key == _LGBTQ]
    if not all("op mannen" in phrase or "op vrouwen" in phrase for phrase in loves):
        return False
    whom = _OWN_SEX.get(gender) if gender else None
    if whom is None:  # who is spoken of as "hij" is a man; of "ik" it is not known
        words = sentence.vocabulary
        whom = "mannen" if "hij" in words else "vrouwen" if not _SHE.isdisjoint(words) else ""
    return not whom or not any(whom in phrase for phrase in loves)


def _is_told_of_client(hit: Hit, people: Sequence[Hit], said: Sequence[str], others: Sequence[bool]) -> bool:
    if others[hit.start_word] and hit.key not in _LIFE - {"carer"}:
        return False
    first = min((one.start_word for one in people), default=len(said))
    is_life = hit.key in _LIFE and not _is_of_another(hit, people, said)
    return not people or is_life or _is_own(hit, first, said, others)


def _is_of_anybody(hit: Hit, said: Sequence[str]) -> bool:
    """Whether it tells of people whom the client would meet or help, and not of people like the client."""
    if not _PEERS.isdisjoint(said):
        return False
    near = said[max(hit.start_word - _NEAR, 0) : hit.start_word]
    before = near[max((at for at, word in enumerate(near) if word in _ONESELF), default=-1) + 1 :]
    return any(
        (one in _ANYBODY and two in _WHO and not (at and before[at - 1] in _IS)) or (one in _TO_WHOM and two == "wie")
        for at, (one, two) in enumerate(pairwise(before))
    )


def _is_own(hit: Hit, first: int, said: Sequence[str], others: Sequence[bool]) -> bool:
    """Whether it is told of the client before somebody else, at word ``first``: "hij heeft kanker, zijn vrouw"."""
    is_before = hit.end_word < first and not others[hit.start_word]
    is_mine = said[hit.start_word - 1 : hit.start_word] in (["mijn"], ["my"])
    return is_before and (is_mine or not _ONESELF.isdisjoint(said[: hit.start_word])) and said[hit.end_word] not in _OF


def is_of_somebody_with(hit: Hit, sentence: Reading) -> bool:
    """Whether it belongs to somebody else who is named with it: "een zoon met een beperking", "mijn zus heeft ...".

    >>> from wor_match.text.phrases import Hit
    >>> read = reading("We hebben een zoon met een beperking")
    >>> is_of_somebody_with(Hit("ill", "beperking", 1.0, 6, 7, True, False), read)
    True
    """
    said = sentence.words
    return any(
        one.key in _OTHERS
        and one.end_word < hit.start_word
        and said[one.end_word] in _HAS
        and _ONESELF.isdisjoint(said[one.end_word : hit.start_word])
        for one in _people_in(_cues().find(sentence))
    )


def _people_in(hits: Iterable[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.key in _PEOPLE and hit.weight > COVERED]


def _said(table: PhraseTable, read: Reading) -> list[Hit]:
    """What is said and not denied, but for words in a phrase that means something else."""
    hits = [hit for hit in table.find(read) if not hit.negated and not is_meant_otherwise(hit, read)]
    if not hits:
        return hits
    void = [(hit.start_word, hit.end_word) for hit in hits if hit.key == _NOTHING]
    return [hit for hit in hits if not any(start <= hit.start_word and hit.end_word <= end for start, end in void)]


def _is_of_another(told: Hit, people: Iterable[Hit], said: Sequence[str]) -> bool:
    """Whether somebody else was named last: "mijn dochter is gescheiden", not "... en ik ben gescheiden"."""
    if told.key not in _OTHERS_LIFE:
        return False
    last = max((one.end_word for one in people if one.key in _OTHERS and one.end_word <= told.start_word), default=None)
    return last is not None and _ONESELF.isdisjoint(said[last : told.start_word])


def circumstances_of(
    client: Client, readings: Readings | None = None, complaints: Mapping[str, float] | None = None
) -> frozenset[str]:
    """What the client named, and what the rest of the intake but the story says."""
    readings = readings or Readings()
    texts = [one.term for one in client.complaints] + list(client.referral_reasons)
    texts += [client.household or "", client.work or "", client.care_duties or ""]
    phrases = [one.phrase for one in client.interests] + [one.phrase for one in client.goals]
    wishes = [readings.read(phrase) for phrase in phrases]
    told = [circumstances_told(readings.read(text)) for text in texts if text]
    told += [circumstances_told(wish) for wish in wishes if not _PEERS.isdisjoint(wish.vocabulary)]
    return frozenset(client.circumstances).union(by_complaints(complaints or {}), by_fact(client), *told)


def by_complaints(complaints: Mapping[str, float]) -> frozenset[str]:
    """What complaints say of circumstances."""
    return frozenset(_BY_COMPLAINT[name] for name, weight in complaints.items() if _is_told(name, weight))


def circumstances_read(
    story: Sequence[Reading],
    of_others: Sequence[Sequence[bool]] | None = None,
    gender: Gender | None = None,
) -> tuple[tuple[str, str], ...]:
    """Circumstances read in the sentences of a story, each with the first sentence that tells it."""
    found: dict[str, str] = {}
    named: frozenset[str] = frozenset()
    for sentence, marks in zip(story, of_others or told_of_others(story), strict=True):
        # "Volgens de huisarts is het Parkinson": the doctor tells it, and has it not.
        others = [False] * len(marks) if _TOLD_BY_DOCTOR.search(sentence.text.lower()) else marks
        for name in circumstances_told(sentence, others, named):
            if name != _LGBTQ or not _is_of_most(sentence, gender):
                found.setdefault(name, sentence.text)
        people = frozenset(hit.key for hit in _people_in(_said(_cues(), sentence)))
        named = people or (named if any(others) else frozenset())
    if "dementia_partner" in found:
        found.pop("dementia_self", None)  # who speaks of somebody else's dementia does not tell of their own
    return tuple(sorted(found.items()))


def together(circumstances: Iterable[str]) -> frozenset[str]:
    """Circumstances from several places. What is for people with dementia is for those who come along with them too."""
    found = frozenset(circumstances)
    return found | {"dementia_self"} if "dementia_partner" in found else found


def _is_told(complaint: str, weight: float) -> bool:
    return complaint in _BY_COMPLAINT and weight >= _SPEAKS


def by_age(age: int | None) -> Iterable[str]:
    """What an age says, whether filled in or told in the client's own words."""
    if age is not None and age >= _PENSION_AGE:
        yield "retired"


def by_fact(client: Client) -> Iterable[str]:
    """What other answers of the intake say."""
    if {TravelMode.WHEELCHAIR, TravelMode.MOBILITY_SCOOTER} & set(client.travel.modes):
        yield "physical_disability"
    if AccessNeed.HEARING_LOOP in client.access_needs:
        yield "hearing_impairment"
    yield from by_age(client.age)
    if client.gender is Gender.NON_BINARY:
        yield "lgbtq"
    level = client.dutch_level
    if (
        level is not None
        and DUTCH_LEVELS.index(level) <= _SOME_DUTCH
        and client.languages
        and "nl" not in client.languages
    ):
        yield "newcomer"  # groups for newcomers are for all who learn Dutch
