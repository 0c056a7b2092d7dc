/* A chart or map that is a picture (ui/still) becomes part of the page: Streamlit lets no drawing through, but
 * pictures. Only then do its words take the page's typeface and ink, and its marks answer the pointer.
 */
(() => {
  const WAITING = "img.sk-diam";
  const DRAWING = "data:image/svg+xml,";
  const open = (image) => {
    const text = decodeURIComponent(image.getAttribute("src").slice(DRAWING.length));
    const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    drawn.setAttribute("class", image.className);
    drawn.setAttribute("aria-label", image.alt);
    drawn.setAttribute("role", "img");
    image.replaceWith(drawn);
  };
  new MutationObserver(() => document.querySelectorAll(WAITING).forEach(open))
    .observe(document, { subtree: true, childList: true });
})();
