"""Run the installed command as a user does, in its own process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

OLD = """# 河湾年报

## 渡口

2021年，渡口共接待旅客7321人次，新建候船棚3座。渡船每日六班往返两岸。

## 茶园

茶园面积扩大，秋茶产量约25吨。

## 陶艺

老窑重新点火，青釉碎纹的成品率提高到五成以上。
"""

NEW = """# 河湾年报

## 茶园

茶园面积扩大，秋茶产量约31吨。

## 渡口

2025年，渡口共接待旅客超1.4万人次，新建候船棚3座。渡船每日十班往返两岸。

## 气象

自动气象站覆盖全部乡镇，暴雨预警提前两小时送达，预警电话通宵有人值守，误报的预警三次。
"""


@dataclass(frozen=True)
class Run:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


@pytest.fixture(scope="session")
def kwai() -> Callable[..., Run]:
    """Return a function that runs ``kwaicompare`` with arguments in a folder, in a given locale, without a display."""
    program = Path(sys.executable).with_name("kwaicompare")

    def run(*arguments: object, cwd: Path | None = None, lang: str = "en_US.UTF-8", **env: str) -> Run:
        clean = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        done = subprocess.run(
            [program, *map(str, arguments)],
            capture_output=True,
            cwd=cwd,
            env=clean | {"LC_ALL": lang} | env,
            timeout=120,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Return two small editions as files."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new
