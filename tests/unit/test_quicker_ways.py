"""What is left out or kept to save time changes no answer: each way beside the slow obvious one."""

from datetime import timedelta

import numpy as np
import pytest

from wor_match import left_out
from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import CRITERIA
from wor_match.pipeline import run
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.testing import TODAY, draw_activities, draw_clients

OF_A_DAY = ("start", "status", "places")


def catalogue(seed):
    return Catalogue.from_activities(draw_activities(60, seed))


def test_arrangements_that_are_not_put_together_are_no_near_misses(monkeypatch):
    dropped, here = 0, left_out._may_be_told

    def told(*given):
        nonlocal dropped
        dropped += int((~here(*given)).sum())
        return here(*given)

    for seed in range(5):
        offers = catalogue(seed)
        for client in draw_clients(12, seed):
            query = compile_query(client, as_of=TODAY)
            monkeypatch.setattr(left_out, "_may_be_told", told)
            quick = run(query, offers, RULES, CRITERIA, 5)
            monkeypatch.setattr(left_out, "_may_be_told", lambda left, scored, row, *_: np.ones(len(row), dtype=bool))
            slow = run(query, offers, RULES, CRITERIA, 5)
            assert (quick.near, quick.via_care) == (slow.near, slow.via_care)
    assert dropped  # else this proves nothing


@pytest.mark.parametrize("later", [0, 40])
def test_what_is_kept_for_a_day_is_what_these_rows_alone_give(later):
    offers = catalogue(3)
    some = np.arange(0, len(offers.sources), 3)
    for client in draw_clients(6, 3):
        begins = {"wanted_from": TODAY + timedelta(days=later) if later else None, "wanted_before": None}
        query = compile_query(client.replaced(**begins), as_of=TODAY)
        whole, part = Scene(query, offers.all_rows), Scene(query, Catalogue(offers.activities).all_rows.take(some))
        for one in (*RULES, *CRITERIA):
            if one.name in OF_A_DAY and one.applies(query) and hasattr(one, "check"):
                assert one.check(whole)[some].tolist() == one.check(part).tolist()
            elif one.name in ("places", "freshness") and one.applies(query):
                for all_of_it, part_of_it in zip(one.evaluate(whole), one.evaluate(part), strict=True):
                    assert all_of_it[some].tolist() == part_of_it.tolist()
