/* Cities on the map: a circle that carries the value, a dot for each product, a label; at small
   scales cities that would collide are moved apart, with a line to where they are. The opened city
   shows its products by name. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const NEAR = { circle: 9, dot: 3.6, line: 20, font: 13 };
  const FAR = { circle: 7, dot: 2.7, line: 15, font: 12 };
  const FAR_BELOW_ZOOM = 7;
  const LEAST_CHIP = 130;
  const ROUNDS = 240;
  const MOVED = 7;
  const measure = document.createElement("canvas").getContext("2d");

  const size = () => (S.map.getZoom() < FAR_BELOW_ZOOM ? FAR : NEAR);

  function textWidth(text) {
    measure.font = `600 ${size().font}px 'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif`;
    return measure.measureText(text).width;
  }

  function productsShown(city) {
    if (!S.state.products) return city.products;
    const wanted = new Set(S.state.products);
    return city.products.filter((product) => wanted.has(product.id));
  }

  /* Boxes in pixels, pushed apart until none overlap; each is drawn back to its own place. */
  function layOut(cities) {
    const boxes = cities.map((city) => {
      const at = S.map.latLngToLayerPoint([city.lat, city.lon]);
      const radius = ringRadius(productsShown(city).length);
      const width = textWidth(city.name) + 6;
      return { city, at, x: at.x, y: at.y, radius, width, west: city.side === "W" };
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      let moved = false;
      for (let i = 0; i < boxes.length; i += 1)
        for (let j = i + 1; j < boxes.length; j += 1) moved = separate(boxes[i], boxes[j]) || moved;
      if (!moved) break;
    }
    return boxes;
  }

  function edges(box) {
    const left = box.x - box.radius - (box.west ? box.width : 0);
    const right = box.x + box.radius + (box.west ? 0 : box.width);
    const half = Math.max(box.radius, size().line / 2) + 1;
    return [left, right, box.y - half, box.y + half];
  }

  function separate(a, b) {
    const [aLeft, aRight, aTop, aBottom] = edges(a);
    const [bLeft, bRight, bTop, bBottom] = edges(b);
    const across = Math.min(aRight, bRight) - Math.max(aLeft, bLeft);
    const down = Math.min(aBottom, bBottom) - Math.max(aTop, bTop);
    if (across <= 0 || down <= 0) return false;
    if (down <= across * 1.6) {
      const above = a.at.y < b.at.y || (a.at.y === b.at.y && a.city.code < b.city.code);
      const step = (down / 2 + 0.5) * (above ? 1 : -1);
      a.y -= step;
      b.y += step;
    } else {
      const step = (across / 2 + 0.5) * (a.at.x < b.at.x ? 1 : -1);
      a.x -= step;
      b.x += step;
    }
    return true;
  }

  function ringRadius(count) {
    const { circle, dot } = size();
    if (!count) return circle + 1;
    return Math.max(circle + dot + 1.5, (count * (dot * 2 + 1)) / (2 * Math.PI) + dot);
  }

  S.drawGlyphs = function () {
    S.glyphs.clearLayers();
    S.leaders.clearLayers();
    const cities = S.content.cities.filter((city) => S.isShown(city.code));
    const placed = new Map();
    for (const box of layOut(cities)) {
      const at = S.map.layerPointToLatLng([box.x, box.y]);
      placed.set(box.city.code, { at, point: L.point(box.x, box.y), radius: box.radius });
      if (Math.hypot(box.x - box.at.x, box.y - box.at.y) > MOVED) {
        const options = { pane: "leaders", className: "sk-leader", interactive: false };
        L.polyline([[box.city.lat, box.city.lon], at], options).addTo(S.leaders);
      }
      addGlyph(box, at);
    }
    if (S.open && placed.has(S.open)) openCity(S.byCode.get(S.open), placed.get(S.open));
    return placed;
  };

  function addGlyph(box, at) {
    const city = box.city;
    const value = S.state.values[city.code] || [null, ""];
    const node = S.element("div", "sk-glyph" + (S.open && S.open !== city.code ? " sk-dimmed" : ""));
    node.dataset.code = city.code;
    const { circle: circleRadius, dot: dotRadius, font } = size();
    const side = 2 * (box.radius + dotRadius + 1);
    const picture = S.svg("svg", { width: side, height: side, viewBox: `${-side / 2} ${-side / 2} ${side} ${side}` });
    picture.style.left = picture.style.top = `${-side / 2}px`;
    const circle = S.svg("circle", {
      r: S.nearEnoughForPolygons() ? 6 : circleRadius,
      fill: value[0] || S.config.missing,
      class: "sk-value" + (value[0] ? "" : " sk-missing") + (S.state.selected === city.code ? " sk-selected" : ""),
    });
    picture.append(circle);
    const products = productsShown(city);
    products.forEach((product, index) => {
      const turn = (index / products.length) * 2 * Math.PI - Math.PI / 2;
      const dot = { cx: Math.cos(turn) * box.radius, cy: Math.sin(turn) * box.radius, r: dotRadius };
      picture.append(S.svg("circle", { ...dot, fill: S.config.categories[product.category].colour, class: "sk-dot" }));
    });
    const label = S.element("span", "sk-label" + (box.west ? " sk-west" : ""), city.name);
    label.style[box.west ? "right" : "left"] = `${box.radius + dotRadius + 1}px`;
    label.style.fontSize = `${font}px`;
    node.append(picture, label);
    const icon = L.divIcon({ html: node, className: "sk-anchor", iconSize: [0, 0] });
    const marker = L.marker(at, { icon, keyboard: true, alt: city.name, zIndexOffset: S.open === city.code ? 500 : 0 });
    marker.bindTooltip(glyphTip(city, value, products.length), { direction: "top", offset: [0, -box.radius - 4] });
    marker.on("click keypress", (event) => {
      if (event.type === "keypress" && event.originalEvent.key !== "Enter") return;
      L.DomEvent.stop(event);
      S.pick(city.code, null);
    });
    marker.addTo(S.glyphs);
  }

  function glyphTip(city, value, count) {
    const tip = S.element("div");
    tip.append(S.element("strong", "", city.name));
    tip.append(S.element("div", "", `${S.state.legend.title}: ${value[1] || S.config.words.missing}`));
    tip.append(S.element("div", "", `${count} ${S.config.words.products}`));
    return tip;
  }

  /* The opened city's products by name, half to each side, each with a line to the city. */
  function openCity(city, place) {
    const products = productsShown(city);
    if (!products.length) return;
    const frame = S.map.getContainer().getBoundingClientRect();
    const at = S.map.latLngToContainerPoint(place.at);
    const gap = place.radius + 34;
    const room = { right: frame.width - at.x - gap - 8, left: at.x - gap - 8 };
    const rightOnly = room.left < LEAST_CHIP || frame.width < 480;
    const leftOnly = !rightOnly && room.right < LEAST_CHIP;
    const sides = rightOnly ? [products, []] : leftOnly ? [[], products] : halves(products);
    const node = S.element("div", "sk-fan");
    const lines = S.svg("svg", { width: 1, height: 1, class: "sk-fan-lines" });
    node.append(lines);
    sides.forEach((list, side) => {
      const sign = side === 0 ? 1 : -1;
      list.forEach((product, index) => {
        const x = sign * gap;
        const wide = Math.max(LEAST_CHIP, Math.min(240, sign > 0 ? room.right : room.left));
        const y = (index - (list.length - 1) / 2) * 30;
        lines.append(S.svg("line", { x1: 0, y1: 0, x2: x, y2: y }));
        node.append(productChip(city, product, x, y, sign, wide));
      });
    });
    const icon = L.divIcon({ html: node, className: "sk-anchor", iconSize: [0, 0] });
    L.marker(place.at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(S.glyphs);
  }

  function halves(products) {
    const half = Math.ceil(products.length / 2);
    return [products.slice(0, half), products.slice(half)];
  }

  function productChip(city, product, x, y, sign, wide) {
    const chip = S.element("button", "sk-chip");
    chip.type = "button";
    chip.title = product.name;
    chip.dataset.product = product.id;
    chip.style.top = `${y - 13}px`;
    chip.style.maxWidth = `${wide}px`;
    chip.style[sign > 0 ? "left" : "right"] = `${Math.abs(x)}px`;
    const category = S.config.categories[product.category];
    const mark = S.element("i", "", category.symbol);
    mark.style.color = category.colour;
    chip.append(mark, S.element("span", "", product.name));
    L.DomEvent.disableClickPropagation(chip);
    chip.addEventListener("click", () => S.pick(city.code, product.id));
    return chip;
  }
})();
