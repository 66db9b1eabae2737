"""A stored comparison comes back as it was; a damaged or foreign file is as good as none."""

import hashlib
import pickle
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kwaicompare.compare import CompareOptions, compare_editions
from kwaicompare.model.comparison import Comparison, Edition
from kwaicompare.store import results
from kwaicompare.store.results import ResultStore, result_key


@pytest.fixture
def comparison(edition_of: Callable[..., Edition]) -> Comparison:
    a = edition_of("# 书\n\n## 渡口\n\n渡船每日六班，接待旅客7321人次。\n", "a.md")
    b = edition_of("# 书\n\n## 渡口\n\n渡船每日十班，接待旅客超1.4万人次。\n", "b.md")
    return compare_editions(a, b)


def test_what_was_stored_comes_back(tmp_path: Path, comparison: Comparison) -> None:
    store = ResultStore(tmp_path / "cache")
    assert store.load("k") is None
    store.save("k", comparison)
    assert store.load("k") == comparison
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["k.comparison"]


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: b"x" + data, lambda data: b"", bytes.swapcase])
def test_a_damaged_file_is_as_good_as_none(
    tmp_path: Path, comparison: Comparison, damage: Callable[[bytes], bytes]
) -> None:
    store = ResultStore(tmp_path)
    store.save("k", comparison)
    path = tmp_path / "k.comparison"
    path.write_bytes(damage(path.read_bytes()))
    assert store.load("k") is None
    assert not path.exists()


def test_foreign_values_are_refused(tmp_path: Path) -> None:
    payload = zlib.compress(pickle.dumps(Path("x")))
    data = results._MAGIC + hashlib.sha256(payload).digest() + payload
    (tmp_path / "k.comparison").write_bytes(data)
    assert ResultStore(tmp_path).load("k") is None


def test_the_oldest_go_first(tmp_path: Path, comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ResultStore(tmp_path)
    store.save("old", comparison)
    monkeypatch.setattr(results, "_MOST_BYTES", (tmp_path / "old.comparison").stat().st_size + 10)
    store.save("new", comparison)
    assert store.load("old") is None
    assert store.load("new") == comparison


def test_the_key_changes_with_everything_that_matters() -> None:
    keys = {
        result_key(("1", "2"), ("a", "b"), CompareOptions()),
        result_key(("1", "3"), ("a", "b"), CompareOptions()),
        result_key(("1", "2"), ("a", "c"), CompareOptions()),
        result_key(("1", "2"), ("a", "b"), None),
    }
    assert len(keys) == 4
    assert result_key(("1", "2"), ("a", "b"), CompareOptions()) in keys
