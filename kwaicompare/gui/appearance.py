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
QToolBar QToolButton:focus, QStatusBar QToolButton:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QComboBox:focus {{ border: 1px solid {accent}; border-radius: 4px; padding: 2px 6px; }}
QToolBar QToolButton:disabled {{ color: {muted}; }}
QDockWidget {{ color: {muted}; font-weight: 600; }}
QDockWidget::title {{ background: {surface}; padding: 6px 10px; border-bottom: 1px solid {line}; }}
QTabBar {{ background: {surface}; }}
QTabBar::tab {{ background: {surface}; color: {muted}; padding: 6px 14px; border: none; }}
QTabBar::tab {{ border-top: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-top: 2px solid {accent}; background: {background}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTreeView {{ background: {surface}; border: none; }}
SectionMapView QTreeView {{ selection-background-color: {accent_tint}; }}
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
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line}; padding: 4px; }}
"""


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application a theme."""
    names = ("line", "accent", "surface", "text", "accent_tint", "muted", "background")
    handle = theme.line.darker(125) if theme.name == "light" else theme.line.lighter(150)
    colours = {name: getattr(theme, name).name() for name in names}
    application.setPalette(palette_of(theme))
    application.setStyleSheet(_RULES.format(handle=handle.name(), **colours))
