/* Beside the cities: documented flows as arcs, ports and airports, the legend, home and full screen. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const STEPS = 28;
  const FULL = "sk-peta-penuh";
  const SHAPES = {
    // Own drawings on a 16 x 16 ground.
    port: "M8 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4M8 6v8M4.5 8.5h7M2.5 10c.4 2.600 2.600 4 5.500 4s5.100-1.400 5.500-4",
    airport: "M8 1.500v13M8 6 1.500 9.500M8 6l6.500 3.500M8 12l-2.500 2.500M8 12l2.500 2.500",
  };

  /* The documented flows to draw between circles: {flow, kind, weight, points}. */
  S.arcsNow = function (byCode) {
    // Without the layer, only what reaches or leaves the chosen city is drawn.
    const all = S.state.layers.includes("flows");
    const chosen = S.state.selected;
    const found = [];
    for (const flow of S.content.flows) {
      if (!all && flow.from !== chosen && flow.to !== chosen) continue;
      const [from, to] = [byCode.get(flow.from), byCode.get(flow.to)];
      if (from && to && (flow.certain || !S.state.certainOnly)) found.push(arc(flow, from, to));
    }
    return found;
  };

  function arc(flow, from, to) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    // Bent to the right of its direction, so that there and back are two arcs.
    const bend = Math.min(60, length * 0.22);
    const middle = {
      x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
      y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
    };
    const start = Math.min(0.4, (from.radius + 3) / length);
    const end = 1 - Math.min(0.4, (to.radius + 6) / length);
    const on = (axis, t) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * middle[axis] + t * t * to[axis];
    const points = Array.from({ length: STEPS + 1 }, (_, i) => start + ((end - start) * i) / STEPS).map((t) => ({ x: on("x", t), y: on("y", t) }));
    const chosen = S.state.selected;
    const kind = chosen === flow.from ? " sk-out" : chosen === flow.to ? " sk-in" : chosen ? " sk-faint" : "";
    return { flow, kind, points, weight: 1 + 0.9 * Math.min(flow.goods.length, 6) };
  }

  S.drawArcs = function () {
    S.arcs.clearLayers();
    const place = (point) => S.map.containerPointToLatLng([point.x, point.y]);
    for (const { flow, kind, weight, points } of S.layout.arcs) {
      const options = { pane: "arcs", className: "sk-arc" + kind + (flow.certain ? "" : " sk-unsure"), weight, fill: false };
      const tip = S.element("div");
      tip.append(S.element("strong", "", `${S.byCode.get(flow.from).name} → ${S.byCode.get(flow.to).name}`));
      tip.append(S.element("div", "", flow.goods.join(", ")));
      if (!flow.certain) tip.append(S.element("div", "", S.config.words.unsure));
      L.polyline(points.map(place), options).bindTooltip(tip, { sticky: true, className: "sk-tip" }).addTo(S.arcs);
      const [tail, head] = points.slice(-2);
      const turn = Math.atan2(head.y - tail.y, head.x - tail.x);
      const size = 5 + weight;
      const corner = (angle) => place({ x: head.x + size * Math.cos(angle), y: head.y + size * Math.sin(angle) });
      L.polygon([corner(turn), corner(turn + 2.5), corner(turn - 2.5)], {
        pane: "arcs", interactive: false, className: "sk-arc sk-head" + kind, weight: 0,
      }).addTo(S.arcs);
    }
  };

  S.drawPlaces = function () {
    S.places.clearLayers();
    for (const place of S.content.places) {
      if (!S.state.layers.includes(place.group)) continue;
      const node = S.svg("svg", { width: 18, height: 18, viewBox: "-1 -1 18 18", class: `sk-place sk-${place.group}` });
      node.append(S.svg("circle", { cx: 8, cy: 8, r: 8.5 }), S.svg("path", { d: SHAPES[place.group] }));
      const icon = L.divIcon({ html: node, className: "sk-anchor sk-centred", iconSize: [18, 18] });
      const marker = L.marker([place.lat, place.lon], { icon, pane: "places", keyboard: false });
      const tip = S.element("div");
      tip.append(S.element("strong", "", place.name), S.element("div", "", place.kind));
      marker.bindTooltip(tip).addTo(S.places);
    }
  };

  S.addControls = function () {
    S.legend = S.element("details", "sk-legend");
    S.legend.open = S.map.getSize().x > 520;
    S.legend.addEventListener("toggle", () => S.draws && S.draw());
    L.DomEvent.disableClickPropagation(S.legend);
    L.DomEvent.disableScrollPropagation(S.legend);
    add("bottomleft", S.legend);
    add("topleft", bar([
      ["sk-home", "M2.5 8 8 3l5.5 5M4 7v6h8V7", S.config.words.home, () => S.fit(S.content.cities.filter((city) => S.isShown(city.code)).map((city) => [city.lat, city.lon]))],
      ["sk-full", "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", S.config.words.full, fullScreen],
    ]));
    if (S.yearControl) add("topright", S.yearControl());
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(S.map);
  };

  function add(position, node) {
    const Control = L.Control.extend({ onAdd: () => node });
    new Control({ position }).addTo(S.map);
  }

  function bar(buttons) {
    const box = S.element("div", "leaflet-bar");
    for (const [name, shape, words, act] of buttons) {
      const button = S.element("a", name);
      const picture = S.svg("svg", { width: 18, height: 18, viewBox: "0 0 16 16", "aria-hidden": "true" });
      picture.append(S.svg("path", { d: shape }));
      button.append(picture);
      Object.assign(button, { href: "#", title: words });
      button.setAttribute("role", "button");
      button.setAttribute("aria-label", words);
      L.DomEvent.on(button, "click", (event) => {
        L.DomEvent.stop(event);
        act();
      });
      box.append(button);
    }
    L.DomEvent.disableClickPropagation(box);
    return box;
  }

  /* The whole map with its panels fills the screen; where the browser gives none, its window. */
  function fullScreen() {
    const root = (window.frameElement ? window.parent.document : document).documentElement;
    const there = root.ownerDocument;
    const full = root.classList.toggle(FULL);
    S.touched = false; // fitted anew to the room there is now
    if (full && root.requestFullscreen) root.requestFullscreen().catch(() => {});
    if (!full && there.fullscreenElement) there.exitFullscreen();
    if (fullScreen.heard) return;
    fullScreen.heard = true;
    const leave = () => root.classList.remove(FULL);
    there.addEventListener("fullscreenchange", () => there.fullscreenElement || leave());
    for (const page of [there, document]) page.addEventListener("keydown", (event) => event.key === "Escape" && leave());
  }

  S.drawLegend = function () {
    const { title, note, entries, missing } = S.yearLegend ? S.yearLegend(S.state.legend) : S.state.legend;
    const parts = [S.element("summary", "", title)];
    if (note) parts.push(S.element("div", "sk-note", note));
    for (const [colour, words] of entries) parts.push(entry("sk-swatch", colour, words));
    parts.push(entry("sk-swatch sk-missing", "#ffffff", missing));
    for (const [kind, words] of S.legendArcs()) {
      const row = S.element("div", "sk-entry");
      row.append(S.element("b", `sk-stroke${kind}`), S.element("span", "", words));
      parts.push(row);
    }
    const state = JSON.stringify(parts.map((part) => part.outerHTML));
    if (state === S.legendDrawn) return;
    S.legendDrawn = state;
    S.legend.replaceChildren(...parts);
  };

  /* Kinds of lines the map shows now, with their words. */
  S.legendArcs = function () {
    const chosen = S.state.selected;
    const flows = S.content.flows.filter((flow) => flow.certain || !S.state.certainOnly);
    const rows = [];
    if (chosen && flows.some((flow) => flow.from === chosen)) rows.push([" sk-out", S.config.words.out]);
    if (chosen && flows.some((flow) => flow.to === chosen)) rows.push([" sk-in", S.config.words.in]);
    if (S.state.layers.includes("flows")) rows.push(["", S.config.words.arcs]);
    return rows;
  };

  function entry(className, colour, label) {
    const row = S.element("div", "sk-entry");
    const swatch = S.element("b", className, className === "sk-swatch" ? S.state.symbol : "");
    swatch.style.backgroundColor = colour;
    row.append(swatch, S.element("span", "", label));
    return row;
  }
})();
