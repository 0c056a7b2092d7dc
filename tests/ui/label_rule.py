"""Where names may stand on a map, one place and one neighbour after another: the slow rule."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

BESIDE = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)]
SIZE, LETTER, HEIGHT, GAP, STEP = 14, 0.56, 1.15, 3, 3


class Box(NamedTuple):
    """A rectangle."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        across = self.west < other.west and other.east < self.east
        return across and self.south < other.south and other.north < self.north

    def meets(self, other: Box) -> bool:
        """Whether the two rectangles overlap."""
        across = self.west < other.east and other.west < self.east
        return across and self.south < other.north and other.south < self.north


class Circle(NamedTuple):
    """A circle."""

    x: float
    y: float
    radius: float

    def meets(self, box: Box) -> bool:
        """Whether a part of the box lies within the circle."""
        across = self.x - min(max(self.x, box.west), box.east)
        up = self.y - min(max(self.y, box.south), box.north)
        return across**2 + up**2 < self.radius**2


def ways(farther: Sequence[float]) -> Iterator[tuple[float, int, int, int]]:
    """Yield (off, right, up, lean), the best first."""
    for right, up in BESIDE:
        yield 0, right, up, right
    for off in farther:
        for right, up in BESIDE:
            yield off, right, up, right
        for right, up in BESIDE:
            if up:
                yield from ((off, right, up, lean) for lean in (-1, 0, 1) if lean != right)


def placed(
    frame: Box,
    circles: list[Circle],
    names: list[str],
    *,
    pixel: float,
    clear: float,
    farther: Sequence[float],
) -> list[tuple[float, int, int, int] | None]:
    """Return where each name stands; None for one without room and for an empty one."""
    taken: list[Box] = []
    found: list[tuple[float, int, int, int] | None] = []
    for number, (own, name) in enumerate(zip(circles, names, strict=True)):
        others = [
            (each, known) for at, (each, known) in enumerate(zip(circles, names, strict=True)) if at != number
        ]
        found.append(None)
        for way in ways(farther) if name else ():
            box, line = label(own, way, name, pixel), leader(own, way, pixel)
            off_them = (GAP if way[0] else clear) * pixel
            kept_off = [Circle(x, y, radius + off_them) for (x, y, radius), _ in others]
            foreign = [each for each, known in others if known and not each.meets(Box(*own[:2], *own[:2]))]
            if (
                frame.holds(box)
                and not any(each.meets(box) for each in (*taken, *kept_off))
                and not any(each.meets(point) for each in (*taken, *foreign) for point in line)
            ):
                taken += [box, *line]
                found[-1] = way
                break
    return found


def label(own: Circle, way: tuple[float, int, int, int], name: str, pixel: float) -> Box:
    """Return the rectangle of a name."""
    off, right, up, lean = way
    wide, high = len(name) * SIZE * LETTER * pixel, SIZE * HEIGHT * pixel
    gap, diagonal = own.radius + (GAP + off) * pixel, 0.75 if right and up else 1
    x = own.x + right * gap * diagonal + lean * wide / 2
    y = own.y + up * (gap * diagonal + high / 2)
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def leader(own: Circle, way: tuple[float, int, int, int], pixel: float) -> list[Box]:
    """Return points of the line to a name that stands off its circle, as rectangles that touch."""
    off, right, up, _lean = way
    if not off:
        return []
    gap, slant = own.radius + (GAP + off) * pixel, math.hypot(right, up)
    length = gap * (0.75 if right and up else 1) * slant - own.radius
    half, found = STEP / 2 * pixel, []
    for number in range(1, int(length / pixel / STEP)):
        far = own.radius + number * STEP * pixel
        x, y = own.x + right / slant * far, own.y + up / slant * far
        found.append(Box(x - half, y - half, x + half, y + half))
    return found
