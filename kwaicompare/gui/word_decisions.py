"""What the editor decides about words in the window: one word, several words, counted no longer; read and written.

Takes: the keyword view, once it is built, and the session. Returns: reviews, handed to the session's history. Leaves
out: cutting (`text/segment.py`) and what follows from a decision (`session.py`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from kwaicompare.errors import KwaiError
from kwaicompare.gui.dialogs import ask_documents, show_dialog
from kwaicompare.gui.notices import error_notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kwaicompare.gui.main_window import MainWindow
    from kwaicompare.gui.views.keywords import KeywordsView
    from kwaicompare.model.keyword import WordRule
    from kwaicompare.model.review import Review

_MOST_LISTED = 40


class WordDecisions(QObject):
    """Connects the keyword view with what is decided about words."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        window.docks["keywords"].built.connect(self._adopt)

    def _adopt(self, view: KeywordsView) -> None:
        view.strip.merge_wanted.connect(lambda word: self.cut((word,)))
        view.strip.split_wanted.connect(self.cut)
        view.merge_wanted.connect(lambda word: self.cut((word,)))
        view.stop_wanted.connect(self.stop)
        view.words_button.setMenu(QMenu(view))
        view.words_button.menu().aboutToShow.connect(lambda: self._fill(view.words_button.menu()))

    def cut(self, parts: tuple[str, ...]) -> None:
        """Take these as the words that they are where they stand beside each other."""
        from kwaicompare.model.keyword import WordRule

        self.rule([WordRule(parts)])

    def rule(self, rules: Sequence[WordRule]) -> None:
        """Cut these words as the rules say."""
        from kwaicompare.text.project_words import ruled

        words = self._review.words
        for rule in rules:
            words = ruled(words, rule)
        self._decide(lambda review: replace(review, words=words))

    def stop(self, terms: Sequence[str]) -> None:
        """Count these terms no longer."""
        self._decide(lambda review: replace(review, stop_words=tuple(dict.fromkeys((*review.stop_words, *terms)))))

    def leave_out(self, words: Sequence[str]) -> None:
        """Count all but these words."""
        from kwaicompare.text.lexicon import stop_words, term_form

        shipped, wanted = stop_words(), {term_form(word): word for word in words}
        own = tuple(word for form, word in wanted.items() if form not in shipped)
        counted = tuple(sorted(shipped - set(wanted)))
        self._decide(lambda review: replace(review, stop_words=own, counted=counted))

    def show_stop_words(self) -> None:
        """Show what is not counted, to be changed."""
        from kwaicompare.gui.views.stop_words import StopWordsDialog
        from kwaicompare.text.lexicon import stop_words

        own, counted = self._review.stop_words, set(self._review.counted)
        dialog = StopWordsDialog([*own, *sorted(stop_words() - counted)], self._window)
        dialog.words_chosen.connect(self.leave_out)
        show_dialog(dialog)

    def read(self, names: Sequence[str]) -> None:
        """Keep the words of a user dictionary whole."""
        from kwaicompare import workspace

        try:
            self.rule(workspace.read_words(Path(names[0])))
        except KwaiError as error:
            self._window.show_trouble(error_notice(error))

    def write(self, path: Path) -> None:
        """Write the words kept whole as a user dictionary."""
        from kwaicompare.errors import BadReport
        from kwaicompare.text.project_words import write_rules

        try:
            path.write_text(write_rules(self._review.words), encoding="utf-8")
        except OSError as error:
            self._window.show_trouble(error_notice(BadReport("error.report_write", str(path), detail=error.strerror)))

    @property
    def _review(self) -> Review:
        return self._session.history.review

    def _decide(self, decide: Callable[[Review], Review]) -> None:
        self._session.decide(lambda review, _: decide(review))

    def _fill(self, menu: QMenu) -> None:
        """List what was decided, a click takes it back; then the ways to files."""
        menu.clear()
        for rule in self._review.words[-_MOST_LISTED:]:
            menu.addAction(self._worded(rule), lambda rule=rule: self._take_back(rule))
        for word in self._review.stop_words[-_MOST_LISTED:]:
            menu.addAction(self.tr("not counted: {word}").format(word=word), lambda word=word: self._count_again(word))
        if menu.actions():
            menu.insertSection(menu.actions()[0], self.tr("A click takes it back"))
            menu.addSeparator()
        menu.addAction(self.tr("Words not counted…"), self.show_stop_words)
        menu.addAction(self.tr("Read a word list…"), lambda: ask_documents(self._window, self.read))
        written = menu.addAction(self.tr("Write the word list…"), self._ask_path)
        written.setEnabled(any(len(rule.parts) == 1 for rule in self._review.words))

    def _worded(self, rule: WordRule) -> str:
        if len(rule.parts) == 1:
            return self.tr("one word: {word}").format(word=rule.word)
        return self.tr("cut: {word}").format(word=" | ".join(rule.parts))

    def _take_back(self, rule: WordRule) -> None:
        self._decide(lambda review: replace(review, words=tuple(each for each in review.words if each != rule)))

    def _count_again(self, word: str) -> None:
        self._decide(
            lambda review: replace(review, stop_words=tuple(each for each in review.stop_words if each != word))
        )

    def _ask_path(self) -> None:
        from kwaicompare.gui.views.saving import ask_path  # brings the file dialog, which no start needs

        ask_path(self._window, "TXT (*.txt)", "txt", self.write)
