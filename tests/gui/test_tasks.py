"""The worker: value, error or cancelled, exactly one; the newest job of a lane wins."""

import gc
import threading

import pytest

from kwaicompare.errors import UnreadableDocument
from kwaicompare.gui.tasks import Worker


@pytest.fixture
def worker(qtbot):
    worker = Worker()
    yield worker
    worker.close()


def test_value_arrives_on_the_gui_thread(qtbot, worker):
    arrived = []
    lane = worker.lane()
    with qtbot.waitSignal(lane.finished):
        lane.start(
            lambda progress: threading.current_thread() is threading.main_thread(),
            lambda value: arrived.append((value, threading.current_thread() is threading.main_thread())),
            arrived.append,
        )
    assert arrived == [(False, True)]


def test_error_arrives_as_an_error(qtbot, worker):
    def job(progress):
        raise UnreadableDocument("error.empty", "空.txt")

    values, errors = [], []
    lane = worker.lane()
    with qtbot.waitSignal(lane.finished):
        lane.start(job, values.append, errors.append)
    assert values == []
    assert [error.key for error in errors] == ["error.empty"]


def test_cancelled_job_gives_nothing_and_stops(qtbot, worker):
    begun, stopped = threading.Event(), threading.Event()

    def job(progress):
        begun.set()
        try:
            while True:
                progress("read", 0.5)
        finally:
            stopped.set()

    arrived = []
    lane = worker.lane()
    lane.start(job, arrived.append, arrived.append)
    assert begun.wait(5)
    lane.cancel()
    assert stopped.wait(5)
    worker.close()
    qtbot.wait(1)
    assert arrived == []
    assert not lane.busy


def test_newer_job_outdates_the_older(qtbot, worker):
    begun, go_on = threading.Event(), threading.Event()

    def slow(progress):
        begun.set()
        go_on.wait(5)
        return "old"

    arrived = []
    lane = worker.lane()
    lane.start(slow, arrived.append, arrived.append)
    assert begun.wait(5)
    with qtbot.waitSignal(lane.finished):
        lane.start(lambda progress: "new", arrived.append, arrived.append)
        go_on.set()
    assert arrived == ["new"]


def test_lanes_leave_each_other_alone(qtbot, worker):
    arrived = []
    first, second = worker.lane(), worker.lane()
    with qtbot.waitSignals([first.finished, second.finished]):
        first.start(lambda progress: 1, arrived.append, arrived.append)
        second.start(lambda progress: 2, arrived.append, arrived.append)
    assert sorted(arrived) == [1, 2]


def test_thousand_reports_arrive_in_order(qtbot, worker):
    def job(progress):
        for number in range(1000):
            progress(("read", "diff")[number % 2], 0.5)

    shares = []
    lane = worker.lane()
    lane.progressed.connect(lambda stage, share: shares.append(share))
    with qtbot.waitSignal(lane.finished):
        lane.start(job, lambda value: None, shares.append)
    assert shares == [0.0] + [0.5] * 1000


def test_no_round_of_the_collector_interrupts_a_job(qtbot, worker):
    found = []
    lane = worker.lane()
    with qtbot.waitSignal(lane.finished):
        lane.start(lambda progress: gc.isenabled(), found.append, found.append)
    assert found == [False]
    assert gc.isenabled()


def test_shares_told_in_turn_do_not_flood_the_window(qtbot, worker):
    heard = []
    lane = worker.lane()
    lane.progressed.connect(lambda stage, share: heard.append((stage, share)))

    def job(progress):
        for step in range(1000):
            progress("diff", 0.75)
            progress("diff", 0.8 + step / 10_000)

    with qtbot.waitSignal(lane.finished):
        lane.start(job, lambda _: None, lambda _: None)
    assert len(heard) < 50
    assert heard[-1][1] > 0.89
