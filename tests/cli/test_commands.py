"""Every command answers in the JSON and with the exit status the contract fixes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Kwai = Callable[..., Any]
Pair = tuple[Path, Path]


def test_text_is_the_file_itself_without_bom_and_carriage_returns(kwai: Kwai, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff第一行\r\n第二行 𠮷\r".encode())
    assert kwai("text", path).out == "第一行\n第二行 𠮷\n"


def test_outline_lists_sections_with_offsets_into_the_text(kwai: Kwai, pair: Pair) -> None:
    run = kwai("outline", pair[0], "--json")
    text = kwai("text", pair[0]).out
    assert run.status == 0
    assert [section["title"] for section in run.json["sections"]] == ["渡口", "茶园", "陶艺"]
    assert all(text[s["start"] : s["end"]].startswith(f"## {s['title']}") for s in run.json["sections"])
    assert {"path", "title", "edition", "language", "encoding", "chars", "sha256"} <= run.json["document"].keys()
    assert run.json["document"]["chars"] == len(text)


def test_align_names_pairs_dropped_and_new(kwai: Kwai, pair: Pair) -> None:
    result = kwai("align", *pair, "--json").json
    titles = [
        {section["id"]: section["title"] for section in kwai("outline", path, "--json").json["sections"]}
        for path in pair
    ]
    assert {(titles[0][p["a"]], titles[1][p["b"]]) for p in result["pairs"]} == {("渡口", "渡口"), ("茶园", "茶园")}
    assert [titles[0][name] for name in result["dropped"]] == ["陶艺"]
    assert [titles[1][name] for name in result["new"]] == ["气象"]
    for found in result["pairs"]:
        assert found["relation"] in ("same", "edited", "rewritten")
        assert 0 <= found["score"] <= 1
        assert found["why"]
    assert sum(found["moved"] for found in result["pairs"]) == 1


def test_diff_covers_both_texts_once(kwai: Kwai, pair: Pair) -> None:
    passages = kwai("diff", *pair, "--json").json["passages"]
    for side, path in zip("ab", pair, strict=True):
        text = path.read_text(encoding="utf-8")
        seen = [0] * len(text)
        for passage in passages:
            for place in range(*(passage[side] or (0, 0))):
                seen[place] += 1
        assert all(n == 1 for n, character in zip(seen, text, strict=True) if not character.isspace())
    relations = {passage["relation"] for passage in passages}
    assert relations <= {"same", "edited", "moved", "moved-edited", "dropped", "new"}
    assert {"new", "dropped"} <= relations


def test_diff_hides_what_it_is_told_to_and_says_how_much(kwai: Kwai, tmp_path: Path) -> None:
    paths = tmp_path / "a.txt", tmp_path / "b.txt"
    paths[0].write_text("二〇二二年，圖書館有３层。", encoding="utf-8")
    paths[1].write_text("2022年，图书馆有3层。", encoding="utf-8")
    found = kwai("diff", *paths, "--ignore", "width,script,numbers", "--json").json
    assert (found["lenses"], found["ignored"]) == (
        ["width", "script", "numbers"],
        {"width": 1, "script": 1, "numbers": 1},
    )
    assert [passage["relation"] for passage in found["passages"]] == ["same"]
    assert {"op": "equal", "a": [0, 4], "b": [0, 4], "ignored": True, "lenses": ["numbers"]} in found["passages"][0][
        "edits"
    ]
    plain = kwai("diff", *paths, "--ignore", "none", "--json").json
    assert (plain["lenses"], plain["ignored"]) == ([], {})
    assert kwai("diff", *paths, "--ignore", "width,script,numbers").out.endswith("3 places\n")
    assert kwai("diff", *paths, "--ignore", "colour").status == 2


def test_diff_marks_words_anyway_when_asked(kwai: Kwai, tmp_path: Path) -> None:
    paths = tmp_path / "a.md", tmp_path / "b.md"
    paths[0].write_text(
        "# 书\n\n## 渡口\n\n渡口的木船由三位船匠养护，太阳能路灯照亮候船棚，老人免费。\n", encoding="utf-8"
    )
    paths[1].write_text(
        "# 书\n\n## 渡口\n\n老人乘坐木船不收费，夜里候船棚亮着太阳能路灯，船匠三人轮流检修。\n", encoding="utf-8"
    )
    assert any(passage["rewritten"] for passage in kwai("diff", *paths, "--json").json["passages"])
    anyway = kwai("diff", *paths, "--anyway", "--json").json["passages"]
    assert not any(passage["rewritten"] for passage in anyway)


def test_metrics_of_one_document_state_bounds(kwai: Kwai, pair: Pair) -> None:
    mentions = kwai("metrics", pair[1], "--json").json["mentions"]
    text = pair[1].read_text(encoding="utf-8")
    assert all(text[m["start"] : m["end"]] == m["quote"] for m in mentions)
    visitors = next(m for m in mentions if "1.4万" in m["quote"])
    assert (visitors["low"], visitors["high"], visitors["qualifier"], visitors["unit"]) == (14000, None, "超", "人次")


def test_metrics_of_two_documents_state_what_moved(kwai: Kwai, pair: Pair) -> None:
    result = kwai("metrics", *pair, "--json").json
    moved = {(delta["a"]["quote"], delta["b"]["quote"]): delta for delta in result["deltas"]}
    assert ("约25吨", "约31吨") in moved
    assert moved["约25吨", "约31吨"]["percent"] == [24, 24]
    assert moved["约25吨", "约31吨"]["absolute"] == [6, 6]
    assert {"deltas", "only_a", "only_b"} <= result.keys()


def test_check_finds_a_wrong_sum_and_exits_1(kwai: Kwai, tmp_path: Path) -> None:
    path = tmp_path / "sum.md"
    path.write_text("# 就业\n\n带动就业机会总量为3463万个。其中甲类2000万个，乙类1563万个。\n", encoding="utf-8")
    run = kwai("check", path, "--json")
    assert run.status == 1
    assert run.json["findings"]
    evidence = run.json["findings"][0]["evidence"][0]
    assert path.read_text(encoding="utf-8")[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_check_verifies_a_right_sum_and_exits_0(kwai: Kwai, tmp_path: Path) -> None:
    path = tmp_path / "sum.md"
    path.write_text("# 就业\n\n带动就业机会总量为3463万个。其中甲类2000万个，乙类1463万个。\n", encoding="utf-8")
    run = kwai("check", path, "--json")
    assert run.status == 0
    assert run.json["verified"]


def test_keywords_state_counts_of_both_editions(kwai: Kwai, pair: Pair) -> None:
    terms = {term["term"]: term for term in kwai("keywords", *pair, "--json").json["terms"]}
    assert terms["预警"]["count_a"] == 0
    assert terms["预警"]["count_b"] == 3
    wanted = {"per_10k_a", "per_10k_b", "log_likelihood", "log_ratio", "dispersion_a", "dispersion_b", "status"}
    assert wanted <= terms["预警"].keys()


def test_find_by_text_pattern_and_initials(kwai: Kwai, pair: Pair) -> None:
    for arguments in (("候船棚",), ("候.棚", "--regex"), ("hcp", "--pinyin")):
        hits = kwai("find", *arguments, *pair, "--json").json["hits"]
        assert [hit["match"] for hit in hits] == ["候船棚", "候船棚"]
        assert [Path(hit["document"]) for hit in hits] == list(pair)


def test_find_takes_its_options_anywhere(kwai: Kwai, pair: Pair) -> None:
    assert kwai("find", "hcp", "--pinyin", *pair).out == kwai("find", "--pinyin", "hcp", *pair).out
    assert kwai("find", "hcp", *pair, "--pinyin").out.count("【候船棚】") == 2


def test_find_says_what_is_wrong_with_a_pattern(kwai: Kwai, pair: Pair) -> None:
    run = kwai("find", "(", *pair, "--regex")
    assert run.status == 2
    assert run.err.count("\n") == 1


def test_compare_summarises_and_exits_1_when_anything_differs(kwai: Kwai, pair: Pair) -> None:
    run = kwai("compare", *pair)
    assert run.status == 1
    assert len(run.out.splitlines()) <= 40
    assert "渡口" in run.out
    assert kwai("compare", pair[0], pair[0]).status == 0


def test_compare_writes_reports_that_verify(kwai: Kwai, pair: Pair, tmp_path: Path) -> None:
    for name in ("r.json", "r.html"):
        assert kwai("compare", *pair, "-o", tmp_path / name).status == 1
        assert kwai("verify", tmp_path / name).status == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"]
    pair[1].write_text(pair[1].read_text(encoding="utf-8").replace("31", "32"), encoding="utf-8")
    for name in ("r.json", "r.html"):
        assert kwai("verify", tmp_path / name).status == 1


def test_corpus_lists_the_two_white_papers(kwai: Kwai) -> None:
    documents = kwai("corpus", "--json").json["documents"]
    assert [document["name"] for document in documents] == ["2022", "2026"]
    assert all(document["holding"] in ("full", "digest") for document in documents)


def test_corpus_names_stand_for_files(kwai: Kwai) -> None:
    run = kwai("outline", "2022", "--json")
    assert run.status == 0
    assert len(run.json["sections"]) > 30


def test_output_is_deterministic(kwai: Kwai, pair: Pair) -> None:
    first = kwai("compare", *pair, "--json", PYTHONHASHSEED="1").out
    assert first == kwai("compare", *pair, "--json", PYTHONHASHSEED="2").out


def test_metrics_of_three_editions_follow_each_indicator(kwai: Kwai, pair: Pair, tmp_path: Path) -> None:
    names = []
    for name, count in (("甲", "7000件"), ("乙", "7700件"), ("丙", "超9000件")):
        (tmp_path / f"{name}.md").write_text(f"# 馆藏\n\n该馆登记瓷器{count}。\n", encoding="utf-8")
        names.append(str(tmp_path / f"{name}.md"))
    result = kwai("metrics", *names, "--json").json
    [series] = result["series"]
    assert [figure["low"] for figure in series["figures"]] == [7000, 7700, 9000]
    assert [step["percent"][0] for step in series["steps"]] == [10, 16.8831]
    assert len(result["deltas"]) == 1
    assert "7700件" in kwai("metrics", *names).out


def test_keywords_keep_the_words_of_a_list_whole(kwai: Kwai, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 年报\n\n渡口码头修缮。渡口码头开放。渡口码头客流上升。\n", encoding="utf-8")
    (tmp_path / "words.txt").write_text("渡口码头\n", encoding="utf-8")
    terms = kwai("keywords", str(tmp_path / "a.md"), "--words", str(tmp_path / "words.txt"), "--json").json["terms"]
    assert {term["term"]: term["count_a"] for term in terms}["渡口码头"] == 3


def test_terms_beside_a_term_are_listed_for_each_edition(kwai: Kwai, tmp_path: Path) -> None:
    for name, body in (("a", "渡口修缮码头。渡口开放码头。"), ("b", "渡口停靠轮船。渡口迎来轮船。")):
        (tmp_path / f"{name}.md").write_text(f"# 河\n\n{body}\n", encoding="utf-8")
    names = [str(tmp_path / f"{name}.md") for name in "ab"]
    old, new = kwai("keywords", *names, "--beside", "渡口", "--json").json["collocates"]
    assert [(each["term"], each["together"], each["log_dice"]) for each in old] == [("码头", 2, 14.0)]
    assert [each["term"] for each in new] == ["轮船"]
    assert "码头\t2\t14.00" in kwai("keywords", *names, "--beside", "渡口").out


def test_keywords_of_three_editions_follow_each_term(kwai: Kwai, tmp_path: Path) -> None:
    names = []
    for name, times in (("甲", 3), ("乙", 5), ("丙", 8)):
        (tmp_path / f"{name}.md").write_text("# 年报\n\n" + "码头客流。" * times + "\n", encoding="utf-8")
        names.append(str(tmp_path / f"{name}.md"))
    result = kwai("keywords", *names, "--json").json
    counts = {trend["term"]: trend["counts"] for trend in result["trends"]}
    assert [3, 5, 8] in counts.values()
    assert {term["term"] for term in result["terms"]} == set(counts)
