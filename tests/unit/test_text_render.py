"""The advice as text: order, marks, and what each audience gets to see."""

from __future__ import annotations

import re
from datetime import date

import pytest

from wor_match import Activity, Catalogue, Client, Matcher, load_sample
from wor_match.advice import Advice
from wor_match.domain.records import Reason
from wor_match.explain.discretion import Discretion
from wor_match.explain.lines import as_lines
from wor_match.explain.lines_suggestion import Saying, chosen
from wor_match.explain.lint import lint
from wor_match.explain.text import WIDTH, advice_text
from wor_match.sample import SAMPLE_DATE
from wor_match.vocabulary.tables import read_table

TODAY = date(2026, 11, 23)


def activity(**facts: object) -> Activity:
    given: dict[str, object] = {
        "id": "koor",
        "title": "Buurtkoor",
        "provider": "De Brug",
        "status": "active",
        "places": [{"name": "Huis De Brug", "street": "Dijk 1", "town": "Utrecht", "lat": 52.091, "lon": 5.121}],
        "schedule": {"rules": [{"weekday": "tue", "start": "10:00", "end": "11:30"}]},
        "cost": {"amount_eur": 2.5, "per": "time"},
        "contact": {"phone": "030-000 01"},
        "last_verified": "2026-10-01",
    }
    return Activity.model_validate(given | facts)


def client(**facts: object) -> Client:
    given: dict[str, object] = {
        "reference": "c-1",
        "interests": ["zingen in een koor"],
        "home": {"lat": 52.09, "lon": 5.12},
    }
    return Client.model_validate(given | facts)


def advise(one: Client, *activities: Activity, k: int = 5) -> Advice:
    return Matcher(Catalogue.from_activities(activities or [activity()]), as_of=TODAY).recommend(one, k)


@pytest.fixture(scope="module")
def advices() -> list[Advice]:
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    return [matcher.recommend(one, 6) for one in clients]


def test_a_suggestion_tells_the_facts_and_why():
    text = advise(client()).to_text()
    assert "1. Buurtkoor" in text
    assert "van De Brug" in text
    assert "Huis De Brug, Dijk 1, Utrecht" in text
    assert "dinsdag 10.00-11.30 uur" in text
    assert "€ 2,50 per keer" in text
    assert re.search(r"\d+ van \d+ punten \(tussen \d+ en \d+\)", text)
    assert "Sluit aan bij: ‘zingen in een koor’ (zingen)." in text
    assert "Het kan op dinsdag 24 november om 10.00 uur" in text
    assert text.endswith("U en de cliënt kiezen samen. Deze lijst geeft ideeën en beslist niets.")


def test_english_for_a_client():
    text = advise(client()).to_text(language="en", audience="client")
    assert "Ideas for you" in text
    assert "points" not in text
    assert "This fits with what you named: ‘zingen in een koor’." in text


def test_questions_come_with_a_number_to_call():
    text = advise(client(access_needs=["step_free"])).to_text()
    assert "Bel eerst De Brug, 030-000 01:\n   - Is er een lift, of is alles gelijkvloers?" in text


def test_without_contact_one_asks_first():
    text = advise(client(access_needs=["step_free"]), activity(contact={}, provider="")).to_text()
    assert "Vraag eerst na:" in text
    assert "Er staat geen telefoonnummer bij." in " ".join(text.split())


def test_each_part_of_an_arrangement_tells_its_own_time_and_place():
    parts = [
        {"title": "Zingen", "schedule": {"rules": [{"weekday": "mon", "start": "10:00"}]}},
        {"title": "Luisteren", "setting": "online", "schedule": {"rules": [{"weekday": "wed", "start": "14:00"}]}},
    ]
    text = advise(client(), activity(parts=parts)).to_text()
    assert "Zingen:   maandag 10.00 uur, Huis De Brug, Dijk 1, Utrecht" in text
    assert "Luisteren: woensdag 14.00 uur, online" in text


def test_one_provider_is_called_once():
    text = advise(
        client(access_needs=["step_free"]), activity(), activity(id="koor2", title="Zangclub zingen")
    ).to_text()
    assert "Eén telefoontje naar De Brug, 030-000 01 gaat over" in " ".join(text.split())


def test_questions_for_the_client_are_not_for_the_phone():
    text = advise(client(circumstances=[]), activity(group={"age_min": 55})).to_text()
    assert "Vraag de cliënt:\n   - Past de leeftijd? De groep is voor mensen vanaf 55 jaar." in text
    assert "Bel eerst" not in text


def test_facts_from_prose_are_marked():
    told = activity(description="Je kunt zo binnenlopen. Neem gerust iemand mee.")
    text = advise(client(goes_alone="first_time_together"), told).to_text()
    assert "(stond alleen in de tekst)" in text
    assert "stond alleen" not in advise(client(goes_alone="no"), told).to_text(audience="client").lower()


def test_stop_tells_whom_to_call_and_nothing_else():
    advice = advise(client(safety=[{"signal": "suicidal_thoughts"}], own_words="Ik houd van bloemen."))
    text = advice.to_text()
    assert "STOP" in text
    for number in ("112", "113 of 0800-0113"):
        assert f"- {number}: " in text
    assert "Nagekeken op 21 november 2026" in text
    assert "Vraag er open naar" in text
    assert "Buurtkoor" not in text
    assert "Waarom" not in text
    assert "bloemen" not in text


def test_every_stop_and_first_signal_tells_what_now_and_whom_to_call():
    for row in read_table("safety_signals"):
        for language in ("nl", "en"):
            words = " ".join(advise(client(safety=[{"signal": row["signal"]}])).to_text(language=language).split())
            assert row[f"what_now_{language}"] in words
            assert row[language] in words
            phones = {one["contact"]: one["phone"] for one in read_table("contacts")}
            assert all(phones[name] in words for name in row["contacts"].split("|"))
            assert ("Buurtkoor" in words) == (row["level"] == "first")


def test_first_marks_every_suggestion():
    text = advise(client(safety=[{"signal": "debts"}])).to_text()
    assert text.index("EERST: ALLEEN NA OF SAMEN MET") < text.index("1. Buurtkoor")
    assert "Alleen na of samen met hulp hierbij: schulden." in text


def test_a_clearance_tells_who_when_and_until():
    clearance = {
        "name": "A. de Vries", "role": "huisarts", "given_on": "2026-11-12",
        "action": "gesprek gevoerd", "expires_on": "2027-02-12",
    }  # fmt: skip
    note = {"signal": "suicidal_thoughts", "noticed_on": "2026-11-09", "clearance": clearance}
    words = " ".join(advise(client(safety=[note])).to_text().split())
    assert "vrijgegeven door A. de Vries (huisarts) op 12 november 2026. Geldig tot en met 12 februari 2027." in words
    lapsed = advise(client(safety=[note | {"noticed_on": "2026-11-20"}])).to_text()
    assert "De eerdere vrijgave geldt niet meer." in lapsed


def test_alarm_words_remind_to_ask_and_say_that_signals_can_be_missed():
    text = advise(client(own_words="Voor mij hoeft het niet meer.")).to_text()
    assert "voor mij hoeft het niet meer" in text.lower()
    assert "Signalen kunnen gemist worden." in text
    assert text.index("gemist") < text.index("1. Buurtkoor")


def test_what_was_read_is_put_to_the_coach():
    text = advise(client(own_words="Ik hield van tuinieren. Ik kan geen trap meer op.")).to_text()
    assert "Dit las ik in de eigen woorden; klopt dat?" in text
    assert "- Interesse in tuinieren en moestuin: ‘Ik hield van tuinieren’" in text
    assert "- Grens: geen trap" in text


def test_what_was_not_understood_is_told():
    assert "Hier vond ik geen thema bij: ‘xyzzy’." in advise(client(interests=["xyzzy", "zingen"])).to_text()


def test_near_misses_and_counts_tell_why():
    far = activity(id="ver", title="Koor in Groningen", places=[{"name": "Ver", "lat": 53.2, "lon": 6.56}])
    eve = activity(id="avond", title="Avondkoor zingen", schedule={"rules": [{"weekday": "tue", "start": "20:00"}]})
    who = client(travel={"modes": ["walk"], "max_minutes": 20}, availability=[{"weekday": "tue", "part": "morning"}])
    text = advise(who, activity(), far, eve).to_text()
    assert "Viel af om één reden" in text
    assert "- Avondkoor zingen: is op een moment dat de cliënt niet kan." in text
    assert "1 te ver weg of niet te bereiken" in text


@pytest.mark.parametrize("given", [[], [activity(status="ended")]])
def test_a_short_list_says_so(given):
    advice = Matcher(Catalogue.from_activities(given), as_of=TODAY).recommend(client())
    for language in ("nl", "en"):
        for audience in ("coach", "client"):
            text = advice.to_text(language=language, audience=audience)
            assert len(as_lines(advice, language, audience)) >= 3
            assert "1." not in text
            assert "Er past nu nog niets" in text or "Nothing fits yet" in text or audience == "coach"


def test_reasons_are_few_and_differ():
    def reason(criterion: str, code: str, points: int) -> Reason:
        return Reason(
            code=code, params={"weeks": points, "by": "", "places": 1}, criterion=criterion, points_milli=points
        )

    steps = [reason("first_step", f"first_step.{name}", 9) for name in ("walk_in", "together", "trial", "welcome")]
    others = [reason("money", "money.free", 5), reason("places", "places.free", 3)]
    say = Saying("nl", "coach")
    assert [one.code for one in chosen([*steps, *others], 4, say)] == [
        "first_step.walk_in", "first_step.together", "money.free", "places.free",
    ]  # fmt: skip
    assert len(chosen(steps, 4, say)) == 4


def wish(case: str, phrase: str, theme: str | None) -> Reason:
    params = {"phrase": phrase, "theme": theme}
    return Reason(code=f"interest.{case}", params=params, criterion="interest", points_milli=9)


TOGETHER = wish("energy", "met mijn kinderen op pad", "parents_children")
SAME = wish("goal", "mijn kinderen", "parents_children")
BARE = wish("goal", "na mijn scheiding verder", None)
SINGING, CHOIR = wish("interest", "zingen", "singing"), wish("goal", "na mijn scheiding weer zingen", "singing")
COOKING = wish("goal", "na mijn scheiding weer koken", "cooking")


@pytest.mark.parametrize(
    ("reasons", "kept"),
    [
        ([TOGETHER, SAME], [TOGETHER]),
        ([SINGING, CHOIR], [SINGING]),
        ([CHOIR, SINGING], [SINGING]),
        ([BARE, SINGING], [SINGING]),
        ([SINGING, COOKING], [SINGING, COOKING]),
        ([SINGING, wish("energy", "koor", "singing")], [SINGING, wish("energy", "koor", "singing")]),
        ([BARE], [BARE]),
    ],
)
def test_a_client_reads_a_theme_once(reasons, kept):
    own = Discretion(avoid=())
    assert chosen(reasons, 4, Saying("nl", "client", discretion=own)) == kept
    assert chosen(reasons, 4, Saying("nl", "coach", discretion=own)) == reasons, "a coach reads all of their words"


def test_at_most_four_reasons_for_and_three_against(advices):
    for advice in advices:
        lines = as_lines(advice, "nl", "coach")
        counts: dict[str, int] = {}
        heading = ""
        for line in lines:
            if line.role != "point":
                heading, counts = line.text, {}
                continue
            counts[heading] = counts.get(heading, 0) + 1
            assert counts[heading] <= {"Waarom": 4, "Wat ertegen spreekt": 3}.get(heading, 99)
        assert sum(line.role == "suggestion" for line in lines) == len(advice.suggestions)


def test_no_line_is_too_wide_and_no_template_shows(advices):
    for advice in advices:
        for language in ("nl", "en"):
            for audience in ("coach", "client"):
                text = advice_text(advice, language=language, audience=audience)
                assert max(len(line) for line in text.splitlines()) <= WIDTH
                assert not re.search(r"[{}\[\]]|\bNone\b|nan\b", text)
                assert "\N{NO-BREAK SPACE}" not in text


def test_client_texts_are_plain(advices):
    for advice in advices:
        for language in ("nl", "en"):
            ours = [line for line in as_lines(advice, language, "client") if line.own]
            findings = [finding for line in ours for finding in lint(line.text, language)]
            assert findings == []


def test_a_stored_advice_reads_the_same(advices):
    for advice in advices[:4]:
        assert Advice.from_json(advice.to_json()).to_text() == advice.to_text()


PLANTED = {
    "interests": ["zingen in een koor", "zingen MARKERWISH sinds mijn depressie"],
    "strengths": ["tuinieren MARKERSTRENGTH tegen mijn angst"],
    "goals": ["leren koken MARKERGOAL, ernst 9 van de 10"],
    "safety": [
        {
            "signal": "suicidal_thoughts",
            "noticed_on": "2026-11-01",
            "clearance": {
                "name": "MARKERNAME", "role": "MARKERROLE", "given_on": "2026-11-10",
                "action": "MARKERACTION", "expires_on": "2027-01-10",
            },
        },
        {"signal": "debts"},
    ],
    "tried": [{"what": "MARKERTRIED", "why_it_failed": "MARKERWHY het was te druk en ging over ziekte"}],
    "avoid": ["MARKERAVOID", "Zangclub De Vogel"],
    "dislikes": [{"phrase": "MARKERDISLIKE grote groep"}, {"phrase": "optreden"}],
    "complaints": [{"term": "depressie MARKERTERM", "severity": 9}, {"term": "emotional_loneliness", "severity": 8}],
    "referral_reasons": ["Eenzaamheid"],
    "circumstances": ["cancer", "widowed"],
    "household": "MARKERHOUSE",
    "work": "MARKERWORK",
    "care_duties": "MARKERCARE",
    "own_words": "Ik hield van tuinieren MARKERWORDS. Voor mij hoeft het niet meer. Ik kan geen trap meer op.",
    "gender": "non_binary",
    "age": 63,
    "max_social_effort": 1,
    "readiness": 2,
    "group": {"gender": "women", "size": "small"},
}  # fmt: skip
FORBIDDEN = (
    "marker", "zelfdoding", "schuld", "vrijgegeven", "huisarts", "suicid", "debt", "cleared", "punten", "points",
    "bewijs", "onderzoek", "research", "depress", "eenzaam", "lonel", "kanker", "cancer", "somber", "non_binary",
    "gender", "63", "eerder mis", "went wrong", "vermijden", "avoid", "zangclub de vogel", "niet meer", "severity",
    "klacht", "complaint",
)  # fmt: skip


def test_a_client_never_reads_what_is_private():
    one = client(**PLANTED)
    offers = [
        activity(
            group={"size": 30, "audiences": ["cancer"], "gender_rule": "women"}, description="Een optreden hoort erbij."
        ),
        activity(id="vogel", title="Zangclub De Vogel"),
        activity(id="tuin", title="Tuinieren met elkaar", kind="peer_group", effort={"social": 2}),
        activity(id="klein", title="Samen zingen", group={"size": 8}, effort={"social": 1}, themes=["singing"]),
        activity(id="ziek", title="Zingen voor longpatiënten", group={"audiences": ["lung_disease"]}),
    ]
    advice = advise(one, *offers)
    assert advice.suggestions
    coach = advice.to_text()
    assert "MARKERNAME" in coach
    assert any(mark in coach for mark in ("MARKERWISH", "MARKERSTRENGTH", "MARKERGOAL"))
    for language in ("nl", "en"):
        text = advice.to_text(language=language, audience="client")
        ours = "\n".join(
            line.text for line in as_lines(advice, language, "client") if line.role != "suggestion"
        ).lower()
        assert not [word for word in FORBIDDEN if word in ours]
        assert "MARKER" not in text


def test_a_stopped_client_reads_nothing_about_safety():
    text = advise(client(**(PLANTED | {"safety": [{"signal": "violence"}]}))).to_text(audience="client")
    assert "Uw coach bespreekt met u wat nu past." in text
    assert not [word for word in ("geweld", "Veilig Thuis", "STOP", "signaal", "MARKER") if word in text]
