"""Whole files: every format, and every file that is not what it says."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from wor_match.errors import FormatError, MissingExtraError
from wor_match.exchange import hsds_csv, read_activities, read_catalogue
from wor_match.exchange.delimited import table_rows
from wor_match.exchange.files import Content, refuse
from wor_match.exchange.report import Collector

DATA = Path(__file__).parents[1] / "data"


def codes(report):
    return {problem.code for problem in report.problems}


def adds_up(report):
    assert report.read == report.kept + report.skipped
    assert 0 <= report.repaired <= report.kept
    skipped = [problem for problem in report.problems if problem.severity == "skipped"]
    assert len(skipped) == report.skipped


def zipped(folder):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(folder.rglob("*.*")):
            archive.write(file, file.relative_to(folder))
    return target.getvalue()


def test_hsds_package_as_folder_and_zip_is_the_same(tmp_path):
    found, report = read_activities(DATA / "hsds_csv", source_name="x")
    (tmp_path / "package.zip").write_bytes(zipped(DATA / "hsds_csv"))
    again, _ = read_activities(tmp_path / "package.zip", source_name="x")
    assert found == again
    adds_up(report)
    assert (report.read, report.kept, report.skipped, report.source_format) == (4, 3, 1, "hsds")


def test_hsds_package_values():
    found, report = read_activities(DATA / "hsds_csv")
    choir, walk, cook = found
    assert choir.description.startswith("Singing together.\nEverybody is welcome.")
    assert [place.name for place in choir.places] == ["The Hall", "The Annex"]
    assert choir.places[0].access.step_free is True
    assert walk.places[0].access.step_free is None
    assert (choir.cost.amount_eur, choir.status, choir.capacity.waiting_weeks) == (0, None, 2)
    assert choir.language.languages == ("en", "es", "ht")
    assert choir.kind_words == ("Choirs",)
    assert choir.group.audiences == ("carer",)
    assert [rule.start.isoformat("minutes") for rule in choir.schedule.rules] == ["09:00", "18:30"]
    assert (choir.contact.phone, choir.contact.email) == ("030-1234567", "hall@example.org")
    assert (walk.status.value, cook.status.value) == ("paused", "ended")
    assert (walk.places[0].lat, walk.places[0].lon) == (52.0907, 5.1214)
    assert [(rule.weekday.value, rule.start) for rule in walk.schedule.rules] == [("wed", None)]
    assert [rule.weekday.value for rule in cook.schedule.rules] == ["mon", "wed"]
    assert (cook.provider, cook.places[0].lat, cook.places[0].postcode) == ("", None, "BE-9000")
    assert {"point_swapped", "point_zero", "time_typo", "time_inverted", "link_missing", "no_title"} <= codes(report)


def test_hsds_3_json():
    found, report = read_activities(DATA / "hsds3.json")
    first, second = found
    adds_up(report)
    assert (report.read, report.kept, report.skipped) == (3, 2, 1)
    assert first.description.startswith("Talk together")
    assert (first.group.age_min, first.group.age_max, second.group.age_min) == (12, 100, 18)
    assert (first.cost.amount_eur, first.cost.amount_max_eur, first.cost.per.value) == (2.5, 5, "time")
    assert (first.places[0].lat, first.places[0].postcode, first.places[0].street) == (None, "6711AA", "Kade 4")
    assert first.places[0].access.hearing_loop is True
    assert (first.contact.name, first.contact.phone) == ("", "+31 30 1234567")
    assert "Persona" not in first.model_dump_json()
    assert first.last_verified.isoformat() == "2026-01-05"
    assert first.last_modified.isoformat() == "2026-03-15"
    rules = {(rule.weekday.value, rule.every_weeks, rule.nth_in_month) for rule in first.schedule.rules}
    assert rules == {("thu", 2, ()), ("fri", 2, ()), ("thu", 1, ()), ("fri", 1, (-1,))}
    assert second.setting.value == "online"
    assert second.cost.amount_eur is None
    assert "35 gbp" in second.cost.text
    assert {"schedule_never", "point_impossible", "not_a_record", "cost_foreign_currency"} <= codes(report)


def test_oruk_1_aliases():
    (tea,), report = read_activities(DATA / "oruk1.json", format="oruk")
    adds_up(report)
    rule = tea.schedule.rules[0]
    assert (rule.weekday.value, rule.start.isoformat("minutes"), rule.first_day.isoformat()) == (
        "thu",
        "09:30",
        "2026-09-10",
    )
    assert (tea.group.age_min, tea.kind_words, tea.service_area) == (50, ("Social",), ("Dorset",))
    assert (tea.places[0].lat, tea.places[0].access.step_free, tea.cost.amount_eur) == (52.1, True, 0)


@pytest.mark.parametrize(
    "wrap", [lambda s: s, lambda s: [s], lambda s: {"contents": [s]}, lambda s: [{"contents": [s]}]]
)
def test_json_shapes(wrap):
    service = {"id": "1", "name": "Choir", "status": "active", "organization": {"name": "Hall"}}
    (choir,), report = read_activities(wrap(service))
    assert (choir.title, choir.provider, report.source_format) == ("Choir", "Hall", "hsds")


def test_newline_delimited_json(tmp_path):
    lines = [json.dumps({"id": str(n), "name": f"Choir {n}", "status": "active"}) for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert len(read_activities(tmp_path / "a.jsonl", format="hsds")[0]) == 3


def test_places_with_their_own_times_are_parts():
    def here(name, day):
        return {"location": {"name": name}, "schedules": [{"freq": "WEEKLY", "byday": day, "opens_at": "10:00"}]}

    service = {
        "id": "1",
        "name": "Choir",
        "status": "active",
        "service_at_locations": [here("A", "MO"), here("B", "TU")],
    }
    (choir,), _ = read_activities([service])
    assert [(part.title, part.schedule.rules[0].weekday.value) for part in choir.parts] == [("A", "mon"), ("B", "tue")]
    assert choir.parts_require.value == "any"


def test_dutch_table():
    found, report = read_activities(DATA / "dutch.csv")
    adds_up(report)
    koor, cafe, once, other, made = found
    assert (report.read, report.kept, report.skipped) == (7, 5, 2)
    assert koor.description == "Samen zingen\nin de buurt\nAanmelden: Bel ons"
    assert (koor.group.age_min, koor.group.age_max) == (55, None)
    assert (koor.places[0].street, koor.places[0].postcode, koor.places[0].access.step_free) == (
        "Dorpsstraat 12",
        "6711AA",
        True,
    )
    assert (koor.schedule.rules[0].weekday.value, koor.schedule.text) == ("tue", "dinsdag 10.00 - 11.30 uur")
    assert koor.last_verified.isoformat() == "2026-01-05"
    assert (cafe.title, cafe.cost.amount_eur, cafe.cost.first_time_free) == ("Café Brei", None, True)
    assert (cafe.places[0].postcode, cafe.places[0].access.step_free) == ("9999ZZ", False)
    assert cafe.first_step.sign_up.value == "walk_in"
    assert (once.cost.text, once.cost.amount_eur, once.schedule.is_known) == ("een glimlach", None, False)
    assert once.schedule.text == "1x op dinsdag 12 augustus - 12.00 uur"
    assert "wie wil" in once.description
    assert "12 mei" in once.description
    assert (other.id, other.cost.amount_eur, other.cost.text) == ("3#2", None, "-5")
    assert made.id.startswith("made-")
    assert made.schedule.rules[0].every_weeks == 2
    assert {
        "encoding_guessed", "column_unread", "age_contradiction", "date_without_year", "cost_unread", "age_unread",
        "duplicate_record", "duplicate_id", "cost_negative", "time_inverted", "id_made", "no_title", "age_impossible",
    } <= codes(report)  # fmt: skip


def test_json_records_of_a_city():
    found, report = read_activities(DATA / "records.json")
    course, walk, swim = found
    adds_up(report)
    assert course.description == "Basis\nallergieën"
    assert round(course.places[0].lat, 2) == 52.35
    assert (course.cost.amount_eur, course.group.age_min, course.group.age_is_hard) == (0, 65, False)
    assert course.schedule.rules[0].weekday.value == "mon"
    assert course.contact.phone == "06-12345678"
    assert "Jansen" not in course.model_dump_json()
    assert (walk.cost.amount_eur, walk.cost.per.value, walk.places[0].lat) == (3.5, "time", 52.35)
    assert swim.places == ()
    assert {"point_rd", "point_swapped", "point_zero", "not_a_record"} <= codes(report)


def test_excel_with_several_sheets_under_any_name(tmp_path):
    path = tmp_path / "aanbod.csv"
    frame = pd.DataFrame(
        {"Titel": ["Koor", "Breien"], "Gecontroleerd": pd.to_datetime(["2026-01-05", None]), "Nr": [1, 2]}
    )
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as book:
        frame.to_excel(book, sheet_name="Aanbod", index=False)
        pd.DataFrame({"uitleg": ["vul alles in"]}).to_excel(book, sheet_name="Legenda", index=False)
        frame.assign(Nr=[3, 4]).to_excel(book, sheet_name="Meer", index=False, startrow=3)
    path.write_bytes(buffer.getvalue())
    found, report = read_activities(path)
    assert [activity.id for activity in found] == ["1", "2", "3", "4"]
    assert found[0].last_verified.isoformat() == "2026-01-05"
    assert "sheet_unread" in codes(report)


def test_excel_without_openpyxl_names_the_extra(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    pd.DataFrame({"Titel": ["Koor"]}).to_excel(path, index=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"wor-match\[excel\]"):
        read_activities(path)


def test_frame_with_missing_values():
    frame = pd.DataFrame(
        {"naam": ["Koor", None], "lat": [52.1, float("nan")], "lon": [5.1, 5.2], "leeftijd_van": [18.0, 3]}
    )
    (koor,), report = read_activities(frame)
    adds_up(report)
    assert (koor.places[0].lat, koor.group.age_min) == (52.1, 18)


NOT_FILES = {
    "empty.csv": (b"", "empty"),
    "blank.json": (b"  \n ", "empty"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n\x00\x00", "is_binary"),
    "report.csv": (b"%PDF-1.7 blah", "is_binary"),
    "noise.csv": (bytes(range(256)) * 20, "is_binary"),
    "page.csv": (b"<!doctype html><html></html>", "is_markup"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1", "old_excel"),
    "broken.xlsx": (b"PK\x03\x04 and then nothing", "broken_zip"),
    "broken.json": (b'{"contents": [', "not_json"),
    "cut.json": (b'[\n{"titel": "Koor"},\n{"titel": "Tuin"}\n', "not_json"),
    "list.json": (b"[1, 2, 3]", "no_records"),
    "letter.csv": (b"Beste mensen,\nwij komen niet.\n", "no_title_column"),
    "heading.csv": (b"kleur;vorm\nrood;rond\n", "no_title_column"),
    "package.zip": (b"", "no_services"),
    "terms.json": (b'[{"id": "1", "name": "term", "term_uri": "x"}]', "no_services"),
    "feed.json": (b'{"items": [{"kind": "Event", "state": "updated"}]}', "unknown_format"),
    "deep.json": (b"[" * 100_000, "not_json"),
}


@pytest.mark.parametrize("name", NOT_FILES)
def test_a_file_that_is_not_what_it_says_is_named(tmp_path, name):
    content, code = NOT_FILES[name]
    if code == "no_services" and name.endswith(".zip"):
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "other.csv").write_text("a\n1\n")
        content = zipped(tmp_path / "in")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError) as caught:
        read_catalogue(tmp_path / name)
    assert str(caught.value).startswith(name)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_one_broken_line_does_not_stop_records_a_line(tmp_path):
    path = tmp_path / "lines.json"
    path.write_text('{"titel": "Koor"}\n{"titel": "Tuin"\n{"titel": "Zang"}\n')
    activities, report = read_activities(path)
    adds_up(report)
    assert [activity.title for activity in activities] == ["Koor", "Zang"]
    assert (report.read, report.kept, report.skipped) == (3, 2, 1)
    assert ("lines.json row 2", "not_a_record") in [(one.record, one.code) for one in report.problems]


def test_records_that_are_none_are_counted_among_services_at_locations(tmp_path):
    path = tmp_path / "places.json"
    path.write_text('[{"service": {"id": "1", "name": "Choir"}, "location": {"name": "Hall"}}, 7]')
    activities, report = read_activities(path)
    adds_up(report)
    assert ([activity.title for activity in activities], report.skipped) == (["Choir"], 1)


def test_missing_file_other_source_and_other_format():
    for source, options in (("/nowhere/a.csv", {}), (42, {}), ([{"titel": "Koor"}], {"format": "openactive"})):
        with pytest.raises(FormatError):
            read_catalogue(source, **options)


def test_csv_called_json_separators_and_encodings(tmp_path):
    for number, (separator, encoding) in enumerate(
        [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "cp1252"), ("|", "utf-16")]
    ):
        path = tmp_path / f"a{number}.json"
        text = f"Titel{separator}Kosten\nCafé{separator}gratis\n"
        path.write_bytes(text.encode(encoding))
        (found,), _ = read_activities(path)
        assert (found.title, found.cost.amount_eur) == ("Café", 0)


def test_a_column_that_stands_twice_with_another_value_is_told(tmp_path):
    file = tmp_path / "kaart.csv"
    file.write_text("id,titel,prijs,prijs\n1,Koor,5,7\n2,Soos,,3\n3,Gym,4,4\n")
    found, report = read_activities(file)
    assert [one.cost.amount_eur for one in found] == [5, 3, 4]
    assert [(one.record, one.field, one.code) for one in report.problems] == [("1", "prijs (2)", "column_twice")]
    adds_up(report)


def test_huge_description_is_cut(tmp_path):
    (tmp_path / "a.csv").write_text("titel;omschrijving\nKoor;" + "zingen " * 1_500_000, encoding="utf-8")
    (koor,), report = read_activities(tmp_path / "a.csv")
    assert len(koor.description) <= 20_000
    assert "text_cut" in codes(report)


def test_one_service_of_a_long_list_never_stops_the_import():
    here = [None, {"location": {"latitude": "a", "longitude": {}}}]
    bad = {"id": "2", "name": "B", "status": 7, "minimum_age": [], "schedules": "x", "organization": 3}
    bad |= {"cost_options": {"amount": "a"}, "service_at_locations": here, "languages": [[]], "attributes": 1}
    found, report = read_activities([{"id": "1", "name": "A", "status": "active"}, bad, None])
    adds_up(report)
    assert [activity.id for activity in found] == ["1", "2"]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le")])
def test_a_file_with_a_mark_and_nothing_else_is_empty(tmp_path, data):
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    with pytest.raises(FormatError, match="empty"):
        read_catalogue(file)


@pytest.mark.parametrize("path", ["a" * 5000, "a\x00b.csv"])
def test_what_cannot_be_a_path_is_not_found(path):
    with pytest.raises(FormatError, match="not_found") as caught:
        read_catalogue(path)
    assert len(str(caught.value)) < 300


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>titel</t></is></c></row>{}</sheetData></worksheet>'
)


def workbook_with(tmp_path, rows):
    openpyxl = pytest.importorskip("openpyxl")
    plain, made = io.BytesIO(), tmp_path / "a.xlsx"
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, SHEET.format(rows) if is_sheet else old.read(name))
    return made


def test_a_workbook_that_claims_billions_of_rows_is_too_large(tmp_path):
    last = '<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>Koor</t></is></c></row>'
    with pytest.raises(FormatError, match="too_large"):
        read_catalogue(workbook_with(tmp_path, last))


def test_a_workbook_that_claims_millions_of_wide_rows_is_too_large(tmp_path):
    wide = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(2, 3100))
    with pytest.raises(FormatError, match="too_large"):
        read_catalogue(workbook_with(tmp_path, wide))


def test_a_far_cell_is_no_reason_to_refuse_a_workbook(tmp_path):
    far = '<row r="2"><c r="A2" t="inlineStr"><is><t>Koor</t></is></c><c r="XFD2"/></row>'
    assert [one.title for one in read_catalogue(workbook_with(tmp_path, far)).activities] == ["Koor"]


SERVICES = b"id,name,organization_id\n1,Choir,9\n"
OWNERS = b"id,name\n9,The Hall\n"
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00"


def packed(**tables):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in tables.items():
            archive.writestr(f"{name}.csv", data)
    return target.getvalue()


@pytest.mark.parametrize("phones", [PICTURE, b"id,number"], ids=["a picture", "damaged"])
def test_one_table_that_cannot_be_read_does_not_stop_a_package(tmp_path, phones):
    data = packed(services=SERVICES, organizations=OWNERS, phones=phones).replace(b"id,number", b"id,numbed")
    (tmp_path / "package.zip").write_bytes(data)
    (choir,), report = read_activities(tmp_path / "package.zip")
    adds_up(report)
    assert (choir.title, choir.provider) == ("Choir", "The Hall")
    assert [(one.record, one.code, one.severity) for one in report.problems] == [("phones", "table_unread", "doubt")]


def test_a_table_that_is_no_csv_is_told(monkeypatch):
    content = Content("x.zip", tables={"services": SERVICES.decode(), "phones": "id,number\n1,2\n"})

    def rows(name, text, **options):
        return table_rows(name, text, **options) if name == "services" else refuse(name, "not_csv")

    monkeypatch.setattr(hsds_csv, "table_rows", rows)
    collector = Collector()
    assert len(hsds_csv.services_of(content, collector)) == 1
    assert {(one.record, one.code) for one in collector.problems} == {("phones", "table_unread")}


@pytest.mark.parametrize("core", ["services", "organizations"])
def test_a_package_without_its_core_is_refused(tmp_path, core):
    tables = {"services": SERVICES, "organizations": OWNERS} | {core: PICTURE}
    (tmp_path / "package.zip").write_bytes(packed(**tables))
    with pytest.raises(FormatError, match="is_binary"):
        read_activities(tmp_path / "package.zip")
    (tmp_path / "damaged.zip").write_bytes(packed(**(tables | {core: b"id,name"})).replace(b"id,name", b"id,nome", 1))
    with pytest.raises(FormatError):
        read_activities(tmp_path / "damaged.zip")


def test_rows_of_a_table_that_point_nowhere_are_counted():
    tables = {
        "services": "id,name\n1,Choir\n",
        "phones": "id,service_id,number\n1,1,030-1\n2,7,030-2\n3,8,030-3\n",
        "locations": "id,name\n5,Hall\n",
        "services_at_location": "id,service_id,location_id\n1,1,5\n2,9,5\n3,1,6\n",
    }
    collector = Collector()
    assert len(hsds_csv.services_of(Content("x.zip", tables=tables), collector)) == 1
    told = {(one.record, one.field) for one in collector.report("hsds", 1).problems if one.code == "link_missing"}
    assert {("phones", "service_id"), ("services_at_location", "service_id")} <= told
    assert ("services_at_location", "location_id") in told
