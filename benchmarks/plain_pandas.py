"""The same job as `Matcher.recommend` does, as a good analyst would write it in plain pandas, to measure beside it.

`prepare` makes the frames, once a catalogue. `part` is the least that gives a list: some masks, four criteria, the top
five. `whole` is the job: every rule and every criterion as a column, three-valued, with the interval that what is not
known leaves, how many fell out by which rule, near misses, and for the top five reasons for and against and what to
ask. It knows the activities as simply as a frame can: one price a month, one speed a mode, sessions by part of the day,
no variety, no parts that must all fit, no prose. Both get the wishes that this library reads in a client's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from wor_match import Catalogue
from wor_match.catalogue.columns import RowSource
from wor_match.catalogue.location import LAT, LON
from wor_match.criteria import CRITERIA
from wor_match.geo.distance import haversine_km
from wor_match.query import Query
from wor_match.query.hours import PART_SLOTS, covered, slot_of
from wor_match.rules.access import FACTS
from wor_match.rules.status import STATE, VERIFIED
from wor_match.vocabulary.enums import WEEKDAYS, AccessNeed, DayPart

_KM_PER_MINUTE = 14 / 60 / 1.27
_SPEED = {"walk": 4.6, "rollator": 3.0, "wheelchair": 4.0, "mobility_scooter": 10.0, "bike": 14.0, "ebike": 18.0}
_SPEED |= {"bus": 16.0, "car": 32.0, "lift": 32.0, "wmo_taxi": 25.0}
_DETOUR, _SETTING_OUT = 1.27, 3.0
_A_MONTH = {"time": 52 / 12, "week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12, "once": 0.0}
_SIGN_UP = {"walk_in": 1.0, "call": 0.7, "email": 0.6, "online": 0.5, "intake": 0.3}
_LEVELS = ("A0", "A1", "A2", "B1", "B2", "C1", "C2")
_NEAR_MISSES, _REASONS, _FLOOR = 3, 4, 0.1
_YES, _UNKNOWN, _NO = 1, 0, -1
_PRIORS = {one.name: one.prior for one in CRITERIA}
_FOR = {
    "interest": "Sluit aan bij wat de cliënt graag doet.", "story": "Sluit aan bij de eigen woorden.",
    "identity": "Is voor mensen als de cliënt.", "purpose": "Past bij waar de cliënt voor komt.",
    "role": "Geeft de rol die de cliënt wenst.", "dislikes": "Is niet wat de cliënt liever niet wil.",
    "travel": "Ongeveer {minutes:.0f} minuten onderweg.", "hours": "Is op een moment dat de cliënt kan.",
    "money": "Kost ongeveer € {eur:.0f} per maand.", "group": "De grootte past: ongeveer {size:.0f} mensen.",
    "first_step": "Meedoen is eenvoudig.", "effort": "Vraagt niet te veel.", "places": "Er is plek.",
    "certainty": "Er is veel van bekend.", "freshness": "Pas nagekeken.", "need": "Past bij de klacht.",
    "evidence": "Er is onderzoek naar.", "earlier": "Is anders dan wat eerder niet lukte.",
}  # fmt: skip
_AGAINST = {name: f"Let op: {text[0].lower()}{text[1:-1]}, dat is hier minder zeker." for name, text in _FOR.items()}


@dataclass(frozen=True)
class Prepared:
    """The frames of one catalogue: a row a place or part, the few columns of :func:`part`, themes, and sessions."""

    rows: pd.DataFrame
    few: pd.DataFrame
    themes: pd.DataFrame
    sessions: pd.DataFrame


def prepare(catalogue: Catalogue) -> Prepared:
    """The frames of a catalogue."""
    rows = pd.DataFrame([_facts(one) for one in catalogue.sources])
    rows["activity"] = catalogue.row_activity
    rows["lat"], rows["lon"] = catalogue.column(LAT), catalogue.column(LON)
    rows["state"], rows["verified"] = catalogue.column(STATE), catalogue.column(VERIFIED)
    for need in AccessNeed:
        rows[need.value] = catalogue.column(FACTS[need])
    few = rows[["activity", "lat", "lon", "state", "verified", "step_free", "eur"]].copy()
    few["age_from"], few["age_to"] = rows["age_min"].fillna(0), rows["age_max"].fillna(999)
    few["gender"] = rows["gender"].fillna("")
    words = catalogue.words
    owner = np.repeat(np.arange(len(catalogue)), np.diff(words.theme_start))
    themes = pd.DataFrame({"activity": owner, "theme": words.theme_id, "strength": words.theme_strength})
    sessions = [(row, *one) for row, source in enumerate(catalogue.sources) for one in _sessions(source)]
    return Prepared(rows, few, themes, pd.DataFrame(sessions, columns=["row", "day", "begin", "end"]))


def _facts(row: RowSource) -> dict[str, Any]:
    """What is told of one row, None where it is not."""
    activity = row.activity
    group, first, capacity, effort = activity.group, activity.first_step, activity.capacity, activity.effort
    cost = activity.cost
    per = cost.per.value if cost.per else "time"
    level = activity.language.dutch_level_needed
    told = [
        activity.description,
        cost.amount_eur,
        group.size,
        effort.physical,
        effort.social,
        first.sign_up,
        activity.status,
    ]
    return {
        "setting": row.setting.value, "kind": activity.kind.value if activity.kind else None, "title": activity.title,
        "provider": activity.provider, "id": activity.id, "phone": activity.contact.phone,
        "access_by": activity.access.value if activity.access else None,
        "age_min": group.age_min, "age_max": group.age_max,
        "gender": group.gender_rule.value if group.gender_rule else None, "audiences": frozenset(group.audiences),
        "size": group.size, "referral": group.referral_required, "member": group.membership_required,
        "residents": bool(group.residents_of), "closed": group.is_closed, "full": capacity.is_full,
        "waiting": capacity.waiting_weeks, "joins_midway": capacity.can_join_midway,
        "starts_on": activity.capacity.starts_on.toordinal() if activity.capacity.starts_on else None,
        "eur": None if cost.amount_eur is None else cost.amount_eur * _A_MONTH[per], "first_free": cost.first_time_free,
        "dutch": None if level is None else _LEVELS.index(level.value), "physical": effort.physical,
        "social": effort.social, "sign_up": None if first.sign_up is None else _SIGN_UP[first.sign_up.value],
        "online_only": first.sign_up is not None and first.sign_up.value == "online",
        "trial": first.trial_possible, "companion": first.companion_welcome,
        "roles": frozenset(one.value for one in activity.roles), "flexible": bool(row.schedule.is_flexible),
        "told": sum(one is not None and one != "" for one in told) / len(told),
        "words": " ".join([activity.title, activity.summary, activity.description, *activity.kind_words]).lower(),
    }  # fmt: skip


def _sessions(row: RowSource) -> Iterable[tuple[int, float, float]]:
    """Weekday, begin and end in half hours of each session."""
    for rule in row.schedule.rules:
        if rule.start:
            begin = slot_of(rule.start)
            yield WEEKDAYS.index(rule.weekday), begin, slot_of(rule.end) if rule.end else begin + 4
        else:
            begin, end = PART_SLOTS[rule.part or DayPart.AFTERNOON]
            yield WEEKDAYS.index(rule.weekday), float(begin), float(end)


def part(query: Query, prepared: Prepared) -> pd.DataFrame:
    """The top five with their points: a few masks, and interest, travel, money and freshness."""
    client, table, themes = query.client, prepared.few, prepared.themes
    kept = table[table["state"] >= 0]
    if query.home is not None:
        km = haversine_km(query.home[0], query.home[1], kept["lat"].to_numpy(), kept["lon"].to_numpy())
        kept = kept.assign(minutes=3 + km / _KM_PER_MINUTE)
        limit = client.travel.max_minutes or 30.0
        kept = kept[kept["minutes"] <= limit]
    else:
        kept, limit = kept.assign(minutes=15.0), 30.0
    if client.age is not None:
        kept = kept[(kept["age_from"] <= client.age) & (kept["age_to"] >= client.age)]
    if client.gender is not None:
        kept = kept[~kept["gender"].eq({"man": "women", "woman": "men"}.get(client.gender.value, ""))]
    if AccessNeed.STEP_FREE in client.access_needs:
        kept = kept[kept["step_free"] >= 0]
    budget = client.budget_eur_per_month or 25.0
    kept = kept[~(kept["eur"] > budget)]
    points = pd.DataFrame(
        {
            "activity": kept["activity"],
            "interest": 27 * _match(query, themes, kept["activity"]) ** 1.5,
            "travel": 7 * (1 - 0.8 * kept["minutes"] / limit),
            "money": 4 * (1 - 0.7 * (kept["eur"].fillna(5.0) / budget).clip(0, 1)),
            "freshness": 2 * (1 - (query.day - kept["verified"]) / 1095).clip(0, 1),
        }
    )
    points["score"] = points[["interest", "travel", "money", "freshness"]].sum(axis=1)
    return points.sort_values(["score", "activity"], ascending=[False, True]).drop_duplicates("activity").head(5)


def _match(query: Query, themes: pd.DataFrame, activities: pd.Series[int], of: str = "wants") -> pd.Series[float]:
    """How well each row answers the wishes (or touches the dislikes), best theme."""
    offered = themes[themes["activity"].isin(activities)]
    asked = getattr(query, of)
    if not asked:
        return pd.Series(0.0, index=activities.index)
    wanted = np.array([one.wanted * one.strength if of == "wants" else one.themes for one in asked]).max(axis=0)
    match = (offered["strength"] * wanted[offered["theme"]]).groupby(offered["activity"]).max()
    return activities.map(match).fillna(0.0)


def whole(query: Query, prepared: Prepared, k: int = 5) -> dict[str, Any]:
    """The whole job: suggestions with points, intervals, reasons and questions; what fell out, and what nearly did."""
    rows = _in_reach(query, prepared.rows)
    free = _free_share(query, rows, prepared.sessions)
    verdicts = _verdicts(query, rows, free, _match(query, prepared.themes, rows["activity"], "dislikes"))
    fails = verdicts.eq(_NO)
    count = fails.sum(axis=1)
    looked_at = rows[count <= 1]
    values = _values(query, looked_at, free.loc[looked_at.index], prepared.themes)
    weights = pd.Series({name: query.profile.weights[name] for name in values})
    usual = values.fillna({name: _PRIORS[name] for name in values}) * weights
    scores = pd.DataFrame(
        {
            "activity": looked_at["activity"],
            "score": usual.sum(axis=1),
            "low": (values.fillna(0.0) * weights).sum(axis=1),
            "high": (values.fillna(1.0) * weights).sum(axis=1),
        }
    )
    links = ["interest", "need"]
    scores = scores[usual[links].sum(axis=1) >= _FLOOR * weights[links].sum()]
    scores = scores.sort_values(["score", "activity"], ascending=[False, True])
    passing = scores[count[scores.index] == 0].drop_duplicates("activity")
    near = scores[(count[scores.index] == 1) & ~scores["activity"].isin(passing["activity"])].drop_duplicates(
        "activity"
    )
    best = passing.head(k)
    return {
        "suggestions": [_told(rows.loc[row], usual.loc[row], weights, verdicts.loc[row]) for row in best.index],
        "points": usual.loc[best.index],
        "scores": best,
        "counts": _counts(rows, fails, len(prepared.rows)),
        "near": [(rows.at[row, "id"], fails.loc[row].idxmax()) for row in near.index[:_NEAR_MISSES]],
    }


def _in_reach(query: Query, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with their minutes, but what is far out of reach."""
    if query.home is None:
        return rows.assign(minutes=np.nan)
    limit = query.client.travel.max_minutes or 30.0
    speed = max(_SPEED[mode.value] for mode in query.usual_modes) / 60
    degrees = 1.25 * limit * speed / _DETOUR / 111.2
    away = ~rows["lat"].between(query.home[0] - degrees, query.home[0] + degrees)
    away |= ~rows["lon"].between(query.home[1] - 1.7 * degrees, query.home[1] + 1.7 * degrees)
    rows = rows[~away | rows["lat"].isna() | rows["setting"].ne("onsite")]
    km = haversine_km(query.home[0], query.home[1], rows["lat"].to_numpy(), rows["lon"].to_numpy())
    minutes = np.where(rows["setting"].eq("onsite"), _SETTING_OUT + km * _DETOUR / speed, 0.0)
    return rows.assign(minutes=minutes)


def _free_share(query: Query, rows: pd.DataFrame, sessions: pd.DataFrame) -> pd.Series[float]:
    """The share of its best session that the client is free, nan where no session or no free hour is told."""
    if query.week_total is None:
        return pd.Series(np.nan, index=rows.index)
    here = sessions[sessions["row"].isin(rows.index)]
    hours = covered(query.week_total, *(here[name].to_numpy() for name in ("day", "begin", "end")))
    share = pd.Series(hours).groupby(here["row"].to_numpy()).max()
    return share.reindex(rows.index)


def _three(no: Any, yes: Any) -> np.ndarray[Any, np.dtype[np.int8]]:
    """NO where a mask holds, YES where the other does, else unknown."""
    return np.where(no, _NO, np.where(yes, _YES, _UNKNOWN)).astype(np.int8)


def _verdicts(query: Query, rows: pd.DataFrame, free: pd.Series[float], touched: pd.Series[float]) -> pd.DataFrame:
    """What each rule says of each row."""
    client = query.client
    onsite, minutes, limit = rows["setting"].eq("onsite"), rows["minutes"], client.travel.max_minutes or 30.0
    found = {"reach": _three(onsite & (minutes > limit), ~onsite | (minutes <= limit))}
    found["status"] = _three(rows["state"] < 0, rows["state"] > 0)
    names = rows["title"].isin(client.avoid) | rows["provider"].isin(client.avoid) | rows["id"].isin(client.avoid)
    found["avoid"] = _three(names, ~names)
    current = rows["id"].isin(client.current) | rows["title"].isin(client.current)
    found["current"] = _three(current, ~current)
    indicated = rows["access_by"].eq("indicated")
    found["referral"] = _three(indicated, ~rows["referral"].eq(True))
    begun = rows["starts_on"] < query.day
    found["start"] = _three((begun & rows["joins_midway"].eq(False)) | rows["closed"].eq(True), ~begun)
    if client.age is not None:
        young, old = rows["age_min"] > client.age, rows["age_max"] < client.age
        found["age"] = _three(young | old, ~(young | old))
    other = {"man": "women", "woman": "men"}.get(client.gender.value, "") if client.gender else ""
    ruled = rows["gender"].isin(["women", "men"])
    found["gender"] = _three(rows["gender"].eq(other), ~ruled | (other != ""))
    own = query.circumstances
    none = rows["audiences"].map(len).eq(0)
    found["audience"] = _three(~none & rows["audiences"].map(own.isdisjoint), none)
    found["residents"] = _three(False, ~rows["residents"])
    found["membership"] = _three(False, ~rows["member"].eq(True))
    for need in client.access_needs:
        found[f"access {need.value}"] = _three(onsite & rows[need.value].lt(0), ~onsite | rows[need.value].gt(0))
    if client.dutch_level is not None:
        level = _LEVELS.index(client.dutch_level.value)
        found["language"] = _three(rows["dutch"] > level, rows["dutch"] <= level)
    if client.digital is not None and client.digital.value == "none":
        online = rows["setting"].eq("online")
        found["digital"] = _three(online, ~online & ~rows["online_only"])
    if query.week_total is not None:
        found["hours"] = _three((free < 0.5) & ~rows["flexible"], (free >= 0.75) | rows["flexible"])
    if client.budget_eur_per_month is not None:
        found["budget"] = _three(rows["eur"] > client.budget_eur_per_month, rows["eur"] <= client.budget_eur_per_month)
    found["places"] = _three(rows["full"].eq(True), rows["full"].eq(False) | rows["waiting"].eq(0))
    for name, most in (("physical", client.max_physical_effort), ("social", client.max_social_effort)):
        if most is not None:
            found[f"{name}_effort"] = _three(rows[name] > most, rows[name] <= most)
    found["dislikes"] = _three(touched >= 0.8, touched < 0.8)
    return pd.DataFrame(found, index=rows.index)


def _values(query: Query, rows: pd.DataFrame, free: pd.Series[float], themes: pd.DataFrame) -> pd.DataFrame:
    """What each criterion gives each row, in [0, 1]; nan where it is not known."""
    client, activities = query.client, rows["activity"]
    limit, budget = client.travel.max_minutes or 30.0, client.budget_eur_per_month or 25.0
    match = _match(query, themes, activities)
    told = [one.phrase for one in client.interests] + [one.word for one in query.story]
    said = rows["words"].str.contains("|".join(map(_safe, told)), regex=True) if told else 0.0
    roles = frozenset(one.value for one in query.roles)
    named = rows["audiences"].map(len).gt(0)
    own = ~rows["audiences"].map(query.circumstances.isdisjoint)
    found: Mapping[str, Any] = {
        "interest": match**1.5,
        "story": said * 1.0,
        "identity": np.select([own, named], [0.5, 0.02], 0.33),
        "purpose": rows["kind"].map({"service": 0.2, "course": 0.5, "one_to_one": 0.4}).fillna(0.8),
        "role": np.where(rows["roles"].map(len).eq(0), np.nan, ~rows["roles"].map(roles.isdisjoint)),
        "dislikes": 1 - _match(query, themes, activities, "dislikes").clip(0, 1),
        "travel": (1 - 0.8 * rows["minutes"] / limit).clip(0, 1),
        "hours": free.clip(0, 1),
        "money": 1 - 0.7 * (rows["eur"] / budget).clip(0, 1),
        "group": _size_fits(query, rows["size"]),
        "first_step": rows["sign_up"] * 0.6
        + 0.2 * rows["trial"].map({True: 1.0, False: 0.0}).fillna(0.5)
        + 0.2 * rows["companion"].map({True: 1.0, False: 0.0}).fillna(0.5),
        "effort": 1 - rows["physical"] / 3,
        "places": rows["full"].map({True: 0.0, False: 1.0}),
        "certainty": rows["told"],
        "freshness": (1 - (query.day - rows["verified"]) / 1095).clip(0, 1),
        "need": rows["kind"].map({"peer_group": 0.8, "activity": 0.6, "course": 0.5, "volunteering": 0.6}),
        "evidence": rows["kind"].map({"peer_group": 0.6, "volunteering": 0.4, "course": 0.6}),
    }
    return pd.DataFrame(found, index=rows.index)


def _safe(phrase: str) -> str:
    return "".join(one if one.isalnum() else "." for one in phrase.lower())


def _size_fits(query: Query, size: pd.Series[float]) -> pd.Series[float]:
    """A small group for who wishes that, any group for others."""
    wish = query.client.group.size
    if wish is None or wish.value == "any":
        return size * 0 + 1.0
    return (1 - (size - 6).clip(0, 20) / 20) if wish.value == "small" else (size / 20).clip(0, 1)


def _told(
    row: pd.Series[Any], points: pd.Series[float], weights: pd.Series[float], verdicts: pd.Series[int]
) -> dict[str, Any]:
    """One suggestion in words: most points won, most points missed, and what to ask first."""
    facts = row.to_dict()
    won = points.sort_values(ascending=False).index[:_REASONS]
    missed = (weights - points).sort_values(ascending=False).index[:2]
    return {
        "id": facts["id"],
        "title": facts["title"],
        "reasons_for": [_FOR[name].format(**facts) for name in won],
        "reasons_against": [_AGAINST[name].format(**facts) for name in missed],
        "call_first": [f"Vraag na: {name} ({facts['phone']})." for name in verdicts.index[verdicts.eq(_UNKNOWN)]],
    }


def _counts(rows: pd.DataFrame, fails: pd.DataFrame, size: int) -> dict[str, int]:
    """How many rows fell out, by the first rule that excludes each; those never looked at are out of reach."""
    first = fails.idxmax(axis=1)[fails.any(axis=1)]
    counts = first.value_counts().to_dict()
    counts["reach"] = counts.get("reach", 0) + size - len(rows)
    return counts
