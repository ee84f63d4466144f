"""In Chinese from end to end: help, usage errors, faults, labels; no English sentence among them."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

import click
import jinja2
import pytest

from pressgen.cli.help import chosen_word, in_chinese, metavars
from pressgen.cli.main import COMMANDS, commands
from pressgen.complaints import complaint
from pressgen.drafting.template_faults import syntax_fault
from pressgen.errors import Place
from pressgen.figures.figure import Kind, Modifier
from tests.conftest import BRIEF, ROOT
from tests.desk import run
from tests.grids import rows, some
from tests.reference import help_of

ZH = {"PRESSGEN_UI": "zh"}
HAN = re.compile("[\u4e00-\u9fff]")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z'’]+,? ){3,}[a-z'’]+")
"""Four English words in a row; commands, options and file names are no sentence."""


def every_command() -> Iterator[tuple[str, click.Command]]:
    waiting = [("pressgen", commands)]
    while waiting:
        path, command = waiting.pop()
        yield path, command
        if isinstance(command, click.Group):
            names = COMMANDS if command is commands else command.commands
            waiting += [
                (f"{path} {name}", command.get_command(click.Context(command), name)) for name in names
            ]


ALL = sorted(every_command(), key=lambda pair: pair[0])


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_help_of_every_command_and_option_is_chinese_alone(path, command):
    text = help_of(command, path, "zh")
    examples = re.compile(r"^  (?:pressgen|echo) .*$", re.MULTILINE)

    assert SENTENCE.findall(examples.sub("", text.replace(path, ""))) == []
    assert text.startswith(f"用法：{path}")
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [
        option.opts for option in options if not HAN.search(option.help or "") and option.name != "version"
    ] == []


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_help_of_every_command_and_option_is_english_alone(path, command):
    said = re.sub(r"^  (?:pressgen|echo) .*$", "", help_of(command, path, "en"), flags=re.MULTILINE)

    assert HAN.findall(said) == []
    assert said.startswith("Usage: ")


def test_pressgen_by_itself_shows_its_help_and_is_no_fault(tmp_path):
    for arguments in ([], ["glossary"], ["rates"]):
        done = run(*arguments, cwd=tmp_path, env=ZH)
        assert (done.returncode, done.stdout[:3], done.stderr) == (0, "用法：", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["drft"], "没有命令drft；是否为draft？"),
        (["zzzz"], "没有命令zzzz；都有什么见pressgen --help"),
        (["glossary", "serch"], "没有命令serch"),
        (["draft"], "缺少参数：事实文件"),
        (["schema"], "缺少参数：稿件类型"),
        (["check", "--housee", "x"], "没有选项--housee；是否为--house？"),
        (
            ["draft", "e.yaml", "--bilingual", "beside"],
            "--bilingual：“beside”不在可选值之内：side-by-side/左右对照、",
        ),
        (["draft", "e.yaml", "--out"], "选项--out后面要写值"),
        (["check", "--fix=yes", "a.md"], "选项--fix后面不写值"),
        (["houses", "more"], "多出来的参数：more"),
        (["read"], "缺少参数：文件"),
        (["new", "招商会议材料"], "没有稿件类型招商会议材料；可用：任免与机构设立、"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_said_in_chinese(tmp_path, arguments, said):
    done = run(*arguments, cwd=tmp_path, env=ZH)

    assert done.returncode == 2
    assert said in done.stderr
    assert SENTENCE.findall(done.stderr) == []
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "shown"),
    rows(
        [
            (["check", "t.md", "--report", "网页"], "<html"),
            (["read", "t.md", "--format", "文字"], "正文"),
            (["figures", "t.md", "--lang", "中文"], "2405.72亿元"),
            (["draft", "e.yaml", "--lang", "英文", "--format", "网页，md"], "brief.en.html"),
            (["draft", "e.yaml", "--bilingual", "左右对照"], "brief.bilingual.docx"),
        ]
    ),
)
def test_words_to_choose_may_be_written_in_chinese(tmp_path, arguments, shown):
    (tmp_path / "t.md").write_text("总额超2405.72亿元，增长约25.48%。\n", encoding="utf-8")
    (tmp_path / "e.yaml").write_text(BRIEF, encoding="utf-8")
    done = run(*arguments, cwd=tmp_path, env=ZH)

    assert (done.returncode, done.stderr) == (0, "")
    assert shown in done.stdout


def test_every_word_to_choose_that_is_no_name_of_a_format_has_its_chinese():
    options = [
        option for _, command in ALL for option in command.params if isinstance(option.type, click.Choice)
    ]
    words = {word for option in options for word in option.type.choices}

    assert {
        word for word in words if chosen_word(metavars(f"[{word}|x]", "zh")[1:-3].split("/")[-1]) != word
    } == set()
    assert {word for word in words if not HAN.search(metavars(f"[{word}|x]", "zh"))} == NAMED_ALIKE


NAMED_ALIKE = {"json", "sarif", "github", "junit", "md", "v2", "v3", "dct"}
"""Words to choose that Chinese writes as English does."""


@pytest.mark.parametrize(
    "message",
    [
        "Invalid value for '--jobs': 'x' is not a valid integer range.",
        "Invalid value for '--limit': -1 is not in the range x>=0.",
        "Missing option '--out' / '-o'.",
        "Got unexpected extra arguments (a b)",
        "No such option: -z",
        "No such option '--o'. (Did you mean one of: '--on', '--out'?)",
    ],
)
def test_each_complaint_of_clicks_has_its_chinese(message):
    assert HAN.search(in_chinese(message))
    assert SENTENCE.findall(in_chinese(message)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n\tb: 2\n", ":2:1: 这一行用制表符"),
        ("a: 1\nb：2\nc: 3\n", ":2:2: 字段名后面是全角冒号"),
        ("a:　1\nb: 2\n", ":1:3: 这里是全角空格"),
        ("a: 1\n　b: 2\n", ":2:1: 这里是全角空格"),
        ("a: 1\nb:绍兴\nc: 2\n", ":2:2: 冒号后面少了一个空格"),
        ("a: {zh: “甲”，en: A}\n", "1:12: 花括号里用了全角标点"),
        ("a: {zh：甲, en: A}\n", ":1:5: 字段名后面是全角冒号"),
        ('a: "甲\nb: 1\n', ":1:4: 这个引号没有配对"),
        ("a: [甲, 乙\nb: 1\n", ":1:4: 这个方括号没有配对"),
        ("a: %5\n", ":1:4: 以%、@"),
        ("a: @甲\n", ":1:4: 以%、@"),
        ("a: *甲\n", ":1:4: 以%、@"),
        ("a: 'Yan'an opens'\nb: 1\n", ":1:8: 单引号里的撇号"),
        ("a: {zh: 延安, en: 'Yan'an opens'}\n", ":1:21: 单引号里的撇号"),
        (
            "a: 1\n  b: 2\n",
            ":2:4: 此处的冒号无法理解；文字中有“: ”时请把整段加引号，字段前多了空格时请与上面对齐",
        ),
        ("a:\n   b: 1\n  c: 2\n", ":3:3: 缩进与上面的字段不一致"),
        ("a: {b: {color: #1A2B3C}}\nc: 1\n", ":1:16: 空格加#会使后面的内容成为注释"),
        ("a: {b: 1\nc: 2\n", ":1:4: 这个花括号没有关上"),
        ("a: {\n  b: 1\n  c: 2\n}\n", "花括号里少了逗号"),
        ("a: {color: #1A2B3C}", ":1:12: 空格加#会使后面的内容成为注释"),
        ("a:\n- 1\nb\n", "这一行不是“字段: 值”"),
        ('a: "C:\\q"\n', "双引号里的反斜杠"),
    ],
)
def test_a_fault_of_yaml_says_its_line_and_what_to_do(tmp_path, text, said):
    (tmp_path / "e.yaml").write_text(text, encoding="utf-8")
    done = run("draft", "e.yaml", cwd=tmp_path, env=ZH)

    assert done.returncode == 2
    assert said in done.stderr
    assert SENTENCE.findall(done.stderr) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["figures", "t.md"], "金额"), (["glossary", "stats"], "zh 首选"), (["glossary", "search", "高新区"], "术语"),
        (["read", "t.md"], "正文"), (["convert", "3亿元", "--on", "2023-07-14"], "2023-07-14"),
    ],
)  # fmt: skip
def test_what_is_listed_is_labelled_in_chinese(tmp_path, arguments, said):
    (tmp_path / "t.md").write_text("总额超2405.72亿元，增长约25.48%。\n", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path, env=ZH)

    assert said in done.stdout
    words = {word for name in (Kind, Modifier) for word in name.__args__ if word} | {
        "preferred",
        "admitted",
        "lead",
    }
    assert [word for word in words if re.search(rf"^ *\S* *{word}\b", done.stdout, re.MULTILINE)] == []


def pairs(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Neighbours among a call's arguments or in a tuple, both text, the first Chinese or the second a sentence."""
    for node in ast.walk(tree):
        row = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        texts = [
            one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in row
        ]
        for zh, en in pairwise(texts):
            if zh and en and HAN.search(zh) and SENTENCE.search(en):
                yield node.lineno, zh, en


@pytest.mark.slow
def test_every_message_stands_in_both_languages():
    mixed = []
    for path in sorted((ROOT / "pressgen").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for line, zh, _ in pairs(ast.parse(source)) if HAN.search(source) else ():
            if SENTENCE.search(zh):
                mixed.append(f"{path.relative_to(ROOT)}:{line}: {zh}")

    assert mixed == []


WRONG = [
    "", "drft", "draft", "draft nofile.yaml", "draft broken.yaml", "draft broken.yaml --format pdf",
    "draft broken.yaml --lang fr", "draft broken.yaml --bilingual sideways", "draft broken.yaml --rate abc",
    "draft broken.yaml --outt x", "check", "check broken.docx", "check nofile.md", "check t.md --report pdf",
    "check t.md --on tomorrow", "check t.md --review", "check .", "check empty", "figures nofile",
    "figures t.md --lang fr", "convert", "convert 佛山", "convert 3亿元 --to XXX", "convert 3亿元 --on 2023-13-01",
    "convert 3亿元 --rate 0", "read nofile.docx", "read broken.docx", "read t.md --format pdf", "glossary serch",
    "glossary search", "glossary search 不存在的", "glossary add 甲", "glossary check g.csv",
    "glossary check nofile.csv", "glossary import broken.docx", "glossary export a.pdf", "glossary propose",
    "glossary propose abc", "glossary propose 甲 --kind nope", "glossary stats nofile", "rates show",
    "rates show someday", "rates show 1990-01-01", "rates import t.md", "new", "new nope", "new 招商推介 -o x.docx",
    "new 招商推介 --kinds share", "types extra", "houses --x", "schema nope", "statements nope",
    "statements --type nope", "init", "init a --city Nowhere", "init .", "audit nofile.zip -o o",
    "audit show nodir", "lsp --x", "mcp --x", "--ui fr",
]  # fmt: skip
"""What somebody may type amiss, at every command there is."""


@pytest.mark.parametrize("line", some(WRONG))
def test_what_is_said_of_a_wrong_command_line_is_chinese(line, tmp_path):
    (tmp_path / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    (tmp_path / "broken.docx").write_text("no word", encoding="utf-8")
    (tmp_path / "g.csv").write_text('zh,en\n"a,b\n', encoding="utf-8")
    (tmp_path / "t.md").write_text("佛山\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = run(*line.split(), cwd=tmp_path, env=ZH)
    said = done.stdout + done.stderr

    assert done.returncode == (0 if not line else 1 if line in FOUND_NOTHING else 2)
    assert "Traceback" not in said
    assert [row for row in said.splitlines() if SENTENCE.search(row)] == []
    assert [row for row in done.stderr.splitlines() if not HAN.search(row)] == []


FOUND_NOTHING = {"glossary search 不存在的", "glossary propose abc"}


def test_every_command_is_among_those_typed_amiss():
    assert {line.split()[0] for line in WRONG if line} >= set(COMMANDS) - {"desk"}


@pytest.mark.parametrize(
    ("error", "zh"),
    [
        (OSError(2, "No such file or directory"), "没有这个文件或文件夹"),
        (OSError(28, "No space left on device"), "磁盘已满"),
        (OSError(99999, "Unknown error"), "系统错误99999"),
        (ValueError("Expecting ',' delimiter: line 2 column 5 (char 9)"), "这里缺少逗号，第2行第5列"),
        (ValueError("Invalid value (at line 3, column 8)"), "值写法有误；文字要加引号，第3行第8列"),
        (ValueError("mismatched tag: line 1, column 4"), "标签没有配对，第1行第4列"),
        (KeyError("there is no item named {x} in the archive"), "KeyError"),
    ],
)
def test_what_the_system_and_readers_complain_of_is_said_in_chinese(error, zh):
    assert complaint(error).say("zh") == zh
    assert not HAN.search(complaint(error).say("en"))


COMPLAINTS = [
    "{% block a %}", "{% if a %}x", "{% endfor %}", "{% nonsense %}", "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{{ a b }}", "{{ a | }}", "{{ }}", "{% if %}x{% endif %}", "{{ a ", "{# open", "{% raw %}x", "{{ a | attt }}", "{{ a is nope }}",
    "{{ $ }}", "{% for x %}{% endfor %}", "{{ (a }}", "{% if a %}{% endblock %}",
]  # fmt: skip


@pytest.mark.parametrize("text", COMPLAINTS)
def test_what_is_wrong_with_the_writing_of_a_template_is_said_in_chinese(text):
    environment = jinja2.Environment(autoescape=True)
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        environment.from_string(text)
    fault = syntax_fault(caught.value, Place("en.j2", 1), environment.filters, environment.tests)
    said = re.sub(r"可用：.*", "", fault.say("zh"))

    assert re.search("[\u4e00-\u9fff]", said)
    assert re.findall(r"[A-Za-z]{3,} [A-Za-z]{3,}", re.sub(r"{%.*?%}", "", said)) == []
    assert "{{" not in fault.say("zh") or "成对" in fault.say("zh") or "没有写完" in fault.say("zh")


def test_a_file_where_a_folder_should_be_is_called_that(tmp_path):
    (tmp_path / "out").write_text("x", encoding="utf-8")
    done = run("new", "festival", "-o", tmp_path / "out" / "a.yaml", cwd=tmp_path, env=ZH)

    assert (done.returncode, "这是文件，不是文件夹" in done.stderr) == (2, True)
