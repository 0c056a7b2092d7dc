/* A chart or map that is a picture (ui/still) becomes part of the page: Streamlit lets no drawing through, but
 * pictures. Only then do its words take the page's typeface and ink, and its marks answer the pointer.
 */
(() => {
  // Of two, the one that is not shown stays a picture until it is: nobody waits for its reading.
  const narrow = matchMedia("(max-width:640px)");
  const waiting = () => document.querySelectorAll(`img.sk-diam:not(.${narrow.matches ? "lebar" : "sempit"})`);
  const DRAWING = "data:image/svg+xml,";
  const open = (image) => {
    const text = decodeURIComponent(image.getAttribute("src").slice(DRAWING.length));
    const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    drawn.setAttribute("class", image.className);
    drawn.setAttribute("aria-label", image.alt);
    drawn.setAttribute("role", "img");
    image.replaceWith(drawn);
    drawn.dispatchEvent(new Event("sk-terbuka", { bubbles: true }));
  };
  const openAll = () => waiting().forEach(open);
  narrow.addEventListener("change", openAll);
  new MutationObserver(openAll).observe(document, { subtree: true, childList: true });
})();
