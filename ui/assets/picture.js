/* A chart or map as a picture file, drawn by the browser that shows it.
 *
 * window.SinergiPicture.save(svg, {name, format, title, note})   hands out a drawing as SVG or PNG
 * A press on <button data-chart="key" data-format="png|svg">     takes the chart or still map drawn under that key
 * A press on <button data-map="key" data-format="png|svg">       takes the map drawn there, which draws itself
 *
 * An SVG stays editable and names its typefaces; a PNG carries the typeface inside and is at least as
 * wide as a projector's picture. All text enters as text, never as markup.
 */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const LEAST_WIDTH = 1920;
  const LEAST_SCALE = 2;
  const MARGIN = 16;
  const LINE = 20;
  const TYPE = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif";
  const EMBEDDED = "Source Sans";

  const node = (tag, attributes, text) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
    }
    return "#ffffff";
  };

  /* The layers plotly lays over each other, as one drawing. */
  const ofChart = (plot) => {
    const layers = [...plot.querySelectorAll(".svg-container > .main-svg")];
    const box = layers[0].getBoundingClientRect();
    const whole = node("svg", { width: box.width, height: box.height });
    for (const layer of layers) {
      const part = node("g", {});
      for (const child of layer.childNodes) part.append(child.cloneNode(true));
      whole.append(part);
    }
    // What only waits for the pointer is no part of the picture.
    for (const idle of whole.querySelectorAll(".hoverlayer, .draglayer, .zoomlayer")) idle.remove();
    whole.dataset.ground = ground(plot);
    whole.dataset.ink = getComputedStyle(plot).color;
    return whole;
  };

  /* A map that is a picture already: of its two, the one that is shown. */
  const ofStill = (still) => {
    const { width, height } = still.viewBox.baseVal;
    const whole = node("svg", { width, height });
    const ink = getComputedStyle(still).color;
    const part = node("g", { fill: ink, color: ink });
    for (const child of still.childNodes) part.append(child.cloneNode(true));
    part.querySelector(".kata").remove();
    whole.append(part);
    whole.dataset.ground = ground(still);
    // Names stay readable over a line, as the page's own rule has it.
    const halo = { "paint-order": "stroke", stroke: whole.dataset.ground, "stroke-width": 3, "stroke-linejoin": "round" };
    for (const text of part.querySelectorAll(":scope > text, .jalan > text"))
      for (const [name, value] of Object.entries(halo)) text.setAttribute(name, value);
    whole.dataset.ink = ink;
    return whole;
  };

  const words = (text, width) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `14px ${TYPE}`;
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (lines[lines.length - 1] && pen.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  };

  /* The drawing on its ground, what it shows above it and when and where from below it. */
  const framed = (drawing, { title, note }) => {
    const width = Math.ceil(Number(drawing.getAttribute("width")));
    const height = Math.ceil(Number(drawing.getAttribute("height")));
    const [above, below] = [title, note].map((text) => (text ? words(text, width - 2 * MARGIN) : []));
    const top = above.length ? MARGIN + above.length * LINE : 0;
    const bottom = below.length ? MARGIN + below.length * LINE : 0;
    const tall = top + height + bottom;
    const whole = node("svg", { xmlns: SVG, width, height: tall, viewBox: `0 0 ${width} ${tall}`, "font-family": TYPE });
    if (title) whole.append(node("title", {}, title));
    whole.append(node("rect", { width, height: tall, fill: drawing.dataset.ground || "#ffffff" }));
    const write = (lines, from, weight) =>
      lines.forEach((line, at) => whole.append(node("text", {
        x: MARGIN, y: from + at * LINE, "font-size": 14, "font-weight": weight, fill: drawing.dataset.ink || "#17211f",
      }, line)));
    write(above, MARGIN + 8, 600);
    write(below, top + height + MARGIN, 400);
    const place = node("svg", { y: top, width, height, overflow: "hidden" });
    place.append(...drawing.childNodes);
    whole.append(place);
    return whole;
  };

  const base64 = async (url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };

  /* A picture made from text sees no web font: the page's own upright face goes inside. */
  const typeface = async () => {
    // The map's frame has no typeface of its own.
    for (const home of new Set([document, window.parent.document]))
      for (const sheet of home.styleSheets)
        for (const rule of sheet.cssRules) {
          if (!rule.style || rule.style.getPropertyValue("font-family").replace(/["']/g, "") !== EMBEDDED) continue;
          const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"));
          if (!source || rule.style.getPropertyValue("font-style") === "italic") continue;
          const data = await base64(new URL(source[1], sheet.href || home.baseURI));
          return `@font-face{font-family:"${EMBEDDED}";font-weight:100 900;src:url(data:font/woff2;base64,${data})}`;
        }
    return "";
  };

  const text = (whole) => new XMLSerializer().serializeToString(whole);

  const png = async (whole) => {
    whole.prepend(node("style", {}, await typeface()));
    const width = Number(whole.getAttribute("width"));
    const height = Number(whole.getAttribute("height"));
    const scale = Math.max(LEAST_SCALE, LEAST_WIDTH / width);
    const image = new Image(width, height);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(whole))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
  };

  const save = async (drawing, { name, format, title, note }) => {
    const whole = framed(drawing, { title, note });
    const blob = format === "png" ? await png(whole) : new Blob([text(whole)], { type: "image/svg+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.${format}`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  window.SinergiPicture = { save, node };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-chart],button[data-map]");
    if (!button) return;
    const { chart, map, format, name, title, note } = button.dataset;
    if (map) {
      const frame = document.querySelector(`.st-key-${CSS.escape(map)} iframe`);
      save(frame.contentWindow.Sinergi.drawing(), { name, format, title, note });
      return;
    }
    const within = `.st-key-${CSS.escape(chart)}`;
    const plot = document.querySelector(`${within} .js-plotly-plot`);
    const still = [...document.querySelectorAll(`${within} .sk-diam`)].find((each) => each.getClientRects().length);
    if (plot || still) save(plot ? ofChart(plot) : ofStill(still), { name, format, title, note });
  });
})();
