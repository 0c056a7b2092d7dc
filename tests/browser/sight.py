"""What a reader can see of a page: whether it is whole, words beyond its edge or cut away by a box."""

from __future__ import annotations

# A line of text is lost when part of it lies outside the window's width, or outside a box that hides what
# passes it and cannot be scrolled. Lines that end in an ellipsis on purpose carry their whole text beside.
_LOST = """() => {
  const lost = [], edge = window.innerWidth + 1
  const unseen = 'svg, script, style, noscript, canvas, [aria-hidden="true"], [hidden]'
  const main = document.querySelector('[data-testid="stMain"]')
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode()) {
    const node = walker.currentNode, text = node.textContent.trim(), owner = node.parentElement
    if (!text || !owner || owner.closest(unseen)) continue
    if (!owner.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) continue
    let how = box.right > edge || box.left < -1 ? 'beyond the window' : ''
    for (let part = owner; part && part !== main; part = part.parentElement) {
      const style = getComputedStyle(part), outer = part.getBoundingClientRect()
      if (/auto|scroll/.test(style.overflowX)) { how = ''; break }
      if (style.position === 'absolute' && outer.width <= 1) { how = ''; break }
      if (/hidden|clip/.test(style.overflowX) && (box.right > outer.right + 2 || box.left < outer.left - 2)) {
        how = style.textOverflow === 'ellipsis' && part.closest('[title]') ? '' : 'cut by its box'
        break
      }
    }
    const within = owner.closest('[data-testid]')?.dataset.testid
    if (how) lost.push(`${how}: ${text.slice(0, 60)} <${owner.tagName.toLowerCase()} in ${within}>`)
  }
  return lost
}"""


def lost_words(page) -> list[str]:
    """Return each text of which a part cannot be seen, and how it is lost."""
    return page.evaluate(_LOST)


def too_wide(page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def bottom(locator) -> float:
    """Where the lower edge of an element stands below the window's top."""
    box = locator.bounding_box()
    assert box is not None, "not on the page"
    return box["y"] + box["height"]


def whole(page) -> None:
    """Fail where the page broke off, asked another host, met an error or is wider than its window."""
    page.locator("[data-testid='stMain']").locator("h1, h2, h3").first.wait_for()
    assert page.locator("[data-testid='stException']").count() == 0
    assert page.get_by_text("Maaf, halaman ini tidak dapat ditampilkan").count() == 0
    assert page.watch.outside == [], page.watch.outside
    assert page.watch.errors == [], page.watch.errors
    assert too_wide(page) <= 1


# Words of a chart or map that is a picture (ui/still) that are cut, lie on one another or on a mark.
_UNCLEAR = """drawing => {
  const [, , wide, tall] = drawing.getAttribute('viewBox').split(' ').map(Number)
  const whole = drawing.getBoundingClientRect()
  const marks = [...drawing.querySelectorAll(':scope > circle')].map(mark => mark.getBBox())
  const back = drawing.getScreenCTM().inverse()
  const boxes = [...drawing.querySelectorAll('text')].filter(text => !text.closest('.kata')).map(text => {
    // A line's box holds room above and below its letters.
    const {x, y, width, height} = text.getBBox(), place = back.multiply(text.getScreenCTM())
    const corners = [[x, y + 0.2 * height], [x + width, y + 0.8 * height]]
      .map(([across, down]) => new DOMPoint(across, down).matrixTransform(place))
    const [left, right, top, foot] = ['x', 'y'].flatMap(way => [Math.min, Math.max]
      .map(most => most(...corners.map(corner => corner[way]))))
    return {said: text.textContent, left, right, top, foot}
  })
  const found = boxes
    .filter(({left, right, top, foot}) => left < 0 || top < 0 || right > wide || foot > tall)
    .map(({said}) => `cut: ${said}`)
  if (whole.left < 0 || whole.right > window.innerWidth) found.push('cut: the picture')
  boxes.forEach((one, number) => {
    for (const other of boxes.slice(number + 1))
      if (one.left < other.right && other.left < one.right && one.top < other.foot && other.top < one.foot)
        found.push(`${one.said} on ${other.said}`)
    for (const mark of marks) {
      const radius = mark.width / 2, x = mark.x + radius, y = mark.y + radius
      const across = x - Math.min(Math.max(x, one.left), one.right)
      const down = y - Math.min(Math.max(y, one.top), one.foot)
      if (Math.hypot(across, down) < radius) found.push(`${one.said} on a mark`)
    }
  })
  return found
}"""


def unclear_names(drawing) -> list[str]:
    """Return each text of a picture that is cut, lies on another, or on a circle, and how."""
    return drawing.evaluate(_UNCLEAR)
