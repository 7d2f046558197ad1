"""Where things are and how long it takes to get there: postcodes, distances, travel minutes.

Layer 2: numpy and the vocabulary only. No network, no clock; unknown stays unknown (nan, None), never zero.

>>> home = locate("3511 AB")
>>> km = haversine_km(home.lat, home.lon, [52.3789], [4.9003])  # to Amsterdam Centraal
>>> round(float(km[0]))
35
"""

from wor_match.geo.distance import EARTH_RADIUS_KM, FloatArray, haversine_km
from wor_match.geo.fastest import TravelEstimate, fastest, reach_km
from wor_match.geo.points import NL_LAT, NL_LON, PointProblem, check_point, in_netherlands, looks_swapped
from wor_match.geo.postcode import Located, LocatedMany, Postcode, locate, located, parse_postcode, regions_of
from wor_match.geo.rd import rd_to_wgs84
from wor_match.geo.speeds import ModeSpeed, Span, TravelMinutes, minutes, speeds, speeds_version
from wor_match.geo.travel import StraightLineTravel, TravelTime

__all__ = [
    "EARTH_RADIUS_KM",
    "NL_LAT",
    "NL_LON",
    "FloatArray",
    "Located",
    "LocatedMany",
    "ModeSpeed",
    "PointProblem",
    "Postcode",
    "Span",
    "StraightLineTravel",
    "TravelEstimate",
    "TravelMinutes",
    "TravelTime",
    "check_point",
    "fastest",
    "haversine_km",
    "in_netherlands",
    "locate",
    "located",
    "looks_swapped",
    "minutes",
    "parse_postcode",
    "rd_to_wgs84",
    "reach_km",
    "regions_of",
    "speeds",
    "speeds_version",
]
