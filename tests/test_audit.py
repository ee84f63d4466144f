"""Whole archives: read whatever they are, gone on with where they stopped, the same bytes every time."""

import csv
import errno
import io
import json
import os
import re
import tarfile
import time
import warnings
import zipfile
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pyarrow.parquet as pq
import pytest

from pressgen import api
from pressgen.audit import Order, alone, judge, members
from pressgen.audit.outputs import DOCUMENTS, FINDINGS
from pressgen.audit.rows import COLUMNS
from pressgen.audit.rules import NAMES, fingerprint
from pressgen.audit.worker import Refused, opened
from pressgen.cli.main import run
from pressgen.errors import FileError, UsageError
from tests import archives
from tests.archives import audited, pair, rules, written
from tests.grids import some

COUNT = 5
HELD = archives.files(COUNT)


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return archives.folder(tmp_path_factory.mktemp("tree") / "texts", HELD)


@pytest.fixture(scope="module")
def done(tree, house, tmp_path_factory):
    """A folder audited once: its answers and where the outputs are."""
    out = tmp_path_factory.mktemp("out")
    return audited(tree, house(), out)[0], out


def test_a_pair_is_found_by_its_names_and_a_wrong_sum_in_it(done):
    answers, _ = done

    assert len(answers) == COUNT
    assert rules(answers).count(["figure/scale"]) == 2
    assert all(answer.document["compared"] for answer in answers.values())


def test_office_month_and_author_come_from_folder_dateline_and_credits(done):
    document = next(answer.document for key, answer in done[0].items() if "story-00001" in key)

    assert (document["office"], document["month"]) == ("外事办", "2023-07")
    assert document["author"].endswith("明")


def test_the_month_of_a_text_without_a_day_is_that_of_its_name(house, tmp_path):
    held = {name: data.split(b"\n\n", 2)[2] for name, data in HELD.items()}  # neither headline nor dateline
    answers, *_ = audited(archives.folder(tmp_path / "texts", held), house(), tmp_path / "out")
    document = next(answer.document for key, answer in answers.items() if "story-00001" in key)

    assert document["month"] == "2023-02"


@pytest.mark.parametrize("name", some(["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"], of=4, first=2))
def test_a_packed_archive_has_the_findings_of_its_folder(name, done, house, tmp_path):
    pack = archives.zipped if name.endswith("zip") else archives.tarred
    _, lines, _ = audited(pack(tmp_path / name, HELD), house(), tmp_path / "out")

    assert written(tmp_path / "out") == written(done[1])
    assert lines == []


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_rows_of_pairs_have_the_same_errors(kind, done, house, tmp_path):
    write = archives.jsonl if kind == "jsonl" else archives.parquet
    answers, _, _ = audited(write(tmp_path / f"a.{kind}", archives.rows(COUNT)), house(), tmp_path / "out")

    assert sorted(rules(answers)) == sorted(rules(done[0]))
    assert answers["00001"].document["day"] == "2023-07-12"
    assert {row["file"] for row in answers["00004"].findings} <= {"00004.zh", "00004.en"}


def test_rows_of_documents_are_paired_by_a_column(house, tmp_path):
    zh, en = ("投资15.26亿元。", "It is worth 15.26 million yuan.")
    lines = [
        {"key": "1", "language": "zh-CN", "body": zh, "story": "x"},
        {"key": "2", "language": "English", "body": en, "story": "x"},
        {"key": "3", "body": "佛山。", "story": None},
    ]
    answers, _, _ = audited(
        archives.jsonl(tmp_path / "a.jsonl", lines), house(), tmp_path / "out", columns={"pair": "story"}
    )

    assert [answers[key].document["compared"] for key in sorted(answers)] == [True, False]
    assert rules(answers) == [["figure/scale"], []]


def test_a_table_says_which_files_are_a_pair_and_whose(house, tmp_path):
    held = {"x/发布.md": pair(4)[0].encode(), "y/release.md": pair(4)[1].encode()}
    table = tmp_path / "pairs.csv"
    table.write_text(
        "zh,en,作者,日期\nx/发布.md,y/release.md,赵宁,2023-05-04\nz/none.md,\n", encoding="utf-8-sig"
    )
    answers, lines, _ = audited(
        archives.zipped(tmp_path / "a.zip", held), house(), tmp_path / "out", pairs=table
    )

    assert rules(answers) == [["figure/scale"]]
    document = answers["x/发布.md + y/release.md"].document
    assert (document["author"], document["day"]) == ("赵宁", "2023-05-04")
    assert [line.split(": ")[0] for line in lines] == ["z/none.md"]


def test_news_items_are_paired_by_the_original_they_name(house, tmp_path):
    def item(uri, lang, text, **more):
        body = {"contentType": "text/plain", "value": text}
        return json.dumps({"uri": uri, "language": lang, "bodies": [body], **more}).encode()

    held = {
        "a.json": item("urn:1", "zh", "全市签约项目267个，投资15.26亿元。"),
        "b.json": item(
            "urn:2", "en", "The city signed 267 projects worth 15.26 million yuan.", translationOf="urn:1"
        ),
        "settings.json": b"{}",
    }
    answers, lines, audit = audited(archives.folder(tmp_path / "a", held), house(), tmp_path / "out")

    assert rules(answers) == [["figure/scale"]]
    assert lines == []
    assert audit.summary.others == {".json": 1}


def test_a_run_that_was_stopped_goes_on_and_ends_with_the_same_bytes(tree, done, house, tmp_path):
    stopped = iter(api.audit(tree, house(), tmp_path, Order(jobs=0)))
    for _ in range(2):
        next(stopped)
    stopped.close()
    assert written(tmp_path) == {}
    _, _, audit = audited(tree, house(), tmp_path)

    assert audit.ready == 2
    assert written(tmp_path) == written(done[1])


def test_a_run_that_fails_before_its_first_answer_leaves_nothing_behind(tree, house, tmp_path, monkeypatch):
    def full(*_):
        raise FileError("磁盘已满", "the disk is full")

    monkeypatch.setattr("pressgen.audit.survey.Survey.take_files", full)
    with pytest.raises(FileError, match="the disk is full"):
        audited(tree, house(), tmp_path / "out")

    assert not (tmp_path / "out").exists()


def test_a_run_that_fails_later_leaves_its_answers_to_the_next(tree, done, house, tmp_path, monkeypatch):
    def full(*_):
        raise FileError("磁盘已满", "the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("pressgen.audit.overview.Page.html", full)
        with pytest.raises(FileError):
            audited(tree, house(), tmp_path)
    assert written(tmp_path) == {}
    _, _, audit = audited(tree, house(), tmp_path)

    assert audit.ready == COUNT
    assert written(tmp_path) == written(done[1])


def test_a_run_that_fails_leaves_the_outputs_of_the_one_before(tree, house, tmp_path, monkeypatch):
    audited(tree, house(), tmp_path)
    (tmp_path / "findings.jsonl").write_bytes(b"as somebody left it")
    before = written(tmp_path)
    monkeypatch.setattr(Path, "replace", _refused)
    with pytest.raises(FileError, match="Input/output error"):
        audited(tree, house(), tmp_path)

    assert written(tmp_path) == before


def _refused(path, *_):
    raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def test_what_a_house_does_not_show_for_a_moment_is_said_and_asked_again(
    tree, done, house, tmp_path, monkeypatch
):
    """The document has done nothing wrong: its answer is that of this run alone."""
    given = iter([FileError("读不了", "cannot be read"), OSError(errno.EIO, os.strerror(errno.EIO))])

    def failing(release, house, *rest):
        if rest[0] != () and (error := next(given, None)):
            raise error
        return real(release, house, *rest)

    real = judge.judge
    with monkeypatch.context() as patch:
        patch.setattr(judge, "judge", failing)
        _, lines, audit = audited(tree, house(), tmp_path)
    assert (len(lines), audit.summary.faults) == (2, 2)
    assert "Input/output error" in lines[1]
    _, lines, audit = audited(tree, house(), tmp_path)

    assert (lines, audit.ready) == ([], COUNT - 2)
    assert written(tmp_path) == written(done[1])


def test_what_is_wrong_with_a_house_is_said_once(tree, tmp_path, monkeypatch, capsys):
    own = tmp_path / "templates" / "houses" / "own"
    own.mkdir(parents=True)
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    (own / "house.yaml").write_text("extends: base\ntitle: {zh: 甲, en: A}\n", encoding="utf-8")
    (own / "phrases.yaml").write_text("- {zh: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert run(["audit", str(tree), "-o", "out", "--house", "own"], "en") == 2
    said = capsys.readouterr().err
    assert "phrases.yaml:1" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_archive_that_cannot_be_looked_into_is_one_line(tree, tmp_path, monkeypatch, capsys):
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: (_refused if Path(path) == tree else real)(path))

    assert run(["audit", str(tree), "-o", str(tmp_path / "out")], "en") == 2
    said = capsys.readouterr().err
    assert f"{tree}: cannot be read (Input/output error)" in said
    assert said.count("\n") == 1


def test_only_what_changed_is_checked_again(house, tmp_path):
    tree = archives.folder(tmp_path / "a", HELD)
    audited(tree, house(), tmp_path / "out")
    names = sorted(HELD)
    (tree / names[0]).write_bytes(HELD[names[0]].replace(b"2023", b"2022"))
    for name in names[2:4]:
        (tree / name).unlink()
    answers, _, audit = audited(tree, house(), tmp_path / "out")

    assert (len(answers), audit.ready) == (COUNT - 1, COUNT - 2)
    assert pq.ParquetFile(tmp_path / "out" / "documents.parquet").metadata.num_rows == COUNT - 1


@pytest.mark.slow
def test_other_rules_check_everything_again(tree, house, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("zh,en\n推介会,Promotion Conference\n", encoding="utf-8")
    audited(tree, house(), tmp_path / "out")

    assert audited(tree, house(glossaries=(table,)), tmp_path / "out")[2].ready == 0


def test_findings_stand_in_the_documented_tables(done):
    findings = pq.ParquetFile(done[1] / "findings.parquet")
    lines = [
        json.loads(line) for line in (done[1] / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    ]

    assert findings.schema_arrow.equals(FINDINGS)
    assert pq.read_schema(done[1] / "documents.parquet").equals(DOCUMENTS)
    assert findings.read().to_pylist(maps_as_pydicts="strict") == lines
    scale = next(line for line in lines if line["rule"] == "figure/scale")
    assert scale["text"] == scale["values"]["en"]
    assert scale["other_text"] == scale["values"]["zh"]


def test_the_overview_leads_to_passages_in_both_languages_and_loads_nothing(done):
    page = (done[1] / "overview.html").read_text(encoding="utf-8")
    loads = re.findall(
        r"<(?:script|link|img|iframe|object|use)\b|url\(|@import|(?:src|href)=[\"'](?!#)", page
    )
    targets = set(re.findall(r'href="#([^"]+)"', page))

    assert loads == []
    assert targets
    assert targets <= set(re.findall(r' id="([^"]+)"', page))
    assert all(word in page for word in ("按规则", "By month", "外事办", "<svg", 'class="error" id="p'))
    assert not re.search(r"\d{4}-\d\d-\d\d \d\d:|Generated", page)


def page_of(held, house, tmp_path):
    """The overview of an archive of these files."""
    tree = archives.folder(tmp_path / "held", held)
    tree.mkdir(exist_ok=True)
    audited(tree, house(), tmp_path / "out")
    return (tmp_path / "out" / "overview.html").read_text(encoding="utf-8")


def test_a_page_of_few_findings_counts_in_whole_numbers(house, tmp_path):
    page = page_of(HELD, house, tmp_path)

    assert 'class="error"><b>2' in page
    assert not re.search(r">0\.\d+</text>", page)


@pytest.mark.parametrize(
    ("held", "said"),
    [({}, "There are no texts in this archive"), ({"a.zh.txt": "佛山。".encode()}, "Nothing was found.")],
    ids=["empty", "good"],
)
def test_a_page_without_findings_says_why_and_shows_no_red(held, said, house, tmp_path):
    page = page_of(held, house, tmp_path)

    assert said in page
    assert 'class="error"><b>0' not in page


def test_bad_members_are_a_line_each_and_the_rest_goes_on(house, tmp_path, monkeypatch):
    monkeypatch.setattr(members, "FILE_MOST", 4000)
    held = {
        **HELD,
        "a.docx": b"PK\x03\x04 no",
        "empty.md": b"",
        "blank.txt": b" \n",
        "gbk.txt": "投资总额".encode("gbk"),
        "huge.md": b"x" * 5000,
        "note.ninjs.json": b"[]",
        "photo.jpg": b"x",
        "__MACOSX/b.md": b"x",
        ".hidden.md": b"x",
    }
    tree = archives.folder(tmp_path / "a", held)
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (tree / "out.md").symlink_to(tmp_path / "secret.md")
    (tree / "loop").symlink_to(tree, target_is_directory=True)
    answers, lines, audit = audited(tree, house(), tmp_path / "out")

    named = {line.split(":")[0] for line in lines}
    assert named == {"a.docx", "empty.md", "blank.txt", "gbk.txt", "huge.md", "note.ninjs.json", "out.md"}
    assert len(lines) == len(named)
    assert all("\n" not in line for line in lines)
    assert sum(answer.document["status"] == "checked" for answer in answers.values()) == COUNT
    assert audit.summary.others == {".jpg": 1}


def test_names_in_gbk_are_read_and_names_that_lead_out_are_not(house, tmp_path):
    zh, en = pair(4)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in (("新闻.中文.md", zh), ("新闻.英文.md", en), ("../x.md", zh)):
            archive.writestr(zipfile.ZipInfo(name.encode("gbk").decode("cp437")), text)
    (tmp_path / "a.zip").write_bytes(data.getvalue())
    answers, lines, _ = audited(unflagged(tmp_path / "a.zip"), house(), tmp_path / "out")

    assert list(answers) == ["新闻.中文.md + 新闻.英文.md"]
    assert rules(answers) == [["figure/scale"]]
    assert [line.split(":")[0] for line in lines] == ["../x.md"]


def unflagged(path: Path) -> Path:
    """A ZIP as old programs on Chinese Windows write it: names in GBK, no flag of UTF-8."""
    with zipfile.ZipFile(path) as archive:
        held = [(info.filename.encode("cp437"), archive.read(info)) for info in archive.infolist()]
    data = io.BytesIO()
    placeholders = [f"{number:03}".ljust(len(name), "_") for number, (name, _) in enumerate(held)]
    with zipfile.ZipFile(data, "w") as archive:
        for placeholder, (_, content) in zip(placeholders, held, strict=True):
            archive.writestr(placeholder, content)
    packed = data.getvalue()
    for placeholder, (name, _) in zip(placeholders, held, strict=True):
        packed = packed.replace(placeholder.encode(), name)
    path.write_bytes(packed)
    return path


def hostile_zip(path: Path) -> Path:
    """A good pair among members that lie, hide or blow up."""
    link = zipfile.ZipInfo("link.md")
    link.external_attr = 0o120777 << 16
    zh, en = pair(4)
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # that a name is there already is meant
        for name, text in (
            ("a.zh.md", zh), ("a.en.md", en), ("a.en.md", "Another."), ("bomb.md", "0" * 9_000_000),
            ("/etc/root.md", zh), ("C:drive.md", zh), ("locked.md", zh), ("torn.md", zh * 9),
        ):  # fmt: skip
            archive.writestr(name, text)
        archive.writestr(link, "/etc/passwd")
        places = {info.filename: info.header_offset for info in archive.infolist()}
    data = bytearray(path.read_bytes())
    data[places["torn.md"] + 60] ^= 0xFF
    data[data.rindex(b"locked.md") - 46 + 8] |= 1
    path.write_bytes(data)
    return path


def hostile_tar(path: Path) -> Path:
    """The same of a TAR."""
    path = archives.tarred(path, {"a.zh.md": pair(4)[0].encode(), "a.en.md": pair(4)[1].encode()})
    with tarfile.open(path, "a") as archive:
        for name, kind, target in (
            ("link.md", tarfile.SYMTYPE, "/etc/passwd"), ("hard.md", tarfile.LNKTYPE, "a.zh.md"),
            ("pipe.md", tarfile.FIFOTYPE, ""), ("disk.md", tarfile.BLKTYPE, ""),
            ("../up.md", tarfile.REGTYPE, ""), ("/etc/root.md", tarfile.REGTYPE, ""), ("a.en.md", tarfile.REGTYPE, ""),
        ):  # fmt: skip
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info, io.BytesIO())
    return path


@pytest.mark.parametrize(
    ("make", "name", "named"),
    [
        (hostile_zip, "a.zip", {"/etc/root.md", "C", "a.en.md", "bomb.md", "link.md", "locked.md", "torn.md"}),
        (hostile_tar, "a.tar", {"/etc/root.md", "../up.md", "a.en.md", "disk.md", "hard.md", "link.md", "pipe.md"}),
    ],
    ids=["ZIP", "TAR"],
)  # fmt: skip
def test_hostile_members_are_a_line_each_and_the_good_pair_is_checked(make, name, named, house, tmp_path):
    answers, lines, audit = audited(make(tmp_path / name), house(), tmp_path / "out")

    assert {line.split(":")[0] for line in lines} == named
    assert len(lines) == len(named) == audit.summary.faults
    assert answers["a.en.md + a.zh.md"].document["compared"]
    assert rules(answers).count(["figure/scale"]) == 1


@pytest.mark.skipif(os.name == "nt", reason="links and pipes as POSIX has them")
def test_what_cannot_be_read_in_a_folder_is_a_line_each(house, tmp_path, monkeypatch):
    tree = archives.folder(tmp_path / "a", HELD | {"closed.md": b"x"})
    (tree / "gone.md").symlink_to(tree / "nothing.md")
    os.mkfifo(tree / "pipe.md")
    real = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "closed.md":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    answers, lines, _ = audited(tree, house(), tmp_path / "out")

    assert sorted(line.split(":")[0] for line in lines) == ["closed.md", "gone.md", "pipe.md"]
    assert sum(answer.document["status"] == "checked" for answer in answers.values()) == COUNT


def test_rows_that_are_too_long_or_no_text_are_a_line_each(house, tmp_path, monkeypatch):
    monkeypatch.setattr("pressgen.audit.rows.ROW_MOST", 2000)
    path = archives.jsonl(
        tmp_path / "a.jsonl", [{"id": "1", "zh": "佛山。" * 900}, {"id": "2", "zh": "佛山。"}]
    )
    path.write_bytes(path.read_bytes() + b"[" * 1900 + b"\n" + b'{"zh": "\\ud83d"}\n' + b"\n")
    answers, lines, _ = audited(path, house(), tmp_path / "out")

    assert list(answers) == ["2"]
    assert [line.split(": ")[0] for line in lines] == ["a.jsonl:1", "a.jsonl:3", "a.jsonl:4"]


def test_a_parquet_file_that_is_none_or_torn_is_one_line(house, tmp_path):
    whole = archives.parquet(tmp_path / "whole.parquet", archives.rows(3)).read_bytes()
    for name, data in (("none", b"PAR1 no"), ("torn", whole[:-200]), ("empty", b"")):
        (tmp_path / f"{name}.parquet").write_bytes(data)
        with pytest.raises(FileError, match="cannot be read as Parquet") as raised:
            audited(tmp_path / f"{name}.parquet", house(), tmp_path / "out")
        assert "\n" not in raised.value.say("en")


def test_the_same_member_twice_is_checked_once(house, tmp_path):
    lines = [
        {"id": "1", "zh": "佛山。"},
        {"id": "1", "zh": "苏州。"},
        {"id": "2"},
        {"id": "3", "zh": 7, "en": ["x"]},
    ]
    path = archives.jsonl(tmp_path / "a.jsonl", lines)
    path.write_bytes(path.read_bytes() + b"{not json\n\xff\xfe\n")
    answers, faults, _ = audited(path, house(), tmp_path / "out")

    assert list(answers) == ["1"]
    assert len(faults) == 5
    assert any("appears twice" in fault for fault in faults)


def test_a_table_without_the_columns_is_one_line(house, tmp_path):
    path = archives.parquet(tmp_path / "a.parquet", [{"titel": "x", "inhalt": "y"}])

    with pytest.raises(FileError, match=r"no column zh, en or text \(there are: titel, inhalt\)"):
        audited(path, house(), tmp_path / "out")


def test_a_truncated_archive_says_so_and_what_came_before_is_checked(house, tmp_path):
    path = archives.tarred(tmp_path / "a.tar", HELD)
    path.write_bytes(path.read_bytes()[:4000])
    answers, lines, _ = audited(path, house(), tmp_path / "out")

    assert answers
    assert len(lines) == 1
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(FileError, match="damaged"):
        audited(tmp_path / "b.zip", house(), tmp_path / "out2")


def test_what_was_accepted_beside_a_text_is_no_finding_in_an_archive(house, tmp_path):
    name = next(name for name in sorted(HELD) if "story-00000.en" in name)
    wrong = re.search(r"worth (\S+ million yuan)", HELD[name].decode())[1]
    accepted = json.dumps([{"rule": "figure/scale", "text": wrong, "reason": "原文如此"}], ensure_ascii=False)
    held = {**HELD, f"{name.rpartition('/')[0]}/pressgen.accepted.yaml": accepted.encode()}
    for archive in (archives.zipped(tmp_path / "a.zip", held), archives.folder(tmp_path / "a", held)):
        answers, _, _ = audited(archive, house(), tmp_path / f"out-{archive.name}")
        assert rules(answers).count(["figure/scale"]) == 1


def test_an_error_of_our_own_names_the_document_and_leaves_it_out(house, tmp_path, monkeypatch):
    real = judge.judge

    def broken(release, *more):
        if "story-00002" in release.blocks[0].at.file:
            raise ZeroDivisionError
        return real(release, *more)

    monkeypatch.setattr(judge, "judge", broken)
    answers, lines, _ = audited(archives.folder(tmp_path / "a", HELD), house(), tmp_path / "out")

    assert len(answers) == COUNT
    assert len(lines) == 1
    assert "story-00002" in lines[0]
    assert "ZeroDivisionError" in lines[0]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot interrupt a process from within")
@pytest.mark.slow
def test_a_document_that_takes_too_long_is_left_out_and_tried_again_with_more_time(
    tree, house, tmp_path, monkeypatch
):
    real = alone.judged

    def slow(item, house):
        time.sleep(9 * ("story-00003" in item.key))
        return real(item, house)

    with monkeypatch.context() as patch:
        patch.setattr(alone, "judged", slow)
        _, lines, _ = audited(tree, house(), tmp_path, limit=1)
        assert ["longer than the time limit" in line for line in lines] == [True]
        assert audited(tree, house(), tmp_path, limit=1)[2].ready == COUNT
    _, lines, audit = audited(tree, house(), tmp_path, limit=30)
    assert (lines, audit.ready) == ([], COUNT - 1)


@pytest.mark.slow
def test_a_run_that_died_in_its_own_process_goes_on_in_others(tree, done, house, tmp_path, monkeypatch):
    def dead(*_):
        raise SystemExit

    monkeypatch.setattr(alone, "judged", dead)
    monkeypatch.setattr(alone.Alone, "close", lambda _: None)  # as a kill leaves it
    monkeypatch.setattr("pressgen.audit.run.os.cpu_count", lambda: 1)
    with pytest.raises(SystemExit):
        audited(tree, house(), tmp_path, jobs=None)
    audited(tree, house(), tmp_path, jobs=None)

    assert written(tmp_path) == written(done[1])


@pytest.mark.slow
def test_processes_give_the_bytes_of_one(tree, done, house, tmp_path):
    audited(tree, house(), tmp_path, jobs=2)

    assert written(tmp_path) == written(done[1])


def test_the_command_counts_lists_and_filters(tree, tmp_path, capsys):
    out = str(tmp_path / "out")

    assert run(["audit", str(tree), "-o", out], "en") == 1
    assert "5 documents and pairs, 2 with errors: 2 errors" in capsys.readouterr().err
    assert run(["audit", "show", out, "--rule", "figure/*", "--office", "商务局"], "en") == 0
    shown = capsys.readouterr().out
    assert shown.count("figure/scale") == 1
    assert "^^^" in shown
    assert run(["audit", "show", out, "--json", "--severity", "error", "--limit", "1"], "zh") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["rule"] == "figure/scale"
    assert "另有1处" in printed.err


PROGRESS = r"(\d+) of 5, [\d.]+ a second, \d+:\d\d:\d\d left"


def ticking(seconds: float):
    """A clock that is that much later whenever it is asked."""
    ticks = count(0.0, seconds)
    return SimpleNamespace(monotonic=lambda: next(ticks))


def test_where_nobody_watches_progress_is_a_line_a_minute(tree, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("pressgen.cli.audit.time", ticking(31))
    run(["audit", str(tree), "-o", str(tmp_path)], "en")

    assert re.findall(f"^{PROGRESS}$", capsys.readouterr().err, re.MULTILINE) == ["2", "4"]


def test_on_a_terminal_progress_is_one_line_that_goes_again(tree, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("pressgen.cli.audit.time", ticking(0.3))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    run(["audit", str(tree), "-o", str(tmp_path)], "en")
    shown = capsys.readouterr().err

    assert re.findall(rf"\r\x1b\[K{PROGRESS}(?=\r)", shown) == ["2", "4"]
    assert "\r\x1b[K5 documents" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.zip", "-o", "out"], "no such archive"),
        (["a.rar", "-o", "out"], "is no archive"),
        (["a.rar", "-o", "out", "--column", "zh"], "zh=NAME"),
        (["a.rar", "-o", "out", "--jobs", "0"], "'--jobs': 0 is not in the range x>=1"),
        (["a.rar", "-o", "out", "--jobs", "-1"], "'--jobs': -1 is not in the range x>=1"),
        (["a.rar", "-o", "out", "--jobs", "two"], "'--jobs': 'two' is not a valid integer"),
        (["show", "out"], "there are no results here"),
    ],
)
def test_what_cannot_be_audited_is_one_line(arguments, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.rar").write_bytes(b"Rar!")

    assert run(["audit", *arguments], "en") == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_no_more_processes_are_started_than_there_are_cores(tree, tmp_path, monkeypatch):
    asked = []

    def crew(*given):
        asked.append(given[2])
        raise UsageError("", "as many as are asked for")

    monkeypatch.setattr("pressgen.audit.run.Crew", crew)

    assert run(["audit", "run", str(tree), "-o", str(tmp_path), "--jobs", "9999999"], "en") == 2
    assert asked == [os.cpu_count()]


def test_a_ledger_that_is_none_is_one_line(tree, tmp_path, capsys):
    (tmp_path / ".audit").mkdir()
    (tmp_path / ".audit" / "ledger.sqlite").write_bytes(b"x" * 5000)

    assert run(["audit", str(tree), "-o", str(tmp_path)], "en") == 2
    assert "delete it and begin anew" in capsys.readouterr().err


@pytest.mark.parametrize("part", NAMES)
def test_a_worker_that_has_something_else_says_what(part, house):
    known = house()
    with pytest.raises(Refused) as refused:
        opened(known, fingerprint(known) | {part: "another"})

    assert refused.value.said.en.startswith(
        f"not the same as on the machine that asks: {NAMES[part].en}; if it was"
    )
    assert refused.value.said.zh.startswith(f"与主机上的不一致：{NAMES[part].zh}；如刚刚")


def test_every_name_of_a_column_is_its_own():
    names = [name.casefold() for names in COLUMNS.values() for name in names]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["audit.md", "audit.zh.md"])
def test_the_documented_fields_are_those_of_the_tables(name):
    page = (Path(__file__).parent.parent / "docs" / name).read_text(encoding="utf-8")
    listed = {
        name
        for row in csv.reader(page.splitlines(), delimiter="|")
        if len(row) > 3
        for name in re.findall("`(\\w+)`", row[1])
    }

    assert {*FINDINGS.names, *DOCUMENTS.names} <= listed
