/* Meeting mode: slides over the whole window, moved by keys, clicks and swipes, without the server.
 *
 * All slides come with the page; what follows happens in the browser, so a hall needs neither internet nor
 * the server. The place stands in the address. Parts in notes.js and slide_order.js, joined by ui/presentation/stage.py.
 */
const WIDE = 1280, TALL = 720, STILL_AFTER = 2600, SWIPE = 45;
const MODE = "mode", SCREEN = "layar", PLACE = "slide";
const STAGES = new WeakMap();

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/* Signs drawn as paths: no typeface has them all. */
const SIGNS = {
  play: "M7 4v16l13-8z", back: "M14 5l-7 7 7 7M7 12h13", next: "M10 5l7 7-7 7M4 12h13", end: "M5 5l14 14M19 5L5 19",
  notes: "M5 3h14v18H5zM8 8h8M8 12h8M8 16h5", whole: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
};

function drawn(sign) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(made.namespaceURI, "path");
  path.setAttribute("d", SIGNS[sign]);
  made.append(path);
  return made;
}

function button(label, sign, onClick, attributes = {}) {
  const made = element("button", { type: "button", "aria-label": label, ...attributes });
  if (sign) made.append(drawn(sign));
  made.append(element("span", { class: sign ? "word" : null }, label));
  made.addEventListener("click", onClick);
  return made;
}

/* A slide as the server escaped it, on a canvas scaled to `width`. */
function canvas(slide, width, owner = document) {
  const made = owner.createElement("div");
  made.className = "canvas";
  made.setAttribute("aria-hidden", "true");
  made.innerHTML = slide.html;
  made.style.transform = `scale(${width / WIDE})`;
  return made;
}

class Stage {
  constructor(root) {
    this.root = root;
    this.place = 0;
    this.start = element("div", { class: "start" });
    this.list = element("ol", { class: "order" });
    this.said = element("p", { class: "said", role: "status" });
    this.dialog = element("dialog", { tabindex: "-1" });
    root.append(this.start, this.list, this.said, this.dialog);
    this.order = new SlideOrder(this);
    this.notes = new Notes(this);
    this.keys = (event) => this.key(event);
    this.dialog.addEventListener("cancel", (event) => { event.preventDefault(); this.leave(); });
    this.dialog.addEventListener("focusin", () => this.wake());
    for (const kind of ["pointermove", "pointerdown"]) this.dialog.addEventListener(kind, (event) => this.moved(event));
    this.dialog.addEventListener("pointerup", (event) => this.swiped(event));
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this.dialog);
    this.whole = () => this.raise();
    document.addEventListener("fullscreenchange", this.whole);
  }

  update(component) {
    this.component = component;
    const text = JSON.stringify([component.data.slides, component.data.words, component.data.movable]);
    if (text !== this.text) {
      this.text = text;
      this.slides = component.data.slides;
      this.words = component.data.words;
      this.place = Math.min(this.place, this.slides.length - 1);
      this.order.draw(component.data.movable);
      this.drawStart();
      this.drawDialog();
    }
    const asked = new URLSearchParams(location.search);
    if (!this.dialog.open && asked.get(MODE) === SCREEN) this.open(asked.get(PLACE));
    else if (this.dialog.open) this.show(this.place);
  }

  drawStart() {
    this.start.replaceChildren(button(this.words.begin, "play", () => this.open("1"), { class: "main" }));
  }

  drawDialog() {
    const { words } = this;
    this.canvas = canvas({ html: this.slides.map((each) => each.html).join("") }, WIDE);
    this.canvas.removeAttribute("aria-hidden");
    this.drawn = [...this.canvas.querySelectorAll(".slide")];
    this.aside = element("div", { class: "aside", tabindex: "0" });
    this.back = button(words.previous, "back", () => this.go(this.place - 1));
    this.next = button(words.next, "next", () => this.go(this.place + 1), { class: "main" });
    this.places = element("div", { class: "places" });
    this.slides.forEach((each, at) =>
      this.places.append(button(String(at + 1), "", () => this.go(at), { title: each.name })));
    this.where = element("span", { class: "where" });
    this.strip = element("div", { class: "strip", role: "toolbar", "aria-label": words.bar },
      this.back, this.places, this.where, this.next, element("span", { class: "room" }),
      button(words.notes, "notes", () => this.notes.open()),
      button(words.whole, "whole", () => this.fill()),
      button(words.end, "end", () => this.leave()));
    this.dialog.replaceChildren(this.canvas, this.aside, this.strip);
    this.dialog.setAttribute("aria-label", words.bar);
  }

  open(asked) {
    const number = /^[0-9]{1,6}$/.test(asked ?? "1") ? Number(asked ?? "1") : 0;
    const known = number >= 1 && number <= this.slides.length;
    this.began = Date.now();
    addEventListener("keydown", this.keys, true);
    this.dialog.showModal();
    this.dialog.focus();
    this.go(known ? number - 1 : 0);
    if (!known) this.tell(this.words.none.replace("{asked}", String(asked).slice(0, 20)));
    this.wake();
  }

  /* A sentence over the slide for a while. */
  tell(sentence) {
    const note = element("p", { class: "told", role: "alert" }, sentence);
    this.dialog.append(note);
    setTimeout(() => note.remove(), 6000);
  }

  leave() {
    removeEventListener("keydown", this.keys, true);
    clearTimeout(this.timer);
    if (document.fullscreenElement) document.exitFullscreen();
    this.notes.close();
    this.dialog.close();
    this.write(null);
    this.start.firstChild?.focus();
  }

  write(number) {
    const url = new URL(location.href);
    for (const [name, value] of [[MODE, SCREEN], [PLACE, number]]) {
      if (number === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    history.replaceState(history.state, "", url);
  }

  go(to) {
    const place = Math.max(0, Math.min(to, this.slides.length - 1));
    this.dialog.classList.remove("black");
    this.show(place);
    this.write(place + 1);
  }

  show(place) {
    this.place = place;
    const slide = this.slides[place];
    this.drawn.forEach((each, at) => { each.hidden = at !== place; });
    [...this.places.children].forEach((each, at) => {
      each.classList.toggle("here", at === place);
      if (at === place) each.setAttribute("aria-current", "step");
      else each.removeAttribute("aria-current");
    });
    const count = this.slides.length;
    this.where.textContent = `${place + 1}/${count}`;
    this.back.disabled = place === 0;
    this.next.disabled = place === count - 1;
    this.dialog.classList.toggle("teal", slide.cover);
    this.aside.replaceChildren(...slide.notes.map((line) => element("p", {}, line)));
    this.aside.scrollTop = 0;
    this.said.textContent = this.words.at.replace("{number}", place + 1).replace("{count}", count) + ": " + slide.title;
    this.notes.draw();
  }

  /* The whole slide in the window; upright, what to say stands below it. */
  fit() {
    if (!this.dialog.open || !this.canvas) return;
    const wide = this.dialog.clientWidth, tall = this.dialog.clientHeight;
    const scale = Math.min(wide / WIDE, tall / TALL);
    const upright = tall - TALL * scale > 240;
    const top = upright ? 0 : (tall - TALL * scale) / 2;
    this.canvas.style.transform = `translate(${(wide - WIDE * scale) / 2}px, ${top}px) scale(${scale})`;
    this.aside.hidden = !upright;
    this.aside.style.top = `${TALL * scale}px`;
    this.aside.style.bottom = `${this.strip.offsetHeight}px`;
  }

  /* Full screen puts the page on top; the slide goes above it again. */
  raise() {
    if (!this.dialog.open) return;
    this.dialog.close();
    this.dialog.showModal();
    this.dialog.focus();
    this.fit();
  }

  async fill() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      this.tell(this.words.noWhole);
    }
  }

  wake() {
    this.dialog.classList.remove("still");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const used = this.strip.matches(":hover") || this.strip.querySelector(":focus-visible");
      if (used) this.wake();
      else this.dialog.classList.add("still");
    }, STILL_AFTER);
  }

  moved(event) {
    if (event.type === "pointerdown") this.down = { x: event.clientX, y: event.clientY };
    this.wake();
  }

  swiped(event) {
    const from = this.down;
    this.down = null;
    if (!from || event.target.closest(".strip")) return;
    const x = event.clientX - from.x, y = event.clientY - from.y;
    if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) this.go(this.place + (x < 0 ? 1 : -1));
    const clicked = event.pointerType === "mouse" && event.button === 0 && Math.hypot(x, y) < 5;
    if (clicked && event.target.closest(".canvas")) this.go(this.place + 1);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.composedPath()[0]?.tagName === "BUTTON";
    const acts = {
      ArrowRight: () => this.go(this.place + 1), PageDown: () => this.go(this.place + 1),
      ArrowLeft: () => this.go(this.place - 1), PageUp: () => this.go(this.place - 1),
      Home: () => this.go(0), End: () => this.go(this.slides.length - 1),
      Escape: () => this.leave(), f: () => this.fill(), n: () => this.notes.open(),
      b: () => this.dialog.classList.toggle("black"),
      ...(onButton ? {} : { " ": () => this.go(this.place + 1), Enter: () => this.go(this.place + 1) }),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  forget() {
    removeEventListener("keydown", this.keys, true);
    document.removeEventListener("fullscreenchange", this.whole);
    this.sizes.disconnect();
    this.order.forget();
    this.notes.close();
  }
}

export default function (component) {
  const root = component.parentElement;
  if (!STAGES.has(root)) STAGES.set(root, new Stage(root));
  const stage = STAGES.get(root);
  stage.update(component);
  return () => {
    stage.forget();
    STAGES.delete(root);
  };
}
