"""One advice of the sample that tests talk about, and a small case beside it."""

from __future__ import annotations

from typing import Any

from making import HOME, near
from wor_match import Client, Matcher, load_sample
from wor_match.sample import SAMPLE_DATE

CATALOGUE, CLIENTS = load_sample()
SAMPLE = Matcher(CATALOGUE, as_of=SAMPLE_DATE)
ADVICE = SAMPLE.recommend(CLIENTS[1])
IDS = [one.activity.id for one in ADVICE.suggestions]
SAID: dict[str, Any] = {"reason": "Marker-reden: kent daar iemand", "by": "Marker-coach", "on": SAMPLE_DATE}


def asking(**facts: Any) -> Client:
    return Client(**{"reference": "c-1", "interests": ["wandelen"], "home": HOME, **facts})


def walk(**facts: Any) -> dict[str, Any]:
    return {"title": "Wandelgroep", "kind": "activity", "places": [near(1)], **facts}
