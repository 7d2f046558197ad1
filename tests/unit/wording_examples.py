"""An example of every type of parameter, so that every sentence can be written."""

from __future__ import annotations

from typing import Any

from wor_match.explain.codes import Code

EXAMPLES: dict[str, Any] = {
    "text": "Riet",
    "quote": "vroeger zong ik in een koor.",
    "quotes": ("zingen", "wandelen"),
    "list": ("Utrecht", "3433"),
    "flag": True,
    "count": 12,
    "points": 0.5,
    "money": 2.5,
    "budget": 0.0,
    "minutes": 15,
    "weeks": 3,
    "months": 30,
    "activities": 4,
    "distance": 3.25,
    "percent": 0.6,
    "date": "2026-11-24",
    "short_date": "2026-11-24",
    "days": ("2026-11-24", "2026-12-01"),
    "times": ("10:00", ""),
    "month_day": "11-01",
    "places": 3,
    "ranks": 2,
    "average": 0.4,
    "facts": ("first_step.sign_up", "group.size"),
    "needs_outdoors": ("step_free", "hearing_loop"),
    "criterion": "travel",
    "group_of": 12,
    "needs": ("step_free", "accessible_toilet"),
    "circumstances": ("carer", "widowed"),
    "circumstance": "carer",
    "languages": ("nl", "ar"),
    "mode": "bike",
    "theme": "singing",
    "themes": ("singing", "walking"),
    "complaint": "low_mood",
    "element": "meeting",
    "signal": "debts",
    "people": "women",
    "composition": "women",
    "leader": "women",
    "size": "small",
    "physical": 1,
    "social": 2,
    "role": "help",
    "sign_up": "email",
    "period": "time",
    "limit": "no_evening",
    "limits": ("no_evening", "needs_toilet"),
    "grade": "weak",
    "rule": "reach",
    "cause": "too_large",
    "field": "group.gender_rule",
    "moments": ("tue morning", "sat evening"),
    "rules": ("budget", "reach"),
    "changed": ("catalogue", "client"),
    "intake": ("home", "budget_eur_per_month"),
    "criteria": ("travel", "money"),
    "shares": ("3200", "400"),
    "changes": ("buddy", "part:mon:morning"),
    "remedy_question": "buddy",
    "barrier_asked": "bike",
    "barrier": "buddy",
    "finding": "noetel_walking",
}


def example(code: Code, *, full: bool = True) -> dict[str, Any]:
    """Parameters for a code; with ``full=False`` those that may be absent are None."""
    return {name: None if not full and name in code.optional else EXAMPLES[form] for name, form in code.params.items()}
