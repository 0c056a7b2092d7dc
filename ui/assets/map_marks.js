/* Cities on the map: a circle that carries the value, the name with the value in words; the chosen city
   larger, with a sign for each of its products; provinces and neighbours named quietly. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const TYPE = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif";
  const NAME = { size: 14, line: 18 };
  const CHOSEN = { size: 17, line: 21 };
  const SIGN = { size: 14, line: 17, wide: 15 };
  const RADIUS = { chosen: 11, value: 8, missing: 6 };
  const LAND = { size: 13, line: 16, spacing: 2 };
  const LONG_NAME = 14;
  const GRID = 14;
  const MOVED = 5;
  const pen = document.createElement("canvas").getContext("2d");

  const textWidth = (text, size, weight) => {
    pen.font = `${weight} ${size}px ${TYPE}`;
    return pen.measureText(text).width;
  };

  /* Where circles and names stand now; drawn, exported and measured from here. */
  S.layOut = function () {
    const cities = S.content.cities.filter((city) => S.isShown(city.code));
    const chosen = S.state.selected;
    const circles = cities.map((city) => {
      const at = S.map.latLngToContainerPoint([city.lat, city.lon]);
      const [colour, words] = S.valueOf(city.code);
      const radius = city.code === chosen ? RADIUS.chosen : colour ? RADIUS.value : RADIUS.missing;
      return { city, colour, words, radius, at: { x: at.x, y: at.y }, x: at.x, y: at.y };
    });
    S.spread(circles);
    const size = S.map.getSize();
    const frame = { left: 3, top: 3, right: size.x - 3, bottom: size.y - 3 };
    const blocked = S.overlays();
    const open = (circle) =>
      circle.x > 0 && circle.x < size.x && circle.y > 0 && circle.y < size.y &&
      !blocked.some((box) => S.meets(box, { left: circle.x, right: circle.x, top: circle.y, bottom: circle.y }));
    const byCode = new Map(circles.map((circle) => [circle.city.code, circle]));
    const arcs = S.arcsNow(byCode);
    const labels = circles.filter(open).map((circle) => label(circle, circle.city.code === chosen));
    const world = { frame, blocked, circles, arcs: arcs.flatMap((arc) => arc.points) };
    S.placeLabels(labels, world);
    S.layout = { circles, byCode, arcs, labels: labels.filter((each) => each.place), lands: [] };
    S.layout.lands = landNames(S.layout, blocked, frame);
  };

  function label(circle, chosen) {
    const type = chosen ? CHOSEN : NAME;
    const name = textWidth(circle.city.name, type.size, chosen ? 700 : 600);
    const value = circle.words ? textWidth(` ${circle.words}`, type.size, 400) : 0;
    const signs = chosen ? S.state.signs : [];
    const wide = Math.max(name + value, signs.length * SIGN.wide) + 2;
    const high = type.line + (signs.length ? SIGN.line : 0);
    return { circle, chosen, signs, type, name, wide, high, west: circle.city.side === "W", first: chosen ? 1 : 0 };
  }

  const lands = [];

  /* Points within each land, from which the place of its name is chosen. */
  S.nameLands = function (geometry, kind) {
    for (const feature of geometry.features) {
      const name = kind === "country" ? S.config.words.countries[feature.properties.name] : feature.properties.name;
      if (!name) continue;
      const { type, coordinates } = feature.geometry;
      const rings = (type === "Polygon" ? [coordinates] : coordinates).map((polygon) => polygon[0]);
      const ring = rings.reduce((a, b) => (extent(a) > extent(b) ? a : b));
      lands.push({ name, kind, rows: rows(kind === "country" ? name : name.toUpperCase()), points: within(ring) });
    }
    if (S.draws) S.draw();
  };

  const bounds = (ring) => {
    const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const extent = (ring) => {
    const [west, south, east, north] = bounds(ring);
    return (east - west) * (north - south);
  };

  function within(ring) {
    const [west, south, east, north] = bounds(ring);
    const found = [];
    for (let i = 0; i < GRID; i += 1)
      for (let j = 0; j < GRID; j += 1) {
        const x = west + ((east - west) * (i + 0.5)) / GRID;
        const y = south + ((north - south) * (j + 0.5)) / GRID;
        if (inside(x, y, ring)) found.push([y, x]);
      }
    const middle = [0, 1].map((axis) => found.reduce((sum, p) => sum + p[axis], 0) / (found.length || 1));
    const far = (p) => Math.hypot(p[0] - middle[0], p[1] - middle[1]);
    return found.sort((a, b) => far(a) - far(b));
  }

  function inside(x, y, ring) {
    let odd = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
    return odd;
  }

  function rows(name) {
    const words = name.split(" ");
    if (name.length <= LONG_NAME || words.length < 2) return [name];
    const half = Math.ceil(words.length / 2);
    return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  }

  function landNames({ labels, circles, arcs }, blocked, frame) {
    const taken = [...labels.map((each) => each.place.box), ...blocked];
    for (const circle of circles) taken.push(around(circle, circle.radius + 2));
    const lines = labels.map((each) => each.place.line).filter(Boolean);
    for (const arc of arcs) for (let i = 1; i < arc.points.length; i += 3) lines.push([arc.points[i - 1], arc.points[i]]);
    const placed = [];
    for (const land of lands) {
      const quiet = land.kind === "country" ? 0 : LAND.spacing;
      const wide = Math.max(...land.rows.map((row) => textWidth(row, LAND.size, 400) + row.length * quiet)) + 2;
      const high = land.rows.length * LAND.line;
      for (const point of land.points) {
        const { x, y } = S.map.latLngToContainerPoint(point);
        const box = { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
        const fits = box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
        if (!fits || taken.some((each) => S.meets(box, each, 3))) continue;
        if (lines.some(([from, to]) => S.lineMeets(from, to, box))) continue;
        taken.push(box);
        placed.push({ ...land, x, y, wide, high, line: LAND.line, size: LAND.size });
        break;
      }
    }
    return placed;
  }

  const around = ({ x, y }, reach) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });

  const at = (point) => S.map.containerPointToLatLng([point.x, point.y]);

  S.drawMarks = function () {
    S.marks.clearLayers();
    S.leaders.clearLayers();
    const line = (from, to) =>
      L.polyline([from, to], { pane: "leaders", className: "sk-leader", interactive: false }).addTo(S.leaders);
    const placed = new Map(S.layout.labels.map((each) => [each.circle, each]));
    for (const land of S.layout.lands) addLand(land);
    for (const circle of S.layout.circles) {
      const name = placed.get(circle);
      if (Math.hypot(circle.x - circle.at.x, circle.y - circle.at.y) > MOVED) line([circle.city.lat, circle.city.lon], at(circle));
      if (name && name.place.line) line(...name.place.line.map(at));
      addCity(circle, name);
    }
  };

  function addLand(land) {
    const node = S.element("div", `sk-land sk-land-${land.kind}`);
    for (const row of land.rows) node.append(S.element("div", "", row));
    Object.assign(node.style, { left: `${-land.wide / 2}px`, top: `${-land.high / 2}px`, width: `${land.wide}px` });
    const icon = L.divIcon({ html: node, className: "sk-anchor", iconSize: [0, 0] });
    L.marker(at(land), { icon, interactive: false, keyboard: false, zIndexOffset: -2000 }).addTo(S.marks);
  }

  function addCity(circle, name) {
    const { city, radius, colour, words } = circle;
    const chosen = city.code === S.state.selected;
    const node = S.element("div", "sk-glyph");
    node.dataset.code = city.code;
    const side = 2 * (radius + 3);
    const picture = S.svg("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}` });
    picture.style.left = picture.style.top = `${-side / 2}px`;
    picture.append(S.svg("circle", { r: radius, fill: colour || "#ffffff", class: markClass(circle) }));
    if (colour && S.state.symbol) picture.append(S.svg("text", { class: "sk-sign", y: radius * 0.45, "font-size": radius * 1.3 }, S.state.symbol));
    node.append(picture);
    if (name) node.append(nameOf(name, circle));
    const icon = L.divIcon({ html: node, className: "sk-anchor", iconSize: [0, 0] });
    const marker = L.marker(at(circle), { icon, keyboard: true, alt: city.name, zIndexOffset: chosen ? 500 : 0 });
    const tip = S.element("div");
    tip.append(S.element("strong", "", city.name));
    tip.append(S.element("div", "", `${S.state.legend.title}: ${words || S.state.legend.missing}`));
    marker.bindTooltip(tip, { direction: "top", offset: [0, -radius - 4] });
    marker.on("click keypress", (event) => {
      if (event.type === "keypress" && event.originalEvent.key !== "Enter") return;
      L.DomEvent.stop(event);
      S.pick(city.code);
    });
    marker.addTo(S.marks);
    // Leaflet gives the name to pictures only; a city whose name finds no room is a button all the same.
    marker.getElement().setAttribute("aria-label", `${city.name}. ${S.state.legend.title}: ${words || S.state.legend.missing}`);
  }

  const markClass = ({ city, colour }) =>
    "sk-value" + (colour ? "" : " sk-missing") + (city.code === S.state.selected ? " sk-selected" : "");

  function nameOf(name, circle) {
    const { box, right } = name.place;
    const node = S.element("span", "sk-label" + (name.chosen ? " sk-chosen" : ""));
    Object.assign(node.style, {
      left: `${box.left - circle.x}px`, top: `${box.top - circle.y}px`, width: `${name.wide}px`, height: `${name.high}px`,
      fontSize: `${name.type.size}px`, lineHeight: `${name.type.line}px`, textAlign: right < 0 ? "right" : right ? "left" : "center",
    });
    const first = S.element("span", "sk-name", circle.city.name);
    node.append(first);
    if (circle.words) node.append(S.element("span", "sk-words", ` ${circle.words}`));
    if (name.signs.length) {
      const row = S.element("div", "sk-signs");
      row.style.lineHeight = `${SIGN.line}px`;
      for (const category of name.signs) {
        const sign = S.element("i", "", S.config.categories[category].symbol);
        sign.style.color = S.config.categories[category].colour;
        sign.style.width = `${SIGN.wide}px`;
        row.append(sign);
      }
      node.append(row);
    }
    return node;
  }
})();
