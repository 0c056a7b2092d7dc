/* Beside the cities: documented flows as arcs, ports and airports, the legend, the home button. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const STEPS = 28;
  const SHAPES = {
    // Own drawings on a 16 x 16 ground.
    port: "M8 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4M8 6v8M4.5 8.5h7M2.5 10c.4 2.600 2.600 4 5.500 4s5.100-1.400 5.500-4",
    airport: "M8 1.500v13M8 6 1.500 9.500M8 6l6.500 3.500M8 12l-2.500 2.500M8 12l2.500 2.500",
  };

  S.drawArcs = function (placed) {
    S.arcs.clearLayers();
    // Without the layer, only what reaches or leaves the chosen city is drawn.
    const all = S.state.layers.includes("flows");
    const chosen = S.state.selected;
    for (const flow of S.content.flows) {
      if (!all && flow.from !== chosen && flow.to !== chosen) continue;
      const from = placed.get(flow.from);
      const to = placed.get(flow.to);
      if (!from || !to || (S.state.certainOnly && !flow.certain)) continue;
      drawArc(flow, from, to);
    }
  };

  function drawArc(flow, from, to) {
    const a = from.point;
    const b = to.point;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    // Bent to the right of its direction, so that there and back are two arcs.
    const bend = Math.min(60, length * 0.22);
    const middle = L.point((a.x + b.x) / 2 - ((b.y - a.y) / length) * bend, (a.y + b.y) / 2 + ((b.x - a.x) / length) * bend);
    const start = Math.min(0.4, (from.radius + 3) / length);
    const end = 1 - Math.min(0.4, (to.radius + 6) / length);
    const at = (t) =>
      L.point((1 - t) ** 2 * a.x + 2 * t * (1 - t) * middle.x + t * t * b.x, (1 - t) ** 2 * a.y + 2 * t * (1 - t) * middle.y + t * t * b.y);
    const points = Array.from({ length: STEPS + 1 }, (_, i) => at(start + ((end - start) * i) / STEPS));
    const chosen = S.state.selected;
    let kind = "";
    if (chosen === flow.from) kind = " sk-out";
    else if (chosen === flow.to) kind = " sk-in";
    else if (chosen) kind = " sk-faint";
    const weight = 1 + 0.9 * Math.min(flow.goods.length, 6);
    const options = { pane: "arcs", className: "sk-arc" + kind + (flow.certain ? "" : " sk-unsure"), weight, fill: false };
    const line = L.polyline(points.map((point) => S.map.layerPointToLatLng(point)), options);
    const tip = S.element("div");
    tip.append(S.element("strong", "", `${S.byCode.get(flow.from).name} → ${S.byCode.get(flow.to).name}`));
    tip.append(S.element("div", "", flow.goods.join(", ")));
    if (!flow.certain) tip.append(S.element("div", "", S.config.words.unsure));
    line.bindTooltip(tip, { sticky: true, className: "sk-tip" }).addTo(S.arcs);
    const tail = at(end - 0.03);
    const head = at(end);
    const turn = Math.atan2(head.y - tail.y, head.x - tail.x);
    const size = 5 + weight;
    const corner = (angle) => S.map.layerPointToLatLng(L.point(head.x + size * Math.cos(angle), head.y + size * Math.sin(angle)));
    L.polygon([corner(turn), corner(turn + 2.5), corner(turn - 2.5)], {
      pane: "arcs", interactive: false, className: "sk-arc sk-head" + kind, weight: 0,
    }).addTo(S.arcs);
  }

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
    const Legend = L.Control.extend({
      onAdd: () => {
        S.legend = S.element("details", "sk-legend");
        S.legend.open = S.map.getSize().x > 520;
        L.DomEvent.disableClickPropagation(S.legend);
        return S.legend;
      },
    });
    new Legend({ position: "bottomleft" }).addTo(S.map);
    const Home = L.Control.extend({
      onAdd: () => {
        const box = S.element("div", "leaflet-bar");
        const button = S.element("a", "sk-home", "⌂");
        button.href = "#";
        button.title = S.config.words.home;
        button.setAttribute("role", "button");
        button.setAttribute("aria-label", S.config.words.home);
        L.DomEvent.disableClickPropagation(box);
        L.DomEvent.on(button, "click", (event) => {
          L.DomEvent.preventDefault(event);
          const shown = S.content.cities.filter((city) => S.isShown(city.code));
          if (shown.length) S.map.fitBounds(L.latLngBounds(shown.map((city) => [city.lat, city.lon])).pad(0.1));
        });
        box.append(button);
        return box;
      },
    });
    new Home({ position: "topleft" }).addTo(S.map);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(S.map);
  };

  S.drawLegend = function () {
    const legend = S.state.legend;
    const parts = [S.element("summary", "", legend.title)];
    if (legend.note) parts.push(S.element("div", "sk-note", legend.note));
    const classes = S.element("div", "sk-classes");
    for (const [colour, label] of legend.entries) classes.append(entry("sk-swatch", colour, label));
    classes.append(entry("sk-swatch sk-missing", S.config.missing, S.config.words.missing));
    const dots = S.element("details");
    dots.open = S.dotsOpen === true;
    dots.addEventListener("toggle", () => (S.dotsOpen = dots.open));
    dots.append(S.element("summary", "", S.config.words.categories));
    const categories = S.element("div", "sk-categories");
    dots.append(categories);
    parts.push(classes, dots);
    for (const category of Object.values(S.config.categories)) {
      const row = S.element("div", "sk-entry");
      const mark = S.element("i", "", category.symbol);
      mark.style.color = category.colour;
      row.append(mark, S.element("span", "", category.label));
      categories.append(row);
    }
    if (S.arcs.getLayers().length) parts.push(S.element("div", "sk-note", S.config.words.arcs));
    S.legend.replaceChildren(...parts);
  };

  function entry(className, colour, label) {
    const row = S.element("div", "sk-entry");
    const swatch = S.element("b", className);
    swatch.style.backgroundColor = colour;
    row.append(swatch, S.element("span", "", label));
    return row;
  }
})();
