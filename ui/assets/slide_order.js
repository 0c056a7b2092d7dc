/* The slides in their order: dragged, or moved by the buttons on each; a click on one starts there. */
class SlideOrder {
  constructor(stage) {
    this.stage = stage;
    this.sizes = new ResizeObserver(() => this.scale());
    this.sizes.observe(stage.list);
  }

  draw(movable) {
    const { list, slides, words } = this.stage;
    const held = this.held;
    list.setAttribute("aria-label", words.order);
    list.replaceChildren(...slides.map((slide, at) => this.item(slide, at, movable)));
    this.scale();
    if (held) {
      const moved = [...list.children].find((each) => each.dataset.kind === held.kind);
      const wanted = moved?.querySelector(`[data-step="${held.step}"]`);
      (wanted?.disabled ? moved.querySelector("[data-step]:not([disabled])") : wanted)?.focus();
      this.held = null;
    }
  }

  item(slide, at, movable) {
    const { slides, words } = this.stage;
    const small = element("button", { class: "small", type: "button", "aria-label": words.from.replace("{name}", slide.name) },
      canvas(slide, 200));
    small.addEventListener("click", () => this.stage.open(String(at + 1)));
    const made = element("li", { "data-kind": slide.kind, draggable: String(movable) },
      small, element("div", { class: "name" }, `${at + 1}. ${slide.name}`), element("div", { class: "title" }, slide.title));
    if (movable) {
      const moves = element("div", { class: "moves" });
      for (const [step, sign, label] of [[-1, "back", words.earlier], [1, "next", words.later]]) {
        const press = button(label.replace("{name}", slide.name), sign, () => {
          this.held = { kind: slide.kind, step };
          this.move(at, at + step);
        }, { "data-step": step });
        press.querySelector(".word").remove();
        press.disabled = at + step < 0 || at + step >= slides.length;
        moves.append(press);
      }
      made.append(moves);
      this.carry(made, at);
    }
    return made;
  }

  /* Drag and drop: the slide goes before or after the one it is dropped on. */
  carry(item, at) {
    const side = (event) => {
      const box = item.getBoundingClientRect();
      return event.clientX < box.left + box.width / 2 ? 0 : 1;
    };
    const clear = () => item.classList.remove("before", "after");
    item.addEventListener("dragstart", (event) => {
      this.from = at;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.kind);
      item.classList.add("carried");
    });
    item.addEventListener("dragend", () => {
      this.from = undefined;
      item.classList.remove("carried");
    });
    item.addEventListener("dragover", (event) => {
      if (this.from === undefined) return;
      event.preventDefault();
      clear();
      item.classList.add(side(event) ? "after" : "before");
    });
    item.addEventListener("dragleave", clear);
    item.addEventListener("drop", (event) => {
      event.preventDefault();
      clear();
      if (this.from === undefined) return;
      const to = at + side(event);
      this.move(this.from, to > this.from ? to - 1 : to);
    });
  }

  /* Show the new order at once, then let the page know. */
  move(from, to) {
    const { stage } = this;
    if (from === to) return;
    const slides = [...stage.slides];
    slides.splice(to, 0, ...slides.splice(from, 1));
    stage.slides = slides;
    this.draw(true);
    stage.drawDialog();
    stage.said.textContent = stage.words.moved.replace("{name}", slides[to].name).replace("{number}", to + 1);
    stage.component.setTriggerValue("order", slides.map((each) => each.kind));
  }

  scale() {
    for (const each of this.stage.list.querySelectorAll(".small")) {
      each.firstChild.style.transform = `scale(${each.clientWidth / WIDE})`;
    }
  }

  forget() {
    this.sizes.disconnect();
  }
}
