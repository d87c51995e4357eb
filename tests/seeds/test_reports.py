"""The bundled reports have valid front matter, keep their facts, and are in our own words."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from briefing.model.source import DateBasis, SourceKind
from briefing.paths import SEEDS

REPORTS = sorted((SEEDS / "reports").glob("*.md"))
REQUIRED = {"title", "published", "published_basis", "kind", "language"}
OPTIONAL = {"publisher", "url", "retrieved"}
RUN = 9  # words: so long a run in common counts as copied


def split(text: str) -> tuple[dict, str]:
    opening, front, body = re.split(r"^---$\n", text, maxsplit=2, flags=re.MULTILINE)
    assert opening == ""
    return yaml.safe_load(front), body


def report(start: str) -> str:
    (path,) = [path for path in REPORTS if path.name.startswith(start)]
    return path.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def common_runs(text: str, others: list[str]) -> set[str]:
    def runs(of: str) -> set[str]:
        listed = words(of)
        return {" ".join(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1)}

    return runs(text) & set().union(*map(runs, others))


def test_there_are_five():
    assert len(REPORTS) == 5


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_front_matter(path):
    front, body = split(path.read_text(encoding="utf-8"))
    assert set(front) >= REQUIRED
    assert set(front) <= REQUIRED | OPTIONAL
    assert type(front["published"]) is dt.date
    assert path.name.startswith(front["published"].isoformat())
    assert front["published_basis"] in {"metadata", "byline", "dateline", "inferred"}
    DateBasis(front["published_basis"])
    SourceKind(front["kind"])
    assert front["language"] == "en"
    assert body.strip().startswith(f"# {front['title']}\n")


def test_the_day_of_fetching_is_not_the_day_of_publication():
    front, _ = split(report("2025-10-27"))
    assert front["retrieved"] == dt.date(2025, 12, 6)
    assert front["published"] < front["retrieved"]


@pytest.mark.parametrize(
    ("start", "facts"),
    [
        (
            "2025-10-27",
            "11 years|Thursday|Saturday|October 26|Wi Sung-Iac|KBS|since 2017|THAAD|"
            "30 days|December 31|2015|Cho Hyun|Wang Yi|September|80th Victory Day|"
            "Kang Jun-young|Rodong Sinmun|News1",
        ),
        (
            "2025-11-02",
            "11 years|snap election|pipe dream|Xinhua|Seven key agreements|won and yuan|"
            "hostile entity|Wi Sunglac|China Out|Kim Hye Kyung|64-year-old|"
            "five subsidiaries|042660.KS|2017|KADIZ|Malaysia",
        ),
        (
            "2026-01-05",
            "since 2019|Taiwan|Yoon Suk Yeol|in 2016|K-pop|K-dramas|new starting point|"
            "contested waters",
        ),
        (
            "2024-11-16",
            "Yoon Seok-yeol|15th|40 minutes|Lima|ICBM|Donald Trump|10th anniversary|2026|"
            "Kim Tae-hyo|**Dr. Han Soo-jin:**|News 1",
        ),
        (
            "2026-01-07",
            "seven years|in nine|in 2017|Wi Sung-lac|14 agreements|Nine memorandums|"
            "actual war|Yellow Sea|Yonhap|vice ministers|Yoon Suk Yeol",
        ),
    ],
)
def test_facts_and_traps_are_kept(start, facts):
    text = report(start)
    assert [fact for fact in facts.split("|") if fact not in text] == []


def test_common_runs_sees_a_copied_run_across_punctuation():
    copied = "one two three, four FIVE six. Seven eight nine"
    assert common_runs("Zero " + copied, [copied + " ten"]) == {
        "one two three four five six seven eight nine"
    }
    assert common_runs("one two three four five six seven eight", [copied]) == set()


def test_no_run_of_nine_words_is_taken_from_the_texts_behind_the_reports(shared: Path):
    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("the texts behind the reports are not here: needs ../shared/seeds")
    originals = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    assert len(originals) == len(REPORTS)
    for path in REPORTS:
        assert common_runs(path.read_text(encoding="utf-8"), originals) == set(), path.name
