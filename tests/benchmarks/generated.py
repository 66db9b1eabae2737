"""Reports of any size, made from invented sentences by a seeded generator, and a revision of each.

Takes a size and a seed, returns Markdown. The revision moves sections, rewords sentences, changes figures, drops and
adds a few; most of it stays, as between two drafts.

    pair(1_000_000, seed=1)  →  (old, new), each about a million bytes in UTF-8
"""

import random

_PLACES = ("河湾镇", "青石县", "云岭村", "东港区", "柳溪乡", "白塔市", "南坪镇", "竹园村")
_SUBJECTS = ("灌溉站", "图书馆", "养老院", "渡口", "粮仓", "气象站", "苗圃", "合作社", "水厂", "学校")
_ACTIONS = ("新修", "检修", "扩建", "改造", "验收", "登记", "巡查", "培训")
_OBJECTS = ("水渠", "书架", "路灯", "桥梁", "仓房", "温室", "管道", "教室", "码头", "农机")
_UNITS = ("座", "处", "米", "万元", "人次", "件", "公顷", "吨")
_ENDINGS = ("居民反映良好", "比原定计划提前完成", "费用由各方分担", "结果已经公示", "后续由专人看护", "记录存档备查")
_TITLES = ("建设", "养护", "服务", "经费", "人员", "检查", "安全", "展望")


class _Writer:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def sentence(self) -> str:
        pick, number = self._random.choice, self._random.randint
        return (
            f"{pick(_PLACES)}{pick(_SUBJECTS)}在{number(1, 12)}月{pick(_ACTIONS)}{pick(_OBJECTS)}"
            f"{number(2, 9800)}{pick(_UNITS)}，较上年{pick(('增加', '减少'))}{number(1, 90)}%，{pick(_ENDINGS)}。"
        )

    def section(self) -> list[str]:
        return [self.sentence() for _ in range(self._random.randint(6, 18))]

    def title(self, number: int) -> str:
        pick = self._random.choice
        return f"{pick(_PLACES)}{pick(_SUBJECTS)}{pick(_OBJECTS)}{pick(_TITLES)}之{number}"

    def revised(self, sentences: list[str]) -> list[str]:
        """Change a figure in every fifth sentence or so, write one in twenty anew, drop or add a few."""
        result = []
        for sentence in sentences:
            fate = self._random.random()
            if fate < 0.03:
                continue
            if fate < 0.08:
                sentence = self.sentence()
            elif fate < 0.25:
                sentence = sentence.replace("较上年", f"比前一年同期的{self._random.randint(2, 9800)}")
            result.append(sentence)
            if fate > 0.97:
                result.append(self.sentence())
        return result

    def moved(self, sections: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
        """Move one section in thirty a little way."""
        result = list(sections)
        for _ in range(len(sections) // 30):
            start = self._random.randrange(len(result))
            section = result.pop(start)
            result.insert(max(0, start + self._random.randint(-20, 20)), section)
        return result


def pair(size: int, seed: int) -> tuple[str, str]:
    """Return a report of about ``size`` bytes in UTF-8, and its revision."""
    writer = _Writer(seed)
    sections: list[tuple[str, list[str]]] = []
    written = 0
    while written < size:
        title, sentences = writer.title(len(sections) + 1), writer.section()
        sections.append((title, sentences))
        written += len("".join((title, *sentences)).encode()) + 2 * len(sentences)
    revised = [(title, writer.revised(sentences)) for title, sentences in sections]
    return _markdown(sections), _markdown(writer.moved(revised))


def _markdown(sections: list[tuple[str, list[str]]]) -> str:
    parts = ["# 各地建设年报"]
    for index, (title, sentences) in enumerate(sections):
        if index % 12 == 0:
            parts.append(f"## 第{index // 12 + 1}章 综述")
        parts.append(f"### {title}")
        parts.extend("".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))
    return "\n\n".join(parts) + "\n"
