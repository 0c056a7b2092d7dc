/* Where names stand on the map: beside their circle where there is room, else further off with a line to
   it; never over another name, a circle, a line or what lies over the map. Pure geometry, in pixels. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const NEAR = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
  const REACHES = [24, 38, 54, 74, 98, 126, 158, 194];
  const TURNS = 20;
  const CLEAR = 3;
  const CROWD = 80;
  const ROUNDS = 3;
  const LEADER_COST = 14;
  const ARC_COST = 5;
  const NOWHERE = 1000;
  const CHEAP = 12; // two names beside their circles

  S.meets = (a, b, by = 0) =>
    a.left < b.right + by && b.left < a.right + by && a.top < b.bottom + by && b.top < a.bottom + by;

  const boxAt = (x, y, wide, high) => ({ left: x, right: x + wide, top: y, bottom: y + high });

  const meetsCircle = (box, circle, by) => {
    const dx = Math.max(box.left - circle.x, 0, circle.x - box.right);
    const dy = Math.max(box.top - circle.y, 0, circle.y - box.bottom);
    return dx * dx + dy * dy < (circle.radius + by) ** 2;
  };

  const side = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const cross = (a, b, c, d) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

  S.lineMeets = (from, to, box) => {
    const within = (p) => p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom;
    if (within(from) || within(to)) return true;
    const [a, b] = [{ x: box.left, y: box.top }, { x: box.right, y: box.bottom }];
    const [c, d] = [{ x: box.right, y: box.top }, { x: box.left, y: box.bottom }];
    return cross(from, to, a, b) || cross(from, to, c, d);
  };

  const lineMeetsCircle = (from, to, circle) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((circle.x - from.x) * dx + (circle.y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(from.x + t * dx - circle.x, from.y + t * dy - circle.y) < circle.radius + 1;
  };

  /* Circles pushed apart until they only touch; each remembers where its city is. */
  S.spread = function (circles) {
    for (let round = 0; round < 120; round += 1) {
      let moved = false;
      for (let i = 0; i < circles.length; i += 1)
        for (let j = i + 1; j < circles.length; j += 1) {
          const [a, b] = [circles[i], circles[j]];
          const least = a.radius + b.radius + 2;
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const apart = Math.hypot(dx, dy);
          if (apart >= least) continue;
          const [ux, uy] = apart ? [dx / apart, dy / apart] : [0, 1];
          const step = (least - apart) / 2 + 0.1;
          a.x -= ux * step;
          a.y -= uy * step;
          b.x += ux * step;
          b.y += uy * step;
          moved = true;
        }
      if (!moved) break;
    }
  };

  function candidates(label) {
    const { circle, wide, high } = label;
    const gap = circle.radius + CLEAR;
    const places = [];
    NEAR.forEach(([right, down], order) => {
      const slant = right && down ? 0.7 : 1;
      const x = right > 0 ? circle.x + gap * slant : right < 0 ? circle.x - gap * slant - wide : circle.x - wide / 2;
      const y = down > 0 ? circle.y + gap * slant : down < 0 ? circle.y - gap * slant - high : circle.y - high / 2;
      const turned = label.west && right ? (right < 0 ? -1.5 : 1.5) : 0;
      places.push({ box: boxAt(x, y, wide, high), cost: order + turned, right });
    });
    for (const reach of REACHES)
      for (let turn = 0; turn < TURNS; turn += 1) {
        const angle = (turn / TURNS) * 2 * Math.PI;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        const end = { x: circle.x + dx * (circle.radius + reach), y: circle.y + dy * (circle.radius + reach) };
        const right = dx >= 0 ? 1 : -1;
        const box = boxAt(right > 0 ? end.x + 2 : end.x - 2 - wide, end.y - high / 2, wide, high);
        const from = { x: circle.x + dx * circle.radius, y: circle.y + dy * circle.radius };
        // A line close to level reads best.
        places.push({ box, cost: LEADER_COST + reach * 0.3 + Math.abs(dy) * 5, right, line: [from, end] });
      }
    return places;
  }

  /* Whether a place is free of what stands still: the frame, panels, circles. */
  function free({ box, line }, label, world) {
    const { frame, blocked, circles } = world;
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      return false;
    if (blocked.some((each) => S.meets(box, each, CLEAR) || (line && S.lineMeets(line[0], line[1], each)))) return false;
    return circles.every(
      (circle) =>
        !meetsCircle(box, circle, 1) && !(line && circle !== label.circle && lineMeetsCircle(line[0], line[1], circle)),
    );
  }

  /* Whether it is free of the other names where they now stand, and of their lines. */
  function allowed({ box, line }, label, world) {
    for (const other of world.labels) {
      if (other === label || !other.place) continue;
      const theirs = other.place;
      if (S.meets(box, theirs.box, CLEAR)) return false;
      if (line && S.lineMeets(line[0], line[1], theirs.box)) return false;
      if (theirs.line && S.lineMeets(theirs.line[0], theirs.line[1], box)) return false;
      if (line && theirs.line && cross(line[0], line[1], theirs.line[0], theirs.line[1])) return false;
    }
    return true;
  }

  /* Give a label its cheapest place among those the others leave. */
  function put(label, world) {
    label.place = null;
    label.place = label.places.find((place) => allowed(place, label, world)) || null;
  }

  const costOf = (...labels) => labels.reduce((sum, { place }) => sum + (place ? place.cost : NOWHERE), 0);

  /* Two labels in each other's way: the other one first, where both together then stand better. */
  function swap(a, b, world) {
    const before = [a.place, b.place];
    const cost = costOf(a, b);
    for (const [one, two] of [[a, b], [b, a]]) {
      a.place = b.place = null;
      put(one, world);
      put(two, world);
      if (costOf(a, b) < cost - 0.01) return;
    }
    [a.place, b.place] = before;
  }

  /* Give each label a place, or null where there is none.

     labels   {circle, wide, high, west, first}
     world    {frame, blocked: boxes, circles, arcs: points} */
  S.placeLabels = function (labels, world) {
    world.labels = labels;
    const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
    for (const label of labels) {
      label.places = candidates(label).filter((place) => free(place, label, world));
      const near = world.arcs.filter((point) => apart(point, label.circle) < REACHES[REACHES.length - 1] + label.wide);
      for (const place of label.places) {
        const over = near.filter((p) => S.meets(place.box, { left: p.x, right: p.x, top: p.y, bottom: p.y }));
        place.cost += Math.min(over.length, 4) * ARC_COST;
      }
      label.places.sort((a, b) => a.cost - b.cost);
      label.crowd = world.circles.filter((other) => apart(other, label.circle) < CROWD).length;
    }
    const order = [...labels].sort((a, b) => b.first - a.first || b.crowd - a.crowd);
    for (let round = 0; round < ROUNDS; round += 1) for (const label of order) put(label, world);
    const pairs = order.flatMap((a, i) => order.slice(i + 1).map((b) => [a, b]));
    for (const [a, b] of pairs) if (apart(a.circle, b.circle) < 2 * CROWD && costOf(a, b) > CHEAP) swap(a, b, world);
    for (const label of order) put(label, world);
  };
})();
