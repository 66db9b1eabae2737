"""Scrolling over rows of unknown heights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwaicompare.gui.views.row_flow import Anchor, RowFlow

HEIGHTS = st.lists(st.integers(1, 90), min_size=1, max_size=30)


def flow_of(heights: list[int]) -> RowFlow:
    return RowFlow(len(heights), heights.__getitem__)


def test_visible_rows_stand_below_one_another():
    assert flow_of([50, 30, 70, 40]).visible(Anchor(1, 10), 100) == [(1, -10), (2, 20), (3, 90)]


@pytest.mark.parametrize("pixels", [-500, -1, 0, 60, 110, 5000])
def test_scrolling_stays_inside(pixels: int):
    heights = [50, 30, 70, 40]
    flow = flow_of(heights)
    anchor = flow.settle(Anchor(0, pixels), 100)
    assert sum(heights[: anchor.row]) + anchor.above == min(max(0, pixels), sum(heights) - 100)


def test_no_rows_show_nothing():
    assert flow_of([]).settle(Anchor(3, 9), 100) == Anchor(0, 0)


@given(HEIGHTS, st.integers(1, 200), st.integers(-300, 3000))
def test_viewport_is_never_emptier_than_needed(heights: list[int], height: int, pixels: int):
    flow = flow_of(heights)
    rows = flow.visible(flow.settle(Anchor(0, pixels), height), height)
    last, y = rows[-1]
    filled = y + heights[last] >= height
    assert filled or (rows[0] == (0, 0) and last == len(heights) - 1)
    assert rows[0][1] <= 0


@given(HEIGHTS, st.integers(1, 200), st.data())
def test_scrolling_there_and_back_returns(heights: list[int], height: int, data: st.DataObject):
    flow = flow_of(heights)
    most = max(0, sum(heights) - height)
    start = flow.settle(Anchor(0, data.draw(st.integers(0, most))), height)
    step = data.draw(st.integers(0, most - (sum(heights[: start.row]) + start.above)))
    there = flow.settle(Anchor(start.row, start.above + step), height)
    back = flow.settle(Anchor(there.row, there.above - step), height)
    at = [sum(heights[: anchor.row]) + anchor.above for anchor in (start, back)]
    assert at[0] == at[1]
