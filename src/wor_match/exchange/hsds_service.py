"""One HSDS or ORUK service, of any version, becomes one draft; several locations become several places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wor_match.domain.clean import clean
from wor_match.exchange import facts
from wor_match.exchange.draft import Draft
from wor_match.exchange.hsds_json import Object, items, misshapen, one, places_of, terms_of, unread_fields, words
from wor_match.exchange.hsds_place import place_of
from wor_match.exchange.hsds_when import put_schedules, rules_data
from wor_match.exchange.report import Collector, Notes
from wor_match.exchange.values.ages import Ages, ages_in_words, read_ages
from wor_match.exchange.values.costs import Costs, read_costs
from wor_match.exchange.values.numbers import read_number, read_whole

_ONLINE = ("online", "virtual", "remote", "telephone", "video")
_ON_SITE = ("in-person", "in person", "in_person", "venue", "face", "physical", "location")
_MOST_PARTS = 20
_LONGEST_AREA = 60  # characters; longer is a sentence
#: Marks that an export leaves on lines of their own ("###MON###"); they tell a reader nothing.
_MARKERS = re.compile(r"^#{2,}[A-Z]{2,12}#{2,}\s*$", re.MULTILINE)
_AUDIENCE = "target population"


def drafts(services: Iterable[Any], collector: Collector) -> Iterator[Draft | None]:
    """Read services; None for something that is no object (and is counted as skipped).

    Examples
    --------
    >>> draft, = drafts([{"id": "1", "name": "Choir", "status": "defunct", "minimum_age": 18}], Collector())
    >>> draft.facts["title"], draft.facts["status"], draft.ages.low
    ('Choir', 'ended', 18)
    """
    unread: dict[str, None] = {}
    for number, service in enumerate(services, start=1):
        notes = Notes(words(service, "id") or f"service {number}")
        if not isinstance(service, Mapping):
            collector.skip(notes, "(record)", "not_a_record")
            yield None
            continue
        draft = Draft(notes)
        _read(draft, service)
        unread |= dict.fromkeys(unread_fields(service))
        yield draft
    for name in unread:
        collector.note("(services)", name, "column_unread")


def _read(draft: Draft, service: Object) -> None:
    _names(draft, service)
    _places(draft, service)
    _ages(draft, service)
    _costs(draft, service)
    _spoken(draft, service)
    _terms(draft, service)
    _contact(draft, service)
    _rest(draft, service)
    for name, text in misshapen(service):
        draft.notes.add(f"services.{name}", "value_refused", text)
        draft.keep_text(name, text)
    if words(service, "(missing)"):
        draft.notes.add("services.organization_id", "link_missing", words(service, "organization_id"))


def _names(draft: Draft, service: Object) -> None:
    draft.put("id", words(service, "id")[:200])
    draft.put_text("title", words(service, "name"), "services.name")
    if "title" not in draft.facts and words(service, "alternate_name"):
        draft.put_text("title", words(service, "alternate_name"), "services.alternate_name")
        draft.notes.add("services.name", "title_from_alternate")
    description = _MARKERS.sub("", words(service, "description").replace("\\n", "\n"))
    draft.put_text("description", description, "services.description")
    draft.put_text("summary", words(service, "summary", "short_description"), "services.summary")
    draft.put_text("provider", words(one(service, "organization"), "name"), "organizations.name")
    facts.put_word(draft, "status", words(service, "status"), "status", "services.status")


def _places(draft: Draft, service: Object) -> None:
    """Locations are alternatives; where each has its own times, they become parts of which any will do."""
    schedules = list(items(service, "schedules"))
    found: list[tuple[dict[str, Any], Object]] = []
    for location, here in places_of(service):
        place, is_virtual = place_of(draft, location)
        if is_virtual and "setting" not in draft.facts:
            draft.put("setting", "online", "locations.location_type")
        draft.put_place(place)
        found.append((place, here))
    own = [(place, items(here, "schedules")) for place, here in found]
    different = [list(times) for _, times in own if times]
    if len(different) > 1 and any(times != different[0] for times in different) and len(own) <= _MOST_PARTS:
        draft.parts = [_part(draft, place, times) for place, times in own if times]
    else:
        if len(own) > _MOST_PARTS and len(different) > 1:
            draft.notes.add("service_at_locations.schedules", "place_per_time")
        schedules += [one for _, times in own for one in times if one not in schedules]
    put_schedules(draft, schedules)
    _setting(draft, schedules)


def _part(draft: Draft, place: dict[str, Any], times: Iterable[Object]) -> dict[str, Any]:
    title = str(place.get("name") or place.get("street") or draft.facts.get("title") or "?")[:300]
    told = {name: value for name, value in place.items() if value not in (None, "", {})}
    return {"title": title, "places": [told] if told else [], "schedule": rules_data(times, draft.notes)}


def _setting(draft: Draft, schedules: Iterable[Object]) -> None:
    told = " ".join(words(schedule, "attending_type", "attending_access") for schedule in schedules).lower()
    if "home" in told and not draft.places:
        draft.put("setting", "home_visit", "schedules.attending_type")
    elif any(word in told for word in _ONLINE) and not any(word in told for word in _ON_SITE):
        draft.put("setting", "online", "schedules.attending_type")


def _ages(draft: Draft, service: Object) -> None:
    sources = [service, *items(service, "eligibility")]
    low = next((age for source in sources if (age := _age(draft, source, "minimum_age")) is not None), None)
    high = next((age for source in sources if (age := _age(draft, source, "maximum_age")) is not None), None)
    if low is not None and high is not None and low > high:
        draft.notes.add("services.minimum_age", "age_inverted", f"{low}-{high}")
        low = high = None
    texts = [words(source, "eligibility_description", "eligibility") for source in sources]
    for text in dict.fromkeys(text for text in texts if text):
        draft.keep_text("Eligibility", text)
        draft.audience = draft.audience or text
        if low is None and high is None and (ages := ages_in_words(text)[0]) != Ages():
            low, high = ages.low, ages.high
            draft.notes.add("eligibility_description", "age_from_text", text)
    if low is not None or high is not None:
        draft.ages, draft.age_column = Ages(low, high), "services.minimum_age"


def _age(draft: Draft, source: Object, name: str) -> int | None:
    text = words(source, name)
    if not text:
        return None
    number = read_number(text)
    age = int(number) if number is not None else read_ages(text)[0].low
    if age is None or not 0 <= age <= 120:
        draft.notes.add(f"services.{name}", "age_impossible", text)
        return None
    return age


def _costs(draft: Draft, service: Object) -> None:
    prices: list[Costs] = []
    for option in items(service, "cost_options"):
        draft.add_text("cost.text", _told(option))
        costs = _price(draft, option)
        if costs is not None:
            prices.append(costs)
    if prices:
        same = [price for price in prices if price.per == prices[0].per]
        if len(same) < len(prices):
            draft.notes.add("cost_options", "cost_other_period")
        values = sorted({price.amount_eur for price in same if price.amount_eur is not None})
        if len(values) > 1:
            draft.notes.add("cost_options", "cost_several")
        high = values[-1] if len(values) > 1 else None
        facts.put_cost_facts(draft, Costs(values[0], high, prices[0].per), "cost_options.amount")
    if text := clean(words(service, "fees_description")):
        facts.put_costs(draft, text, "services.fees_description")


def _told(option: Object) -> str:
    names = ("option", "amount", "currency", "amount_description")
    return " ".join(text for name in names if (text := words(option, name)))


def _price(draft: Draft, option: Object) -> Costs | None:
    text = words(option, "amount")
    if not text:
        return None
    amount = read_number(text)
    currency = words(option, "currency").upper()
    code = ""
    if amount is None:
        code = "cost_unread"
    elif amount < 0:
        code = "cost_negative"
    elif amount > 100_000:
        code = "cost_impossible"
    elif amount and currency not in ("", "EUR", "€"):
        code = "cost_foreign_currency"
    if code:
        draft.notes.add("cost_options.amount", code, _told(option))
        return None
    if amount and not currency:
        draft.notes.add("cost_options.currency", "cost_currency_assumed", text)
    per = read_costs(f"€ 1 {words(option, 'amount_description', 'option')[:300]}")[0].per if amount else None
    return Costs(amount_eur=amount, per=per)


def _spoken(draft: Draft, service: Object) -> None:
    for language in items(service, "languages"):
        text = words(language, "name", "language", "code")
        if text:
            facts.put_languages(draft, clean(text), "languages.name")
    if text := words(service, "interpretation_services"):
        draft.put("language.has_interpreter", True, "services.interpretation_services")
        draft.keep_text("Interpretation", text)


def _terms(draft: Draft, service: Object) -> None:
    """Terms are category words; those of target populations are audiences."""
    kinds: dict[str, None] = {}
    audiences: dict[str, None] = {}
    codes: dict[str, list[str]] = {}
    for term in terms_of(service):
        name = " ".join(clean(words(term, "name", "term", "label", "value")).split())[:300]
        scheme = words(term, "taxonomy", "vocabulary") or words(one(term, "taxonomy_detail"), "name") or "taxonomy"
        family = " ".join((scheme, words(term, "parent_name"), words(term, "taxonomy_facet"))).lower()
        (audiences if _AUDIENCE in family else kinds)[name] = None
        code = words(term, "code") or words(term, "id")
        if code and code not in codes.setdefault(scheme, []):
            codes[scheme].append(code)
    draft.put("kind_words", tuple(kinds), "taxonomy_terms.name")
    draft.put("codes", {scheme: tuple(values) for scheme, values in codes.items() if values} or None)
    known = facts.circumstances()
    draft.put("group.audiences", tuple(dict.fromkeys(known[a.lower()] for a in audiences if a.lower() in known)))
    if audiences:
        draft.keep_text("For", ", ".join(audiences))


def _contact(draft: Draft, service: Object) -> None:
    """The service's own contact, else that of the place, else of the organisation; never a person's name."""
    here = [source for pair in places_of(service) for source in pair[::-1]]
    organization = one(service, "organization")
    for source, label in [
        (service, "services"),
        *((source, "locations") for source in here),
        (organization, "organizations"),
    ]:
        contacts = items(source, "contacts")
        phones = [*items(source, "phones"), *(phone for person in contacts for phone in items(person, "phones"))]
        for phone in phones:
            draft.put_text("contact.phone", words(phone, "number").strip('"'), f"{label}.phones")
        for holder in (source, *contacts):
            draft.put_text("contact.email", words(holder, "email"), f"{label}.email")
        if label != "locations":
            draft.put_text("contact.url", words(source, "website"), f"{label}.url")


def _rest(draft: Draft, service: Object) -> None:
    process = words(service, "application_process")
    if process and process.strip(" .").lower() != "none":
        facts.put_sign_up(draft, clean(process), "Application process")
    if text := words(service, "wait_time"):
        facts.put_weeks(draft, text, "wait_time")
    draft.keep_text("Alert", words(service, "alert"))
    for document in items(service, "required_documents"):
        draft.keep_text("Required document", words(document, "document", "name"))
    for name, column in (("last_verified", "assured_date"), ("last_modified", "last_modified")):
        facts.put_date(draft, name, words(service, column), f"services.{column}")
    for capacity in items(service, "capacities"):
        draft.put("capacity.places_free", read_whole(words(capacity, "available")), "capacities.available")
        draft.put("capacity.places_total", read_whole(words(capacity, "maximum")), "capacities.maximum")
        facts.put_date(draft, "capacity.places_as_of", words(capacity, "updated"), "capacities.updated")
    _areas(draft, service)


def _areas(draft: Draft, service: Object) -> None:
    """Names of areas; a sentence about them is kept as text."""
    areas = [words(area, "name", "service_area") for area in items(service, "service_areas")]
    for area in areas:
        if len(area) > _LONGEST_AREA:
            draft.notes.add("service_areas.name", "service_area_unread", area)
            draft.keep_text("Service area", area)
    names = (area for area in areas if 0 < len(area) <= _LONGEST_AREA)
    draft.put("service_area", tuple(dict.fromkeys(names)), "service_areas.name")
