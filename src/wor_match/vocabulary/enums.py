"""Closed word lists of the field. English in code; the Dutch and English labels stand in ``labels.csv``."""

from __future__ import annotations

from enum import StrEnum


class TravelMode(StrEnum):
    """How someone gets around on their own terms."""

    WALK = "walk"
    ROLLATOR = "rollator"
    WHEELCHAIR = "wheelchair"
    MOBILITY_SCOOTER = "mobility_scooter"
    BIKE = "bike"
    EBIKE = "ebike"
    BUS = "bus"
    CAR = "car"
    LIFT = "lift"
    WMO_TAXI = "wmo_taxi"


class Weekday(StrEnum):
    """Day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class DayPart(StrEnum):
    """Part of the day: morning 06-12, afternoon 12-18, evening 18-24."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Role(StrEnum):
    """What someone wants to be in an activity, and what an activity offers."""

    TAKE_PART = "take_part"
    HELP = "help"
    LEAD = "lead"
    LEARN = "learn"


class AccessNeed(StrEnum):
    """What a place must have for someone to be able to stay there."""

    STEP_FREE = "step_free"
    ACCESSIBLE_TOILET = "accessible_toilet"
    HEARING_LOOP = "hearing_loop"
    QUIET_SPACE = "quiet_space"
    PARKING = "parking"
    ASSISTANCE_DOG = "assistance_dog"
    PUBLIC_TRANSPORT_NEAR = "public_transport_near"
    SIGN_LANGUAGE = "sign_language"
    VISUAL_SUPPORT = "visual_support"


class Support(StrEnum):
    """For whom a provider says that it is fit to receive them: the list of OpenActive's accessibility support."""

    PHYSICAL = "physical"
    VISUAL = "visual"
    HEARING = "hearing"
    LEARNING = "learning"
    MENTAL_HEALTH = "mental_health"
    SOCIAL_BEHAVIOURAL = "social_behavioural"


class GoesAlone(StrEnum):
    """Whether someone goes somewhere new on their own."""

    YES = "yes"
    FIRST_TIME_TOGETHER = "first_time_together"
    NO = "no"


class DigitalSkill(StrEnum):
    """What someone does with a computer or phone."""

    NONE = "none"
    WITH_HELP = "with_help"
    OWN = "own"


class ContactWay(StrEnum):
    """How someone wants to be contacted, or how a provider can be."""

    CALL = "call"
    APP = "app"
    EMAIL = "email"
    VISIT = "visit"


class SignUp(StrEnum):
    """How one joins an activity."""

    WALK_IN = "walk_in"
    CALL = "call"
    EMAIL = "email"
    ONLINE = "online"
    INTAKE = "intake"


class GroupSize(StrEnum):
    """Which size of group someone likes: small is up to about ten people."""

    ONE_TO_ONE = "one_to_one"
    SMALL = "small"
    ANY = "any"
    LARGE = "large"


class Strictness(StrEnum):
    """Is it a wish, or a must."""

    WISH = "wish"
    MUST = "must"


class DutchLevel(StrEnum):
    """CEFR level of Dutch; A0 is hardly any."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class Gender(StrEnum):
    """Gender as told by the person; used only for a group's own rule or the person's own wish."""

    WOMAN = "woman"
    MAN = "man"
    NON_BINARY = "non_binary"
    UNDISCLOSED = "undisclosed"


class GroupGender(StrEnum):
    """For whom a group says that it is; no stated rule means mixed."""

    WOMEN = "women"
    MEN = "men"
    MIXED = "mixed"


class ActivityKind(StrEnum):
    """What sort of thing an activity is."""

    ACTIVITY = "activity"
    DROP_IN = "drop_in"
    COURSE = "course"
    ONE_OFF = "one_off"
    VOLUNTEERING = "volunteering"
    PEER_GROUP = "peer_group"
    ONE_TO_ONE = "one_to_one"
    SERVICE = "service"
    ARRANGEMENT = "arrangement"


class Setting(StrEnum):
    """Where an activity takes place."""

    ONSITE = "onsite"
    ONLINE = "online"
    HOME_VISIT = "home_visit"


class GeoPrecision(StrEnum):
    """How exact a coordinate is."""

    ADDRESS = "address"
    POSTCODE6 = "postcode6"
    POSTCODE4 = "postcode4"
    TOWN = "town"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether an activity runs."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"
    DO_NOT_REFER = "do_not_refer"


class Access(StrEnum):
    """Who may send someone: nobody needs to, a referrer, or only a clinician with an indication."""

    OPEN = "open"
    REFERRAL = "referral"
    INDICATED = "indicated"


class CostPeriod(StrEnum):
    """What one payment covers."""

    TIME = "time"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ONCE = "once"


class Requires(StrEnum):
    """Whether someone must be able to do all parts of an activity, or any of them."""

    ALL = "all"
    ANY = "any"


class FailureCause(StrEnum):
    """Why something that was tried before did not last; the cause weighs, not the whole category."""

    TOO_FAR = "too_far"
    TOO_EXPENSIVE = "too_expensive"
    STAIRS = "stairs"
    WRONG_HOUR = "wrong_hour"
    TOO_LARGE = "too_large"
    TOO_NOISY = "too_noisy"
    TOO_MUCH_TALK = "too_much_talk"
    TOO_EMOTIONAL = "too_emotional"
    TOO_STRENUOUS = "too_strenuous"
    TOO_FAST = "too_fast"
    TOO_EASY = "too_easy"
    LANGUAGE = "language"
    MIXED_GROUP = "mixed_group"
    CLOSED_CIRCLE = "closed_circle"
    ALONE = "alone"
    COMMITMENT = "commitment"
    HOMEWORK = "homework"
    DIGITAL = "digital"
    PERFORMANCE = "performance"
    AGE_GAP = "age_gap"
    ABOUT_ILLNESS = "about_illness"
    FULL = "full"
    STOPPED = "stopped"
    OTHER = "other"


DUTCH_LEVELS: tuple[DutchLevel, ...] = tuple(DutchLevel)
WEEKDAYS: tuple[Weekday, ...] = tuple(Weekday)
DAY_PARTS: tuple[DayPart, ...] = tuple(DayPart)
