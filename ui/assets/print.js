/* On paper: the page as wide as it stands on the screen, made to fit the sheet.
 *
 * Charts and tables are drawn in pixels of the window; narrower paper would cut them.
 */
(() => {
  const SHEET = 1046; // pixels of A4 across, 10 mm left free on each side
  const WIDEST = "[data-testid='stMainBlockContainer']";
  const fit = () => {
    const main = document.querySelector(WIDEST);
    if (!main) return;
    const style = getComputedStyle(main);
    const wide = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    document.documentElement.style.setProperty("--sk-zoom", String(Math.min(1, SHEET / wide)));
  };
  // Known before the sheet is laid out: a print begun by the browser itself gives no time for it.
  addEventListener("beforeprint", fit);
  addEventListener("resize", fit);
  addEventListener("load", fit);
})();
