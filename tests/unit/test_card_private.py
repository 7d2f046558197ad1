"""Planted marks: what is made for a client, a referrer or a notebook never shows what is private."""

from __future__ import annotations

from datetime import date

import pytest

from html_page import Page
from test_text_render import FORBIDDEN, PLANTED, TODAY, activity, advise, client
from wor_match import Catalogue, Matcher, load_sample_remedies
from wor_match.advice import Advice

LANGUAGES = ("nl", "en")
#: A sign of the client's dislikes, which the first list leaves to the sentences themselves.
ALSO = ("dislike", "optreden", "grote groep", "what went", "signaal", "signal", "stop")


def made_for_others(advice: Advice) -> dict[str, str]:
    """All that the library makes for someone other than the coach."""
    chosen = [one.activity.id for one in advice.suggestions[:1]]
    consent = {"given_on": "2026-11-23", "recorded_by": "coach 7"}
    found = {"preview": advice._repr_html_()}
    for language in LANGUAGES:
        found[f"text {language}"] = advice.to_text(language=language, audience="client")
        found[f"page {language}"] = advice.to_html(language=language, audience="client")
        found[f"aloud {language}"] = advice.read_aloud(language=language)
        for style in ("text", "html") if not advice.is_stopped else ():
            found[f"letter {language} {style}"] = advice.letter(chosen, consent=consent, language=language, style=style)
    found["leaflet je"] = advice.leaflet(address="je", pictograms={"singing": "🎵"})
    found["aloud je"] = advice.read_aloud(address="je")
    return found


OFFERS = (
    activity(group={"size": 30, "gender_rule": "women"}, description="Een optreden hoort erbij. Geen trap."),
    activity(id="vogel", title="Zangclub De Vogel"),
    activity(id="tuin", title="Tuinieren met elkaar", kind="peer_group", effort={"social": 2}),
    activity(id="klein", title="Samen zingen", group={"size": 8}, effort={"social": 1}, themes=["singing"]),
    activity(id="koken", title="Kookles", effort={"social": 1}, themes=["cooking"]),
)


@pytest.mark.parametrize(
    "safety",
    [
        PLANTED["safety"],
        [],
        [{"signal": "addiction"}, {"signal": "violence", "clearance": PLANTED["safety"][0]["clearance"]}],
    ],
    ids=["cleared", "none", "first"],
)
def test_nothing_private_is_told(safety):
    advice = advise(client(**(PLANTED | {"safety": safety})), *OFFERS)
    assert advice.suggestions
    assert {"MARKERWISH", "MARKERSTRENGTH", "MARKERGOAL"} <= {
        word for one in advice.suggestions for reason in one.reasons_for
        for word in str(reason.params.get("phrase", "")).replace(",", "").split()
    }  # fmt: skip
    last = advice.suggestions[-1].activity.id
    advice = advice.pin(last, reason="MARKERREASON", by="MARKERBY", on=date(2026, 11, 23))
    for name, text in made_for_others(advice).items():
        assert "MARKER" not in text, name
        page = Page(text) if "<" in text else None
        assert page is None or not page.wrong, name
        words = (page.text if page else text).lower()
        for one in advice.suggestions:
            words = words.replace(one.activity.title.lower(), "")
        assert not [word for word in (*FORBIDDEN, *ALSO) if word in words], name


#: What gives a plan all of its steps: barriers with remedies, a smaller step, costs, and the way there.
PLAN = {
    "goes_alone": "no", "dutch_level": "A1", "budget_eur_per_month": 3.0, "has_city_pass": False, "readiness": 1,
    "travel": {"modes": ["walk", "bus"], "max_minutes": 30}, "contact": ["email"],
}  # fmt: skip


MARKED = tuple(
    one.model_copy(update={"condition": f"MARKERCONDITION {one.condition}", "cost": f"MARKERCOST {one.cost}"})
    for one in load_sample_remedies()
)


@pytest.mark.parametrize("remedies", [MARKED, ()], ids=["known", "asked"])
def test_a_plan_tells_nothing_private(remedies):
    cost = {"amount_eur": 2.5, "amount_max_eur": 3, "per": "month", "has_reduction": True}
    offers = [one.replaced(cost=cost) for one in OFFERS]
    matcher = Matcher(Catalogue.from_activities(offers), as_of=TODAY, remedies=remedies)
    advice = matcher.recommend(client(**(PLANTED | PLAN)))
    assert ("MARKERCONDITION" in advice.to_text()) == ("MARKERCOST" in advice.to_text()) == bool(remedies)
    told = {step.code for one in advice.suggestions for step in one.first_step}
    assert {"first_step.barrier", "first_step.pass_by", "first_step.follow_up"} <= told
    kinds = {step.params.get("kind") for one in advice.suggestions for step in one.first_step}
    assert {"buddy", "language_buddy", "city_pass"} <= kinds
    for name, text in made_for_others(advice).items():
        assert "MARKER" not in text, name
        words = (Page(text).text if "<" in text else text).lower()
        for one in advice.suggestions:
            words = words.replace(one.activity.title.lower(), "")
        hidden = (*FORBIDDEN, *ALSO, "a1", "readiness", "eraan toe")
        assert not [word for word in hidden if word in words], name
    assert "Maatje" not in advice._repr_html_()


@pytest.mark.parametrize("signal", ["suicidal_thoughts", "violence", "crisis"])
def test_a_stop_is_not_told_to_others(signal):
    note = {"signal": signal, "noticed_on": "2026-11-20"}
    advice = advise(client(**(PLANTED | {"safety": [note]})), *OFFERS)
    assert advice.is_stopped
    shown = made_for_others(advice)
    assert shown.pop("preview") == '<p lang="en">see advice.gates</p>'
    for name, text in shown.items():
        assert "MARKER" not in text, name
        words = (Page(text).text if "<" in text else text).lower()
        assert not [
            word for word in ("zelfdoding", "suicid", "geweld", "violence", "crisis", "stop", "signa") if word in words
        ]
