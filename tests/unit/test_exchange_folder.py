"""A folder of flat files is one directory; the report tells of each file and adds up."""

import json

import pytest

from wor_match import Client, Matcher, read_catalogue
from wor_match.cli import main
from wor_match.errors import FormatError
from wor_match.sample import SAMPLE_DATE

PAGE = "https://gids.example/1"
CHOIR = {"id": "7", "titel": "Buurtkoor", "aanbieder": "De Kern", "website": PAGE}


def folder(tmp_path, **files):
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (tmp_path / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def test_each_file_is_counted_and_the_counts_add_up(tmp_path):
    some = [CHOIR, {"titel": ""}, {"titel": "Schaken", "id": "8", "kosten": "-5"}]
    path = folder(tmp_path, a__json=some, b__csv="titel;prijs\nKlaverjassen;€ 2\n;\n", SOURCE__txt="van ons")
    report = read_catalogue(path).report
    assert [(one.name, one.read, one.kept, one.skipped) for one in report.files] == [
        ("a.json", 3, 2, 1),
        ("b.csv", 1, 1, 0),
    ]
    for field in ("read", "kept", "repaired", "skipped"):
        assert sum(getattr(one, field) for one in report.files) == getattr(report, field)
    assert report.read == report.kept + report.skipped
    assert report.source_format == "table"
    unread = [problem.field for problem in report.problems if problem.code == "file_unread"]
    assert unread == ["SOURCE.txt"]


def test_formats_may_differ_and_every_activity_tells_its_file(tmp_path):
    hsds = [{"id": "h1", "name": "Choir", "status": "active", "organization": {"name": "The Hub"}}]
    catalogue = read_catalogue(folder(tmp_path, a__json=hsds, b__json=[CHOIR]))
    assert {one.id: one.source for one in catalogue.activities} == {"h1": "a.json", "7": "b.json"}
    assert catalogue.report.source_format == "hsds, table"
    assert [one.source_format for one in catalogue.report.files] == ["hsds", "table"]
    named = read_catalogue(tmp_path, source_name="Gids")
    assert {one.source for one in named.activities} == {"Gids: a.json", "Gids: b.json"}


def test_an_id_that_two_files_use_stays_unique_and_is_told(tmp_path):
    other = {"id": "7", "titel": "Schaken", "aanbieder": "De Toren"}
    catalogue = read_catalogue(folder(tmp_path, a__json=[CHOIR], b__json=[other]))
    assert {one.id: one.title for one in catalogue.activities} == {"7": "Buurtkoor", "7#2": "Schaken"}
    (told,) = [problem for problem in catalogue.problems if problem.code == "duplicate_id"]
    assert told.record == "7#2"


def test_the_same_page_in_two_files_is_suggested_once_in_its_fuller_form(tmp_path):
    full = {**CHOIR, "id": "9", "dag": "dinsdag", "tijd": "10:00 - 12:00", "adres": "Dorpsstraat 1", "plaats": "Ede"}
    catalogue = read_catalogue(folder(tmp_path, a__json=[CHOIR], b__json=[full]))
    assert {one.id: one.duplicate_of for one in catalogue.activities} == {"7": "9", "9": None}
    client = Client(reference="c-1", interests=["zingen in een koor"])
    advice = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(client)
    assert [one.activity.id for one in advice.suggestions] == ["9"]


def test_in_one_file_a_page_with_several_groups_is_left_as_it_is(tmp_path):
    groups = [CHOIR, {**CHOIR, "id": "8", "dag": "dinsdag", "tijd": "10:00"}]
    catalogue = read_catalogue(folder(tmp_path, a__json=groups, b__json=[{"titel": "Schaken"}]))
    assert [one.duplicate_of for one in catalogue.activities] == [None] * 3


def test_all_files_that_cannot_be_read_are_named_at_once(tmp_path):
    path = folder(tmp_path, a__csv="%PDF-1.7", b__json="{", c__json=[CHOIR], d__csv="kleur;maat\nrood;1\n")
    with pytest.raises(FormatError) as raised:
        read_catalogue(path)
    assert [(one.record, one.code) for one in raised.value.problems] == [
        ("a.csv", "is_binary"), ("b.json", "not_json"), ("d.csv", "no_title_column"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "no_records"),
        ({"leesmij__txt": "niets"}, "no_records"),
        ({"organizations__csv": "id,name\n1,De Kern\n"}, "no_services"),
    ],
)
def test_a_folder_without_records_is_refused(tmp_path, files, code):
    with pytest.raises(FormatError) as raised:
        read_catalogue(folder(tmp_path, **files))
    assert [one.code for one in raised.value.problems] == [code]


def test_what_is_hidden_or_a_lock_is_passed_over(tmp_path):
    path = folder(tmp_path, a__json=[CHOIR])
    (path / ".gids.json").write_text("{", encoding="utf-8")
    (path / "~$gids.xlsx").write_text("x", encoding="utf-8")
    (path / "ouder").mkdir()
    problems = read_catalogue(path).problems
    assert [one.field for one in problems if one.code == "file_unread"] == ["ouder"]


def test_validate_tells_of_each_file(tmp_path, capsys):
    path = folder(tmp_path, a__json=[CHOIR], b__json=[{"titel": "Schaken"}])
    main(["validate", str(path)])
    told = capsys.readouterr().out
    assert "2 records read" in told
    assert "  a.json: 1 read, 1 kept, 0 skipped" in told
    main(["validate", str(path), "--format", "json"])
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["files"]] == ["a.json", "b.json"]
