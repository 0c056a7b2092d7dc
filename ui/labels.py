"""Where names stand beside the circles of a map so that none covers another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

SIZE = 14
LETTER, HEIGHT = 0.56, 1.15  # of a letter's size: how wide a letter is at the most, how high a line
GAP = 3  # pixels between a circle and its label
LINE_STEP = 3  # pixels between the points a line to a label is looked at
# Where a label may stand beside its circle, best first: (steps right, steps up).
PLACES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
# Where a label may stand that a line leads to: at the line's end it begins (1), ends (-1) or has its middle.
LED_PLACES = tuple((side, side[0]) for side in PLACES) + tuple(
    ((right, up), lean) for right, up in PLACES if up for lean in (-1, 0, 1) if lean != right
)
DIAGONAL = 0.75  # of a gap, across and up, to a label at a corner
WEST, SOUTH, EAST, NORTH = range(4)


class Stand(NamedTuple):
    """How a label stands: pixels off its circle, steps right and up of it, and to which side it leans."""

    off: float
    right: int
    up: int
    lean: int


class Room:
    """A map that fills with labels: each gets the first place that is free.

    All places of one label are looked at together, and of what is on the map only what is in their reach:
    one after the other, 500 cities took ten seconds.

    Parameters
    ----------
    frame
        West, south, east, north in degrees.
    circles
        A row a circle: longitude, latitude, radius in degrees.
    named
        Whether each circle has a name: lines keep off those.
    pixel
        Degrees of a pixel.
    clear
        Pixels a name without a line keeps off the circles of others.
    farther
        Pixels a name may stand off its circle where there is no room right beside it.
    taken
        Rectangles where something else stands already.
    """

    def __init__(
        self,
        frame: tuple[float, float, float, float],
        circles: np.ndarray,
        named: np.ndarray,
        *,
        pixel: float,
        clear: float,
        farther: Sequence[float],
        taken: Sequence[tuple[float, float, float, float]] = (),
    ):
        self._frame, self._circles, self._named, self._pixel = frame, circles, named, pixel
        led = [Stand(off, *side, lean) for off, (side, lean) in itertools.product(farther, LED_PLACES)]
        self._stands = [*(Stand(0, *side, side[0]) for side in PLACES), *led]
        self._off, self._right, self._up, self._lean = np.array(self._stands, dtype=float).T
        self._diagonal = np.where((self._right != 0) & (self._up != 0), DIAGONAL, 1)
        self._kept_off = np.where(self._off == 0, clear, GAP) * pixel
        self._taken = np.array(taken, dtype=float).reshape(-1, 4)

    def stand(self, number: int, name: str) -> Stand | None:
        """Give the name of circle `number` the first free place and return it; None where there is none."""
        boxes = self._boxes(self._circles[number], name)
        own = np.arange(len(self._circles)) == number
        for at in np.flatnonzero(self._free(boxes, self._circles[~own])):
            stand = self._stands[at]
            line = self._line(self._circles[number], stand)
            if not self._crosses(line, self._circles[number], self._circles[~own & self._named]):
                self._taken = np.vstack([self._taken, boxes[at], line])
                return stand
        return None

    def _boxes(self, own: np.ndarray, name: str) -> np.ndarray:
        """The rectangle of a name at every place: west, south, east, north."""
        x, y, radius = own
        wide, high = len(name) * SIZE * LETTER * self._pixel, SIZE * HEIGHT * self._pixel
        gap = radius + (GAP + self._off) * self._pixel
        middle_x = x + self._right * gap * self._diagonal + self._lean * wide / 2
        middle_y = y + self._up * (gap * self._diagonal + high / 2)
        return np.stack(
            [middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2], axis=1
        )

    def _free(self, boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Whether each rectangle lies in the frame, off what is taken and off the circles of others."""
        west, south, east, north = self._frame
        free = (west < boxes[:, WEST]) & (boxes[:, EAST] < east)
        free &= (south < boxes[:, SOUTH]) & (boxes[:, NORTH] < north)
        if not free.any():
            return free
        reach = np.array([*boxes[free, :EAST].min(axis=0), *boxes[free, EAST:].max(axis=0)])
        free &= ~_meet(boxes[:, None], self._taken[_meet(reach, self._taken)]).any(axis=1)
        near = others[_covers(others, reach, self._kept_off.max())]
        return free & ~_covers(near, boxes[:, None], self._kept_off[:, None]).any(axis=1)

    def _line(self, own: np.ndarray, stand: Stand) -> np.ndarray:
        """Points of the line from a circle's edge to a label that stands off it, as rectangles that touch."""
        if not stand.off:
            return np.empty((0, 4))
        x, y, radius = own
        far = math.hypot(stand.right, stand.up)
        gap = radius + (GAP + stand.off) * self._pixel
        length = gap * (DIAGONAL if stand.right and stand.up else 1) * far - radius
        # Not its very end, which touches its own label.
        steps = radius + np.arange(1, int(length / self._pixel / LINE_STEP)) * LINE_STEP * self._pixel
        at_x, at_y = x + stand.right / far * steps, y + stand.up / far * steps
        half = LINE_STEP / 2 * self._pixel
        return np.stack([at_x - half, at_y - half, at_x + half, at_y + half], axis=1)

    def _crosses(self, line: np.ndarray, own: np.ndarray, others: np.ndarray) -> bool:
        """Whether a line meets a name or another line, or a circle other than one its own lies in."""
        here = own[[0, 1, 0, 1]]
        foreign = others[~_covers(others, here)]
        return bool(_meet(line[:, None], self._taken).any() or _covers(foreign, line[:, None]).any())


def _meet(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Whether rectangles overlap, of shapes that broadcast; the last axis is west, south, east, north."""
    return (
        (some[..., WEST] < others[..., EAST])
        & (others[..., WEST] < some[..., EAST])
        & (some[..., SOUTH] < others[..., NORTH])
        & (others[..., SOUTH] < some[..., NORTH])
    )


def _covers(circles: np.ndarray, boxes: np.ndarray, grown: np.ndarray | float = 0) -> np.ndarray:
    """Whether a part of a rectangle lies within a circle, its radius grown, of shapes that broadcast."""
    x, y, radius = circles[..., 0], circles[..., 1], circles[..., 2]
    across = x - np.minimum(np.maximum(x, boxes[..., WEST]), boxes[..., EAST])
    up = y - np.minimum(np.maximum(y, boxes[..., SOUTH]), boxes[..., NORTH])
    return across**2 + up**2 < (radius + grown) ** 2
