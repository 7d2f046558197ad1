"""Read real directories: HSDS and ORUK (JSON, CSV package), and the flat tables that municipalities have.

One bad record never stops an import: it is mended, or skipped, and told. Counts add up; nothing is lost silently.

>>> catalogue = read_catalogue([{"titel": "Wandelgroep", "dag": "dinsdag", "tijd": "10.00 - 11.30 uur"}])
>>> catalogue.activities[0].schedule.rules[0].weekday.value
'tue'
"""

from wor_match.exchange.read import FORMATS, read_activities, read_catalogue

__all__ = ["FORMATS", "read_activities", "read_catalogue"]
