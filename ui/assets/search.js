/* Search field: index fetched once, typing errors allowed, driven by the keyboard.
 * "/" or Ctrl+K puts the cursor here from anywhere on a page. */
const MOST = 8;
const indexes = new Map();

const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/* Smallest number of edits (a swap of neighbours is one) from `word` to a beginning of `other`. */
function edits(word, other, most) {
  const width = Math.min(other.length, word.length + most);
  let before = null;
  let row = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      let cost = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1),
      );
      if (before && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(...row);
}

function allowed(word) {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/* How badly an entry answers the words asked for; Infinity when it does not. */
export function badness(asked, entry) {
  let sum = 0;
  for (const word of asked) {
    let best = Infinity;
    entry.words.forEach((other, place) => {
      const aside = place >= entry.own ? 3 : Math.min(place, 2) * 0.2;
      if (other.startsWith(word)) best = Math.min(best, aside + (other === word ? 0 : 0.4));
      else if (word.length > 2 && other.includes(word)) best = Math.min(best, aside + 1.5);
      else {
        const most = allowed(word);
        if (most && best > aside + 2) {
          const count = edits(word, other, most);
          if (count <= most) best = Math.min(best, aside + 1 + count);
        }
      }
    });
    sum += best;
    if (sum === Infinity) return sum;
  }
  return sum + entry.kind + entry.words.length * 0.01;
}

const ORDER = { halaman: 0.3, kota: 0, pangan: 0.2, produk: 0.4, aplikasi: 0.6, sumber: 1.4 };

async function load(url) {
  if (!indexes.has(url)) {
    indexes.set(
      url,
      fetch(url)
        .then((answer) => answer.json())
        .then(({ kinds, rows }) => ({
          kinds,
          entries: rows.map(([kind, title, beside, page, choices]) => {
            const own = plain(title).split(" ");
            const rest = beside ? plain(beside).split(" ") : [];
            // Other words for a food are names of it, not what stands beside it.
            if (kind === "pangan") own.push(...rest.splice(0));
            return { code: kind, kind: ORDER[kind] ?? 1, title, beside, page, choices, own: own.length, words: [...own, ...rest] };
          }),
        })),
    );
    indexes.get(url).catch(() => indexes.delete(url));
  }
  return indexes.get(url);
}

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

const ROOTS = new WeakMap();

function build(root, state) {
  const box = root.querySelector(".cari");
  const glass = element("img", { class: "kaca", alt: "", src: "data:image/svg+xml," + encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18" fill="none" stroke="#5B6966" stroke-width="2"><circle cx="7.5" cy="7.5" r="5.5"/><path d="M12 12l5 5"/></svg>') });
  const input = element("input", {
    type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-autocomplete": "list", "aria-controls": "hasil",
  });
  const list = element("ul", { id: "hasil", role: "listbox" });
  const count = element("div", { class: "hitung", role: "status" });
  // In the top layer nothing around the field can cut it.
  list.popover = "manual";
  box.replaceChildren(glass, input, list, count);
  let shown = [];
  let at = -1;

  const isOpen = () => list.matches(":popover-open");
  const open = () => {
    const place = input.getBoundingClientRect();
    list.style.top = `${place.bottom + 4}px`;
    list.style.right = `${Math.max(document.documentElement.clientWidth - place.right, 8)}px`;
    if (!isOpen()) list.showPopover();
  };
  const close = () => {
    if (isOpen()) list.hidePopover();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const mark = (to) => {
    at = to;
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `hasil-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const go = (entry) => {
    close();
    input.value = "";
    input.blur();
    state.component.setTriggerValue("go", { page: entry.page, choices: entry.choices });
  };
  const look = async () => {
    const asked = plain(input.value).split(" ").filter(Boolean);
    if (!asked.length) return close();
    const typed = input.value;
    const { kinds, entries } = await load(state.data.index);
    if (typed !== input.value) return undefined;
    shown = entries
      .map((entry) => [badness(asked, entry), entry])
      .filter(([bad]) => bad < Infinity)
      .sort((a, b) => a[0] - b[0])
      .slice(0, MOST)
      .map(([, entry]) => entry);
    list.replaceChildren(
      ...shown.map((entry, i) => {
        const row = element("li", { role: "option", id: `hasil-${i}` });
        row.append(element("span", { class: "jenis" }, kinds[entry.code]), element("span", {}, entry.title));
        if (entry.beside && entry.code !== "sumber") row.append(element("span", { class: "samping" }, entry.beside));
        row.addEventListener("pointerdown", (event) => event.preventDefault());
        row.addEventListener("click", () => go(entry));
        return row;
      }),
    );
    if (!shown.length) list.append(element("li", { class: "kosong" }, state.data.none));
    count.textContent = shown.length ? state.data.found.replace("{count}", shown.length) : state.data.none;
    open();
    input.setAttribute("aria-expanded", "true");
    mark(shown.length ? 0 : -1);
    return undefined;
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => load(state.data.index));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      input.value = "";
      close();
      input.blur();
    } else if (shown.length && isOpen() && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      mark((at + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length);
    } else if (event.key === "Enter" && at >= 0 && isOpen()) {
      event.preventDefault();
      go(shown[at]);
    }
  });
  const called = (event) => {
    const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    const slash = event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) {
      event.preventDefault();
      input.focus();
    }
  };
  document.addEventListener("keydown", called);
  state.name = (label) => {
    input.placeholder = label;
    input.setAttribute("aria-label", label);
    list.setAttribute("aria-label", label);
  };
  return () => document.removeEventListener("keydown", called);
}

export default function (component) {
  const root = component.parentElement;
  let state = ROOTS.get(root);
  if (!state) {
    state = { component, data: component.data };
    state.leave = build(root, state);
    ROOTS.set(root, state);
  }
  state.component = component;
  state.data = component.data;
  state.name(component.data.label);
  return () => {
    state.leave();
    ROOTS.delete(root);
  };
}
