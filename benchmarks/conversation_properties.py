"""What the conversation promises, as hypothesis properties over thousands of generated cases each.

    python benchmarks/conversation_properties.py [--cases 2000] [--seed 1] [--only contrast why_not ...]

A case is a client that hypothesis makes, with one of a few dozen seeded catalogues. Ends with a pass line; of a promise
that is broken hypothesis shows the smallest client with which it is.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from wor_match import Catalogue, Client, Matcher, Overrule, load_sample_remedies
from wor_match.testing import TODAY, draw_activities
from wor_match.testing.audit import check_names_what_changed, check_replay
from wor_match.testing.conversation import check_contrasts, check_why_not
from wor_match.testing.inquiry import check_questions
from wor_match.testing.openings import check_what_if
from wor_match.testing.slow_stability import check_rescored, check_stability
from wor_match.testing.strategies import clients
from wor_match.vocabulary.enums import GoesAlone

_SUPPLIES, _SIZE, _MOST, _DRAWS = 48, 60, 6, 20
_SAID = {"reason": "daar kent zij iemand", "by": "coach-7", "on": TODAY}
done: Counter[str] = Counter()


@cache
def supply(number: int) -> Matcher:
    """A made-up catalogue, asked on a day of its own."""
    catalogue = Catalogue.from_activities(draw_activities(_SIZE, seed=1000 + number))
    day = date.fromordinal(TODAY.toordinal() + number % 7)
    return Matcher(catalogue, as_of=day, remedies=load_sample_remedies())


def contrast(matcher: Matcher, client: Client, k: int, _: int) -> None:
    """Adds up exactly to the difference of the scores, both ways round."""
    done["  pairs of suggestions"] += check_contrasts(matcher.recommend(client, k))


def why_not(matcher: Matcher, client: Client, k: int, which: int) -> None:
    """Every rule that is named fails when asked alone, without those the activity is possible, and every way works."""
    near = matcher.recommend(client, k).excluded.near_misses
    is_near = which % 2 and near  # half of the time one that nearly came in: there the ways are
    name = near[which % len(near)].activity_id if is_near else matcher.catalogue.activities[which].id
    found = check_why_not(matcher, client, name, k)
    done[f"  {found.outcome}"] += 1
    done["  rules named"] += len(found.exclusions)
    done["  ways, each made and kept"] += len(found.ways)


def what_if(matcher: Matcher, client: Client, k: int, which: int) -> None:
    """With the changes made the list is just what was told, nothing protected was touched, and no better is left out.

    For the last every change and pair is tried, hundreds of lists for one client: for one in eight.
    """
    is_slow = which // 2 % 8 == 0
    found = check_what_if(matcher, narrowed(client) if which % 2 else client, k, is_slow=is_slow)
    done["  clients with every change and pair tried"] += is_slow
    done["  changes told, each kept"] += len(found)
    done["  of which pairs"] += sum(len(one.changes) == 2 for one in found)
    done["  clients with any"] += bool(found)


def narrowed(client: Client) -> Client:
    """The same client with little time, money and courage: something can be opened up then."""
    travel = client.travel.model_copy(update={"max_minutes": 10.0})
    return client.model_copy(update={"travel": travel, "budget_eur_per_month": 2.0, "goes_alone": GoesAlone.NO})


def questions(matcher: Matcher, client: Client, k: int, which: int) -> None:
    """Nothing known is asked, at most a handful, and each effect is what a slow reference gets with that answer."""
    found = check_questions(matcher, barely_asked(client, which % 4 == 1) if which % 2 else client, k)
    for one in found:
        done[f"  {one.kind}, {one.how}"] += 1
    done["  answers, each given and kept"] += sum(len(one.answers) for one in found)


def barely_asked(client: Client, has_home: bool) -> Client:
    """The same client of whom little was asked: there are questions about the intake then."""
    known = ["reference", "own_words", "age", "tried", "avoid", "safety", *(["home"] if has_home else [])]
    return Client(**{name: getattr(client, name) for name in known}, interests=client.interests[:1])


def replay(matcher: Matcher, client: Client, k: int, which: int) -> None:
    """From stored JSON the same to the bit, also with what a coach decided otherwise."""
    shown = [one.activity.id for one in matcher.recommend(client, k).suggestions]
    kind = ("pin", "hide")[which % 2]
    overrules = [Overrule(kind=kind, activity_ids=(shown[which % len(shown)],), **_SAID)] if shown else []
    check_replay(matcher, client, k, overrules[: which % 3])
    done["  with an overrule"] += bool(overrules[: which % 3])


def what_changed(matcher: Matcher, client: Client, k: int, _: int) -> None:
    """When one thing has changed since, that is what replay names, and nothing else."""
    done["  changes, each named alone"] += check_names_what_changed(matcher, client, k)


def stability(matcher: Matcher, client: Client, k: int, which: int) -> None:
    """The same counts as a slow reference that scores every draw again, and the scores of a profile so drawn."""
    found = check_stability(matcher, client, k, _DRAWS, which)
    done["  scores with a profile of the drawn weights"] += check_rescored(matcher, client, 2, which)
    done["  draws"] += _DRAWS
    done["  activities counted"] += len(found.activities)


#: Each promise with what must be there as often as there are to be cases: an empty answer promises nothing.
PROMISES: tuple[tuple[Callable[[Matcher, Client, int, int], None], str], ...] = (
    (contrast, "  pairs of suggestions"),
    (why_not, "  ways, each made and kept"),
    (what_if, "  changes told, each kept"),
    (questions, "  answers, each given and kept"),
    (replay, "  with an overrule"),
    (what_changed, "  changes, each named alone"),
    (stability, "  activities counted"),
)


def hold(promise: Callable[[Matcher, Client, int, int], None], what: str, cases: int, begin: int) -> None:
    """Run one promise over at least so many cases, until there was as much of what is promised."""

    @settings(max_examples=cases, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(clients(), st.integers(0, _SUPPLIES - 1), st.integers(1, _MOST), st.integers(0, _SIZE - 1))
    def holds(client: Client, number: int, k: int, which: int) -> None:
        promise(supply(number), client, k, which)
        done[promise.__name__] += 1

    while min(done[promise.__name__], done[what]) < cases:
        seed(begin)(holds)()
        begin += 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    names = [promise.__name__ for promise, _ in PROMISES]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    given = parser.parse_args()
    for promise, what in PROMISES:
        if promise.__name__ not in given.only:
            continue
        wall, cpu = time.perf_counter(), time.process_time()
        hold(promise, what, given.cases, given.seed)
        took = f"{time.perf_counter() - wall:.0f} s, of a processor {time.process_time() - cpu:.0f} s"
        print(f"{promise.__name__:<46}{done.pop(promise.__name__):>7} cases    {took}")
        print("\n".join(f"{name:<46}{count:>7}" for name, count in done.items()))
        done.clear()
    print(f"passed, seed {given.seed}")


if __name__ == "__main__":
    main()
