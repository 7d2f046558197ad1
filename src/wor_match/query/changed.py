"""A compiled query with some facts of the client changed: only what rests on them is worked out anew."""

from __future__ import annotations

from dataclasses import replace

from wor_match.domain.client import Client
from wor_match.query.circumstances import by_fact, circumstances_of, together
from wor_match.query.getting_out import getting_out
from wor_match.query.hours import cumulative, week_of
from wor_match.query.query import Query, home_of, wants_of
from wor_match.query.roles import roles_of


def changed(query: Query, client: Client) -> Query:
    """The query of the same client with other answers about travel, hours, money, group, effort or interests.

    The same as compiling the changed client; its free text, complaints, dislikes and what was tried must be the same.
    Hours that were taken from the week (:func:`~wor_match.query.query.without_hours`) must be taken again.

    Examples
    --------
    >>> from datetime import date
    >>> from wor_match.query import compile_query
    >>> client = Client(reference="c", budget_eur_per_month=5)
    >>> query = compile_query(client, as_of=date(2026, 11, 23))
    >>> changed(query, client.model_copy(update={"has_city_pass": True})).client.has_city_pass
    True
    """
    old = query.client
    week, total = query.week, query.week_total
    if (client.availability, client.busy) != (old.availability, old.busy):
        week = week_of(client.availability, client.busy)
        total = None if week is None else cumulative(week)
    same_wants = (client.interests, client.strengths, client.goals) == (old.interests, old.strengths, old.goals)
    wants = query.wants if same_wants else wants_of(client, query.words, query.profile)
    told = query.told_circumstances
    if {*by_fact(client)} != {*by_fact(old)}:
        named = circumstances_of(client, None, query.complaints)
        told = together((*named, *(name for name, _ in query.words.circumstances)))
    out = getting_out(client, query.limits, told)
    return replace(
        query,
        client=client,
        home=query.home if client.home == old.home else home_of(client),
        modes=client.travel.modes,
        wants=wants,
        told_circumstances=told,
        circumstances=told | out.own,
        open_circumstances=out.open,
        roles=roles_of(client, wants, query.words),
        week=week,
        week_total=total,
    )
