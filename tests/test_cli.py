"""The command line as a person uses it: output, errors in words, exit codes."""

import json
import os
import signal
import subprocess
import sys

import pytest

from briefing import cli, commands, listing, workspace
from briefing.model.findings import Polarity

TEXT = (
    "Norway and Russia talk about cod\n\n"
    "OSLO, 12 June 2024 - Norway and Russia held talks in Oslo on 11 June 2024. Norway demanded "
    "lower fishing quotas. Russia rejected the demand, saying that “the stocks are healthy” in the "
    "north.\n"
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "cod.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(capsys, *arguments):
    code = cli.main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_demo_writes_both_files_and_prints_their_paths(capsys, tmp_path):
    code, out, _ = run(capsys, "demo", "-o", tmp_path / "out")
    assert code == 0
    paths = out.split()
    assert [p.rpartition(".")[2] for p in paths] == ["docx", "pdf"]
    assert (tmp_path / "out" / "sample-briefing.pdf").read_bytes().startswith(b"%PDF")


def test_demo_twice_gives_the_same_bytes(capsys, tmp_path):
    for name in ("a", "b"):
        run(capsys, "demo", "-o", tmp_path / name)
    for suffix in ("docx", "pdf"):
        files = [tmp_path / n / f"sample-briefing.{suffix}" for n in ("a", "b")]
        assert files[0].read_bytes() == files[1].read_bytes()


def test_import_list_compose(capsys, tmp_path, report):
    library = tmp_path / "cod.aidememo"
    assert run(capsys, "import", library, report)[:2] == (
        0,
        "1 added, 0 already here, 0 not read\n",
    )
    assert run(capsys, "import", library, report)[1] == "0 added, 1 already here, 0 not read\n"
    code, out, _ = run(capsys, "list", library, "events")
    assert code == 0
    assert "Norway–Russia talks, Oslo" in out
    target = tmp_path / "cod.docx"
    code, out, _ = run(capsys, "compose", library, "--event", "oslo", "-o", target)
    assert (code, out.strip()) == (0, str(target))
    assert target.read_bytes()[:2] == b"PK"
    assert len(run(capsys, "list", library, "briefings")[1].splitlines()) == 1


@pytest.mark.parametrize("kind", cli.KINDS)
def test_every_kind_can_be_listed(capsys, tmp_path, report, kind):
    library = tmp_path / "cod.aidememo"
    run(capsys, "import", library, report)
    code, out, _ = run(capsys, "list", library, kind)
    assert code == 0
    if kind in {"sources", "actors", "events", "issues", "statements"}:
        assert out
    assert kind in listing._KINDS or kind == "briefings"


def test_extract_as_is_has_offsets_into_the_file(capsysbinary, report):
    assert cli.main(["extract", str(report), "--as-is", "--date", "2024-06-12"]) == 0
    evidence = json.loads(capsysbinary.readouterr().out)
    assert list(evidence) == [
        "version", "sources", "actors", "events", "issues", "statements", "agreements", "disputes",
        "divergences", "groups", "facts", "likenesses",
    ]  # fmt: skip
    text = report.read_text("utf-8")
    assert evidence["sources"][0]["text"] == text
    for passage in evidence["sources"][0]["passages"]:
        for sentence in passage["sentences"]:
            assert text[sentence["start"] : sentence["end"]].strip()
    (direct,) = (s for s in evidence["statements"] if s["mode"] == "mixed")
    (start, end) = direct["spans"]["content"][0]
    assert "“the stocks are healthy”" in text[start:end]
    assert direct["party"] == "RUS"
    assert {s["polarity"] for s in evidence["statements"]} <= {p.value for p in Polarity}
    actor = next(a for a in evidence["actors"] if a["id"] == "RUS")
    assert set(actor) == {"id", "name", "kind", "party", "aliases", "offices"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "{tmp}/missing.txt"], "missing.txt"),
        (["list", "{tmp}/none.aidememo", "events"], "none.aidememo"),
        (["list", "{tmp}/damaged.aidememo", "events"], "damaged.aidememo"),
        (["compose", "{tmp}/none.aidememo", "-o", "{tmp}/x.pdf"], "none.aidememo"),
        (["extract", "{tmp}/empty.txt"], "empty.txt"),
    ],
)
def test_bad_input_is_told_in_words_with_exit_code_2(capsys, tmp_path, arguments, words):
    (tmp_path / "damaged.aidememo").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    (tmp_path / "empty.txt").write_text("  \n")
    before = (tmp_path / "damaged.aidememo").read_bytes()
    code, out, err = run(capsys, *(a.format(tmp=tmp_path) for a in arguments))
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 2  # what happened, and what to do
    assert (tmp_path / "damaged.aidememo").read_bytes() == before


def test_unknown_event_and_unknown_format(capsys, tmp_path, report):
    library = tmp_path / "cod.aidememo"
    run(capsys, "import", library, report)
    code, _, err = run(capsys, "compose", library, "--event", "Lima", "-o", tmp_path / "x.pdf")
    assert code == 2
    assert "no event “Lima”" in err
    code, _, err = run(capsys, "compose", library, "-o", tmp_path / "x.odt")
    assert code == 2
    assert ".docx" in err
    assert not (tmp_path / "x.odt").exists()


def test_one_bad_file_does_not_keep_out_the_good_one(capsys, tmp_path, report):
    code, out, err = run(capsys, "import", tmp_path / "l.aidememo", report, tmp_path / "no.txt")
    assert code == 2
    assert out == "1 added, 0 already here, 1 not read\n"
    assert "no.txt" in err


def test_help_names_every_command_and_loads_nothing_heavy():
    code = (
        "import sys, briefing.cli\n"
        "try: briefing.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'docx', 'reportlab', 'trafilatura', 'briefing.workspace'}\n"
        "loaded = heavy & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in ("demo", "import", "extract", "list", "compose", "examples:"):
        assert name in done.stdout


def test_wrong_date_is_told(capsys, report):
    with pytest.raises(SystemExit) as caught:
        cli.main(["extract", str(report), "--date", "12 June"])
    assert caught.value.code == 2
    assert "2025-11-02" in capsys.readouterr().err


def test_formats_named_in_the_help_are_those_there_are():
    assert {suffix for _, suffix in workspace.export_formats()} == {".docx", ".pdf"}


def test_a_folder_without_documents_is_told(capsys, tmp_path):
    (tmp_path / "empty").mkdir()
    code, _, err = run(capsys, "import", tmp_path / "l.aidememo", tmp_path / "empty")
    assert code == 2
    assert "no document" in err


def test_compose_without_a_choice_says_what_it_chose(capsys, tmp_path, report):
    library = tmp_path / "cod.aidememo"
    run(capsys, "import", library, report)
    code, _, err = run(capsys, "compose", library, "-o", tmp_path / "x.pdf")
    assert code == 0
    assert "chose the events: Norway–Russia talks, Oslo" in err


def test_a_page_that_cannot_be_fetched_does_not_hide_what_was_read(capsys, tmp_path, report):
    library = tmp_path / "l.aidememo"
    code, out, err = run(capsys, "import", library, report, "HTTP://127.0.0.1:9/page")
    assert (code, out) == (2, "1 added, 0 already here, 1 not read\n")
    assert "own network" in err


def test_nothing_to_try_again_is_no_error(capsys, tmp_path, report):
    library = tmp_path / "l.aidememo"
    run(capsys, "import", library, report)
    assert run(capsys, "import", library, "--retry") == (0, "nothing waits or failed\n", "")


def test_an_output_without_all_characters_does_not_end_the_work(capsys, tmp_path):
    (tmp_path / "seoul.txt").write_text(
        "서울 회담이 열렸다\n\n" + TEXT.partition("\n\n")[2], "utf-8"
    )
    library = tmp_path / "l.aidememo"
    run(capsys, "import", library, tmp_path / "seoul.txt")
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "list", library, "sources"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\uc11c" in done.stdout


def test_an_import_that_is_stopped_says_how_to_go_on(capsys, tmp_path, report, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace, "import_files", stop)
    code, _, err = run(capsys, "import", tmp_path / "l.aidememo", report)
    assert code == 130
    assert "--retry" in err


def many(tmp_path, count):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(f"{TEXT} Round {number}.", "utf-8")
    return folder


def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(capsys, tmp_path, monkeypatch):
    library, folder = tmp_path / "cod.aidememo", many(tmp_path, 30)
    sent = []

    def show(done, total, note=""):
        if done == 1 and not sent:
            sent.append(done)
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(commands, "_progress", lambda: show)
        code, out, err = run(capsys, "import", library, folder)
    assert code == 130
    added, waiting = int(out.split()[0]), int(out.split()[-2])
    assert added >= 1
    assert added + waiting == 30
    assert "--retry” goes on" in err
    assert "documents wait" in run(capsys, "list", library, "sources")[2]
    code, out, _ = run(capsys, "import", library, "--retry")
    assert (code, out.split()[0]) == (0, str(waiting))
    assert run(capsys, "list", library, "sources")[2] == ""


def test_files_may_stand_before_and_after_an_option(capsys, tmp_path, report):
    code, out, _ = run(capsys, "import", tmp_path / "a.aidememo", "--private", report)
    assert (code, out.split()[0]) == (0, "1")
    with pytest.raises(SystemExit):
        cli.main(["list", str(tmp_path / "a.aidememo"), "sources", "more"])
    assert "unrecognized arguments: more" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///etc/hostname"])
def test_an_address_of_another_sort_is_told_as_one(capsys, tmp_path, address):
    code, _, err = run(capsys, "import", tmp_path / "a.aidememo", address)
    assert code == 2
    assert "no address of a web page" in err


def test_a_text_in_another_language_is_told(capsys, tmp_path):
    path = tmp_path / "visite.txt"
    path.write_text(
        "Le ministre des affaires étrangères a déclaré lundi que les négociations avec le pays "
        "voisin reprendraient avant la fin du mois, et que la frontière resterait ouverte.",
        "utf-8",
    )
    assert cli.main(["extract", str(path)]) == 0
    assert "not in English (fr)" in capsys.readouterr().err
