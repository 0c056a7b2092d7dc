/* A table wider than its place says so: its right edge is marked while columns follow beyond it. */
(() => {
  const seen = new WeakSet();
  const mark = (scroller) => {
    const rest = scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft;
    scroller.closest("[data-testid='stDataFrame']")?.toggleAttribute("data-more", rest > 4);
  };
  const watch = (scroller) => {
    if (seen.has(scroller)) return;
    seen.add(scroller);
    const sizes = new ResizeObserver(() => mark(scroller));
    for (const part of [scroller, ...scroller.children]) sizes.observe(part);
    scroller.addEventListener("scroll", () => mark(scroller), { passive: true });
  };
  let asked = false;
  const look = () => {
    asked = false;
    document.querySelectorAll("[data-testid='stDataFrame'] .dvn-scroller").forEach(watch);
  };
  new MutationObserver(() => {
    if (!asked) requestAnimationFrame(look);
    asked = true;
  }).observe(document, { subtree: true, childList: true });
})();
