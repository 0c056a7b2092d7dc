/* The product map: what does not change is fetched once, what changes arrives as a small state.

   window.Sinergi.start(map, config)   called once by the base map
   window.Sinergi.update(state)        called on every rerun that changes something
   All text reaches the page as text, never as markup. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const VIEW = "sinergi-view";
  const REGENCIES_FROM_ZOOM = 7.5;
  const POLYGON_FROM_ZOOM = 8.5;
  const NEAREST_VIEW = 8.5;
  const LEAST_COMPANY = 3;
  const SETTLING_MS = [200, 700, 1500, 3000];
  const EDGE = 14;
  const TYPE = "Source Sans";

  S.state = null;
  S.content = null;
  S.clicks = 0;

  S.element = function (tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  S.svg = function (tag, attributes, text) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };

  S.fetched = async function (url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return answer.json();
  };

  S.start = function (map, config) {
    S.map = map;
    S.config = config;
    S.hub = L.featureGroup().addTo(map);
    const panes = [["outlines", 250], ["polygons", 350], ["arcs", 450], ["leaders", 460], ["places", 470]];
    for (const [name, level] of panes) map.createPane(name).style.zIndex = level;
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(config.attribution);
    // Leaflet focuses the map on a press; the page must not scroll under the pointer, or the click is lost.
    const container = map.getContainer();
    container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
    S.leaders = L.layerGroup().addTo(map);
    S.marks = L.layerGroup().addTo(map);
    S.places = L.layerGroup().addTo(map);
    S.arcs = L.layerGroup().addTo(map);
    S.addControls();
    borrowType();
    restoreView();

    outline("neighbours", "neighbour").then((geometry) => S.nameLands(geometry, "country"));
    outline("provinces", "province").then((geometry) => {
      S.nameLands(geometry, "province");
      outline("lakes", "lake");
    });
    S.fetched(`/geo/cities.geojson?v=${config.geometry}`).then((geometry) => {
      S.polygons = L.geoJSON(geometry, {
        pane: "polygons",
        style: polygonStyle,
        onEachFeature: (feature, layer) =>
          layer.on("click", (event) => {
            L.DomEvent.stop(event);
            S.pick(feature.properties.code);
          }),
      }).addTo(map);
      S.draw();
    });
    S.fetched(config.content).then((content) => {
      S.content = content;
      S.byCode = new Map(content.cities.map((city) => [city.code, city]));
      S.settle();
    });
    map.on("moveend", () => {
      if (S.fitting) return;
      S.touched = true;
      S.remember();
      S.draw();
    });
    new ResizeObserver(() => {
      S.fitting = true;
      map.invalidateSize({ pan: false });
      S.fitting = false;
      S.settle();
    }).observe(container);
    // What lies over the map is drawn by the page, a moment later than the map.
    for (const wait of SETTLING_MS) setTimeout(S.settle, wait);
    regenciesWhenNear();
  };

  /* The page's own upright typeface, for a frame that has none. */
  async function borrowType() {
    for (const sheet of window.parent.document.styleSheets)
      for (const rule of sheet.cssRules) {
        if (!rule.style || rule.style.getPropertyValue("font-family").replace(/["']/g, "") !== TYPE) continue;
        const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"));
        if (!source || rule.style.getPropertyValue("font-style") === "italic") continue;
        const address = new URL(source[1], sheet.href || window.parent.document.baseURI);
        const face = new FontFace(TYPE, `url("${address}")`, { weight: "200 900" });
        document.fonts.add(await face.load());
        S.draw();
        return;
      }
  }

  let kept = null;

  function restoreView() {
    kept = JSON.parse(sessionStorage.getItem(VIEW) || "null");
    S.fitting = true;
    if (kept) S.map.setView([kept[0], kept[1]], kept[2], { animate: false });
    else S.map.fitBounds(S.config.bounds, { animate: false });
    S.fitting = false;
  }

  async function outline(layer, className) {
    const geometry = await S.fetched(`/geo/${layer}.geojson?v=${S.config.geometry}`);
    L.geoJSON(geometry, { pane: "outlines", interactive: false, style: { className: `sk-${className}` } }).addTo(S.map);
    return geometry;
  }

  function regenciesWhenNear() {
    if (S.regencies || S.map.getZoom() < REGENCIES_FROM_ZOOM) return;
    S.regencies = true;
    outline("regencies", "regency");
  }

  function polygonStyle(feature) {
    const code = feature.properties.code;
    const colour = S.state && S.valueOf(code)[0];
    const selected = S.state && S.state.selected === code;
    return {
      className: "sk-city" + (colour ? "" : " sk-missing"),
      fillColor: colour || S.config.missing,
      fillOpacity: S.state && S.isShown(code) ? (S.nearEnoughForPolygons() ? 0.8 : 0.3) : 0.12,
      weight: selected ? 3 : 1,
      color: selected ? S.config.accent : "#37474F",
      opacity: S.map.getZoom() < POLYGON_FROM_ZOOM ? 0.35 : 0.9,
    };
  }

  /* [colour, words] of a city: of the year the slider stands at, else as the page said. */
  S.valueOf = (code) => (S.yearValue && S.yearValue(code)) || S.state.values[code] || [null, ""];
  S.isShown = (code) => !S.state.cities || S.state.cities.includes(code);
  S.nearEnoughForPolygons = () => S.map.getZoom() >= POLYGON_FROM_ZOOM;

  S.update = function (state) {
    const before = S.state;
    S.state = state;
    if (S.stateChanged) S.stateChanged();
    const begun = before === null && (!kept || kept[3] !== state.selected);
    const chosen = before !== null && before.selected !== state.selected && state.selected !== S.picked;
    S.picked = null;
    // A filter or a click leaves the view where the reader has it.
    if (before !== null && !chosen) S.touched = true;
    if ((begun || chosen) && S.content) S.zoomToChosen();
    S.draw();
    if (before !== null) return;
    S.touched = false;
    S.settle();
  };

  S.remember = function () {
    regenciesWhenNear();
    const centre = S.map.getCenter();
    const view = [centre.lat, centre.lng, S.map.getZoom(), S.state ? S.state.selected : ""];
    sessionStorage.setItem(VIEW, JSON.stringify(view));
  };

  /* Measure again what lies over the map; while nobody touched the view, fit it anew. */
  S.settle = function () {
    if (!S.state || !S.content) return;
    makeRoom();
    const over = JSON.stringify([S.map.getSize(), S.overlays()]);
    if (over === S.seenOver) {
      if (!S.draws) S.draw();
      return;
    }
    S.seenOver = over;
    if (!S.touched && (!kept || kept[3] !== S.state.selected)) S.zoomToChosen();
    S.draw();
  };

  /* The map's own controls on the right stand clear of the page's panels. */
  function makeRoom() {
    const free = S.freeFrame();
    const style = S.map.getContainer().style;
    style.setProperty("--sk-right", `${S.map.getSize().x - free.right - EDGE}px`);
    style.setProperty("--sk-top", `${free.top - EDGE}px`);
  }

  /* The chosen city with the cities it trades with, or with its nearest; else every city shown. */
  S.zoomToChosen = function () {
    const city = S.byCode.get(S.state.selected);
    const shown = S.content.cities.filter((each) => S.isShown(each.code));
    if (!city) {
      S.fit(shown.length ? shown.map((each) => [each.lat, each.lon]) : S.config.bounds);
      return;
    }
    const codes = new Set();
    for (const flow of S.content.flows) {
      if (flow.from === city.code) codes.add(flow.to);
      if (flow.to === city.code) codes.add(flow.from);
    }
    const far = (each) => Math.hypot(each.lat - city.lat, each.lon - city.lon);
    let company = shown.filter((each) => codes.has(each.code));
    if (company.length < LEAST_COMPANY)
      company = [...shown].sort((a, b) => far(a) - far(b)).slice(0, LEAST_COMPANY + 1);
    S.fit([city, ...company].map((each) => [each.lat, each.lon]));
  };

  /* Show all of `points` in what the panels over the map leave free, none of them under the legend. */
  S.fit = function (points) {
    const free = S.freeFrame();
    const size = S.map.getSize();
    // Names stand beside the outermost circles.
    const [beside, above] = [Math.min(84, size.x * 0.1), 26];
    const controls = S.overlays().filter((each) => !each.panel);
    const legend = S.legend.open ? S.legend.getBoundingClientRect() : { right: 0, height: 0 };
    const years = S.map.getContainer().querySelector(".sk-years").offsetHeight;
    const view = (left, bottom, top) =>
      S.map.fitBounds(L.latLngBounds(points), {
        paddingTopLeft: [Math.max(free.left + beside, left), free.top + above + top],
        paddingBottomRight: [size.x - free.right + beside, Math.max(size.y - free.bottom + above, bottom)],
        maxZoom: NEAREST_VIEW,
        animate: false,
      });
    const hidden = () =>
      points.some((point) => {
        const { x, y } = S.map.latLngToContainerPoint(point);
        return controls.some((box) => S.meets(box, { left: x, right: x, top: y, bottom: y }, EDGE));
      });
    S.fitting = true;
    const rooms = [[0, 0], [legend.right + 2 * EDGE, 0], [0, legend.height + 3 * EDGE]];
    const tries = [0, years].flatMap((top) => rooms.map(([left, bottom]) => {
      view(left, bottom, top);
      return { left, bottom, top, good: hidden() ? 0 : 1, zoom: S.map.getZoom() };
    }));
    const best = tries.reduce((a, b) => (b.good - a.good || b.zoom - a.zoom) > 0 ? b : a);
    view(best.left, best.bottom, best.top);
    S.fitting = false;
    S.remember();
    S.draw();
  };

  const watched = new WeakSet();
  const sizes = new ResizeObserver(() => requestAnimationFrame(() => S.settle()));

  /* Boxes, in pixels of the map, of all that lies over it: the page's panels and the map's own controls. */
  S.overlays = function () {
    const frame = window.frameElement && window.frameElement.getBoundingClientRect();
    const own = S.map.getContainer().getBoundingClientRect();
    const found = [];
    const add = (node, dx, dy, panel) => {
      if (!watched.has(node)) sizes.observe(node);
      watched.add(node);
      const rect = node.getBoundingClientRect();
      const box = { left: rect.left - dx, right: rect.right - dx, top: rect.top - dy, bottom: rect.bottom - dy, panel };
      const meets = box.left < own.width && box.right > 0 && box.top < own.height && box.bottom > 0;
      if (meets && rect.width && rect.height) found.push(box);
    };
    if (frame)
      for (const key of S.config.panels)
        for (const panel of window.parent.document.querySelectorAll(`.st-key-${key}`))
          add(panel, frame.left + own.left, frame.top + own.top, true);
    for (const control of S.map.getContainer().querySelectorAll(".leaflet-control"))
      add(control, own.left, own.top, false);
    return found;
  };

  S.freeFrame = function () {
    const size = S.map.getSize();
    const free = { left: EDGE, top: EDGE, right: size.x - EDGE, bottom: size.y - EDGE };
    for (const box of S.overlays().filter((each) => each.panel)) {
      if (box.bottom - box.top > size.y / 2) free.right = Math.min(free.right, box.left - EDGE);
      else if (box.top < size.y / 3) free.top = Math.max(free.top, box.bottom + 4);
    }
    return free;
  };

  /* Tell the page which city the reader clicked. */
  S.pick = function (code) {
    S.picked = code;
    S.touched = true;
    S.tell({ code });
  };

  S.tell = function (properties) {
    const marker = L.marker(S.map.getCenter());
    S.clicks += 1;
    marker.feature = { type: "Feature", properties: { ...properties, click: S.clicks } };
    S.hub.fire("click", { layer: marker, latlng: marker.getLatLng() });
  };

  S.draw = function () {
    if (!S.state || !S.content) return;
    S.map.getContainer().classList.toggle("sk-dark", S.state.dark);
    if (S.polygons) S.polygons.setStyle(polygonStyle);
    S.drawLegend();
    S.layOut();
    S.drawArcs();
    S.drawMarks();
    S.drawPlaces();
    S.map.getContainer().dataset.drawn = String((S.draws = (S.draws || 0) + 1));
  };
})();
