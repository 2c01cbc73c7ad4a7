"""What is written replaces neither a release, nor what is read, nor a file that nobody named."""

import os
from pathlib import Path

import pytest

from newsledger.errors import InTheWay, ReleaseExists, UsageError
from newsledger.pipeline.as_of import write_as_of
from newsledger.pipeline.export import export
from newsledger.pipeline.migrated import migrate_file
from newsledger.pipeline.put import check_target, new_folder, put_coded
from newsledger.pipeline.tables import coded_tables
from newsledger.pipeline.writable import check_apart, check_file
from newsledger.publish.release import publish_release
from tests.publish.datasets import recipe
from tests.publish.sample import sample_frames

TAKEN = ["data/events.csv", "data/new.csv", "parquet/x.parquet", "new.csv"]


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class TestFile:
    def test_a_regular_file_that_is_named_is_replaced(self, release: Path, tmp_path: Path) -> None:
        (tmp_path / "x.csv").write_text("old", "utf-8")
        export(release, "ucdp", tmp_path / "x.csv")
        assert (tmp_path / "x.csv").read_text("utf-8") != "old"

    def test_a_device_or_pipe_stays_what_it_is(self, release: Path, tmp_path: Path) -> None:
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no pipes with names")
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(UsageError, match="is no regular file"):
            export(release, "ucdp", pipe)
        assert pipe.is_fifo()

    @pytest.mark.parametrize("to", ["there", "nowhere"])
    def test_a_link_stays_a_link(self, release: Path, tmp_path: Path, to: str) -> None:
        (tmp_path / "there").write_text("T", "utf-8")
        (tmp_path / "link").symlink_to(tmp_path / to)
        with pytest.raises(UsageError, match="is a symbolic link"):
            export(release, "ucdp", tmp_path / "link")
        assert (tmp_path / "link").is_symlink()
        assert sorted(p.name for p in tmp_path.iterdir()) == ["link", "there"]

    @pytest.mark.parametrize("name", TAKEN)
    @pytest.mark.parametrize("lost", ["", "SHA256SUMS", "datapackage.json"])
    def test_nothing_is_written_into_a_release_damaged_or_not(self, copy: Path, name: str, lost: str) -> None:
        if lost:
            (copy / lost).unlink()
        with pytest.raises(ReleaseExists, match="lies in a published release"):
            check_file(copy / name)

    def test_nor_by_a_link_to_a_folder_of_it(self, copy: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(copy / "data", target_is_directory=True)
        with pytest.raises(ReleaseExists):
            export(copy, "ucdp", tmp_path / "link" / "x.csv")

    @pytest.mark.parametrize("name", ["index.json", "index.html", "2022.9.0.zip"])
    def test_what_lies_beside_the_releases_stays(self, copy: Path, name: str) -> None:
        before = contents(copy.parent)
        with pytest.raises(ReleaseExists, match="belongs to the published releases"):
            export(copy, "sqlite", copy.parent / name)
        assert contents(copy.parent) == before
        check_file(copy.parent / "notes.csv")

    def test_migrating_writes_into_no_release_either(self, copy: Path) -> None:
        with pytest.raises(ReleaseExists):
            migrate_file(copy / "data/events.csv", copy / "data/events.csv", "events", "0.1.0", "0.1.0")


class TestLicence:
    def test_one_of_an_earlier_export_is_replaced(self, release: Path, tmp_path: Path) -> None:
        export(release, "ucdp", tmp_path / "x.csv")
        told = (tmp_path / "x.csv.license").read_bytes()
        export(release, "hxl", tmp_path / "x.csv")
        assert (tmp_path / "x.csv.license").read_bytes() == told

    @pytest.mark.parametrize(
        "text", ["PRECIOUS", "", "SPDX-License-Identifier: CC0-1.0\n", "x, version two\n"]
    )
    def test_another_file_of_its_name_stays_and_nothing_is_written(
        self, release: Path, tmp_path: Path, text: str
    ) -> None:
        (tmp_path / "x.csv.license").write_text(text, "utf-8")
        with pytest.raises(InTheWay):
            export(release, "ucdp", tmp_path / "x.csv")
        assert contents(tmp_path) == {"x.csv.license": text.encode()}

    def test_layouts_that_hold_their_licence_leave_it_alone(self, release: Path, tmp_path: Path) -> None:
        (tmp_path / "x.license").write_text("PRECIOUS", "utf-8")
        export(release, "geojson", tmp_path / "x")
        assert (tmp_path / "x.license").read_text("utf-8") == "PRECIOUS"


class TestFolder:
    def test_an_earlier_run_is_replaced_and_foreign_tables_are_not(self, tmp_path: Path) -> None:
        for _ in range(2):
            check_target(tmp_path / "coded")
            put_coded(coded_tables([]), tmp_path / "coded")
        for name in ("reports.csv", "coder.json"):
            (tmp_path / name).write_text("MINE", "utf-8")
            with pytest.raises(InTheWay) as caught:
                put_coded(coded_tables([]), tmp_path)
            assert caught.value.file == str(tmp_path / name)
            (tmp_path / name).unlink()
        assert [p.name for p in tmp_path.iterdir()] == ["coded"]

    def test_the_events_of_an_older_release_replace_no_foreign_table(self, tmp_path: Path) -> None:
        root = tmp_path / "r"
        publish_release(sample_frames(), recipe(tmp_path / "d"), root=root)
        for _ in range(2):
            write_as_of(root, "2022.9.0", tmp_path / "old")
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "events.parquet").write_bytes(b"MINE")
        with pytest.raises(InTheWay):
            write_as_of(root, "2022.9.0", tmp_path / "mine")
        assert contents(tmp_path / "mine") == {"events.parquet": b"MINE"}
        before = contents(root)
        for folder in (root / "2022.9.0" / "data", root / "2022.9.0"):
            with pytest.raises(ReleaseExists):
                write_as_of(root, "2022.9.0", folder)
        assert contents(root) == before

    def test_no_folder_is_made_in_a_release(self, copy: Path) -> None:
        with pytest.raises(ReleaseExists), new_folder(copy / "new"):
            pass
        assert not (copy / "new").exists()


class TestApart:
    @pytest.mark.parametrize(
        "out", ["articles", "articles/x.csv", "articles/deep/x.csv", "a.csv", "articles/../a.csv"]
    )
    def test_what_is_read_is_not_written_into(self, tmp_path: Path, out: str) -> None:
        (tmp_path / "articles" / "deep").mkdir(parents=True)
        (tmp_path / "a.csv").write_text("id,text\n", "utf-8")
        with pytest.raises(UsageError, match="would be written into what is read"):
            check_apart(tmp_path / out, [tmp_path / "articles", tmp_path / "a.csv"])

    def test_nor_replaced_by_a_file_of_a_folder(self, tmp_path: Path) -> None:
        articles = tmp_path / "reports.csv"
        articles.write_text("id,text\n", "utf-8")
        with pytest.raises(UsageError, match="would replace what is read"):
            check_target(tmp_path, [articles])

    def test_a_place_beside_is_fine(self, tmp_path: Path) -> None:
        (tmp_path / "articles").mkdir()
        for out in ("articles.csv", "articles2", "coded"):
            check_apart(tmp_path / out, [tmp_path / "articles"])
