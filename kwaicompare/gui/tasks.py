"""Work off the GUI thread: one worker thread, lanes of jobs, the newest job of a lane wins.

Takes: a job, a callable that is given ``progress`` and returns a value; and what to do with value or error.
Returns: exactly one of value, error or cancelled, on the GUI thread, and nothing at all from an outdated job.
Leaves out: what jobs do; nothing below `gui/` knows of threads.

A job is cancelled through its ``progress``: the next report raises `Cancelled` inside the job. All lanes share
one thread: measured, four busy threads at once make the window stutter, one does not.

    lane.start(lambda progress: compare(a, b, progress), self._show, self._trouble)
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kwaicompare.progress import Cancelled, Progress

Job = Callable[[Progress], Any]
_STEP = 0.005
_MANY = 500_000  # values made by a job and still there


class _Token:
    """Whether a job is still wanted."""

    __slots__ = ("outdated",)

    def __init__(self) -> None:
        self.outdated = False


class _Runnable(QRunnable):
    """One job on the worker thread. It holds bound signals only; the lane owns the QObjects."""

    def __init__(self, job: Job, token: _Token, progressed: Any, ended: Any) -> None:
        super().__init__()
        self._job, self._token = job, token
        self._progressed, self._ended = progressed, ended
        self._stage, self._last = "", -1.0

    def run(self) -> None:
        """Run the job; called by the pool."""
        with _uncollected():
            outcome = self._outcome()
        self._ended.emit(self._token, *outcome)

    def _outcome(self) -> tuple[str, Any]:
        try:
            self._report("", 0.0)
            return "value", self._job(self._report)
        except Cancelled:
            return "cancelled", None
        except Exception as error:  # noqa: BLE001 - the task runner: every error goes to the GUI thread
            return "error", error

    def _report(self, stage: str, done: float) -> None:
        if self._token.outdated:
            raise Cancelled
        # A part of a stage may tell a smaller share than the stage around it: telling both in turn floods the window.
        if stage != self._stage or done - self._last >= _STEP:
            self._stage, self._last = stage, done
            self._progressed.emit(self._token, stage, done)


class Worker(QObject):
    """The one worker thread and its lanes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._lanes: list[Lane] = []

    @property
    def busy(self) -> bool:
        """Whether the thread has work, wanted or not."""
        return self._pool.activeThreadCount() > 0

    def lane(self, finishing: bool = False) -> "Lane":
        """Return a new lane: jobs of one lane outdate each other, lanes leave each other alone.

        ``finishing``: its newest job is done even when everything is closed.
        """
        lane = Lane(self._pool, self, finishing)
        self._lanes.append(lane)
        return lane

    def close(self) -> None:
        """Cancel everything but what must be finished, and wait for the thread: outdated jobs end as they begin."""
        for lane in self._lanes:
            if not lane.finishing:
                lane.cancel()
        self._pool.waitForDone()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Work without rounds of the garbage collector: among millions of values each stops the window for seconds.

    The values of a large job are set apart from later rounds as well; being no cycles, they go when nobody needs them.
    """
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY:
            gc.freeze()
        gc.enable()


class Lane(QObject):
    """Jobs of one purpose.

    Signals: ``started()``; ``progressed(stage, share)``; ``finished()`` after value, error or cancellation of the
    newest job.
    """

    started = Signal()
    progressed = Signal(str, float)
    finished = Signal()
    _reported = Signal(object, str, float)
    _ended = Signal(object, str, object)

    def __init__(self, pool: QThreadPool, parent: QObject, finishing: bool = False) -> None:
        super().__init__(parent)
        self._pool = pool
        self.finishing = finishing
        self._token: _Token | None = None
        self._done: Callable[[Any], None] = ignore
        self._failed: Callable[[Exception], None] = ignore
        self._reported.connect(self._on_report)
        self._ended.connect(self._on_end)

    @property
    def busy(self) -> bool:
        """Whether a job is waiting or running."""
        return self._token is not None

    def start(self, job: Job, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Run ``job``; an older job of this lane is cancelled and its result dropped."""
        if self._token is not None:
            self._token.outdated = True
        self._token, self._done, self._failed = _Token(), done, failed
        self._pool.start(_Runnable(job, self._token, self._reported, self._ended))
        self.started.emit()

    def cancel(self) -> None:
        """Outdate the newest job; `finished` follows at once."""
        if self._token is not None:
            self._token.outdated = True
            self._token = None
            self.finished.emit()

    def _on_report(self, token: _Token, stage: str, done: float) -> None:
        if token is self._token:
            self.progressed.emit(stage, done)

    def _on_end(self, token: _Token, outcome: str, result: Any) -> None:
        if token is not self._token:
            return
        self._token = None
        self.finished.emit()
        if outcome == "value":
            self._done(result)
        elif outcome == "error":
            self._failed(result)


def ignore(_: Any) -> None:
    """Take a result nobody waits for."""
