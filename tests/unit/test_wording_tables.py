"""The wording tables and the list of published codes hold together, and hold all that the code can say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import wor_match
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria import CRITERIA
from wor_match.domain.records import Record
from wor_match.explain.codes import codes
from wor_match.explain.lint import lint
from wor_match.explain.sentences import asked_of, sentence
from wor_match.explain.wording.forms_en import FORMS as FORMS_EN
from wor_match.explain.wording.forms_nl import FORMS as FORMS_NL
from wor_match.explain.wording.labels import label, labels
from wor_match.explain.wording.table import Language, slots, wording
from wor_match.matcher import Matcher
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.sample import SAMPLE_DATE, load_sample
from wor_match.vocabulary import enums
from wor_match.vocabulary.tables import read_table
from wording_examples import EXAMPLES, example

LANGUAGES: tuple[Language, ...] = ("nl", "en")
AUDIENCES = ("coach", "client")
RECORD_CODES = [name for name, code in codes().items() if "layout" not in code.kinds]
SOURCE = Path(wor_match.__file__).parent


def test_codes_are_listed_once():
    rows = [row["code"] for row in read_table("codes", "wor_match.explain")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_wording_and_no_other(language):
    rows = [row["code"] for row in read_table(language, "wor_match.explain.wording")]
    assert len(rows) == len(set(rows))
    assert set(rows) == set(codes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_use_published_parameters_and_known_forms(language):
    forms = FORMS_NL if language == "nl" else FORMS_EN
    for (code, audience), template in wording(language).templates.items():
        for name, form in slots(template):
            assert name in codes()[code].params, (code, audience, name)
            assert (form or codes()[code].params[name]) in forms, (code, audience, form)


def test_both_languages_have_the_same_forms_and_use_the_same_parameters():
    assert set(FORMS_NL) == set(FORMS_EN)
    for key, template in wording("nl").templates.items():
        other = wording("en").templates[key]
        assert {name for name, _ in slots(template)} == {name for name, _ in slots(other)}, key
        assert bool(template) == bool(other), key


def test_every_type_has_a_form_and_an_example():
    types = {form for code in codes().values() for form in code.params.values()}
    assert types <= set(FORMS_NL)
    assert types <= set(EXAMPLES)


@pytest.mark.parametrize("code", sorted(codes()))
@pytest.mark.parametrize("full", [True, False])
def test_every_sentence_can_be_written(code, full):
    for language in LANGUAGES:
        for audience in AUDIENCES:
            text = wording(language).fill(code, audience, example(codes()[code], full=full))
            if not wording(language).has(code, audience):
                assert text == ""
                continue
            assert not re.search(r"[{}\[\]]|None|True|False|  | [.,?!]|\.\.", text), text
            assert text.strip() == text


@pytest.mark.parametrize("code", RECORD_CODES)
def test_every_record_reads_as_a_sentence_for_a_coach(code):
    for language in LANGUAGES:
        text = sentence(Record(code=code, params=example(codes()[code])), language)
        if not code.startswith(("prose.", "words.")):
            assert text[0].isupper() or text[0] in "‘€", text
            assert text[-1] in ".?!)", text


@pytest.mark.parametrize("code", RECORD_CODES)
def test_questions_are_questions_and_know_whom_to_ask(code):
    is_question = "question" in codes()[code].kinds
    assert bool(codes()[code].asked_of) == is_question
    if is_question:
        record = Record(code=code, params=example(codes()[code]))
        assert asked_of(record) in ("provider", "client")
        assert "?" in sentence(record, "nl")
        assert "?" in sentence(record, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_client_sentences_are_plain(language):
    for code in codes().values():
        found = lint(wording(language).fill(code.name, "client", example(code)), language)
        assert not found, (code.name, found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_coach_sentences_are_short(language):
    for code in codes().values():
        if "evidence" in code.name or code.name in ("gate.stop", "gate.first"):
            continue  # their words stand in the vocabulary
        found = lint(wording(language).fill(code.name, "coach", example(code)), language)
        assert not [one for one in found if one.code in ("long_sentence", "passive")], (code.name, found)


def test_clients_never_get_what_is_not_for_them():
    hidden = ("gate.", "evidence.", "earlier.", "dislikes.", "identity.", "gender.", "avoid.", "words.", "prose.")
    for code, audience in wording("nl").templates:
        if audience == "client" and code.removeprefix("ask.").startswith((*hidden, "company.", "label.", "audience.")):
            assert not wording("nl").has(code, "client"), code


def test_a_sentence_never_promises_a_cure():
    for language in LANGUAGES:
        for (code, _), template in wording(language).templates.items():
            assert not re.search(r"genees|helpt tegen|behandelt|werkt tegen|cures?\b|treats", template, re.I), code


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("mode", enums.TravelMode),
        ("weekday", enums.Weekday),
        ("part", enums.DayPart),
        ("need", enums.AccessNeed),
        ("need_question", enums.AccessNeed),
        ("lacking", enums.AccessNeed),
        ("people", enums.GroupGender),
        ("composition", enums.GroupGender),
        ("composition_question", enums.GroupGender),
        ("leader", enums.GroupGender),
        ("leader_question", enums.GroupGender),
        ("size", enums.GroupSize),
        ("size_question", enums.GroupSize),
        ("role", enums.Role),
        ("sign_up", enums.SignUp),
        ("period", enums.CostPeriod),
        ("cause_with", enums.FailureCause),
        ("cause_without", enums.FailureCause),
        ("rule", [rule.name for rule in RULES]),
        ("limit", {row["limit"] for row in read_table("limit_words")} - {"nothing"}),
        ("element_for_you", {row["element"] for row in read_table("working_elements")}),
        ("physical", range(4)),
        ("social", range(4)),
        ("grade", ("strong", "moderate", "weak", "none")),
        ("hours", {row["hours"] for row in read_table("contacts")} - {""}),
        ("topic", {code.split(".")[1] for code in codes() if code.startswith("ask.")}),
    ],
)
def test_every_id_has_a_label(group, members):
    for language in LANGUAGES:
        found = labels(group, language)
        missing = [str(one) for one in members if not found.get(str(one))]
        assert not missing


def test_fields_that_prose_can_fill_have_a_label():
    catalogue, _ = load_sample()
    paths = {
        path.split("].", 1)[-1]
        for activity in catalogue.effective
        for path, how in activity.provenance.items()
        if "prose" in how
    }
    source = "".join((SOURCE / "catalogue" / f"{name}.py").read_text() for name in ("notice", "notice_when"))
    paths |= set(re.findall(r'marks\["([\w.]+)"\]', source))
    assert paths
    assert not [path for path in paths if label("field", path, "nl") == path.replace("_", " ")]


def _emitted() -> Iterator[str]:
    """Codes that the rules and criteria write literally."""
    for rule in (SOURCE / "rules").glob("*.py"):
        text = rule.read_text()
        for name in re.findall(r'^    name(?:: ClassVar\[str\])? = "(\w+)"', text, re.M):
            for method, prefix in (("why_not", f"{name}."), ("ask", f"ask.{name}.")):
                body = re.search(
                    rf"class \w+\([^)]*\):(?:(?!\nclass ).)*?name(?:: ClassVar\[str\])? = \"{name}\".*?(?=\nclass |\Z)",
                    text,
                    re.S,
                )
                found = re.search(rf"    def {method}\(.*?(?=\n    def |\Z)", body[0] if body else "", re.S)
                for line in re.findall(r"return (.*)", found[0] if found else ""):
                    yield from (
                        prefix + case for case in re.findall(r'"(\w+)"(?=, \{|, self\._params| if | else )', line)
                    )
    for criterion in (SOURCE / "criteria").glob("*.py"):
        text = criterion.read_text()
        for name in re.findall(r'^    name = "(\w+)"', text, re.M):
            yield from (f"{name}.{case}" for case in re.findall(r'Telling\([^,]+, "(\w+)"', text))
    for path in (SOURCE / "explain" / "build.py", SOURCE / "gates.py", SOURCE / "explain" / "remedies.py"):
        yield from re.findall(r'code="((?:first_step|shortfall|gate|remedy)\.\w+)"', path.read_text())
    for name in ("first_step", "first_month", "small_step"):
        told = (SOURCE / "explain" / f"{name}.py").read_text()
        yield from (f"first_step.{case}" for case in re.findall(r'step\("(\w+)"', told))


def test_codes_in_the_source_are_published():
    emitted = set(_emitted())
    assert len(emitted) > 80
    assert emitted - set(codes()) == set()


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    return [Scene(matcher.query(client), catalogue.all_rows) for client in clients[::2]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_a_rule_says_of_the_sample_is_published_with_its_parameters(rule, scenes):
    for scene in scenes:
        verdicts = rule.check(scene) if rule.applies(scene.query) else np.ones(len(scene))
        for place in np.flatnonzero(verdicts == NO)[::3]:
            _check(rule.exclusion(scene, int(place)))
        for place in np.flatnonzero(verdicts == UNKNOWN)[::3]:
            _check(rule.question(scene, int(place)))


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
def test_what_a_criterion_says_of_the_sample_is_published_with_its_parameters(criterion, scenes):
    for scene in scenes:
        expected = criterion.evaluate(scene).expected if criterion.applies(scene.query) else np.zeros(0)
        for place in range(0, len(expected), 9):
            for told in criterion.tell(scene, place, float(expected[place])):
                _check(Record(code=f"{criterion.name}.{told.case}", params=told.params))


def _check(record: Record) -> None:
    code = codes()[record.code]
    assert set(record.params) <= set(code.params), record.code
    missing = [name for name in code.params if record.params.get(name) in (None, "", ()) and name not in code.optional]
    assert not missing, (record.code, missing)
    for language in LANGUAGES:
        assert sentence(record, language)
