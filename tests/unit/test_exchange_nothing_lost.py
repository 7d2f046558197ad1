"""What a directory tells and no field can hold is kept as text or reported; nothing is lost silently."""

import io
import json
import os
import zipfile

import pytest

from wor_match.errors import FormatError
from wor_match.exchange import read_activities
from wor_match.exchange.excel_shape import _SHEET, _shape
from wor_match.exchange.report import _codes
from wor_match.exchange.values.ages import Ages, read_ages
from wor_match.exchange.values.costs import read_costs
from wor_match.exchange.values.places import read_postcode
from wor_match.vocabulary.tables import read_table


def told(records):
    """The activities, and what was found as (field, code), but for ids that were made."""
    found, report = read_activities(records)
    return found, [(one.field, one.code) for one in report.problems if one.code != "id_made"]


def from_text(tmp_path, text, name="a.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return told(tmp_path / name)


def test_every_code_stands_once():
    rows = [row["code"] for row in read_table("codes", "wor_match.exchange")]
    assert len(rows) == len(set(rows)) == len(_codes())


# quotation marks


def test_a_cell_with_lines_that_look_like_records_is_one_cell(tmp_path):
    text = 'id;titel;omschrijving;dag\n1;Koor;"Regel een\n2;3;4;5\n6;7;8;9\nslot";maandag\n2;Zang;x;dinsdag\n'
    (koor, zang), problems = from_text(tmp_path, text)
    assert koor.description == "Regel een\n2;3;4;5\n6;7;8;9\nslot"
    assert (zang.title, problems) == ("Zang", [])


@pytest.mark.parametrize(
    "text",
    [
        'id;titel;omschrijving\n1;"Koor;abc\n2;Zang;def\n3;"Kook";x\n',
        'id;titel;omschrijving\n1;"Koor;abc\n2;Zang;"\n3;Kook;x\n',
    ],
)
def test_a_mark_that_is_never_closed_is_mended_and_told(tmp_path, text):
    found, problems = from_text(tmp_path, text)
    assert [one.title for one in found] == ["Koor", "Zang", "Kook"]
    assert problems == [("(file)", "quote_unclosed")]


def test_spaces_before_a_mark(tmp_path):
    (koor,), problems = from_text(tmp_path, 'id,titel,omschrijving\n1, "Koor", "b, c"\n')
    assert (koor.title, koor.description, problems) == ("Koor", "b, c", [])


def test_a_line_separator_within_a_record_splits_nothing(tmp_path):
    lines = "\n".join(
        json.dumps({"titel": f"Koor {n}", "omschrijving": "a\u2028b"}, ensure_ascii=False) for n in (1, 2)
    )
    found, problems = from_text(tmp_path, lines, "a.jsonl")
    assert [one.title for one in found] == ["Koor 1", "Koor 2"]
    assert problems == []


# tables


@pytest.mark.parametrize("value", [[1], [], [None], "abc"])
def test_a_provenance_that_is_none_never_stops_the_import(value):
    (koor,), problems = told([{"id": "1", "titel": "Koor", "provenance": value}])
    assert koor.title == "Koor"
    assert [field for field, _ in problems] == ["provenance"]


@pytest.mark.parametrize(
    ("row", "column", "kept"),
    [
        ({"leeftijd": "18+", "leeftijden": "55+"}, "leeftijden", "Leeftijden: 55+"),
        ({"telefoon": "06 1", "telefoonnummer": "06 2"}, "telefoonnummer", "Telefoonnummer: 06 2"),
        ({"Titel": "Zang"}, "Titel", "Titel: Zang"),
        ({"adres": "Kade 1", "bezoekadres": "Hof 2"}, "bezoekadres", "Bezoekadres: Hof 2"),
        ({"email": "a@b.nl", "mail": "c@d.nl"}, "mail", "Mail: c@d.nl"),
        ({"organisatie": "A", "aanbieder": "B"}, "aanbieder", "Aanbieder: B"),
        ({"tijd": "ma 10-12", "openingstijden": "di 14-16"}, "openingstijden", "Openingstijden: di 14-16"),
    ],
)
def test_a_second_column_of_one_fact_is_kept_as_text_and_told(row, column, kept):
    (koor,), problems = told([{"titel": "Koor", **row}])
    assert koor.title == "Koor"
    assert kept in koor.description
    assert problems == [(column, "column_twice")]


def test_the_same_told_twice_is_told_once():
    for row in ({"postcode": "3511AB", "pc4": "3511"}, {"email": "a@b.nl", "mail": "A@b.nl"}):
        (koor,), problems = told([{"titel": "Koor", **row}])
        assert (koor.description, problems) == ("", [])


def test_times_beside_a_start_and_an_end():
    row = {"titel": "Koor", "dag": "maandag", "van": "10:00", "tot": "12:00"}
    (koor,), problems = told([{**row, "tijd": "10:00-12:00"}])
    assert (koor.schedule.text, problems) == ("maandag 10:00 12:00", [])
    (koor,), problems = told([{**row, "openingstijden": "di 14:00-15:00"}])
    assert koor.schedule.text == "maandag 10:00 12:00; di 14:00-15:00"
    assert problems == [("openingstijden", "column_twice")]


def test_names_of_persons_are_not_kept_as_text_either():
    (koor,), _ = told([{"titel": "Koor", "contactpersoon": "Jan Jansen", "contact_person": "Piet Pietersen"}])
    assert "Jan" not in koor.model_dump_json()
    assert "Piet" not in koor.model_dump_json()


def test_a_period_in_one_cell_and_one_that_ends_before_it_begins():
    (koor,), problems = told([{"titel": "Koor", "startdatum": "1 januari 2026 t/m 3 maart 2026"}])
    assert (koor.valid_from.isoformat(), koor.valid_to.isoformat(), problems) == ("2026-01-01", "2026-03-03", [])
    _, problems = told([{"titel": "Koor", "startdatum": "2026-05-01", "einddatum": "2026-01-01"}])
    assert problems == [("valid_from, valid_to", "value_refused")]


def test_what_is_cut_is_told_and_what_no_field_holds_stays_in_a_long_description():
    (koor,), problems = told([{"titel": "Koor", "straat": "x" * 500, "plaats": "y" * 400}])
    assert problems == [("street", "text_cut"), ("town", "text_cut")]
    (koor,), problems = told([{"titel": "Koor", "omschrijving": "o " * 9_998, "leeftijd": "nogal jong"}])
    assert koor.description.endswith("Leeftijd: nogal jong")
    assert ("description", "text_cut") in problems


def test_not_active_is_no_offer_now():
    (koor,), problems = told([{"titel": "Koor", "actief": "nee"}])
    assert (koor.status.value, problems) == ("paused", [])


def test_a_title_above_the_table_is_no_heading(tmp_path):
    (koor,), problems = from_text(tmp_path, "Activiteit\n\ntitel;dag\nKoor;maandag\n")
    assert (koor.title, koor.schedule.rules[0].weekday.value, problems) == ("Koor", "mon", [])


# ages and costs


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("niet voor kinderen", Ages(18, None, is_hard=False)),
        ("geen kinderen", Ages(18, None, is_hard=False)),
        ("niet voor kinderen onder 12 jaar", Ages(12)),
        ("vanaf 16 jaar, niet voor kinderen onder de 12", Ages(16)),
        ("voor senioren zonder kinderen", Ages(65, None, is_hard=False)),
        ("niet voor volwassenen", Ages()),
        ("kinderen", Ages(None, 17)),
    ],
)
def test_for_whom_it_is_not(text, ages):
    assert read_ages(text)[0] == ages


def test_not_for_children_leaves_no_grown_up_out():
    for column in ("leeftijd", "doelgroep"):
        (koor,), _ = told([{"titel": "Koor", column: "niet voor kinderen"}])
        assert (koor.group.age_min, koor.group.age_max, koor.group.age_is_hard) == (18, None, False)


@pytest.mark.parametrize(
    ("text", "low", "high", "per"),
    [
        ("€5-10", 5, 10, None),
        ("€ 5-€10", 5, 10, None),
        ("€ 3 a 4", 3, 4, None),
        ("€ 5 - 10 lessen", 5, None, None),
        ("€ 10 per 2 maanden", 5, None, "month"),
        ("€ 10,- per 2 weken", 5, None, "week"),
        ("per 3 maanden € 30", 30, None, "quarter"),
        ("€ 29,55 (bij 12 maanden)", 29.55, None, "month"),
        ("€ 7 000", 7000, None, None),
        ("€ 1 250,00", 1250, None, None),
        ("€ 2,50 excl. € 3 koffie", 2.5, None, None),
        ("€ 5 per les, € 3 koffie apart", 5, None, "time"),
        ("€ 5 korting", None, None, None),
        ("Kosten: geen", 0, None, None),
        ("Kost je niks", 0, None, None),
    ],
)
def test_costs_as_people_write_them(text, low, high, per):
    costs, _ = read_costs(text)
    assert (costs.amount_eur, costs.amount_max_eur, costs.per and costs.per.value) == (low, high, per)


# JSON


def test_a_second_list_beside_the_first_is_told():
    found, problems = told({"items": [{"titel": "a"}], "activiteiten": [{"titel": "b"}]})
    assert [one.title for one in found] == ["a"]
    assert problems == [("activiteiten", "list_unread")]


def test_a_list_within_a_record_is_no_list_of_records():
    found, problems = told([{"titel": "K", "data": ["2026-01-01"]}, {"titel": "L", "data": ["x"]}])
    assert [one.title for one in found] == ["K", "L"]
    assert problems == [("data", "column_unread")]


def test_one_odd_record_refuses_no_file():
    found, _ = told([{"titel": "a", "@context": "x"}, {"titel": "b"}, {"titel": "c"}])
    assert len(found) == 3


def test_geojson(tmp_path):
    shape = {"type": "Point", "coordinates": [5.1, 52.1]}
    features = [{"type": "Feature", "id": 7, "geometry": shape, "properties": {"naam": "Koor"}}, None]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (koor,), problems = from_text(tmp_path, text, "a.geojson")
    assert (koor.id, koor.title, koor.places[0].lat, koor.places[0].lon) == ("7", "Koor", 52.1, 5.1)
    assert problems == [("(record)", "not_a_record")]


# HSDS


def test_parts_of_another_shape_are_kept_as_text():
    service = {"id": "1", "name": "Choir", "organization": {"name": "x"}, "phones": "06 1", "schedules": ["Mondays"]}
    (choir,), problems = told([{**service, "mood": "good"}])
    assert "Phones: 06 1" in choir.description
    assert "Schedules: Mondays" in choir.description
    refused = {("services.phones", "value_refused"), ("services.schedules", "value_refused")}
    assert set(problems) == refused | {("mood", "column_unread")}


def test_two_services_of_one_id_at_locations_are_two():
    rows = [{"service": {"id": "1", "name": name}, "location": {"name": "x"}} for name in ("A", "B", "A")]
    found, problems = told(rows)
    assert sorted((one.id, one.title) for one in found) == [("1", "A"), ("1#2", "B")]
    assert problems == [("id", "duplicate_id")]


@pytest.mark.parametrize(
    ("schedule", "days", "codes"),
    [
        ({"freq": "DAILY", "opens_at": "10:00"}, 7, []),
        ({"freq": "DAILY", "interval": 3}, 0, ["time_partly_read"]),
        ({"freq": "WEEKLY", "byday": "MO", "interval": 100}, 0, ["time_partly_read"]),
    ],
)
def test_schedules_that_are_no_weeks(schedule, days, codes):
    (choir,), problems = told([{"id": "1", "name": "Choir", "organization": {"name": "x"}, "schedules": [schedule]}])
    assert len(choir.schedule.rules) == days
    assert [code for _, code in problems] == codes


def test_tables_of_a_package_under_two_names_or_none_and_rows_of_one_id(tmp_path):
    tables = {
        "services": "id,name,organization_id,mood\n1,Choir,9,good\n",
        "organizations": "id,name\n9,Hall\n9,Other\n",
        "schedules": "id,service_id,freq,byday\n1,1,WEEKLY,MO\n",
        "regular_schedules": "id,service_id,weekday\n2,1,Tuesday\n",
        "weather": "id,name\n1,rain\n",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in tables.items():
            archive.writestr(f"{name}.csv", text)
    (tmp_path / "a.zip").write_bytes(target.getvalue())
    (choir,), problems = told(tmp_path / "a.zip")
    assert [rule.weekday.value for rule in choir.schedule.rules] == ["mon", "tue"]
    assert set(problems) == {("id", "row_twice"), ("(file)", "file_unread"), ("mood", "column_unread")}


# workbooks


def test_a_sheet_that_tells_less_than_it_holds(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["titel", "dag"], ["Koor", "maandag"], ["Zang", "dinsdag"]):
        book.active.append(row)
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as stale:
        for item in whole.infolist():
            text = whole.read(item)
            stale.writestr(item, text.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A2"'))
    found, _ = told(tmp_path / "a.xlsx")
    assert [(one.title, one.schedule.rules[0].weekday.value) for one in found] == [("Koor", "mon"), ("Zang", "tue")]


def saved(tmp_path, rows, *merged):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.title = "'t Aanbod & meer"
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(tmp_path / "a.xlsx")
    return told(tmp_path / "a.xlsx")


def test_a_cell_merged_over_rows_counts_for_each_of_them(tmp_path):
    rows = [["titel", "dag", "kosten"], ["Koor", "maandag", 1], ["Zang", None, 2], ["Tuin", None, 3], ["Soep", None, 4]]
    found, problems = saved(tmp_path, rows, "B3:B3", "B2:B4")
    assert {one.title: [rule.weekday.value for rule in one.schedule.rules] for one in found} == {
        "Koor": ["mon"], "Zang": ["mon"], "Tuin": ["mon"], "Soep": []
    }  # fmt: skip
    assert problems == []


def test_a_heading_merged_over_rows_or_columns_makes_no_records(tmp_path):
    rows = [["Sociale kaart", None], ["titel", "dag"], [None, "en tijd"], ["Koor", "maandag"]]
    found, _ = saved(tmp_path, rows, "A1:B1", "A2:A3")
    assert [one.title for one in found] == ["Koor"]


def test_a_formula_that_was_never_worked_out_is_reported(tmp_path):
    rows = [["titel", "kosten", "dag"], ["Koor", "=1+1", "maandag"], ["=A2&1", 3, "dinsdag"], ["Tuin", 4, "=C2"]]
    found, problems = saved(tmp_path, rows)
    assert [one.title for one in found] == ["Koor", "Tuin"]
    assert sorted(problems) == [
        ("dag", "cell_error"), ("kosten", "cell_error"), ("titel", "cell_error"), ("title", "no_title")
    ]  # fmt: skip


def test_a_workbook_without_the_list_of_its_sheets_is_refused_and_an_odd_one_is_read(tmp_path):
    saved(tmp_path, [["titel"], ["Koor"]])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as whole, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as bare:
        for item in whole.infolist():
            if not item.filename.endswith("workbook.xml.rels"):
                bare.writestr(item, whole.read(item))
    with pytest.raises(FormatError, match="Excel"):
        told(tmp_path / "b.xlsx")


@pytest.mark.parametrize(
    "text", ["2026-12-04", "2026-12-04 00:00:00", "4-dec", "04-dec", "4 december", "dec-4", "dec-04"]
)
def test_an_age_of_which_a_spreadsheet_made_a_date(text):
    assert read_ages(text) == (Ages(4, 12), ("age_from_date",))


@pytest.mark.parametrize("piece", [b'<c r="A1" ', b"<c ", b'<c r="A1"><f>', b"<mergeCell ", b"<sheet ", b' r="A1"'])
def test_no_text_makes_the_shape_of_a_sheet_slow(piece):
    text = b"<c" + piece * (1_000_000 // len(piece))
    assert _shape(text).merged == ()
    assert not _SHEET.findall(text)


def test_a_year_is_no_age():
    assert read_ages("okt-14") == (Ages(10, 14), ("age_from_date",))
    assert read_ages("4-dec-2026")[0] == Ages()


# many of one name


@pytest.mark.parametrize(
    "rows",
    [
        [{"id": "1", "titel": f"K{n}"} for n in range(1500)],
        [{"titel": "K", "omschrijving": f"x{n}"} for n in range(1500)],
        [
            {"id": str(n), "titel": "K", "startdatum": f"20{10 + n % 80}-0{1 + n % 9}-{10 + n % 18}"}
            for n in range(1500)
        ],
    ],
)
def test_many_of_one_id_or_title_are_all_kept(rows):
    found, report = read_activities(rows)
    assert len({one.id for one in found}) == report.kept == 1500


# other sources


class _Polars:
    """What a frame of polars offers, as far as it is read."""

    columns = ("titel", "dag")

    def to_dicts(self):
        return [{"titel": "Koor", "dag": "maandag"}]


def test_a_frame_of_polars():
    (koor,), problems = told(_Polars())
    assert (koor.title, koor.schedule.rules[0].weekday.value, problems) == ("Koor", "mon", [])


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(FormatError, match="pipe"):
        read_activities(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_without_a_mark(tmp_path, encoding):
    (tmp_path / "a.csv").write_bytes("titel;dag\nKoor;maandag\n".encode(encoding))
    (koor,), problems = told(tmp_path / "a.csv")
    assert (koor.title, problems) == ("Koor", [("(file)", "encoding_guessed")])


@pytest.mark.parametrize("text", ["NL-3511 AB", "NL 3511AB", "３５１１ ＡＢ"])
def test_postcodes_in_other_dress(text):
    assert read_postcode(text) == ("3511AB", ())
