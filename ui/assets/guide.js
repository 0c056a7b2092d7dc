/* A short guide on the first visit: it covers nothing that matters, takes no focus by itself, and is
 * remembered in this browser. The button at the foot shows it again. */
const SEEN = "sinergi_panduan";
const GUIDES = new WeakMap();

const remembered = () => {
  try {
    return localStorage.getItem(SEEN) === "1";
  } catch {
    return true; // a browser that keeps nothing would show it on every page
  }
};
const remember = () => {
  try {
    localStorage.setItem(SEEN, "1");
  } catch {
    // nothing to remember with
  }
};

class Guide {
  constructor(root) {
    this.box = root.querySelector(".guide");
    this.card = document.createElement("section");
    this.card.className = "card";
    this.card.popover = "manual";
    this.card.setAttribute("role", "dialog");
    this.frame = document.createElement("div");
    this.frame.className = "frame";
    this.frame.popover = "manual";
    this.again = this.press("", () => this.open(true));
    this.box.replaceChildren(this.again, this.frame, this.card);
    this.at = 0;
    this.keys = (event) => {
      if (event.key === "Escape" && this.isOpen()) this.close();
    };
    this.moves = () => this.isOpen() && this.mark();
    addEventListener("keydown", this.keys);
    addEventListener("resize", this.moves);
    addEventListener("scroll", this.moves, true);
  }

  press(label, act, kind = "") {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.className = kind;
    made.addEventListener("click", act);
    return made;
  }

  update(data) {
    this.data = data;
    this.again.textContent = data.words.again;
    this.card.setAttribute("aria-label", data.words.again);
    if (this.isOpen()) this.show();
    else if (!remembered() && new URLSearchParams(location.search).get("mode") !== "layar") this.open(false);
  }

  isOpen() {
    return this.card.matches(":popover-open");
  }

  open(asked) {
    this.at = 0;
    if (!this.isOpen()) {
      this.frame.showPopover();
      this.card.showPopover();
    }
    this.show(asked);
  }

  close() {
    remember();
    this.frame.hidePopover();
    this.card.hidePopover();
    if (this.held) this.again.focus();
    this.held = false;
  }

  go(step) {
    this.at += step;
    this.show(true);
  }

  show(focus = false) {
    const { steps, words } = this.data;
    const step = steps[this.at];
    const title = document.createElement("h2");
    title.textContent = step.title;
    const text = document.createElement("p");
    text.textContent = step.text;
    const row = document.createElement("div");
    row.className = "row";
    const count = document.createElement("span");
    count.textContent = `${this.at + 1}/${steps.length}`;
    const room = document.createElement("span");
    room.className = "room";
    const last = this.at === steps.length - 1;
    row.append(count, room);
    if (!last) row.append(this.press(words.skip, () => this.close()));
    if (this.at) row.append(this.press(words.back, () => this.go(-1)));
    const next = this.press(last ? words.done : words.next, () => (last ? this.close() : this.go(1)), "main");
    row.append(next);
    this.card.replaceChildren(title, text, row);
    if (focus) {
      this.held = true;
      next.focus();
    }
    this.mark();
  }

  /* A frame around the part the step speaks of; none where the page does not show it. */
  mark() {
    const part = document.querySelector(this.data.steps[this.at].part || "none");
    const place = part?.getBoundingClientRect();
    this.frame.hidden = !place?.width;
    if (this.frame.hidden) return;
    Object.assign(this.frame.style, {
      left: `${place.left - 6}px`, top: `${place.top - 6}px`, width: `${place.width + 12}px`, height: `${place.height + 12}px`,
    });
  }

  forget() {
    removeEventListener("keydown", this.keys);
    removeEventListener("resize", this.moves);
    removeEventListener("scroll", this.moves, true);
  }
}

export default function (component) {
  const root = component.parentElement;
  if (!GUIDES.has(root)) GUIDES.set(root, new Guide(root));
  const guide = GUIDES.get(root);
  guide.update(component.data);
  return () => {
    guide.forget();
    GUIDES.delete(root);
  };
}
