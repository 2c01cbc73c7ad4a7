"""Folders of text files, with front matter or a sidecar, and what a hostile folder may not do."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsledger.errors import ArticleInvalid, ArticleUnreadable, DataInvalid, ExtraMissing, NewsledgerError
from newsledger.reader import FileNotRead, read_articles

HEAD = "---\nid: {}\npublished: 2022-09-14\nsource: Daily Gazette\n---\n"
ROW = "file,id,published,source\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def test_front_matter_is_read_as_it_is_written(folder: Path) -> None:
    head = (
        "id: 007\npublished: 2022-09-14T01:00:00+04:00\nsource: No\ntitle: null\nurl:\ndesk: [a, {b: 1.0}]\n"
    )
    (folder / "a.md").write_text(f"---\n{head}---\n\n# Heading\n\nShells fell.\n\n")
    (article,) = read_articles([folder], on_problem=lambda _: None)
    assert (article.id, article.source, article.title, article.url) == ("007", "No", "", "")
    assert article.published_time == "2022-09-14T01:00:00+04:00"
    assert article.text == "# Heading\n\nShells fell."
    assert article.extra == {"desk": ["a", {"b": "1.0"}]}
    assert article.file == str(folder / "a.md")


def test_files_come_in_the_order_of_their_paths(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("c.md", "b/x.txt", "a.txt", "B.md"):
        (folder / name).write_text(HEAD.format(name) + "Text")
    articles = read_articles([folder])
    assert [a.id for a in articles] == ["B.md", "a.txt", "c.md", "b/x.txt"]


def test_windows_line_ends_in_front_matter(folder: Path) -> None:
    (folder / "a.txt").write_bytes(
        b"\xef\xbb\xbf" + (HEAD.format("a") + "One\ntwo").replace("\n", "\r\n").encode()
    )
    (article,) = read_articles([folder])
    assert article.text == "One\ntwo"


def test_a_sidecar_gives_what_the_files_lack(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text("Shells fell.")
    (folder / "b.md").write_text("---\ntitle: Border\nid: b\n---\nShells fell again.")
    (folder / "articles.csv").write_text(
        ROW + "b.md,b,2022-09-15,Daily Gazette\nsub/a.txt,a,2022-09-14,Daily Gazette\n"
    )
    b, a = read_articles([folder])
    assert (a.id, a.text, a.published.isoformat(), a.extra) == ("a", "Shells fell.", "2022-09-14", {})
    assert (b.id, b.title, b.text) == ("b", "Border", "Shells fell again.")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("/etc/passwd,x,2022-09-14,s", "is an absolute path, got '/etc/passwd'"),
        ("C:\\a.txt,x,2022-09-14,s", "is an absolute path, got 'C:\\a.txt'"),
        ("../secret.txt,x,2022-09-14,s", "leaves the folder, got '../secret.txt'"),
        ("a/../../secret.txt,x,2022-09-14,s", "leaves the folder, got 'a/../../secret.txt'"),
        ("none.txt,x,2022-09-14,s", "names no file, got 'none.txt'"),
        ("link.txt,x,2022-09-14,s", "leaves the folder, got 'link.txt'"),
        ("data.pdf,x,2022-09-14,s", "ends in '.pdf', got 'data.pdf'"),
        (",x,2022-09-14,s", "is missing"),
        ("a.txt,y,2022-09-14,s", "stands a second time, first on line 2, got 'a.txt'"),
    ],
)
def test_a_sidecar_names_only_files_of_its_folder(row: str, message: str, folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("Secret.")
    (folder / "a.txt").write_text("Shells fell.")
    (folder / "data.pdf").write_text("x")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    sidecar = folder / "articles.csv"
    sidecar.write_text(f"{ROW}a.txt,a,2022-09-14,s\n{row}\n")
    with pytest.raises(ArticleInvalid) as caught:
        read_articles([folder])
    assert (
        str(caught.value) == f"{sidecar}:3: file: {message}; expected the path of a text file in the folder"
    )


def test_a_sidecar_and_front_matter_must_agree(folder: Path) -> None:
    (folder / "a.md").write_text(HEAD.format("a") + "Text")
    (folder / "articles.csv").write_text(f"{ROW}a.md,a,2022-09-14,Other Paper\n")
    with pytest.raises(ArticleInvalid) as caught:
        read_articles([folder])
    assert str(caught.value) == (
        f"{folder}/a.md:4: source: differs from the sidecar, got 'Daily Gazette'; "
        "expected 'Other Paper' as in the sidecar"
    )


def test_a_file_that_nothing_describes_is_an_error(folder: Path) -> None:
    (folder / "a.txt").write_text("Shells fell.")
    with pytest.raises(ArticleInvalid) as caught:
        read_articles([folder])
    assert str(caught.value) == f"{folder}/a.txt:1: id, published, source: are missing"


def test_a_readme_and_hidden_files_are_no_articles(folder: Path) -> None:
    (folder / "README.md").write_text("About this folder.")
    (folder / ".hidden.txt").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("x")
    (folder / "a.txt").write_text(HEAD.format("a") + "Text")
    assert [a.id for a in read_articles([folder])] == ["a"]


def test_a_folder_may_hold_record_files_too(folder: Path) -> None:
    (folder / "b.jsonl").write_text('{"id": "b", "text": "x", "published": "2022-09-14", "source": "s"}')
    (folder / "articles.csv").write_text("id,text,published,source\nc,x,2022-09-14,s\n")
    (folder / "d.txt").write_text(HEAD.format("d") + "Text")
    assert [a.id for a in read_articles([folder])] == ["c", "b", "d"]


def test_other_kinds_of_files_are_named_once(folder: Path) -> None:
    told: list[NewsledgerError] = []
    for name in ("a.pdf", "b.pdf", "c.docx"):
        (folder / name).write_text("x")
    (folder / "a.txt").write_text(HEAD.format("a") + "Text")
    assert len(read_articles([folder], on_problem=told.append)) == 1
    assert [(type(t), t.file, t.message) for t in told] == [
        (FileNotRead, f"{folder}/a.pdf", "files that end in '.pdf' are not read"),
        (FileNotRead, f"{folder}/c.docx", "files that end in '.docx' are not read"),
    ]


@pytest.mark.parametrize("kind", ["file", "folder", "loop", "dangling"])
def test_links_that_leave_the_folder_are_refused(kind: str, folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text(HEAD.format("a") + "Text")
    link = folder / "link.txt"
    target = {"file": outside / "a.txt", "folder": outside, "loop": link, "dangling": outside / "none"}[kind]
    link.symlink_to(target)
    with pytest.raises(ArticleUnreadable) as caught:
        read_articles([folder])
    assert str(caught.value) == (
        f"{link}: is a symbolic link that leaves the folder or leads nowhere; expected a file in the folder"
    )


def test_a_link_inside_the_folder_to_a_folder_is_not_followed(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(HEAD.format("a") + "Text")
    (folder / "again").symlink_to(folder)
    assert [a.id for a in read_articles([folder])] == ["a"]


def test_keep_going_in_a_folder(folder: Path) -> None:
    told: list[NewsledgerError] = []
    (folder / "a.txt").write_text("no front matter")
    (folder / "b.txt").write_bytes(b"\xff\xfe")
    (folder / "c.txt").write_text("")
    (folder / "d.txt").write_text(HEAD.format("d") + "Text")
    (folder / "articles.csv").write_text(f"{ROW}none.txt,x,2022-09-14,s\n")
    assert [a.id for a in read_articles([folder], keep_going=True, on_problem=told.append)] == ["d"]
    assert [Path(str(t.file)).name for t in told] == ["articles.csv", "a.txt", "b.txt", "c.txt"]
    assert all(isinstance(t, DataInvalid) for t in told)


def test_html_without_the_extra_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (folder / "a.html").write_text("<p>Shells fell.</p>")
    (folder / "articles.csv").write_text(f"{ROW}a.html,a,2022-09-14,s\n")
    with pytest.raises(ExtraMissing) as caught:
        read_articles([folder])
    assert str(caught.value) == (
        f"{folder}/a.html: reading HTML needs trafilatura: pip install 'newsledger[html]' "
        "(import of trafilatura halted; None in sys.modules)"
    )
    assert caught.value.exit_code == 2


PAGE = """<!doctype html><html><head><title>Shelling on the border</title><script>alert("no")</script></head>
<body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Shelling on the border</h1>
<p>Shells fell on the village of Sotk on Tuesday night, and two houses burned down, the
district's governor said.</p>
<p>Nobody was hurt, he told the paper, because the families had left their homes
the evening before the attack.</p>
</article><footer>Contact us. All rights reserved.</footer></body></html>"""


def test_html_gives_the_text_of_its_article(folder: Path) -> None:
    pytest.importorskip("trafilatura")
    (folder / "a.html").write_text(PAGE)
    (folder / "articles.csv").write_text(f"{ROW}a.html,a,2022-09-14,s\n")
    (article,) = read_articles([folder])
    assert "Shells fell on the village of Sotk on Tuesday night" in article.text
    assert "Nobody was hurt" in article.text
    assert "alert" not in article.text
    assert "All rights reserved" not in article.text
    assert article.title == "Shelling on the border"


def test_html_that_breaks_its_parser_is_unreadable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("no root")

    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=fail, extract_metadata=fail))
    (folder / "a.html").write_text("<p>Shells fell.</p>")
    (folder / "articles.csv").write_text(f"{ROW}a.html,a,2022-09-14,s\n")
    with pytest.raises(ArticleUnreadable) as caught:
        read_articles([folder])
    assert str(caught.value) == (
        f"{folder}/a.html: the page cannot be taken apart: no root; expected an HTML page"
    )


def test_html_without_an_article_is_unreadable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> None:
        return None

    monkeypatch.setitem(
        sys.modules, "trafilatura", SimpleNamespace(extract=nothing, extract_metadata=nothing)
    )
    (folder / "a.html").write_text("<p></p>")
    (folder / "articles.csv").write_text(f"{ROW}a.html,a,2022-09-14,s\n")
    with pytest.raises(ArticleUnreadable) as caught:
        read_articles([folder])
    assert (
        str(caught.value) == f"{folder}/a.html: no article is found in the page; expected text in paragraphs"
    )
