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

  S.state = null;
  S.content = null;
  S.clicks = 0;

  S.element = function (tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  S.svg = function (tag, attributes) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };

  async function fetched(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    return answer.json();
  }

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
    restoreView();
    S.leaders = L.layerGroup().addTo(map);
    S.glyphs = L.layerGroup().addTo(map);
    S.places = L.layerGroup().addTo(map);
    S.arcs = L.layerGroup().addTo(map);
    S.addControls();

    outline("neighbours", "neighbour");
    outline("provinces", "province").then(() => outline("lakes", "lake"));
    fetched(`/geo/cities.geojson?v=${config.geometry}`).then((geometry) => {
      S.polygons = L.geoJSON(geometry, {
        pane: "polygons",
        style: polygonStyle,
        onEachFeature: (feature, layer) =>
          layer.on("click", (event) => {
            L.DomEvent.stop(event);
            S.pick(feature.properties.code, null);
          }),
      }).addTo(map);
      S.draw();
    });
    fetched(config.content).then((content) => {
      S.content = content;
      S.byCode = new Map(content.cities.map((city) => [city.code, city]));
      showSelected();
      S.draw();
    });
    map.on("zoomend", () => {
      regenciesWhenNear();
      S.draw();
    });
    map.on("moveend", () => {
      const centre = map.getCenter();
      sessionStorage.setItem(VIEW, JSON.stringify([centre.lat, centre.lng, map.getZoom()]));
    });
    map.on("click", () => {
      if (S.open) {
        S.open = null;
        S.draw();
      }
    });
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
    regenciesWhenNear();
  };

  function restoreView() {
    const kept = JSON.parse(sessionStorage.getItem(VIEW) || "null");
    if (kept) S.map.setView([kept[0], kept[1]], kept[2], { animate: false });
    else S.map.fitBounds(S.config.bounds, { animate: false });
  }

  async function outline(layer, className) {
    const geometry = await fetched(`/geo/${layer}.geojson?v=${S.config.geometry}`);
    L.geoJSON(geometry, { pane: "outlines", interactive: false, style: { className: `sk-${className}` } }).addTo(S.map);
  }

  function regenciesWhenNear() {
    if (S.regencies || S.map.getZoom() < REGENCIES_FROM_ZOOM) return;
    S.regencies = true;
    outline("regencies", "regency");
  }

  function polygonStyle(feature) {
    const code = feature.properties.code;
    const given = S.state && S.state.values[code];
    const shown = S.state && isShown(code);
    return {
      className: "sk-city" + (given && given[0] ? "" : " sk-missing"),
      fillColor: given && given[0] ? given[0] : S.config.missing,
      fillOpacity: shown ? 0.8 : 0.12,
      weight: S.state && S.state.selected === code ? 3 : 1,
      color: S.state && S.state.selected === code ? S.config.accent : "#37474F",
    };
  }

  function isShown(code) {
    return !S.state.cities || S.state.cities.includes(code);
  }
  S.isShown = isShown;

  S.nearEnoughForPolygons = () => S.map.getZoom() >= POLYGON_FROM_ZOOM;

  S.update = function (state) {
    const before = S.state ? S.state.selected : null;
    S.state = state;
    if (state.selected !== before) {
      S.open = state.selected || null;
      showSelected();
    }
    S.draw();
  };

  function showSelected() {
    const city = S.open && S.byCode && S.byCode.get(S.open);
    if (city) makeRoom(city);
  }

  /* Move the view only as far as the opened city's products need. */
  function makeRoom(city) {
    S.legend.open = false; // it would lie over the products
    const frame = S.map.getSize();
    const padding = [Math.min(170, frame.x * 0.3), Math.min(140, frame.y * 0.25)];
    S.map.panInside([city.lat, city.lon], { padding, animate: false });
  }

  /* Tell the page which city, and which product if any, the reader clicked. */
  S.pick = function (code, product) {
    const city = S.byCode.get(code);
    const marker = L.marker([city.lat, city.lon]);
    S.clicks += 1;
    marker.feature = { type: "Feature", properties: { code, product, click: S.clicks } };
    S.open = code;
    makeRoom(city);
    S.hub.fire("click", { layer: marker, latlng: marker.getLatLng() });
    S.draw();
  };

  S.draw = function () {
    if (!S.state || !S.content) return;
    S.map.getContainer().classList.toggle("sk-dark", S.state.dark);
    if (S.polygons) S.polygons.setStyle(polygonStyle);
    const placed = S.drawGlyphs();
    S.drawArcs(placed);
    S.drawPlaces();
    S.drawLegend();
    S.map.getContainer().dataset.drawn = String((S.draws = (S.draws || 0) + 1));
  };
})();
