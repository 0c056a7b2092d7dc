/* What the presenter sees on a second screen: this slide, the next one, what to say, the time. */
class Notes {
  constructor(stage) {
    this.stage = stage;
    this.window = null;
  }

  open() {
    if (this.window && !this.window.closed) {
      this.window.focus();
      return;
    }
    this.window = window.open("", "sinergi_catatan", "popup,width=1000,height=700");
    if (!this.window) {
      this.stage.tell(this.stage.words.blocked);
      return;
    }
    const page = this.window.document;
    page.title = this.stage.words.notes;
    page.documentElement.lang = document.documentElement.lang;
    page.head.replaceChildren(page.createElement("style"));
    page.head.firstChild.textContent = [...fonts(), ...styles(this.stage.root)].join("\n");
    page.body.className = "notes";
    this.window.addEventListener("keydown", this.stage.keys, true);
    this.window.addEventListener("resize", () => this.draw());
    this.clock = this.window.setInterval(() => this.time(), 1000);
    this.draw();
  }

  draw() {
    if (!this.window || this.window.closed) return;
    const { stage } = this, page = this.window.document;
    const make = (name, inside = "", kind = "") => {
      const made = page.createElement(name);
      if (inside) made.textContent = inside;
      if (kind) made.className = kind;
      return made;
    };
    const press = (label, act, off) => {
      const made = make("button", label);
      made.type = "button";
      made.disabled = off;
      made.addEventListener("click", act);
      return made;
    };
    const { slides, words, place } = stage;
    const head = make("header");
    this.passed = make("b");
    head.append(
      make("b", words.at.replace("{number}", place + 1).replace("{count}", slides.length)), this.passed, make("span", "", "room"),
      press(words.previous, () => stage.go(stage.place - 1), place === 0),
      press(words.next, () => stage.go(stage.place + 1), place === slides.length - 1),
    );
    const two = make("div", "", "two");
    const shown = [[words.now, slides[place]], [words.then, slides[place + 1]]].map(([label, slide]) => {
      const part = make("section"), frame = make("div", "", "frame");
      part.append(make("h2", slide ? `${label}: ${slide.name}` : words.last));
      if (slide) part.append(frame);
      two.append(part);
      return [frame, slide];
    });
    const lines = make("div", "", "lines");
    lines.append(...slides[place].notes.map((line) => make("p", line)));
    page.body.replaceChildren(head, two, lines);
    for (const [frame, slide] of shown) if (slide) frame.append(canvas(slide, frame.clientWidth, page));
    this.time();
  }

  time() {
    if (!this.passed || !this.window || this.window.closed) return;
    const seconds = Math.floor((Date.now() - this.stage.began) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    this.passed.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  close() {
    if (this.window && !this.window.closed) this.window.close();
    this.window = null;
  }
}

/* Styles of the component, wherever Streamlit put them. */
function styles(root) {
  const sheets = [...(root.adoptedStyleSheets ?? []), ...(root.styleSheets ?? [])];
  return sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
}

/* The page's typeface, its addresses made whole. */
function fonts() {
  const found = [];
  for (const sheet of document.styleSheets) {
    let rules = [];
    try {
      rules = [...sheet.cssRules];
    } catch {
      continue; // a sheet of somebody's browser extension
    }
    for (const rule of rules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const base = sheet.href ?? location.href;
      found.push(rule.cssText.replace(/url\("?([^")]+)"?\)/g, (_whole, to) => `url("${new URL(to, base)}")`));
    }
  }
  return found;
}
