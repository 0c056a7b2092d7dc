/* The slider through the years of an indicator: all years come once, the browser plays them; the page is
   told only where the reader stops, so that the year stands in the address. */
(function () {
  "use strict";
  const S = (window.Sinergi = window.Sinergi || {});
  const STEP_MS = 1200;
  const loaded = new Map();
  let control, button, range, said, playing = null;

  S.yearControl = function () {
    control = S.element("div", "sk-years");
    control.hidden = true;
    button = S.element("button", "sk-play", "▶");
    button.type = "button";
    button.addEventListener("click", () => (playing ? stop(true) : play()));
    range = S.element("input");
    Object.assign(range, { type: "range", step: 1 });
    range.setAttribute("aria-label", S.config.words.year);
    range.addEventListener("input", () => {
      stop(false);
      show(range.value);
    });
    range.addEventListener("change", tell);
    said = S.element("output");
    control.append(button, range, said);
    sign();
    L.DomEvent.disableClickPropagation(control);
    L.DomEvent.disableScrollPropagation(control);
    return control;
  };

  const years = () => (S.state && loaded.get(S.state.series)) || null;

  S.stateChanged = function () {
    const { series, year } = S.state;
    if (playing && playing.series === series && playing.year === year) return;
    stop(false);
    S.year = year || null;
    control.hidden = !series;
    if (!series) return;
    if (!loaded.has(series)) {
      loaded.set(series, null);
      S.fetched(series).then((content) => {
        loaded.set(series, content.years);
        S.stateChanged();
        S.settle();
        S.draw();
      });
      return;
    }
    if (!years()) return;
    const all = Object.keys(years());
    Object.assign(range, { min: all[0], max: all[all.length - 1], value: S.year });
    said.textContent = S.year;
  };

  /* What a city had in the year shown; nothing known is [null, ""]. */
  S.yearValue = (code) => (S.year && years() ? years()[S.year][code] || [null, ""] : null);

  S.yearLegend = (legend) => (S.year && years() ? { ...legend, note: S.year } : legend);

  function show(year) {
    S.year = String(year);
    range.value = S.year;
    said.textContent = S.year;
    S.draw();
  }

  function tell() {
    if (S.year !== S.state.year) S.tell({ year: S.year });
  }

  function play() {
    const all = Object.keys(years() || {});
    if (all.length < 2) return;
    if (S.year === all[all.length - 1]) show(all[0]);
    const step = () => {
      const next = all[all.indexOf(S.year) + 1];
      if (next) show(next);
      if (next !== undefined && next !== all[all.length - 1]) return;
      stop(true);
    };
    playing = { timer: setInterval(step, STEP_MS), series: S.state.series, year: S.state.year };
    sign();
  }

  function stop(saying) {
    if (!playing) return;
    clearInterval(playing.timer);
    playing = null;
    sign();
    if (saying) tell();
  }

  function sign() {
    button.textContent = playing ? "❚❚" : "▶";
    button.title = playing ? S.config.words.pause : S.config.words.play;
    button.setAttribute("aria-label", button.title);
  }
})();
