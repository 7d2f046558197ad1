"""Of two equal things the one without open questions comes first."""

from datetime import timedelta

import numpy as np

from making import TODAY, Asked, matcher, query
from wor_match.criteria.certainty import CertaintyCriterion
from wor_match.domain.client import Client


def test_it_always_applies():
    assert CertaintyCriterion().applies(query())


def test_it_counts_down_with_the_risk():
    criterion = CertaintyCriterion()
    asked = Asked(criterion, query(), {}, {}, {})
    asked.scene.risk = np.array([0.0, 0.4, 9.0])
    values = criterion.evaluate(asked.scene)
    assert values.expected.tolist() == values.low.tolist() == [1.0, 0.6, 0.0]
    assert values.high.tolist() == [1.0, 1.0, 1.0]  # every question may be answered with yes
    assert criterion.tell(asked.scene, 1, 0.6) == []


def test_an_open_question_costs_points():
    offers = [{"title": "Koor", "last_verified": TODAY - timedelta(days=3)}, {"title": "Koor", "status": None}]
    advice = matcher(*offers).recommend(Client(reference="c", interests=["zingen"]))
    points = {
        one.activity.id: next(each.points_milli for each in one.contributions if each.criterion == "certainty")
        for one in advice.suggestions
    }
    assert points["a00"] > points["a01"]
