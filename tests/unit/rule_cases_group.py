"""Golden cases of the rules about the group: for whom it is, who comes, who leads, what is spoken."""
# ruff: noqa: E501 - a table reads best with a case a line

from __future__ import annotations

from rule_case import Case, Table
from wor_match.rules.company import LARGE, SMALL
from wor_match.testing import a_place

_age = Table("age")
FROM_55 = {"group": {"age_min": 55}}
AGE = [
    _age.yes("no rule", {"age": 20}, {}),
    _age.yes("no rule, not asked", {"age": None}, {}),
    _age.yes("just old enough", {"age": 55}, FROM_55),
    _age.no("outside", "one year too young", {"age": 54}, FROM_55, age_min=55, age_max=None),
    _age.yes("just young enough", {"age": 27}, {"group": {"age_min": 18, "age_max": 27}}),
    _age.no("outside", "one year too old", {"age": 28}, {"group": {"age_min": 18, "age_max": 27}}, age_min=18, age_max=27),
    _age.unknown("unknown", "not asked", {"age": None}, FROM_55, age_min=55, age_max=None),
    _age.yes("from 0 years is no rule", {"age": None}, {"group": {"age_min": 0, "age_max": 120}}),
    _age.unknown("unknown", "up to 12 years is one", {"age": None}, {"group": {"age_min": 0, "age_max": 12}}, age_min=0, age_max=12),
    _age.yes("a recommendation is no rule", {"age": 54}, {"group": {"age_min": 55, "age_is_hard": False}}),
    _age.no("outside", "only the prose says so", {"age": 54}, {"description": "Alleen voor mensen vanaf 60 jaar."}, age_min=60, age_max=None),
    _age.unknown("unknown", "the prose is narrower", {"age": 57}, {**FROM_55, "description": "Voor mensen vanaf 60 jaar."}, age_min=60, age_max=None),
    _age.no("outside", "too young for both", {"age": 54}, {**FROM_55, "description": "Voor mensen vanaf 60 jaar."}, age_min=60, age_max=None),
    _age.yes("old enough for both", {"age": 61}, {**FROM_55, "description": "Voor mensen vanaf 60 jaar."}),
    _age.yes("not only for the old", {"age": 40}, {"group": {"age_min": 18}, "description": "Niet alleen voor 65-plussers."}),
]  # fmt: skip

_gender = Table("gender")
WOMEN, MEN = {"group": {"gender_rule": "women"}}, {"group": {"gender_rule": "men"}}
GENDER = [
    _gender.yes("mixed", {"gender": "man"}, {}),
    _gender.yes("no rule stated is mixed", {"gender": None}, {"group": {"gender_rule": None}}),
    _gender.yes("a woman in a women's group", {"gender": "woman"}, WOMEN),
    _gender.yes("a man in a men's group", {"gender": "man"}, MEN),
    _gender.no("group_rule", "a man in a women's group", {"gender": "man"}, WOMEN, rule="women"),
    _gender.no("group_rule", "a woman in a men's group", {"gender": "woman"}, MEN, rule="men"),
    _gender.unknown("welcome", "non-binary: a question", {"gender": "non_binary"}, WOMEN, rule="women"),
    _gender.unknown("welcome", "undisclosed: a question", {"gender": "undisclosed"}, MEN, rule="men"),
    _gender.unknown("welcome", "not asked", {"gender": None}, WOMEN, rule="women"),
    _gender.no("group_rule", "only the prose says so", {"gender": "man"}, {"group": {"gender_rule": None}, "description": "Alleen voor vrouwen."}, rule="women"),
    _gender.unknown("doubted", "the prose contradicts it", {"gender": "man"}, {"description": "Alleen voor vrouwen."}, rule=None),
]  # fmt: skip

_audience = Table("audience")
CARERS = {"group": {"audiences": ["carer"], "audience_is_hard": True}}
AUDIENCE = [
    _audience.yes("for all", {}, {"group": {"audience_is_hard": True}}),
    _audience.yes("one of them", {"circumstances": ["retired", "carer"]}, CARERS),
    _audience.no("only_for", "somebody else", {"circumstances": ["retired"]}, CARERS, audiences=("carer",)),
    _audience.unknown("only_for", "not asked", {}, CARERS, audiences=("carer",)),
    _audience.yes("meant for, not only for", {"circumstances": ["retired"]}, {"group": {"audiences": ["carer"], "audience_is_hard": False}}),
    _audience.yes("not told whether only for", {"circumstances": ["retired"]}, {"group": {"audiences": ["carer"]}}),
]  # fmt: skip

_residents = Table("residents")


def of(*area: str, **group: object) -> dict[str, object]:
    return {"group": {"residents_of": list(area)}, "places": [a_place(municipality="Houten", postcode=None)]}


ELSEWHERE = {"home": {"postcode": "3434", "municipality": "Utrecht"}}
RESIDENTS = [
    _residents.yes("for all", {"home": None}, {}),
    _residents.yes("by two digits", {}, of("34")),
    _residents.yes("by four digits", {}, of("3990", "3434")),
    _residents.no("elsewhere", "another postcode", {}, of("3435", "99"), area=("3435", "99")),
    _residents.yes("by municipality, case aside", {}, of("NIEUWEGEIN")),
    _residents.no("elsewhere", "another municipality", ELSEWHERE, of("Nieuwegein"), area=("Nieuwegein",)),
    _residents.yes("the municipality of the postcode", {"home": {"postcode": "3434", "municipality": None}}, of("Nieuwegein")),
    _residents.unknown("unknown", "home not asked", {"home": None}, of("Nieuwegein"), area=("Nieuwegein",)),
    _residents.unknown("unknown", "only coordinates known", {"home": {"postcode": None, "municipality": None}}, of("34"), area=("34",)),
    _residents.unknown("unknown", "a village in the same municipality", {"home": {"municipality": "Houten"}}, of("Schalkwijk"), area=("Schalkwijk",)),
    _residents.no("elsewhere", "a village in another one", {}, of("Schalkwijk"), area=("Schalkwijk",)),
    _residents.unknown("unknown", "the place tells its municipality by its postcode", {}, {**of("De Batau"), "places": [a_place(municipality="", postcode="3435")]}, area=("De Batau",)),
    _residents.unknown("unknown", "the place tells no municipality", {}, {**of("De Batau"), "places": []}, area=("De Batau",)),
    _residents.yes("what people call it", {"home": {"postcode": "2511", "municipality": None}}, of("gemeente Den Haag")),
    _residents.unknown("unknown", "a village that is called as another municipality", {"home": {"postcode": "3991", "municipality": "Houten"}}, of("Rijswijk"), area=("Rijswijk",)),
    _residents.unknown("unknown", "a region", {}, of("Lekstroom"), area=("Lekstroom",)),
    _residents.unknown("unknown", "a village among municipalities", {}, of("Houten", "Schalkwijk"), area=("Houten", "Schalkwijk")),
    _residents.yes("one of two", ELSEWHERE, of("Houten", "Utrecht")),
]  # fmt: skip

_company = Table("company")


def must(**wishes: str) -> dict[str, object]:
    return {"group": wishes | {f"{name}_is": "must" for name in wishes}}


ONE_TO_ONE = {"kind": "one_to_one", "group": {"size": None, "gender_rule": None}}
COMPANY = [
    _company.silent("only a wish", {"group": {"gender": "women"}}, {}),
    _company.silent("a dislike, but what the client is was not told", {"gender": None, "dislikes": ["groepen met mannen erbij"]}, {}),
    _company.yes("women only, and it is", must(gender="women"), WOMEN),
    _company.no("group", "women only, and it is mixed", must(gender="women"), {}, wanted="women"),
    _company.no("group", "no rule stated is mixed", must(gender="women"), {"group": {"gender_rule": None}}, wanted="women"),
    _company.yes("mixed, and no rule is stated", must(gender="mixed"), {"group": {"gender_rule": None}}),
    _company.yes("one to one has no group", must(gender="women"), ONE_TO_ONE),
    _company.unknown("group", "the prose contradicts it", must(gender="women"), {"description": "Alleen voor vrouwen."}, wanted="women"),
    _company.yes("a woman leads", must(leader="women"), {}),
    _company.no("leader", "a man leads", must(leader="women"), {"group": {"leader_gender": "men"}}, wanted="women"),
    _company.unknown("leader", "who leads is not told", must(leader="women"), {"group": {"leader_gender": None}}, wanted="women"),
    _company.yes("any size", must(size="any"), {"group": {"size": None}}),
    _company.yes("just small", must(size="small"), {"group": {"size": SMALL}}),
    _company.no("size", "one too many", must(size="small"), {"group": {"size": SMALL + 1}}, wanted="small"),
    _company.unknown("size", "size not told", must(size="small"), {"group": {"size": None}}, wanted="small"),
    _company.yes("small at most", must(size="small"), {"group": {"size": None, "size_max": SMALL}}),
    _company.no("size", "too many at least", must(size="small"), {"group": {"size": None, "size_min": SMALL + 1}}, wanted="small"),
    _company.unknown("size", "small or not", must(size="small"), {"group": {"size": None, "size_min": SMALL, "size_max": SMALL + 1}}, wanted="small"),
    _company.yes("the usual number goes before the most", must(size="small"), {"group": {"size": SMALL, "size_max": 40}}),
    _company.yes("large at least", must(size="large"), {"group": {"size": None, "size_min": LARGE + 1}}),
    _company.no("size", "no places for so many", must(size="large"), {"group": {"size": None}, "capacity": {"places_total": LARGE}}, wanted="large"),
    _company.unknown("size", "bounds that contradict are none", must(size="large"), {"group": {"size": None, "size_min": 30}, "capacity": {"places_total": 10}}, wanted="large"),
    _company.yes("just large", must(size="large"), {"group": {"size": LARGE + 1}}),
    _company.no("size", "not large enough", must(size="large"), {"group": {"size": LARGE}}, wanted="large"),
    _company.yes("one to one, and it is", must(size="one_to_one"), ONE_TO_ONE),
    _company.unknown("leader", "one to one, and who comes is not told", must(gender="women"), {"kind": "one_to_one", "group": {"gender_rule": None, "leader_gender": None}}, wanted="women"),
    _company.unknown("leader", "one to one, and a man comes", must(gender="women"), {"kind": "one_to_one", "group": {"gender_rule": None, "leader_gender": "men"}}, wanted="women"),
    _company.yes("one to one, and a woman comes", must(gender="women"), {"kind": "one_to_one", "group": {"gender_rule": None, "leader_gender": "women"}}),
    _company.yes("one to one among women", must(gender="women"), {"kind": "one_to_one", "group": {"gender_rule": "women", "leader_gender": None}}),
    _company.yes("one to one, and anybody is welcome", must(gender="mixed"), ONE_TO_ONE),
    _company.yes("one to one, and the leader was asked", {"group": {"gender": "women", "gender_is": "must", "leader": "women"}}, ONE_TO_ONE),
    _company.yes("one to one is small", must(size="small"), ONE_TO_ONE),
    _company.no("size", "one to one, and it is a group of unknown size", must(size="one_to_one"), {"group": {"size": None}}, wanted="one_to_one"),
    _company.no("group", "the first demand that fails is told", must(gender="women", leader="men", size="small"), {"group": {"size": None}}, wanted="women"),
    _company.no("leader", "a no beats an unknown", must(leader="men", size="small"), {"group": {"size": None}}, wanted="men"),
]  # fmt: skip

_language = Table("language")
SILENT = {"language": {"languages": [], "dutch_level_needed": None, "has_interpreter": None}}


def spoken(*languages: str, **more: object) -> dict[str, object]:
    return {"language": {"languages": list(languages), "dutch_level_needed": None, **more}}


LANGUAGE = [
    _language.yes("enough Dutch", {"dutch_level": "B1"}, spoken("nl", dutch_level_needed="B1")),
    _language.no("too_little_dutch", "one level short", {"dutch_level": "A2"}, spoken("nl", dutch_level_needed="B1"), needed="B1", spoken=("nl",)),
    _language.yes("nothing told, B1 follows ordinary talk", {"dutch_level": "B1"}, SILENT),
    _language.unknown("little_dutch", "nothing told, A1", {"dutch_level": "A1"}, SILENT, needed=None, spoken=()),
    _language.yes("a shared language", {"dutch_level": "A0", "languages": ["ar"]}, spoken("nl", "ar", dutch_level_needed="B1")),
    _language.unknown("little_dutch", "a shared language, and fluent Dutch as well", {"dutch_level": "B1", "languages": ["en"]}, spoken("nl", "en", dutch_level_needed="C1"), needed="C1", spoken=("nl", "en")),
    _language.no("too_little_dutch", "conversation one to one in Dutch only", {"dutch_level": "A1", "languages": ["tr"]}, {**spoken("nl"), "kind": "one_to_one"}, needed=None, spoken=("nl",)),
    _language.yes("one to one, to learn the language, with some Dutch", {"dutch_level": "B1", "languages": ["tr"]}, {**spoken("nl"), "kind": "one_to_one", "themes": ["dutch_language"]}),
    _language.unknown("little_dutch", "one to one, to learn the language", {"dutch_level": "A1", "languages": ["tr"]}, {**spoken("nl"), "kind": "one_to_one", "themes": ["dutch_language"]}, needed=None, spoken=("nl",)),
    _language.no("too_little_dutch", "Dutch as a shared language is no way out", {"dutch_level": "A0", "languages": ["nl"]}, spoken("nl", dutch_level_needed="B1"), needed="B1", spoken=("nl",)),
    _language.yes("an interpreter", {"dutch_level": "A0"}, spoken("nl", dutch_level_needed="B1", has_interpreter=True)),
    _language.no("too_little_dutch", "only another language is spoken", {"dutch_level": "C2"}, spoken("tr"), needed=None, spoken=("tr",)),
    _language.yes("level not asked, Dutch is spoken", {"dutch_level": None}, spoken("nl", dutch_level_needed="B2")),
    _language.unknown("little_dutch", "level not asked, only another language is spoken", {"dutch_level": None}, spoken("tr"), needed=None, spoken=("tr",)),
    _language.no("too_little_dutch", "only the prose says so", {"dutch_level": "A1"}, {**SILENT, "description": "Taalniveau B1 is gewenst."}, needed="B1", spoken=()),
]  # fmt: skip

CASES: list[Case] = [*AGE, *GENDER, *AUDIENCE, *RESIDENTS, *COMPANY, *LANGUAGE]
