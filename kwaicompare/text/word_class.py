"""What part of speech a term is, for a filter over lists of terms.

Takes a term in folded form, returns a class; by jieba's tag of the term, of a compound jieba does not know that of its
last part, which is its head in Chinese. Words with Latin letters, mostly names, are a class of their own. Leaves out
what a word is in its sentence: 创新 is a verb and a noun, jieba's dictionary says which more often.

    word_class("治理") == "verb";  word_class("移动互联网") == "noun";  word_class("hdr") == "latin"
"""

import re
from functools import cache
from typing import Literal

import rjieba

WordClass = Literal["noun", "verb", "adjective", "latin", "other"]
_FIRST: dict[str, WordClass] = {"n": "noun", "v": "verb", "a": "adjective", "b": "adjective", "z": "adjective"}
_VERBAL_NOUN = "vn"
_LATIN = re.compile("[a-z]")


@cache
def word_class(term: str) -> WordClass:
    """Return the class of a term."""
    if _LATIN.search(term):
        return "latin"
    tag = rjieba.tag(term)[-1][1]
    return "verb" if tag == _VERBAL_NOUN else _FIRST.get(tag[:1], "other")
