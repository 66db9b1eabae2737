"""Cut folded text into tokens: Han words of the dictionary, figures, Latin runs, single marks.

Takes folded text; returns tokens whose concatenation is that text. Han runs are cut by jieba's algorithm and dictionary
(rjieba) without its hidden Markov model: on report prose the model joins neighbours that are no word (双赛|道, 名中) as
often as it finds one, and words that no dictionary lists are found from the documents instead (`discovery`). It leaves
out terms that span several tokens.

    cut("h.266/vvc比上代省78.4%") == ["h.266/vvc", "比", "上", "代", "省", "78.4%"]
"""

import re

import rjieba

_HAN_RUN = re.compile("([\u3400-\u9fff\U00020000-\U000323af]+)")
# What stands between Han runs, so that a letter is never a Han character here.
_SIGN = r"[^\W_〇]"
_LETTER = r"[^\W\d_〇]"
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_PIECE = re.compile(
    rf"""
    [^\S\n]+ | \n
    | https?://[!-~]+
    | \d*{_LETTER}                                # a Latin run has a letter, and goes on over
      (?: {_SIGN}
        | [-&+_](?={_SIGN})                       #   AI-IDC, R&D
        | ['’](?={_LETTER})(?!s(?!{_SIGN}))       #   don't, but the possessive stands apart
        | \.(?=\d)                                #   H.266
        | /(?:(?={_SIGN}{{1,2}}(?!{_SIGN}))|(?={_SIGN}*\d))   # GB/T, H.266/VVC, not iOS/Android
        | (?<=\d)/(?={_LETTER}) | (?<!{_SIGN}{_SIGN})(?<={_SIGN})/(?={_LETTER})
      )*
    | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)   # a date
    | {_FIGURE}[%‰]?
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_IS_FIGURE = re.compile(_FIGURE).fullmatch
# The scale of a figure, at the beginning of the Han run behind it.
_SCALE = re.compile("万亿|[百千]?[万亿]|[百千](?![瓦米克帕伏焦卡赫安])").match
_SCALES = tuple("百千万亿")
_YEAR = re.compile("([〇零一二三四五六七八九]{4}(?=年))")


def cut(text: str, years: bool | None = None) -> list[str]:
    """Cut folded ``text`` into tokens; together they are the text.

    ``years`` says whether years in characters are looked out for; None: where one of them is written with 〇.
    """
    pieces: list[str] = []
    runs: list[int] = []
    looked_for = "〇" in text if years is None else years
    for at, part in enumerate(_YEAR.split(text) if looked_for else [text]):
        if at % 2 == 0:
            _cut_runs(part, pieces, runs)
            continue
        if "〇" not in part:  # 二零二二 are words, 二〇二二 is a token
            runs.append(len(pieces))
        pieces.append(part)
    return _with_words(pieces, runs)


def _cut_runs(text: str, pieces: list[str], runs: list[int]) -> None:
    """Add Han runs (their places to ``runs``) and the tokens between; a figure takes the scale that begins a run."""
    chunks = _HAN_RUN.split(text)
    for between, run in zip(chunks[::2], [*chunks[1::2], ""], strict=True):
        if len(between) == 1:
            pieces.append(between)
        elif between:
            pieces += _PIECE.findall(between)
        if between and run.startswith(_SCALES) and _IS_FIGURE(pieces[-1]) and (scale := _SCALE(run)):
            pieces[-1] += scale[0]
            run = run[scale.end() :]
        if run:
            runs.append(len(pieces))
            pieces.append(run)


def _with_words(pieces: list[str], runs: list[int]) -> list[str]:
    """Put the words of the Han runs in their places."""
    # One call for all Han runs: jieba looks at each run by itself, and a line break is always a token of its own.
    words = rjieba.cut("\n".join([pieces[at] for at in runs]), False)
    breaks = [at for at, word in enumerate(words) if word == "\n"]
    tokens: list[str] = []
    piece_at = word_at = 0
    for run, end in zip(runs, [*breaks, len(words)], strict=False):  # no run at all: one end too many
        tokens += pieces[piece_at:run]
        tokens += words[word_at:end]
        piece_at, word_at = run + 1, end + 1
    return tokens + pieces[piece_at:]


def is_han(token: str) -> bool:
    """Tell whether a token begins with a Han character."""
    return "\u3400" <= token < "\ua000" or "\U00020000" <= token < "\U000323b0"


def join(parts: list[str]) -> str:
    """Join with a space only where neither neighbour is a Han character: 可灵 AI is 可灵ai, white paper stays two."""
    joined = parts[0]
    for part in parts[1:]:
        beside_han = is_han(joined[-1]) or is_han(part[0])
        joined += part if beside_han else f" {part}"
    return joined
