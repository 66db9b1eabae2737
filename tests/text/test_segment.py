"""Words: they cover the text, agree with jieba on Han runs, and keep figures, Latin runs and terms whole."""

import importlib
import os
import random
import re
import warnings
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.model.keyword import Words
from kwaicompare.text import discovery
from kwaicompare.text import segment as segmentation
from kwaicompare.text.cutting import cut
from kwaicompare.text.lexicon import lexicon, read_terms, stop_words, term_form
from kwaicompare.text.normalize import fold
from kwaicompare.text.segment import discover_terms, segment, segment_together

CORPUS = Path(os.environ.get("KWAICOMPARE_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("专利知识产权保护人工智能大模型快手可灵　 \n1234567890.,%％亿万AIai-/㎡㈠\ufeff𠮷年〇二"),
    ),
    max_size=80,
)


def forms(text: str, *terms: str) -> list[str]:
    return [form for form in segment(text, terms).forms if not form.isspace()]


def assert_cover(words: Words, text: str) -> None:
    spans = [words.span(index) for index in range(len(words.forms))]
    assert "".join(span.of(text) for span in spans) == text
    assert all(len(span) > 0 for span in spans)


@given(TEXTS, st.lists(st.text("专利大模型AI 可灵", max_size=4), max_size=3))
def test_words_cover_the_text(text: str, terms: list[str]) -> None:
    assert_cover(segment(text, terms), text)


@given(TEXTS)
def test_forms_are_the_folded_text_but_for_blanks(text: str) -> None:
    squeezed = re.sub(r"\s", "", fold(text).text)
    assert re.sub(r"\s", "", "".join(segment(text).forms)) == squeezed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入1105.8亿元，占78.4%", ["收入", "1105.8亿", "元", ",", "占", "78.4%"]),
        ("授权1.4万件、3万亿次", ["授权", "1.4万", "件", "、", "3万亿", "次"]),
        ("节电5千瓦时", ["节电", "5", "千瓦时"]),
        ("１２，３００人", ["12,300", "人"]),
        ("AI-IDC与H.266/VVC", ["ai-idc", "与", "h.266/vvc"]),
        ("按GB/T 29490", ["按", "gb/t", "29490"]),
        ("iOS/Android两端", ["ios", "/", "android", "两端"]),
        ("the company's R&D", ["the", "company", "'", "s", "r&d"]),
        ("自二〇二六年起", ["自", "二〇二六", "年", "起"]),
        ("二〇二六年", ["二〇二六", "年"]),
        ("一二三四步", ["一二三四", "步"]),
        ("5G网络4K画面", ["5g", "网络", "4k", "画面"]),
        ("2026-04-26发布", ["2026-04-26", "发布"]),
        ("见https://example.org/a?b=1 。", ["见", "https://example.org/a?b=1", "。"]),
    ],
)
def test_figures_and_latin_runs_stay_whole(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_terms_stay_whole_with_or_without_a_space_before_latin() -> None:
    assert forms("星河 AI和星河AI", "星河AI") == ["星河ai", "和", "星河ai"]
    words = segment("星河 AI", ["星河AI"])
    assert words.span(0).of("星河 AI") == "星河 AI"


def test_a_term_is_not_found_across_the_border_of_a_word() -> None:
    assert forms("强大模型", "大模型") == ["强大", "模型"]
    assert forms("打造大模型", "大模型") == ["打造", "大模型"]


def test_a_term_that_ends_inside_a_word_is_kept_where_that_cuts_better() -> None:
    assert forms("快手电商") == ["快", "手电", "商"]
    assert forms("快手电商", "快手") == ["快手", "电商"]


def test_the_result_depends_on_the_arguments_alone() -> None:
    before = forms("极光引擎上线")
    assert forms("极光引擎上线", "极光引擎") == ["极光引擎", "上线"]
    assert forms("极光引擎上线") == before


@pytest.fixture(scope="module")
def jieba() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 writes its patterns with invalid escapes
        module = importlib.import_module("jieba")
    module.setLogLevel("ERROR")
    return module


def test_agrees_with_jieba_on_han_runs(jieba: ModuleType) -> None:
    vocabulary = (
        "中国专利申请人工智能技术创新发展保护企业数据平台视频内容用户服务生产力机制提升的了在是和我们不同大小上下"
    )
    source = random.Random(7)
    for _ in range(400):
        run = "".join(source.choices(vocabulary, k=source.randint(1, 24)))
        assert cut(run) == list(jieba.cut(run, HMM=False))


def test_agrees_with_jieba_on_the_han_runs_of_the_papers(jieba: ModuleType) -> None:
    papers = sorted(CORPUS.glob("00*.txt"))
    if not papers:
        pytest.skip(f"no papers at {CORPUS}")
    for paper in papers:
        for run in set(re.findall("[\u4e00-\u9fd5]+", paper.read_text("utf-8"))):
            assert cut(run) == list(jieba.cut(run, HMM=False))


def test_reads_dictionaries_in_the_format_of_jieba() -> None:
    text = "\ufeff新质生产力 10 n\r\n磁悬浮 nz\r\n# 注释\r\n\r\n云边端 3\r\n极光 AI\r\n"
    assert read_terms(text) == ("新质生产力", "磁悬浮", "云边端", "极光 AI")
    assert term_form("极光 AI") == "极光ai"


def test_the_shipped_lists_are_folded_and_apart() -> None:
    assert "知识产权" in lexicon()
    assert {"我们", "the"} <= stop_words()
    assert not lexicon() & stop_words()


REPORT = (
    "青梧AI发布新版本。用户喜欢青梧 AI，商家通过青梧AI制作视频。"
    "目前青梧 AI已经开放，青梧的团队继续优化，青梧也服务老师。"
    "\n蓝鹊引擎支撑直播。团队升级蓝鹊引擎，依靠蓝鹊引擎投放；蓝鹊引擎的成本下降。"
)


def test_discovers_names_that_no_dictionary_lists() -> None:
    found = discover_terms([REPORT])
    assert {"青梧", "青梧ai", "蓝鹊引擎"} <= set(found)
    assert "青梧ai" in segment("体验青梧 AI。", found).forms


def test_discovers_nothing_in_ordinary_prose_or_in_no_text() -> None:
    prose = "今天天气很好，我们去公园散步。公园里有许多人，也有许多花。散步之后，大家回家吃饭。"
    assert discover_terms([prose]) == ()
    assert discover_terms([]) == ()
    assert discover_terms(["", "\n"]) == ()


@given(st.lists(TEXTS, max_size=3))
def test_discovery_does_not_depend_on_the_run(texts: list[str]) -> None:
    assert discover_terms(texts) == discover_terms(texts)


def test_discovers_the_product_names_of_the_papers() -> None:
    papers = [*CORPUS.glob("001_*.txt"), *CORPUS.glob("002_*.txt")]
    if len(papers) < 2:
        pytest.skip(f"no papers at {CORPUS}")
    found = discover_terms([paper.read_text("utf-8") for paper in papers])
    assert {"可灵ai", "磁力金牛"} <= set(found)
    assert not {"可灵ai", "磁力金牛", "onerec"} & lexicon()
    assert "onerec" in segment("OneRec模型").forms


@given(st.lists(TEXTS, min_size=1, max_size=2))
def test_cutting_together_equals_discovering_and_cutting_apart(texts: list[str]) -> None:
    editions = [*texts, REPORT]
    found = discover_terms(editions)
    assert segment_together(editions) == tuple(segment(text, found) for text in editions)


def test_a_long_text_is_sampled_for_new_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MOST_CHARACTERS", 4000)
    monkeypatch.setattr(segmentation, "MOST_CHARACTERS", 4000)
    text = REPORT * 100
    assert "青梧ai" in discover_terms([text])
    assert segment_together([text]) == (segment(text, discover_terms([text])),)
