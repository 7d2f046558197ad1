"""For tests of a host's own: made-up pairs, one fact changed at a time, and the contracts of rules and criteria.

- :mod:`~wor_match.testing.factories`: one activity and one client of which everything is known;
- :mod:`~wor_match.testing.asking`: what one rule or criterion says of them;
- :mod:`~wor_match.testing.draws`: many made-up ones quickly, from a seed;
- :mod:`~wor_match.testing.strategies`: hypothesis strategies (extra ``testing``);
- :mod:`~wor_match.testing.contracts`: test classes to inherit.

>>> from wor_match.rules.budget import BudgetRule
>>> scene = scene_of(a_client(budget_eur_per_month=5), an_activity(cost={"amount_eur": 30, "per": "month"}))
>>> answers(BudgetRule(), scene)[0].code
'budget.too_expensive'
"""

from wor_match.testing.asking import Answer, Valued, answers, scene_of, valued
from wor_match.testing.contracts import CriterionContract, RuleContract
from wor_match.testing.draws import draw_activities, draw_clients
from wor_match.testing.factories import a_client, a_place, an_activity
from wor_match.testing.region import TODAY

__all__ = [
    "TODAY",
    "Answer",
    "CriterionContract",
    "RuleContract",
    "Valued",
    "a_client",
    "a_place",
    "an_activity",
    "answers",
    "draw_activities",
    "draw_clients",
    "scene_of",
    "valued",
]
