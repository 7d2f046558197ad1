"""What things are meant for, and which of that a client comes for: money matters, learning Dutch, a group on grief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.query.liked import pastimes
from wor_match.query.query import Query
from wor_match.rules.dislikes import main_themes
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import DUTCH_LEVELS, ActivityKind, DigitalSkill, DutchLevel, Role
from wor_match.vocabulary.tables import read_table

#: Purposes for which only those come who still learn the language, or to read it.
LESSONS = frozenset({"dutch_language", "basic_skills"})
LOW_LITERACY = "low_literacy"
_RETIRED = "retired"
#: Skills that are no purpose of their own beside a pastime.
_SKILLS_BESIDE = frozenset({"digital_skills", "work_path"})
#: What one learns there and needs no lessons in when one is good at it.
_SKILLS_TO_LEARN = frozenset({"digital_skills"})
#: A wish or complaint of this strength calls for it.
_CALLS = 0.3
_WISH = 0.6
#: ... and for somebody to whom it would be of use already this.
_HINT = 0.3
#: With B2 one does not come to learn Dutch (CEFR: speaks fluently enough for ordinary talk).
_FLUENT = DUTCH_LEVELS.index(DutchLevel.B2)


@cache
def _themes() -> frozenset[str]:
    """All themes with a purpose of their own."""
    return frozenset(row["theme"] for row in read_table("theme_purposes"))


@cache
def _called_by() -> Mapping[tuple[str, str], frozenset[str]]:
    """By what may call for them, a kind and a name, the themes with a purpose."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in read_table("theme_purposes"):
        found.setdefault((row["kind"], row["called_by"]), set()).add(row["theme"])
    return {call: frozenset(themes) for call, themes in found.items()}


def purposes_of(row: RowSource) -> frozenset[str]:
    """Themes with a purpose of their own that an activity is about; none for those who come to help there."""
    activity = row.activity
    if activity.kind is ActivityKind.VOLUNTEERING:
        return frozenset()
    about = main_themes(activity.title, activity.kind_words, activity.themes)
    found = about & _themes()
    # A workshop with 3D printers is about making things, whatever skill that asks.
    return found - _SKILLS_BESIDE if about & pastimes() else found


PURPOSES = CategoryColumn("purposes", purposes_of)


def called(query: Query) -> frozenset[str]:
    """Themes with a purpose that this client's wishes, complaints, circumstances or needs call for."""
    wished, of_use = _wished(query), useful(query)
    found = set(_themes() & wished) | (of_use & _hinted(query) if of_use else of_use)
    for call in (*_calls(query), *(("wish", theme) for theme in wished)):
        found |= _called_by().get(call, frozenset())
    if is_learning(query):
        found.add("dutch_language")
    if _RETIRED in query.circumstances and "work_path" not in wished:
        found.discard("work_path")  # a day without structure is filled otherwise then
    return frozenset(found) - _known_well(query)


def _known_well(query: Query) -> frozenset[str]:
    """Lessons for which nobody comes who told to be good at it."""
    needs_help = query.client.digital in (DigitalSkill.WITH_HELP, DigitalSkill.NONE)
    return frozenset[str]() if needs_help else query.words.skilled & _SKILLS_TO_LEARN


def may_learn(query: Query) -> bool:
    """Whether a client may come to lessons in Dutch or in reading: not who is told to be fluent and has no need of it.

    Who wants to help may be a volunteer there.
    """
    is_fluent = query.client.dutch_level is not None and not is_learning(query)
    return not is_fluent or Role.HELP in query.roles or bool(LESSONS & called(query))


def is_learning(query: Query) -> bool:
    """Whether a client is told to be learning Dutch still, or wishes to, and so cannot teach it."""
    level = query.client.dutch_level
    if level is None:
        return Role.HELP not in query.roles and "dutch_language" in _wished(query)
    return DUTCH_LEVELS.index(level) < _FLUENT


def learns_to_read(query: Query) -> bool:
    """Whether reading or writing is hard for a client, or what they wish to learn: such a one does not teach it."""
    if query.client.needs_help_reading is True or LOW_LITERACY in query.circumstances:
        return True
    return Role.HELP not in query.roles and "basic_skills" in _wished(query)


def _wished(query: Query) -> frozenset[str]:
    """Themes that a wish is clearly about."""
    ids = default_reader().theme_ids
    return frozenset(
        ids[place]
        for one in query.wants
        for place in (one.themes >= _WISH).nonzero()[0].tolist()
        if one.themes[place] * one.strength >= _WISH * 0.5
    )


def _hinted(query: Query) -> frozenset[str]:
    """Themes that a wish names, however faintly: enough for who lacks the skill."""
    ids = default_reader().theme_ids
    return frozenset(ids[place] for one in query.wants for place in (one.themes >= _HINT).nonzero()[0].tolist())


def _calls(query: Query) -> Iterator[tuple[str, str]]:
    """What may call for a purpose: complaints, circumstances, and help that is needed."""
    yield from (("complaint", name) for name, weight in query.complaints.items() if weight > _CALLS)
    yield from (("circumstance", name) for name in query.circumstances)
    if query.client.needs_help_reading is True:
        yield "client", "needs_help_reading"


def useful(query: Query) -> frozenset[str]:
    """Themes with a purpose that may be of use to this client without being what they come for: a skill that they lack,
    a call in the morning for who lives alone."""
    found = query.circumstances
    if query.client.digital in (DigitalSkill.WITH_HELP, DigitalSkill.NONE):
        found |= {"no_digital_skill"}
    return frozenset[str]().union(*(_called_by().get(("useful", name), frozenset()) for name in found))
