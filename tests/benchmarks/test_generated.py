"""The generated reports are what the benchmark says they are."""

from tests.benchmarks.generated import pair


def test_pair_has_the_size_and_is_a_revision() -> None:
    old, new = pair(100_000, seed=3)
    assert 0.9 < len(old.encode()) / 100_000 < 1.2
    assert 0.9 < len(new.encode()) / len(old.encode()) < 1.2
    kept = set(old.split("。")) & set(new.split("。"))
    assert 0.5 < len(kept) / len(set(old.split("。"))) < 0.95


def test_same_seed_gives_the_same_pair() -> None:
    assert pair(20_000, seed=3) == pair(20_000, seed=3)
    assert pair(20_000, seed=3) != pair(20_000, seed=4)
