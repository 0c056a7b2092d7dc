/* The map as one drawing of its own, for a picture file: what is seen, with legend and credits below it. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"];
  const PANES = ["outlines", "polygons", "arcs", "leaders"];
  const ROW = 24;
  const SWATCH = 14;
  const TEXT = 14;
  const SIGN_WIDE = 15;
  const MARGIN = 16;
  const FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif";

  const css = (node) => window.getComputedStyle(node);
  const dressed = (node) => {
    const copy = node.cloneNode(false);
    for (const name of ["class", "style", "pointer-events", "tabindex"]) copy.removeAttribute(name);
    for (const name of STYLES) copy.setAttribute(name, css(node).getPropertyValue(name));
    return copy;
  };

  S.drawing = function () {
    const size = S.map.getSize();
    const container = S.map.getContainer();
    const ink = css(S.legend).color;
    const whole = S.svg("svg", { width: size.x, height: size.y, "font-family": FONT });
    const seen = S.svg("svg", { width: size.x, height: size.y, overflow: "hidden" });
    seen.append(S.svg("rect", { width: size.x, height: size.y, fill: css(container).backgroundColor }));
    const origin = L.DomUtil.getPosition(S.map.getPane("mapPane"));
    for (const name of PANES) {
      const group = S.svg("g", { transform: `translate(${origin.x} ${origin.y})` });
      for (const path of S.map.getPane(name).querySelectorAll("path")) group.append(dressed(path));
      seen.append(group);
    }
    places(seen, container);
    for (const land of S.layout.lands) landText(seen, land, container);
    for (const circle of S.layout.circles) circleOf(seen, circle, container);
    for (const label of S.layout.labels) labelOf(seen, label, container);
    whole.append(seen);
    const tall = band(whole, size, ink);
    whole.setAttribute("height", size.y + tall);
    whole.dataset.ground = css(S.legend).getPropertyValue("--sk-paper");
    whole.dataset.ink = ink;
    return whole;
  };

  function places(seen, container) {
    const own = container.getBoundingClientRect();
    for (const icon of container.querySelectorAll("svg.sk-place")) {
      const box = icon.getBoundingClientRect();
      const group = S.svg("g", { transform: `translate(${box.left - own.left + 1} ${box.top - own.top + 1})` });
      for (const part of icon.children) group.append(dressed(part));
      seen.append(group);
    }
  }

  const halo = (container) => ({
    "paint-order": "stroke", "stroke-width": 3, "stroke-linejoin": "round",
    stroke: container.classList.contains("sk-dark") ? "#000000" : "#ffffff",
  });

  function landText(seen, land, container) {
    const colour = css(container.querySelector(".sk-land")).color;
    const spacing = land.kind === "country" ? 0 : 2;
    land.rows.forEach((row, index) =>
      seen.append(S.svg("text", {
        x: land.x, y: land.y - land.high / 2 + land.line * (index + 0.78), "text-anchor": "middle",
        "font-size": land.size, "letter-spacing": spacing, fill: colour,
      }, row)));
  }

  function circleOf(seen, { city, x, y, radius, colour }, container) {
    const drawn = container.querySelector(`.sk-glyph[data-code="${CSS.escape(city.code)}"] circle`);
    const copy = dressed(drawn);
    copy.setAttribute("cx", x);
    copy.setAttribute("cy", y);
    seen.append(copy);
    if (!colour || !S.state.symbol) return;
    const at = { x, y: y + radius * 0.45, "text-anchor": "middle", "font-size": radius * 1.3, fill: "#ffffff" };
    seen.append(S.svg("text", at, S.state.symbol));
  }

  function labelOf(seen, { place, circle, type, chosen, signs, wide }, container) {
    const { box, right } = place;
    const anchor = right < 0 ? "end" : right ? "start" : "middle";
    const x = right < 0 ? box.left + wide : right ? box.left : box.left + wide / 2;
    const fill = css(container.querySelector(".sk-label")).color;
    const at = { x, y: box.top + type.line * 0.76, "text-anchor": anchor, "font-size": type.size, fill, ...halo(container) };
    const text = S.svg("text", at);
    text.append(S.svg("tspan", { "font-weight": chosen ? 700 : 600 }, circle.city.name));
    if (circle.words) text.append(S.svg("tspan", {}, ` ${circle.words}`));
    seen.append(text);
    const from = right < 0 ? x - signs.length * SIGN_WIDE : right ? x : x - (signs.length * SIGN_WIDE) / 2;
    signs.forEach((category, index) => {
      const { symbol, colour } = S.config.categories[category];
      const spot = { x: from + SIGN_WIDE * (index + 0.5), y: box.top + type.line + 13, "text-anchor": "middle", "font-size": 14, fill: colour };
      seen.append(S.svg("text", { ...spot, ...halo(container) }, symbol));
    });
  }

  /* Legend and credits in rows below the map; returns their height. */
  function band(whole, size, ink) {
    const { title, note, entries, missing } = S.yearLegend(S.state.legend);
    const items = [[null, note ? `${title} (${note})` : title], ...entries, ["", missing]];
    for (const [kind, words] of S.legendArcs()) items.push([kind || " ", words]);
    const pen = document.createElement("canvas").getContext("2d");
    let [x, y] = [MARGIN, size.y + MARGIN + 6];
    for (const [mark, words] of items) {
      const heading = mark === null;
      pen.font = `${heading ? 600 : 400} ${TEXT}px ${FONT}`;
      const wide = (heading ? 0 : SWATCH + 8) + pen.measureText(words).width + 22;
      if (x > MARGIN && x + wide > size.x - MARGIN) [x, y] = [MARGIN, y + ROW];
      if (!heading) whole.append(swatch(mark, x, y));
      const at = { x: heading ? x : x + SWATCH + 8, y: y + 5, "font-size": TEXT, "font-weight": heading ? 600 : 400, fill: ink };
      whole.append(S.svg("text", at, words));
      x += wide;
    }
    y += ROW;
    whole.append(S.svg("text", { x: MARGIN, y: y + 5, "font-size": 12, fill: ink }, S.config.attribution));
    return y + MARGIN - size.y;
  }

  function swatch(mark, x, y) {
    if (mark.startsWith(" ")) {
      const kind = mark.trim();
      const line = S.legend.querySelector(kind ? `.sk-stroke.${kind}` : ".sk-stroke:not(.sk-out, .sk-in)");
      const stroke = css(line).borderTopColor;
      return S.svg("line", { x1: x, x2: x + SWATCH, y1: y, y2: y, stroke, "stroke-width": 3 });
    }
    const common = { cx: x + SWATCH / 2, cy: y, r: SWATCH / 2 - 1, stroke: "#263238" };
    return S.svg("circle", mark ? { ...common, fill: mark } : { ...common, fill: "#ffffff", "stroke-dasharray": "2.5 2" });
  }
})();
