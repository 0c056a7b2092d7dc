/* One step back a step of the reader.
 *
 * Streamlit writes an entry of the browser's history for each change of the address. A page just entered
 * names its choices one after the other, each of which would be a Back that leads nowhere. Here all that
 * follows one act of the reader (or none, as at the first view) becomes one entry.
 */
(() => {
  const push = history.pushState.bind(history);
  let written = true;
  const cityOf = (url) => new URL(url, location.href).searchParams.get("kota");
  /* My city as the reader chose it, for the next visit; a link that names another does not change it. */
  const remember = (url) => {
    const city = url && cityOf(url);
    if (!url || city === cityOf(location.href)) return;
    const age = city ? 31536000 : 0;
    const secure = location.protocol === "https:" ? ";secure" : "";
    document.cookie = `sinergi_kota=${encodeURIComponent(city || "")};path=/;max-age=${age};samesite=lax${secure}`;
  };
  const acted = () => {
    written = false;
  };
  history.pushState = (state, unused, url) => {
    const moves = url && new URL(url, location.href).pathname !== location.pathname;
    if (written && !moves) {
      history.replaceState(state, unused, url);
      return;
    }
    if (!written && !moves) remember(url);
    written = true;
    push(state, unused, url);
  };
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, acted, true);
  addEventListener("popstate", () => {
    written = true;
  });
})();
