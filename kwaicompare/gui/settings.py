"""The user's taste and the window's state, kept between sessions.

Takes: a `QSettings`. Returns: one typed value per key, the default where nothing usable is stored.
Leaves out: options of the comparison, which travel as arguments, and pins and notes, which belong to the store.
"""

from typing import Any, Final

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 12
SWITCHES = ("fold", "stacked", "characters")
"""The switches of the view that are found as they were left; each is the action of its name."""

DEFAULTS: Final[dict[str, Any]] = {
    "language": "",  # "" follows the desktop's locale
    "theme": "system",
    "font_size": 15,
    "family": "",  # "" takes the first installed of those that suit Chinese
    "leading": "comfortable",
    "colours": [],  # the user's own, as insert=#0072b2
    "one_colour": False,
    "order": "old",
    "fold": False,
    "stacked": False,
    "characters": False,
    "lenses": ["space"],
    "query_mode": "auto",
    "look_ups": [],  # the latest, as "regex 第.条"
    "kept_look_ups": [],
    "geometry": QByteArray(),
    "window_state": QByteArray(),
    "centre_state": QByteArray(),
    "recent": [],
}


class Settings:
    """Read and write the keys of `DEFAULTS`; an unknown key is a mistake of ours and raises KeyError."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, key: str) -> Any:
        """Return the stored value of ``key`` in its default's type."""
        default = DEFAULTS[key]
        value: Any = self._store.value(key, default)
        if isinstance(default, bool):
            return value in (True, "true")
        if isinstance(default, int):
            return int(value) if str(value).isdigit() else default
        if isinstance(default, list):
            return [value] if isinstance(value, str) and value else list(value or [])
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Store ``value`` under ``key``."""
        if not isinstance(value, type(DEFAULTS[key])):
            raise TypeError(f"{key}: {value!r}")
        self._store.setValue(key, value)

    def recent_pairs(self) -> list[tuple[str, str]]:
        """Return the pairs opened last, newest first."""
        names = self.get("recent")
        return list(zip(names[::2], names[1::2], strict=False))

    def remember_pair(self, a: str, b: str) -> None:
        """Put a pair at the head of the recent ones."""
        pairs = [(a, b), *(pair for pair in self.recent_pairs() if pair != (a, b))][:RECENT_LIMIT]
        self.put("recent", [name for pair in pairs for name in pair])

    def forget_pairs(self) -> None:
        """Empty the list of recent pairs."""
        self.put("recent", [])

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()
