"""Golden cases of the rules about the listing itself: does it run, can one start, may one propose it."""
# ruff: noqa: E501 - a table reads best with a case a line

from __future__ import annotations

from datetime import timedelta

from rule_case import Case, Table
from wor_match import Limits
from wor_match.testing import TODAY

LIMITS = Limits()


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def sessions(*rules: dict[str, object], **more: object) -> dict[str, object]:
    return {"schedule": {"rules": list(rules), **more}}


TUESDAY = {"weekday": "tue", "start": "10:00", "end": "12:00"}

_status = Table("status")
STATUS = [
    _status.yes("active", {}, {"status": "active", "last_verified": None}),
    _status.no("paused", "paused", {}, {"status": "paused"}),
    _status.no("ended", "ended", {}, {"status": "ended"}),
    _status.no("do_not_refer", "not to be referred to", {}, {"status": "do_not_refer"}),
    _status.no("duplicate", "listed twice", {}, {"duplicate_of": "b"}, of="b"),
    _status.yes("no status, checked as long ago as allowed", {}, {"status": None, "last_verified": day(-LIMITS.stale_days)}),
    _status.unknown("unknown", "... one day longer", {}, {"status": None, "last_verified": day(-LIMITS.stale_days - 1)}),
    _status.unknown("unknown", "no status, never checked", {}, {"status": None, "last_verified": None}),
    _status.no("ended", "the prose says it stopped", {}, {"status": None, "description": "De groep is helaas gestopt."}),
    _status.no("paused", "the prose says closed", {}, {"status": None, "description": "We zijn tijdelijk gesloten."}),
    _status.unknown("doubted", "active, but the prose says it stopped", {}, {"description": "De groep is helaas gestopt."}),
    _status.yes("last day is today", {}, {"valid_to": day(0)}),
    _status.no("over", "last day was yesterday", {}, {"valid_to": day(-1)}),
    _status.no("over", "over when the client can start", {"wanted_from": day(10)}, {"valid_to": day(9)}),
    _status.yes("one-off today", {}, {"schedule": {"rules": [], "occurrences": [{"day": day(0)}]}}),
    _status.no("over", "one-off yesterday", {}, {"schedule": {"rules": [], "occurrences": [{"day": day(-1)}]}}),
    _status.yes("one of the dates is still to come", {}, sessions({**TUESDAY, "last_day": day(-1)}, occurrences=[{"day": day(3)}])),
    _status.no("over", "the last series has ended", {}, sessions({**TUESDAY, "last_day": day(-1)})),
    _status.no("over", "the series outlives its season for the last time", {}, sessions({**TUESDAY, "last_day": day(30)}, season={"start": "03-01", "end": "09-30"})),
    _status.yes("one series goes on", {}, sessions({**TUESDAY, "last_day": day(-1)}, TUESDAY)),
]  # fmt: skip

_start = Table("start")
LATEST = LIMITS.max_start_weeks * 7
COURSE = {"kind": "course"}
SUMMER = {"season": {"start": "03-01", "end": "10-31"}}
FIRST_OF_MARCH = "2027-03-01"


def course(begins: int | None, join: bool | None) -> dict[str, object]:
    return {**COURSE, "capacity": {"starts_on": day(begins) if begins is not None else None, "can_join_midway": join}}


START = [
    _start.yes("nothing said of a start", {}, {}),
    _start.unknown("season", "the words tell of winter", {}, {"description": "'s Winters timmeren we in de kas.", "schedule": SUMMER}),
    _start.no("too_late", "it rests in winter", {}, {"description": "In de winter ligt de tuin stil.", "schedule": SUMMER}, day=FIRST_OF_MARCH),
    _start.unknown("season", "also in the season itself: which dates are right", {"wanted_from": "2027-05-01"}, {"description": "In de winter is er soep.", "schedule": SUMMER}),
    _start.yes("a season over winter", {}, {"description": "In de winter is er soep.", "schedule": {"season": {"start": "10-01", "end": "04-30"}}}),
    _start.yes("within the season", {}, {"schedule": {"season": {"start": "11-01", "end": "11-30"}}}),
    _start.yes("season over New Year, in November", {}, {"schedule": {"season": {"start": "10-01", "end": "03-31"}}}),
    _start.yes("a season over New Year begins today", {}, {"schedule": {"season": {"start": "11-23", "end": "03-31"}}}),
    _start.yes("a season over New Year ends today", {}, {"schedule": {"season": {"start": "12-31", "end": "11-23"}}}),
    _start.yes("season begins today", {}, {"schedule": {"season": {"start": "11-23", "end": "12-31"}}}),
    _start.yes("season ends today", {}, {"schedule": {"season": {"start": "09-01", "end": "11-23"}}}),
    _start.no("too_late", "season ended yesterday", {}, {"schedule": {"season": {"start": "09-01", "end": "11-22"}}}, day="2027-09-01"),
    _start.no("too_late", "season over New Year, outside it", {}, {"schedule": {"season": {"start": "11-01", "end": "03-31"}}, "valid_from": "2027-11-01"}, day="2027-11-01"),
    _start.yes("season until the end of February", {"wanted_from": "2027-02-28"}, {"schedule": {"season": {"start": "01-01", "end": "02-29"}}}),
    _start.yes("begins just in time", {}, {"valid_from": day(LATEST)}),
    _start.no("too_late", "begins one day too late", {}, {"valid_from": day(LATEST + 1)}, day=day(LATEST + 1)),
    _start.yes("one of the series begins in time", {}, sessions({**TUESDAY, "first_day": day(LATEST + 1)}, TUESDAY)),
    _start.no("too_late", "all series begin too late", {}, sessions({**TUESDAY, "first_day": day(LATEST + 1)}), day=day(LATEST + 1)),
    _start.no("too_late", "the only date is too late", {}, {"schedule": {"rules": [], "occurrences": [{"day": day(LATEST + 1)}]}}, day=day(LATEST + 1)),
    _start.yes("... unless the client names a later day", {"wanted_before": day(LATEST + 1)}, {"valid_from": day(LATEST + 1)}),
    _start.yes("... or can only start later", {"wanted_from": day(1)}, {"valid_from": day(LATEST + 1)}),
    _start.no("too_late", "later than the client wants", {"wanted_before": day(9)}, {"valid_from": day(10)}, day=day(10)),
    _start.yes("on the day that the client names", {"wanted_before": day(10)}, {"valid_from": day(10)}),
    _start.no("too_late", "wanted before a day that has passed", {"wanted_before": day(-5)}, {"valid_from": day(1)}, day=day(1)),
    _start.yes("a course that begins today", {}, course(0, False)),
    _start.no("begun", "a course that began yesterday and cannot be joined", {}, course(-1, False)),
    _start.yes("... that can be joined", {}, course(-1, True)),
    _start.unknown("begun", "... of which that is not known", {}, course(-1, None), day=day(-1)),
    _start.no("begun", "begun when the client can start", {"wanted_from": day(10)}, course(9, False)),
    _start.unknown("begun", "one cannot join midway, and when it begins is not told", {}, course(None, False), day=""),
    _start.unknown("begun", "only the prose says that it has begun", {}, {**COURSE, "capacity": {"can_join_midway": None}, "description": "De cursus is al begonnen."}, day=""),
    _start.unknown("begun", "one can join midway, but the prose says that it has begun", {}, {**COURSE, "capacity": {"can_join_midway": True}, "description": "De cursus is al begonnen."}, day=""),
    _start.yes("a group that began once is no course", {}, {"capacity": {"starts_on": day(-100), "can_join_midway": False}}),
    _start.no("begun", "a one-off that has begun", {}, {**course(-1, False), "kind": "one_off"}),
]  # fmt: skip

_places = Table("places")
WAIT, WAIT_ALONE = LIMITS.max_wait_weeks, LIMITS.max_wait_weeks_one_to_one
PLACES = [
    _places.yes("places free", {}, {"capacity": {"places_free": 1}}),
    _places.yes("nothing told of places", {}, {"capacity": {"places_free": None, "waiting_weeks": None, "is_full": None}}),
    _places.unknown("full", "full, no word of a wait", {}, {"capacity": {"is_full": True, "waiting_weeks": None}}),
    _places.unknown("full", "no place free, no word of a wait", {}, {"capacity": {"places_free": 0, "waiting_weeks": None}}),
    _places.unknown("full", "only the prose says that it is full", {}, {"capacity": {"places_free": None, "is_full": None, "waiting_weeks": None}, "description": "We zitten momenteel vol."}),
    _places.yes("full, the wait as long as allowed", {}, {"capacity": {"is_full": True, "waiting_weeks": WAIT}}),
    _places.no("wait", "one week longer", {}, {"capacity": {"is_full": True, "waiting_weeks": WAIT + 1}}, weeks=WAIT + 1),
    _places.yes("one to one, the wait as long as allowed for that", {}, {"kind": "one_to_one", "capacity": {"waiting_weeks": WAIT_ALONE}}),
    _places.no("wait", "one to one, one week longer", {}, {"kind": "one_to_one", "capacity": {"waiting_weeks": WAIT_ALONE + 1}}, weeks=WAIT_ALONE + 1),
    _places.unknown("wait", "long for a group, and it may be one to one", {}, {"kind": None, "group": {"size": None, "is_fixed": None}, "capacity": {"waiting_weeks": WAIT + 1}}, weeks=WAIT + 1),
    _places.unknown("wait", "long for a group, and it may be a fixed pair", {}, {"kind": None, "group": {"size": 2, "is_fixed": True}, "capacity": {"waiting_weeks": WAIT + 1}}, weeks=WAIT + 1),
    _places.no("wait", "no kind told, but it is a group", {}, {"kind": None, "group": {"size": 8}, "capacity": {"waiting_weeks": WAIT + 1}}, weeks=WAIT + 1),
    _places.yes("two weeks, within what the client wants", {"wanted_before": day(14)}, {"capacity": {"is_full": True, "waiting_weeks": 2}}),
    _places.no("wait", "two weeks, a day more than the client wants", {"wanted_before": day(13)}, {"capacity": {"is_full": True, "waiting_weeks": 2}}, weeks=2),
    _places.yes("no wait, wanted before a day that has passed", {"wanted_before": day(-3)}, {"capacity": {"waiting_weeks": 0}}),
    _places.no("closed", "closed to newcomers", {}, {"group": {"is_closed": True}}),
    _places.unknown("doubted", "free places, but the prose says that it is full", {}, {"capacity": {"places_free": 3}, "description": "We zitten vol tot maart."}),
    _places.unknown("doubted", "not full, but the prose says that it is", {}, {"capacity": {"is_full": False, "places_free": None}, "description": "We zitten momenteel vol."}),
    _places.unknown("doubted", "not closed, but the prose says that it is", {}, {"group": {"is_closed": False}, "description": "Het is een gesloten groep."}),
    _places.no("closed", "only the prose says that it is closed", {}, {"group": {"is_closed": None}, "description": "Het is een gesloten groep."}),
]  # fmt: skip

_referral = Table("referral")
NO_WORD = {"access": None, "group": {"referral_required": None}}
REFERRAL = [
    _referral.yes("open", {}, {}),
    _referral.yes("nothing told", {}, NO_WORD),
    _referral.yes("an open intervention", {}, {**NO_WORD, "interventions": ["drop_in"]}),
    _referral.unknown("needed", "a referral", {}, {"access": "referral"}),
    _referral.unknown("needed", "a referral is required", {}, {**NO_WORD, "group": {"referral_required": True}}),
    _referral.unknown("needed", "called open, but a referral is required", {}, {"group": {"referral_required": True}}),
    _referral.unknown("needed", "an intervention by referral", {}, {**NO_WORD, "interventions": ["lifestyle_programme", "drop_in"]}),
    _referral.unknown("needed", "only the prose asks a referral", {}, {**NO_WORD, "description": "Er is een verwijzing van de huisarts nodig."}),
    _referral.unknown("doubted", "no referral, but the prose asks one", {}, {"description": "Er is een verwijzing van de huisarts nodig."}),
    _referral.unknown("doubted", "a referral, but the prose says that none is needed", {}, {"group": {"referral_required": True}, "description": "Een verwijzing is niet nodig."}),
    _referral.unknown("needed", "by referral, whatever the prose says", {}, {"access": "referral", "description": "Er is een verwijzing van de huisarts nodig."}),
    _referral.no("indicated", "an indication, also where the prose contradicts another field", {}, {"access": "indicated", "description": "Er is een verwijzing van de huisarts nodig."}),
    _referral.no("indicated", "an indication", {}, {"access": "indicated"}),
    _referral.no("indicated", "an intervention with an indication", {}, {**NO_WORD, "interventions": ["drop_in", "psychological_treatment"]}),
    _referral.no("indicated", "called open, but of an indicated sort", {}, {"interventions": ["psychological_treatment"]}),
]  # fmt: skip

_membership = Table("membership")
MEMBERSHIP = [
    _membership.yes("no membership", {}, {}),
    _membership.yes("not told", {}, {"group": {"membership_required": None}}),
    _membership.unknown("how", "members only, at a price that is told", {}, {"group": {"membership_required": True}}),
    _membership.unknown("members_only", "members only, at a price that nobody tells", {}, {"group": {"membership_required": True}, "cost": {"amount_eur": None}}),
    _membership.unknown("doubted", "no membership, but the prose asks it", {}, {"description": "U moet wel lid zijn."}),
    _membership.unknown("doubted", "members only, but the prose says that it is not needed", {}, {"group": {"membership_required": True}, "description": "U hoeft geen lid te worden."}),
    _membership.unknown("how", "only the prose says so", {}, {"group": {"membership_required": None}, "description": "U moet wel lid zijn."}),
]  # fmt: skip

_avoid = Table("avoid")
AVOID = [
    _avoid.silent("nothing to avoid", {}, {}),
    _avoid.no("listed", "the provider, accents and case aside", {"avoid": ["BUURTKRÁCHT"]}, {}),
    _avoid.no("listed", "the place", {"avoid": ["de kern"]}, {}),
    _avoid.no("listed", "the part of town", {"avoid": ["oosterkade"]}, {"places": [{"name": "Zaal", "town": "Oosterkade"}]}),
    _avoid.no("listed", "the street", {"avoid": ["Kadestraat"]}, {"places": [{"name": "Zaal", "street": "Kadestraat 40"}]}),
    _avoid.no("listed", "the postcode", {"avoid": ["4103"]}, {"places": [{"name": "Zaal", "postcode": "4103 GE"}]}),
    _avoid.yes("not the end of a name and the begin of a street", {"avoid": ["zaal kade"]}, {"places": [{"name": "Zaal", "street": "Kade 4"}]}),
    _avoid.no("listed", "the title", {"avoid": ["Wandelgroep"]}, {}),
    _avoid.no("listed", "the id", {"avoid": ["a"]}, {}),
    _avoid.yes("half a word is another name", {"avoid": ["wandel", "Buurt"]}, {}),
    _avoid.unknown("alike", "the word that tells which place it is", {"avoid": ["Kern Zuid"]}, {}),
    _avoid.unknown("alike", "the ground of a club to avoid", {"avoid": ["SV De Kil"]}, {"places": [{"name": "Sportpark De Kil"}]}),
    _avoid.unknown("alike", "the provider", {"avoid": ["Café Anders"]}, {"provider": "Vereniging Anders"}),
    _avoid.yes("what sort of place it is tells nothing", {"avoid": ["Sportpark Noord"]}, {"places": [{"name": "Sportpark De Kil"}]}),
    _avoid.yes("nor does what one does there", {"avoid": ["Koor Zuid"]}, {"provider": "Koor De Brug"}),
    _avoid.yes("nor the town it is in", {"avoid": ["SV Waterhoven"]}, {"places": [{"name": "Buurthuis Waterhoven", "town": "Waterhoven"}]}),
    _avoid.yes("an empty entry avoids nothing", {"avoid": [" ", "-"]}, {}),
]  # fmt: skip

_current = Table("current")
CURRENT = [
    _current.yes("does nothing yet", {}, {}),
    _current.no("link_worker", "what one is in already, also when nothing was asked", {}, {"interventions": ["link_worker_support", "drop_in"]}),
    _current.yes("link-worker support beside what it is first of all", {}, {"interventions": ["drop_in", "link_worker_support"]}),
    _current.no("already", "by title", {"current": ["wandelgroep"]}, {}),
    _current.no("already", "by id", {"current": ["a"]}, {}),
    _current.yes("another one", {"current": ["Wandelgroep Zuid", "wandelen"]}, {}),
]  # fmt: skip

PEERS = {"kind": "peer_group", "group": {"is_label_free": None}}
_label = Table("label")
NO_PATIENTS = {"label_wishes": ["no_patient_group"]}
LABEL = [
    _label.silent("no such wish", {"label_wishes": ["peers"]}, PEERS),
    _label.yes("goes without a label", NO_PATIENTS, {}),
    _label.yes("nothing told, for everyone", NO_PATIENTS, {"group": {"is_label_free": None}}),
    _label.yes("peers, but without a label", NO_PATIENTS, {"kind": "peer_group"}),
    _label.no("patient_group", "peers", NO_PATIENTS, PEERS),
    _label.no("patient_group", "says that it is for patients", NO_PATIENTS, {"group": {"is_label_free": False}}),
    _label.unknown("unknown", "a target group, no word of a label", NO_PATIENTS, {"group": {"is_label_free": None, "audiences": ["carer"]}}),
]  # fmt: skip

_dislikes = Table("dislikes")
BINGO = {"title": "Bingo", "kind_words": [], "themes": []}
DISLIKES = [
    _dislikes.silent("no dislikes", {}, BINGO),
    _dislikes.silent("a dislike that is not understood", {"dislikes": ["xyzzy"]}, BINGO),
    _dislikes.no("about", "it is what it is about", {"dislikes": ["bingo"]}, BINGO, theme="bingo"),
    _dislikes.no("about", "by its category words", {"dislikes": ["xyzzy", "bingo"]}, {**BINGO, "title": "Gezellig", "kind_words": ["bingo"], "themes": []}, theme="bingo"),
    _dislikes.no("about", "by its declared theme", {"dislikes": ["bingo"]}, {**BINGO, "title": "Gezellig", "themes": ["bingo"]}, theme="bingo"),
    _dislikes.yes("as much about what is wanted", {"dislikes": ["bingo"], "interests": ["dansen"]}, {**BINGO, "title": "Dansen en bingo"}),
    _dislikes.yes("only told in passing", {"dislikes": ["bingo"]}, {"title": "Soos", "kind_words": [], "themes": [], "description": "Soms ook bingo."}),
    _dislikes.yes("about something else", {"dislikes": ["bingo"]}, {}),
    _dislikes.yes("outdoors is how it is, not what it is about", {"dislikes": ["buiten"]}, {"title": "Buiten", "kind_words": [], "themes": []}),
    _dislikes.yes("a dislike that is narrower than its theme", {"dislikes": ["bingo met een microfoon"]}, BINGO),
]  # fmt: skip

CASES: list[Case] = [
    *STATUS, *START, *PLACES, *REFERRAL, *MEMBERSHIP, *AVOID, *CURRENT, *LABEL, *DISLIKES,
]  # fmt: skip
