"""The look of the standard widgets: palette and the few rules that calm docks, tabs and bars.

Takes: a theme. Returns: nothing; the application wears it. Leaves out: what views draw themselves.
"""

from PySide6.QtWidgets import QApplication

from kwaicompare.gui.theme import Theme, palette_of

_RULES = """
QMainWindow::separator {{ background: {line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QSplitter::handle {{ background: {line}; height: 1px; width: 1px; }}
QToolBar {{ background: {surface}; border: none; border-bottom: 1px solid {line}; spacing: 6px; padding: 4px 8px; }}
QToolBar QToolButton {{ padding: 4px 8px; border: none; border-radius: 4px; color: {text}; }}
QToolBar QToolButton:hover, QToolBar QToolButton:checked {{ background: {accent_tint}; }}
QToolBar QToolButton:disabled {{ color: {muted}; }}
QDockWidget {{ color: {muted}; font-weight: 600; }}
QDockWidget::title {{ background: {surface}; padding: 6px 10px; border-bottom: 1px solid {line}; }}
QTabBar {{ background: {surface}; }}
QTabBar::tab {{ background: {surface}; color: {muted}; padding: 6px 14px; border: none; }}
QTabBar::tab {{ border-top: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-top: 2px solid {accent}; background: {background}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTreeView {{ background: {surface}; border: none; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {line}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QLineEdit {{ background: {background}; border: 1px solid {line}; border-radius: 4px; padding: 3px 6px; }}
QLineEdit:focus {{ border: 1px solid {accent}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QMenuBar {{ background: {surface}; color: {text}; }}
QMenuBar::item:selected {{ background: {accent_tint}; }}
DetailStrip {{ background: {surface}; }}
DetailStrip QTextBrowser {{ background: {surface}; }}
PaneHeaders {{ background: {background}; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
"""


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application a theme."""
    names = ("line", "accent", "surface", "text", "accent_tint", "muted", "background")
    application.setPalette(palette_of(theme))
    application.setStyleSheet(_RULES.format(**{name: getattr(theme, name).name() for name in names}))
