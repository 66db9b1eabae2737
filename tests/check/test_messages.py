"""Every finding of every rule has its sentence in every language."""

import re
import tomllib
from pathlib import Path

import pytest

import kwaicompare.check
from kwaicompare.resources import LANGUAGES, messages, text

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(next(iter(kwaicompare.check.__path__))).glob("*.py")
)
WHOLE = set(re.findall(r'"(check\.[a-z_]+)"', SOURCE))
BEGUN = set(re.findall(r'f"(check\.[a-z_]*)\{', SOURCE))
PLACE = re.compile(r"\{(\w+)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_sentence(language):
    words = messages(language)
    assert len(WHOLE) > len(BEGUN) > 0
    assert [key for key in sorted(WHOLE) if key not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_name(language):
    words = messages(language)
    rules = set(re.findall(r'Finding\(\s*"([a-z_-]+)"', SOURCE)) | set(re.findall(r'_RULE = "([a-z_-]+)"', SOURCE))
    assert len(rules) > 20
    assert [rule for rule in sorted(rules) if f"rule.{rule}" not in words] == []


def test_languages_fill_the_same_values():
    zh, en = (tomllib.loads(text("messages", f"{language}.toml"))["check"] for language in ("zh_CN", "en"))
    assert set(zh) == set(en)
    assert [key for key in zh if set(PLACE.findall(zh[key])) != set(PLACE.findall(en[key]))] == []
