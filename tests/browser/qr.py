"""Read a QR code as a phone does, from the dots of a picture (ISO/IEC 18004; versions 1 to 10, bytes)."""

from __future__ import annotations

from PIL import Image

QUIET = 3  # modules left free around the code
# Of levels L, M, Q, H by version: check words of a block, blocks.
CHECK = (
    (7, 10, 15, 20, 26, 18, 20, 24, 30, 18),
    (10, 16, 26, 18, 24, 16, 18, 22, 22, 26),
    (13, 22, 18, 26, 18, 24, 18, 22, 20, 24),
    (17, 28, 22, 16, 22, 28, 26, 26, 24, 28),
)
BLOCKS = (
    (1, 1, 1, 1, 1, 2, 2, 2, 2, 4),
    (1, 1, 1, 2, 2, 4, 4, 4, 5, 5),
    (1, 1, 2, 2, 4, 4, 6, 6, 8, 8),
    (1, 1, 2, 4, 4, 4, 5, 6, 8, 8),
)
LEVEL = {1: 0, 0: 1, 3: 2, 2: 3}  # as the format says it -> place in the tables above
FORMAT_MASK = 0x5412
BYTES = 0b0100
MASKS = (
    lambda x, y: (x + y) % 2,
    lambda x, y: y % 2,
    lambda x, y: x % 3,
    lambda x, y: (x + y) % 3,
    lambda x, y: (x // 3 + y // 2) % 2,
    lambda x, y: x * y % 2 + x * y % 3,
    lambda x, y: (x * y % 2 + x * y % 3) % 2,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2,
)


def read(picture: Image.Image) -> str:
    """Return what the code in `picture` says. Raises ValueError when there is none that can be read."""
    grey = picture.convert("L")
    for version in range(1, 11):
        size = 17 + 4 * version
        step = grey.width / (size + 2 * QUIET)
        dark = [
            [
                grey.getpixel((int((x + QUIET + 0.5) * step), int((y + QUIET + 0.5) * step))) < 128
                for x in range(size)
            ]
            for y in range(size)
        ]
        if _timed(dark):
            return _text(_data(dark, version), version)
    raise ValueError("no code of versions 1 to 10 in this picture")


def _timed(dark: list[list[bool]]) -> bool:
    """Whether dark and light take turns between the corners, as in every code of that size."""
    between = range(8, len(dark) - 8)
    return all(dark[6][at] == dark[at][6] == (at % 2 == 0) for at in between) and all(dark[0][:7])


def _format(dark: list[list[bool]]) -> tuple[int, int]:
    """Level (place in the tables) and mask."""
    places = [
        *((row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)),
        *((8, column) for column in (7, 5, 4, 3, 2, 1, 0)),
    ]
    bits = sum(dark[row][column] << at for at, (row, column) in enumerate(places)) ^ FORMAT_MASK
    return LEVEL[bits >> 13], bits >> 10 & 7


def _reserved(version: int) -> set[tuple[int, int]]:
    """Places (x, y) that hold no data: corners, format, timing, alignment, version."""
    size = 17 + 4 * version
    held = {(x, y) for x in range(9) for y in range(9)}
    held |= {(x, y) for x in range(size - 8, size) for y in range(9)}
    held |= {(x, y) for x in range(9) for y in range(size - 8, size)}
    held |= {(6, at) for at in range(size)} | {(at, 6) for at in range(size)}
    if version > 1:
        count = version // 7 + 2
        step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
        centres = [6, *(size - 7 - at * step for at in range(count - 2, -1, -1))]
        corners = {(6, 6), (6, size - 7), (size - 7, 6)}
        for middle in {(x, y) for x in centres for y in centres} - corners:
            held |= {(middle[0] + x, middle[1] + y) for x in range(-2, 3) for y in range(-2, 3)}
    if version > 6:
        held |= {(x, y) for x in range(size - 11, size - 8) for y in range(6)}
        held |= {(y, x) for x in range(size - 11, size - 8) for y in range(6)}
    return held


def _data(dark: list[list[bool]], version: int) -> bytes:
    """The data words in their order, without the check words."""
    size, (level, mask), held = len(dark), _format(dark), _reserved(version)
    bits = []
    for right in (at if at > 6 else at - 1 for at in range(size - 1, 0, -2)):
        for down in range(size):
            for x in (right, right - 1):
                y = size - 1 - down if (right + 1) & 2 == 0 else down
                if (x, y) not in held:
                    bits.append(dark[y][x] ^ (MASKS[mask](x, y) == 0))
    words = [int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) - 7, 8)]
    blocks, check = BLOCKS[level][version - 1], CHECK[level][version - 1]
    short = len(words) // blocks - check
    lengths = [short + (at >= blocks - len(words) % blocks) for at in range(blocks)]
    parts: list[list[int]] = [[] for _length in lengths]
    stream = iter(words)
    for place in range(max(lengths)):
        for part, length in zip(parts, lengths, strict=True):
            if place < length:
                part.append(next(stream))
    return bytes(word for part in parts for word in part)


def _text(content: bytes, version: int) -> str:
    bits = "".join(f"{word:08b}" for word in content)
    if int(bits[:4], 2) != BYTES:
        raise ValueError("not written in bytes")
    wide = 8 if version < 10 else 16
    count = int(bits[4 : 4 + wide], 2)
    said = bits[4 + wide : 4 + wide + 8 * count]
    return bytes(int(said[at : at + 8], 2) for at in range(0, len(said), 8)).decode()
