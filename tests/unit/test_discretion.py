"""What a client reads of own words and of the host's: only what is known to be harmless, and names as they are."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from html_page import Page
from test_text_render import TODAY, activity, client
from wor_match import Catalogue, Client, InputError, Matcher, Remedy, load_sample, load_sample_remedies
from wor_match.explain.address import addressing
from wor_match.explain.codes import codes
from wor_match.explain.discretion import Discretion, _decided, _words
from wor_match.explain.lines import as_lines
from wor_match.explain.lint import lint
from wor_match.explain.sentences import sentence
from wor_match.explain.wording.table import Wording, slots, wording
from wor_match.sample import SAMPLE_DATE
from wor_match.testing.strategies import clients
from wor_match.text.themes import default_reader
from wor_match.vocabulary.tables import read_table, read_tables

AVOID = ("Zangclub De Vogel",)
#: What nobody but the coach should read, said in one breath with a wish for "zingen".
TELLING = (
    "zingen, want ik wil niet meer leven", "zingen sinds mijn zelfmoordpoging", "thuis word ik mishandeld, dus zingen",
    "zingen zoals vroeger bij Zangclub De Vogel", "zingen tegen mijn depressie", "zingen\ntegen mijn depressie",
    "zingen, al liep dat bij mijn vorige koor mis", "zingen, ik ben transgender", "zingen, ernst 9 van de 10",
    "singing after my suicide attempt", "‘zingen’, tegen de angst", "zingen’ tegen de angst", "zingen “tegen” de angst",
    "zingen tegen de ang\u00adst", "zingen tegen de depres\u200bsie", "zingen met vrouwen, mannen maken me bang",
    "zingen om van de drank af te blijven", "zingen met de rollator", "zingen voor mensen met autisme",
    "kankerkoor zingen", "zingen 💊", "zingen 🏳️‍⚧️", "zingen zonder mijn man", "zingen ik wil die", "zingen (P76)",
)  # fmt: skip
HARMLESS = (
    "zingen", "zingen in een koor", "vroeger zong ik graag in een kerkkoor", "samen muziek maken", "Schilderen",
    "ik wil graag leren breien", "wandelen in de natuur", "I love singing", "foto's maken",
    "koken, bakken en tuinieren",
)  # fmt: skip


def matcher(*offers: Any, remedies: Any = (), **more: Any) -> Matcher:
    return Matcher(Catalogue.from_activities(offers or [activity()]), as_of=TODAY, remedies=remedies, **more)


def read_by_others(found: Matcher, one: Client) -> dict[str, str]:
    """Every text that is made for a client, a referrer or a notebook."""
    advice = found.recommend(one)
    chosen = [each.activity.id for each in advice.suggestions]
    made = {"preview": advice._repr_html_(), "letter": advice.letter(chosen, consent=True)}
    for language in ("nl", "en"):
        made[f"leaflet {language}"] = Page(advice.leaflet(language=language, address="je")).text
        answers = [advice, found.what_if(one), found.what_if(one, remedies=()), found.questions(one)]
        answers += [advice.contrast(*chosen[:2])] if len(chosen) > 1 else []
        for number, answer in enumerate([*answers, found.stability(one, draws=50)]):
            for address in ("u", "je"):
                text = answer.to_text(language=language, audience="client", address=address)
                made[f"{number} {language} {address}"] = text
        made[f"aloud {language}"] = advice.read_aloud(language=language)
    return {name: " ".join(text.split()) for name, text in made.items()}


@pytest.mark.parametrize("phrase", TELLING, ids=range(len(TELLING)))
def test_what_tells_too_much_is_not_said_back(phrase):
    assert not Discretion(avoid=AVOID).may_quote(phrase)
    for field in ("interests", "goals", "strengths"):
        one = client(**({"interests": [], "avoid": AVOID} | {field: [phrase]}))
        # nothing but our own words and what the directory says
        kinds = {"interests": "noemde", "goals": "graag wilt", "strengths": "energie geeft"}
        text = " ".join(matcher().recommend(one).to_text(audience="client").split())
        assert f"Dit past bij wat u {kinds[field]}: zingen." in text
        for name, told in read_by_others(matcher(), one).items():
            assert "‘" not in told.replace("‘Buurtkoor’", ""), name


@pytest.mark.parametrize("phrase", HARMLESS)
def test_what_is_harmless_is_said_back(phrase):
    assert Discretion(avoid=AVOID).may_quote(phrase)
    assert Discretion(avoid=AVOID).params("interest.interest", {"phrase": phrase, "theme": ""})["phrase"] == phrase


def test_without_the_intake_nothing_is_quoted():
    advice = matcher().recommend(client())
    assert "‘zingen in een koor’" in advice.to_text(audience="client")
    bare = advice.model_copy(update={"provenance": advice.provenance.model_copy(update={"client": None})})
    assert "noemde: zingen." in bare.to_text(audience="client")
    reason = advice.suggestions[0].reasons_for[0]
    assert sentence(reason, audience="client") == "Dit past bij wat u noemde: zingen."
    assert sentence(reason) == "Sluit aan bij: ‘zingen in een koor’ (zingen)."


def test_a_name_to_avoid_is_no_theme_either():
    told = Discretion(avoid=AVOID).params("interest.interest", {"phrase": "De Vogel", "theme": "birdwatching"})
    assert told == {"phrase": None, "theme": None}
    assert Discretion(avoid=()).may_quote("vogels kijken")
    assert not Discretion(avoid=AVOID).may_quote("vogels kijken")


@pytest.mark.parametrize(
    "phrase", ["lotgenoten na kanker", "minder somber zijn", "herstel van mijn verslaving", "een groep voor autisme"]
)
def test_a_theme_of_health_is_not_named(phrase):
    for kind, told in (("interest", "noemde."), ("goal", "graag wilt."), ("near", "noemde.")):
        params = Discretion(avoid=()).params(f"interest.{kind}", {"phrase": phrase, "theme": "mental_peers"})
        text = wording("nl").fill(f"interest.{kind}", "client", params)
        assert text.endswith((told, "mensen ontmoeten.")), text


def test_of_every_theme_it_is_decided_whether_a_client_reads_it():
    assert list(_decided()) == [row["theme"] for row in read_table("themes")]
    assert set(_decided().values()) == {"quoted", "named", "unnamed", "hidden"}
    assert Discretion(avoid=()).params("interest.goal", {"phrase": "zingen"})["phrase"] == "zingen"


def test_the_names_of_themes_read_plainly():
    named = [theme for theme, told in _decided().items() if told in ("quoted", "named")]
    for language in ("nl", "en"):
        told = [wording(language).fill("interest.goal", "client", {"theme": theme}) for theme in named]
        assert [finding for text in told for finding in lint(text, language)] == []
        assert not [text for text in told if Discretion(avoid=()).may_quote(text)]


#: Words that tell of somebody, of every table by which they are read; a marker stands for all that no table knows.
_TELLING = sorted(
    {row["phrase"] for name in ("alarm_phrases", "circumstance_words") for row in read_table(name)}
    | {row["phrase"] for row in read_table("complaint_words") if float(row["weight"]) >= 0.9}
    | {row["phrase"] for row in read_tables("theme_words") if _decided()[row["theme"]] == "hidden"}
)
_BETWEEN = st.sampled_from(
    (" ", ", ", "\n", "’ ", " ‘", "; ", " (", "\u00a0", "\u200b ", " \u00ad", " - ", "/", "<br>")
)
_WISHES = st.sampled_from(("zingen", "samen zingen", "ik zing graag", "een koor"))


@settings(max_examples=150, deadline=None)
@given(wish=_WISHES, between=_BETWEEN, secret=st.sampled_from(_TELLING), is_first=st.booleans())
@example(wish="zingen", between=" ", secret="MARKER", is_first=False)
@example(wish="samen zingen", between=" ", secret="brooding", is_first=False)
def test_no_secret_gets_past_by_what_stands_around_it(wish, between, secret, is_first):
    phrase = f"{secret}{between}{wish}" if is_first else f"{wish}{between}{secret}"
    assert not Discretion(avoid=()).may_quote(phrase)
    told = Discretion(avoid=()).params("interest.interest", {"phrase": phrase, "theme": "mental_peers"})
    assert told["phrase"] is None
    assert told["theme"] is None or _decided()[told["theme"]] in ("quoted", "named")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
@example("REPAIRE")  # a form of "repair", to the stemmer
def test_a_quote_holds_known_words_only(text):
    phrase = f"zingen {text}"
    told = Discretion(avoid=()).params("interest.goal", {"phrase": phrase})["phrase"]
    if told is not None:
        left = re.sub(r"\b[zZ]ing\w*|[^\w]", " ", told).lower().split()
        unknown = set(left) - (_words("plain", "nl") | _words("plain", "en") | _theme_words())
        assert all(any(hit.exact for hit in default_reader().phrases.find(word)) for word in unknown), told
        assert not [one for one in told if unicodedata.category(one)[0] in "CNS"]


def _theme_words() -> set[str]:
    return {word for row in read_tables("theme_words") for word in re.findall(r"\w+", row["phrase"].lower())}


MARK = "Zwaluwmerk"


@settings(max_examples=30, deadline=None)
@given(clients())
def test_marks_in_the_free_words_of_any_client_reach_the_coach_only(one):
    marked = {
        "reference": "c-1", "interests": [f"zingen {MARK}"], "strengths": [f"tuinieren {MARK}"],
        "goals": [f"samen zingen {MARK}"], "dislikes": [{"phrase": f"grote groep {MARK}"}],
        "own_words": f"Ik hield van zingen {MARK}. Ik wil niet meer leven {MARK}.",
        "tried": [{"what": f"Koor {MARK}", "why_it_failed": f"te druk {MARK}"}], "avoid": [MARK], "safety": [],
        "current": [], "complaints": [{"term": f"somber {MARK}"}], "travel": {}, "access_needs": [],
    }  # fmt: skip
    given_one = one.replaced(**marked)
    remedies = [Remedy(kind=kind, name="Hulp", condition=MARK, cost=MARK, checked_on=TODAY) for kind in _KINDS]
    offers = [activity(themes=["singing"]), activity(id="b", title="Samen zingen", group={"size": 30})]
    found = matcher(*offers, remedies=remedies)
    for name, text in read_by_others(found, given_one).items():
        assert MARK.lower() not in text.lower(), name


_KINDS = ("buddy", "language_buddy", "city_pass", "wmo_taxi", "bike", "ebike")


def test_the_same_marks_do_reach_the_coach():
    told = {"interests": "a", "strengths": "b", "goals": "c"}
    one = client(
        interests=[f"zingen {MARK}a"], strengths=[f"zingen {MARK}b"], goals=[f"zingen {MARK}c"],
        goes_alone="no", tried=[{"what": f"Koor {MARK}", "why_it_failed": "te druk"}],
    )  # fmt: skip
    remedy = Remedy(kind="buddy", name="Maatje", condition=f"Voor wie {MARK}d is", cost=f"{MARK}e", checked_on=TODAY)
    coach = matcher(remedies=[remedy]).recommend(one, 1).to_text()
    for mark in ("d", "e"):
        assert MARK + mark in coach
    for field, mark in told.items():
        alone = client(**({"interests": []} | {field: [f"zingen {MARK}{mark}"]}))
        assert MARK + mark in matcher().recommend(alone).to_text()


def test_for_whom_a_remedy_is_stays_with_the_coach():
    rows = [
        Remedy(kind="city_pass", name="U-pas", provider="Stichting U", cost="€ 5 per jaar", checked_on=TODAY,
               condition="Alleen met een psychische aandoening of verslaving"),
        Remedy(kind="buddy", name="Maatje", condition="Voor mensen met een depressie", cost="gratis met een indicatie",
               checked_on=TODAY),
    ]  # fmt: skip
    found = matcher(activity(cost={"amount_eur": 8, "per": "month", "has_reduction": True}), remedies=rows)
    one = client(goes_alone="no", budget_eur_per_month=10, has_city_pass=False)
    for name, text in read_by_others(found, one).items():
        assert not re.search("psych|verslav|depress|indicatie|Voor mensen", text), name
    text = " ".join(found.recommend(one).to_text(audience="client", address="je").split())
    assert "Daarvoor is er U-pas (Stichting U). Kosten: € 5 per jaar." in text
    assert "Daarvoor is er Maatje." in text
    coach = " ".join(found.recommend(one).to_text().split())
    assert "Alleen met een psychische aandoening of verslaving." in coach
    assert "Kosten: gratis met een indicatie." in coach


AIDS = re.compile("rollator|rolstoel|scootmobiel|wmo|walker|wheelchair|scooter|council transport", re.I)


@pytest.mark.parametrize(
    ("mode", "told"),
    [("rollator", "lopen"), ("wheelchair", "onderweg"), ("mobility_scooter", "onderweg"), ("wmo_taxi", "onderweg")],
)
@pytest.mark.parametrize("lat", [52.0905, 52.10, 52.14, 52.20])
def test_what_someone_moves_with_stays_with_the_coach(mode, told, lat):
    place = {"name": "Huis", "town": "Utrecht", "lat": lat, "lon": 5.121}
    found = matcher(activity(places=[place]))
    one = client(travel={"modes": [mode], "max_minutes": 40})
    advice = found.recommend(one)
    for name, text in read_by_others(found, one).items():
        assert not AIDS.search(text), name
    if advice.suggestions:
        assert AIDS.search(advice.to_text())
        text = " ".join(advice.to_text(audience="client").split())
        assert f"minuten {told}" in text or "minuten met uw vervoer" in text or "minuten lopend" in text


def test_no_sample_leaflet_tells_what_someone_moves_with():
    catalogue, people = load_sample()
    found = Matcher(catalogue, as_of=SAMPLE_DATE)
    using = [one for one in people if AIDS.search(" ".join(mode.value for mode in one.travel.modes).replace("_", " "))]
    assert using
    for one in using:
        advice = found.recommend(one)
        own = [line for line in as_lines(advice, "nl", "client") if line.own]
        assert not [line.text for line in own if AIDS.search(line.text)]


NAMES = ("U-pas", "Stichting U", "Foto’s bij u thuis", "Hebt u zin?", "Uw buurt", "Kunt u zich redden")


@pytest.mark.parametrize("name", NAMES)
def test_je_never_changes_a_name(name):
    offer = activity(
        title=name, provider=f"{name} zelf", themes=["singing"],
        places=[{"name": f"Huis {name}", "lat": 52.09, "lon": 5.12}],
        contact={"email": "u@u.example", "url": "https://u.example/uw/u"}, first_step={"sign_up": "online"},
        group={"welcomes_newcomers": True},
    )  # fmt: skip
    remedies = [Remedy(kind=kind, name=name, provider=f"{name} hulp", checked_on=TODAY) for kind in _KINDS]
    found = matcher(offer, activity(id="b", title=f"{name} twee", themes=["singing"]), remedies=remedies)
    one = client(goes_alone="no", budget_eur_per_month=12, has_city_pass=False, availability=[{"weekday": "tue"}])
    advice = found.recommend(one)
    first, second = (each.activity.id for each in advice.suggestions)
    for answer in (advice, found.what_if(one), found.questions(one), advice.contrast(first, second)):
        formal, familiar = (
            " ".join(answer.to_text(audience="client", address=address).split()) for address in ("u", "je")
        )
        for text in (
            name,
            f"{name} zelf",
            f"Huis {name}",
            f"{name} hulp",
            f"{name} twee",
            "u@u.example",
            "u.example/uw/u",
        ):
            assert familiar.count(text) == formal.count(text)
        ours = re.sub("|".join(map(re.escape, ("u@u.example", "https://u.example/uw/u", *sorted(NAMES)))), "", familiar)
        assert not re.search(r"\b[Uu]w?\b", ours), ours
    assert name in advice.to_text(audience="client", address="je")
    assert advice.leaflet(address="je").count(name) == advice.leaflet(address="u").count(name) > 0
    assert advice.read_aloud(address="je").count(name) == advice.read_aloud(address="u").count(name) > 0


def test_je_is_made_of_a_hosts_own_dutch_too_and_of_no_other_language():
    ours = Wording.of("nl-BE", {"text.why": ("Waarom", "Daarom past het bij u")}, {}, based_on="nl")
    assert wording(addressing(ours, "je")).fill("text.why", "client", {}) == "Daarom past het bij jou"
    assert wording(addressing(ours, "je")).fill("text.why", "coach", {}) == "Waarom"
    assert addressing(ours, "je") is addressing(ours, "je")
    assert addressing(ours, "u") is ours
    assert addressing("en", "je") == "en"
    with pytest.raises(InputError):
        addressing("nl", "jij")


def test_a_client_sentence_holds_no_free_words_that_nobody_decided_on():
    """A new code with someone's own words in it must come past here: quotes are titles, or decided on."""
    titles = {"title", "titles", "first", "second"}
    of_directory = {
        "name",
        "provider",
        "phone",
        "by",
        "day",
        "days",
        "nth",
        "remedy",
        "who",
        "area",
        "cost",
        "part",
        "place",
        "email",
    }
    of_sentences = {"items", "fact", "other"}  # each a sentence for the same reader
    for language in ("nl", "en"):
        for (code, audience), template in wording(language).templates.items():
            for name, form in slots(template) if audience == "client" else ():
                kind = form or codes()[code].params[name]
                if kind in ("quote", "quotes", "text", "list"):
                    assert name in titles | of_directory | of_sentences or code in DECIDED, (code, name)


DECIDED = {f"interest.{kind}" for kind in ("interest", "energy", "goal", "near")}


def test_remedies_of_the_sample_are_told_without_their_conditions():
    for one in load_sample_remedies():
        assert one.condition
    catalogue, people = load_sample()
    found = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
    for one in people[:6]:
        text = " ".join(found.recommend(one).to_text(audience="client").split())
        assert not [row.condition for row in load_sample_remedies() if row.condition in text]


def test_a_hosts_own_sentence_lets_fall_away_what_may_not_be_told():
    with pytest.raises(InputError, match="not_in_a_part"):
        Wording.of("nl", {"interest.goal": ("Doel: {phrase}", "Uw doel: {phrase}.")}, {}, based_on="nl")
    ours = Wording.of("nl", {"interest.goal": ("Doel: {phrase}", "Uw doel[: {phrase}].")}, {}, based_on="nl")
    one = client(interests=[], goals=["zingen tegen de angst"])
    assert "Uw doel." in matcher().recommend(one).to_text(language=ours, audience="client")
