"""The command line: codes, messages, and never a client's value."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wor_match import load_sample
from wor_match.cli import main
from wor_match.explain.questions_text import NextQuestions
from wor_match.explain.what_if_text import WhatIfs
from wor_match.sample import SAMPLE_DATE

ACTIVITY = {
    "id": "koor", "title": "Buurtkoor", "status": "active", "last_verified": "2026-10-01",
    "schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}, "contact": {"phone": "030-000 01"},
}  # fmt: skip
OTHER = {
    **ACTIVITY, "id": "avond", "title": "Avondkoor", "schedule": {"rules": [{"weekday": "wed", "part": "evening"}]},
    "cost": {"amount_eur": 4, "per": "time", "reduced_eur": 0},
}  # fmt: skip
CLIENT = {"reference": "c-1", "interests": ["zingen"]}


@pytest.fixture
def write(tmp_path: Path):
    def _write(name: str, value: object) -> str:
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return str(path)

    return _write


@pytest.fixture
def recommend(write, capsys):
    def _run(client: object, *more: str, catalogue: object = None):
        files = ["--catalogue", write("a.json", catalogue or [ACTIVITY]), "--client", write("c.json", client)]
        code = main(["recommend", *files, "--as-of", "2026-11-23", *more])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return _run


@pytest.mark.parametrize("language", ["nl", "en"])
def test_demo_shows_the_whole_job(language, capsys):
    assert main(["demo", "--language", language]) == 0
    out = capsys.readouterr().out
    wanted = {
        "nl": ("verzonnen", "Waarom:", "Wat ertegen spreekt:", "Bel eerst", "Eerste stap:", "afvielen", "STOP", "112"),
        "en": ("invented", "Why:", "What speaks against it:", "Call first", "First step:", "fell out", "STOP", "112"),
    }
    assert not [words for words in wanted[language] if words not in out]
    assert max(len(line) for line in out.splitlines()) <= 90


@pytest.mark.parametrize("language", ["nl", "en"])
def test_demo_tells_one_client_as_a_conversation(language, capsys):
    assert main(["demo", "--language", language, "--conversation"]) == 0
    out = capsys.readouterr().out
    assert len(re.findall(r"^(?:Coach|Link worker): ", out, re.M)) == 10
    wanted = {
        "nl": ("punten meer dan", "valt nu af", "Maatje mee", "Vraag de cliënt:", "past waarschijnlijk het best",
               "Bovenaan gezet", "staat nu op plaats 1", "Idee 1: Gitaar", "Bericht over uw verwijzing",
               "opnieuw precies zo"),
        "en": ("points more than", "falls out now", "Maatje mee", "Ask the client:", "probably suits best", "Put first",
               "is now in place 1", "Idea 1: Gitaar", "your referral", "exactly the same again"),
    }  # fmt: skip
    assert not [words for words in wanted[language] if words not in out]
    for_others = out[out.index("Idee 1:" if language == "nl" else "Idea 1:") :]
    assert not re.search("zelfdoding|suicide|vrijgegeven|cleared|somber|depress", for_others, re.I)


@pytest.mark.parametrize("number", range(1, 21))
def test_the_conversation_can_be_about_anyone(number, capsys):
    assert main(["demo", "--conversation", "--client", f"c-{number:02}"]) == 0
    out = capsys.readouterr().out
    assert ("STOP" in out) == (number == 16)
    assert ("Coach:" in out) == (number != 16)
    assert max(len(line) for line in out.splitlines()) <= 90


def test_a_client_has_no_conversation(capsys):
    assert main(["demo", "--conversation", "--audience", "client"]) == 2
    assert "--audience: must be coach" in capsys.readouterr().err


def test_demo_of_one_client(capsys):
    assert main(["demo", "--client", "c-01", "--audience", "client"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Ideeën voor u")
    assert main(["demo", "--client", "c-99"]) == 2
    assert "--client: must be one of c-01 to c-20" in capsys.readouterr().err


def test_recommend_as_text(recommend):
    code, out, err = recommend(CLIENT)
    assert (code, err) == (0, "")
    assert "1. Buurtkoor" in out
    assert "Ideas for you" in recommend(CLIENT, "--language", "en", "--audience", "client")[1]


def test_recommend_as_json(recommend):
    code, out, _ = recommend(CLIENT, "--format", "json")
    assert code == 0
    assert json.loads(out)["suggestions"][0]["activity"]["id"] == "koor"
    assert [one["reference"] for one in json.loads(recommend([CLIENT], "--format", "json")[1])] == ["c-1"]


@pytest.mark.parametrize(
    ("more", "there", "not_there"),
    [
        (["--format", "html"], ["<!DOCTYPE html>", 'lang="nl"', "Ideeën voor cliënt c-1", "punten"], []),
        (["--format", "html", "--language", "en"], ['lang="en"', "Ideas for client c-1"], []),
        (["--format", "html", "--audience", "client"], ["Ideeën voor u"], ["punten"]),
        (["--format", "leaflet", "--address", "je"], ["Ideeën voor jou", "Je kiest zelf"], ["punten", "Uw coach"]),
        (["--audience", "client", "--address", "je"], ["Ideeën voor jou", "Je kiest zelf"], ["<html"]),
    ],
)
def test_recommend_as_a_page(recommend, more, there, not_there):
    code, out, err = recommend(CLIENT, *more)
    assert (code, err) == (0, "")
    assert not [words for words in there if words not in out]
    assert not [words for words in not_there if words in out]


def test_a_page_is_about_one_client(recommend):
    for form in ("html", "leaflet"):
        code, out, err = recommend([CLIENT, {**CLIENT, "reference": "c-2"}], "--format", form)
        assert (code, out) == (2, "")
        assert "--format: must be text or json for several clients" in err
        assert recommend([CLIENT], "--format", form)[0] == 0


def test_output_goes_to_a_file(recommend, tmp_path):
    file = tmp_path / "page.html"
    code, out, err = recommend(CLIENT, "--format", "html", "--output", str(file))
    assert (code, out, err) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    code, _, err = recommend(CLIENT, "--output", str(tmp_path / "nowhere" / "a.txt"))
    assert code == 2
    assert "--output: no such file or directory" in err
    lost = {**CLIENT, "home": "1000"}
    untouched = tmp_path / "none.txt"
    assert recommend(lost, "--output", str(untouched))[0] == 2
    assert not untouched.exists()


@pytest.fixture
def ask(write, capsys):
    def _run(name: str, client: object, *more: str):
        files = ["--catalogue", write("a.json", [ACTIVITY, OTHER]), "--client", write("c.json", client)]
        code = main([name, *files, "--as-of", "2026-11-23", *more])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return _run


BUSY = {**CLIENT, "access_needs": ["step_free"], "availability": [{"weekday": "tue", "part": "morning"}]}


@pytest.mark.parametrize(
    ("command", "told", "key"),
    [
        (["why-not", "--activity", "avond"], "‘Avondkoor’ valt nu af.\n- Is op een moment dat", "why_not"),
        (["what-if"], "Ook vrij op woensdagavond? Dan komt op de lijst: ‘Avondkoor’.", "what_if"),
        (["questions", "-k", "1"], "Dit kunt u nu het best vragen.", "questions"),
        (["stability"], "De eerste kan nog afvallen", "stability"),
    ],
)
def test_what_a_coach_asks_of_a_list(ask, command, told, key):
    code, out, err = ask(command[0], BUSY, *command[1:])
    assert (code, err) == (0, "")
    assert told in out
    assert max(len(line) for line in out.splitlines()) <= 90
    code, out, _ = ask(command[0], BUSY, *command[1:], "--format", "json")
    assert code == 0
    assert json.loads(out)["reference"] == "c-1"
    assert json.loads(out)[key]
    second = {**BUSY, "reference": "c-2"}
    several = json.loads(ask(command[0], [BUSY, second], *command[1:], "--format", "json")[1])
    assert [one["reference"] for one in several] == ["c-1", "c-2"]
    text = ask(command[0], [BUSY, second], *command[1:])[1]
    assert text.startswith("c-1\n")
    assert "\n\nc-2\n" in text


@pytest.mark.parametrize(("command", "kind"), [("what-if", WhatIfs), ("questions", NextQuestions)])
def test_json_tells_of_a_stop_and_that_asking_more_changes_nothing(write, capsys, command, kind):
    catalogue, clients = load_sample()
    offers = write("all.json", [one.model_dump(mode="json") for one in catalogue.activities])
    asked = write("clients.json", [one.model_dump(mode="json") for one in clients])
    given = ["--catalogue", offers, "--client", asked, "--as-of", SAMPLE_DATE.isoformat(), "--format", "json"]
    assert main([command, *given]) == 0
    seen = set()
    for one in json.loads(capsys.readouterr().out):
        found = kind.from_json(json.dumps(one[command.replace("-", "_")]))
        assert found.is_stopped is (one["reference"] == "c-16")
        assert ("Veiligheid gaat voor" in found.to_text()) is found.is_stopped
        seen.add((found.is_stopped, getattr(found, "is_all", False), bool(found)))
    assert (True, False, False) in seen
    assert ((False, True, True) in seen) is (command == "questions")


def test_what_a_client_may_read_of_it(ask):
    assert "Meer vertellen mag altijd." in ask("questions", BUSY, "--audience", "client")[1]
    assert "U hoeft nu niets" not in ask("questions", BUSY, "--audience", "client")[1]
    code, _, err = ask("why-not", BUSY, "--activity", "avond", "--audience", "client")
    assert code == 2
    assert "--audience: must be coach" in err
    assert ask("stability", BUSY, "--audience", "client", "--format", "json")[0] == 2


@pytest.mark.parametrize("command", ["what-if", "questions", "stability"])
def test_after_a_stop_each_answer_says_that_safety_goes_first(ask, command):
    stopped = {**CLIENT, "safety": [{"signal": "crisis"}]}
    assert "Veiligheid gaat voor." in ask(command, stopped)[1]
    assert "Bel bij gevaar 112." in " ".join(ask(command, stopped, "--audience", "client")[1].split())
    for client, is_stopped in ((stopped, True), (CLIENT, False)):
        told = json.loads(ask(command, client, "--format", "json")[1])
        assert (told if command != "stability" else told["stability"]).get("is_stopped", False) is is_stopped


def test_remedies_of_ones_own(ask, write):
    hours = [{"weekday": "tue", "part": "morning"}, {"weekday": "wed", "part": "evening"}]
    shy = {**CLIENT, "availability": hours, "budget_eur_per_month": 0}
    row = {"kind": "city_pass", "name": "Pas", "checked_on": "2026-10-01"}
    assert "Heeft deze gemeente een stadspas" in ask("what-if", shy)[1]
    told = ask("what-if", shy, "--remedies", write("r.json", [row]))[1]
    assert "Daarvoor is er Pas." in told
    code, _, err = ask("what-if", shy, "--remedies", write("r.json", row))
    assert code == 2
    assert "must be a list of remedies" in err


def test_all_that_is_wrong_with_remedies_is_told_with_the_row(ask, write):
    rows = [{"kind": "zqx"}, {"kind": "buddy", "name": "Maatje", "checked_on": "2026-10-01"}, {"kind": "bike"}, 3]
    code, _, err = ask("what-if", CLIENT, "--remedies", write("r.json", rows))
    assert code == 2
    assert [f"remedy {number}: " in err for number in (1, 2, 3, 4)] == [True, False, True, True]
    assert "remedy 3: name: must be given" in err
    assert "zqx" not in err


def test_a_first_step_tells_remedies_of_ones_own(ask, write):
    alone = {**CLIENT, "goes_alone": "no"}
    row = {"kind": "buddy", "name": "Samen erheen", "checked_on": "2026-10-01"}
    assert "Is er hier iemand die de eerste keer mee kan gaan?" in " ".join(ask("recommend", alone)[1].split())
    given = ("--remedies", write("r.json", [row]))
    assert "Daarvoor is er Samen erheen." in " ".join(ask("recommend", alone, *given)[1].split())
    assert "Samen erheen" in ask("recommend", alone, *given, "--format", "leaflet")[1]
    assert "remedy.known" in ask("recommend", alone, *given, "--format", "json")[1]


def test_an_activity_that_is_not_there(ask):
    code, out, err = ask("why-not", BUSY, "--activity", "nergens")
    assert (code, out) == (2, "")
    assert "nergens" in err
    lost = {**BUSY, "reference": "c-2", "home": "1000"}
    code, out, err = ask("questions", [BUSY, lost])
    assert code == 1
    assert "client 2" in err
    assert "1000" not in out + err


def test_several_clients_of_whom_one_cannot_be_placed(recommend):
    lost = {"reference": "c-2", "interests": ["zingen"], "home": "1000"}
    code, out, err = recommend([CLIENT, lost])
    assert code == 1
    assert "1. Buurtkoor" in out
    assert "client 2" in err
    assert "home.postcode" in err
    assert "1000" not in out + err
    assert recommend([lost])[0] == 2


def test_a_profile_of_ones_own(recommend, write):
    weights = {"interest": 60, "travel": 40}
    assert recommend(CLIENT, "--profile", write("p.json", {"weights": weights}))[0] == 0
    code, _, err = recommend(CLIENT, "--profile", write("p.json", {"weights": {"interest": 60}}))
    assert code == 2
    assert "must total 100 points" in err


@pytest.mark.parametrize(
    ("client", "field"),
    [
        ({**CLIENT, "SECRETVALUE": 1}, "(an unknown key)"),
        ({**CLIENT, "goals": [{"SECRETVALUE": 1}]}, "goals[0].(an unknown key)"),
        ({**CLIENT, "age": "SECRETVALUE"}, "age"),
        ({**CLIENT, "interests": [{"phrase": "zingen", "strength": 97531}]}, "interests[0].strength"),
        ({**CLIENT, "safety": [{"signal": "SECRETVALUE"}]}, "safety[0].signal"),
        ({"interests": ["SECRETVALUE"]}, "reference"),
        ({**CLIENT, "reference": "111222333"}, "reference"),
        ("SECRETVALUE", "(file): must be JSON (line 1)"),
        ("3", "(whole)"),
        ([], "must hold at least one client"),
        ([{**CLIENT, "age": "SECRETVALUE"}], "client 1: age"),
    ],
)
def test_a_wrong_client_is_named_by_field_and_never_by_value(recommend, client, field):
    code, out, err = recommend(client)
    assert code == 2
    assert out == ""
    assert field in err
    assert not [secret for secret in ("SECRETVALUE", "97531", "111222333", "Traceback") if secret in err]


@pytest.mark.parametrize(
    "more",
    [
        ["--as-of", "23-11-2026"],
        ["-k", "0"],
        ["-k", "many"],
        ["--language", "fr"],
        ["--format", "json", "--audience", "client"],
    ],
)
def test_wrong_options(recommend, more):
    code, _, err = recommend(CLIENT, *more)
    assert code == 2
    assert err
    assert "Traceback" not in err


def test_missing_files(recommend, write, capsys):
    good = write("a.json", [ACTIVITY])
    assert main(["recommend", "--catalogue", good, "--client", "/nowhere/c.json"]) == 2
    assert "/nowhere/c.json" in capsys.readouterr().err
    assert main(["recommend", "--catalogue", "/nowhere/a.json", "--client", good]) == 2
    assert "does not exist" in capsys.readouterr().err
    assert main(["validate", "/nowhere/a.json"]) == 2


def test_a_folder_is_no_client(tmp_path, write, capsys):
    assert main(["recommend", "--catalogue", write("a.json", [ACTIVITY]), "--client", str(tmp_path)]) == 2
    assert "is a directory" in capsys.readouterr().err


def test_not_text(tmp_path, write, capsys):
    path = tmp_path / "c.json"
    path.write_bytes(b"\xff\xfe\x00\xd8")
    assert main(["recommend", "--catalogue", write("a.json", [ACTIVITY]), "--client", str(path)]) == 2
    assert "must be UTF-8 text" in capsys.readouterr().err


def test_without_a_date_today_is_used(write, capsys):
    assert main(["recommend", "--catalogue", write("a.json", [ACTIVITY]), "--client", write("c.json", CLIENT)]) == 0
    assert "Ideeën voor cliënt c-1" in capsys.readouterr().out


def test_validate(write, capsys):
    assert main(["validate", write("good.json", [{"titel": "Koor", "id": "k"}])]) == 0
    capsys.readouterr()
    bad = write("bad.json", [{"titel": "Koor", "kosten": "een vriendelijke glimlach"}, {"titel": ""}])
    assert main(["validate", bad]) == 1
    out = capsys.readouterr().out
    assert "2 records read, 1 kept" in out
    assert "no_title" in out
    assert main(["validate", bad, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["read"], report["kept"], report["skipped"]) == (2, 1, 1)
    assert main(["validate", write("none.json", "not json")]) == 2


@pytest.mark.parametrize("name", ["client", "activity", "advice", "profile"])
def test_schema(name, capsys):
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_unknown_schema(capsys):
    assert main(["schema", "clients"]) == 2
    assert "must be one of client, activity, advice, profile" in capsys.readouterr().err


def test_no_command_and_help(capsys):
    assert main([]) == 2
    assert main(["--help"]) == 0
    assert main(["--version"]) == 0
    assert "wor-match" in capsys.readouterr().out


def test_utf8_whatever_the_locale(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "wor_match", "demo", "--client", "c-01"],
        capture_output=True,
        env={
            "PATH": "",
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii",
            "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Ideeën" in done.stdout.decode("utf-8")
    assert "€" in done.stdout.decode("utf-8")


def test_one_client_that_is_none_keeps_the_others_from_nothing(recommend, write, capsys):
    several = [CLIENT, {**CLIENT, "age": "SECRETVALUE"}, "SECRETVALUE", {**CLIENT, "reference": "c-4"}]
    code, out, err = recommend(several, "--format", "json")
    assert code == 1
    assert [one["reference"] for one in json.loads(out)] == ["c-1", "c-4"]
    assert "client 2: Client: 1 problem" in err
    assert "age: " in err
    assert "client 3: " in err
    assert "client 1" not in err
    assert "SECRETVALUE" not in err
    files = ["--catalogue", write("a.json", [ACTIVITY]), "--client", write("c.json", several)]
    assert main(["questions", *files, "--as-of", "2026-11-23", "--format", "json"]) == 1
    assert [one["reference"] for one in json.loads(capsys.readouterr().out)] == ["c-1", "c-4"]


def test_a_client_that_cannot_be_answered_keeps_its_number(recommend):
    nowhere = {**CLIENT, "home": "0000"}
    code, _, err = recommend([{**CLIENT, "age": -1}, CLIENT, {**CLIENT, "home": "1000"}, nowhere])
    assert code == 1
    assert "client 3: " in err
    assert "home.postcode" in err
