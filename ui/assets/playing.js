/* A picture that plays (ui/still/playing.py): a slider and a button below it, its signs move from frame to frame.
 *
 * <div class="sk-putar" data-putar="[names]">      the controls, in one element with their pictures
 * <g class="jalan" data-jalan="[[x,words,there]]"> a sign and its words in each frame
 */
(() => {
  const STAND = 1100; // milliseconds a frame stands,
  const MOVE = 500; // of which the signs move
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const timers = new WeakMap();
  const slider = (control) => control.querySelector("input");

  const move = (sign, at, glide) => {
    const [x, words, there] = JSON.parse(sign.dataset.jalan)[at];
    const before = sign.transform.baseVal[0].matrix.e;
    sign.setAttribute("transform", `translate(${x})`);
    sign.firstElementChild.setAttribute("opacity", there);
    sign.lastElementChild.textContent = words;
    const way = [before, x].map((each) => ({ transform: `translate(${each}px)` }));
    if (glide && !calm.matches) sign.animate(way, { duration: MOVE, easing: "ease-in-out" });
  };

  const show = (control, glide) => {
    const at = Number(slider(control).value);
    const name = JSON.parse(control.dataset.putar)[at];
    slider(control).setAttribute("aria-valuetext", name);
    for (const picture of control.parentElement.querySelectorAll("svg.sk-diam")) {
      picture.querySelector(".bingkai").textContent = name;
      picture.querySelectorAll(".jalan").forEach((sign) => move(sign, at, glide));
    }
  };

  /* The button says what a press does now. */
  const turn = (control) => {
    const button = control.querySelector("button");
    [button.textContent, button.dataset.lain] = [button.dataset.lain, button.textContent];
  };

  const stop = (control) => {
    clearInterval(timers.get(control));
    if (timers.delete(control)) turn(control);
  };

  const play = (control) => {
    const range = slider(control);
    const last = Number(range.max);
    const step = (to) => {
      range.value = to;
      show(control, true);
      if (to >= last || !control.isConnected) stop(control);
    };
    timers.set(control, setInterval(() => step(Number(range.value) + 1), STAND));
    turn(control);
    if (Number(range.value) === last) step(0);
  };

  document.addEventListener("click", (event) => {
    const control = event.target.closest?.(".sk-putar button")?.parentElement;
    if (control) (timers.has(control) ? stop : play)(control);
  });
  document.addEventListener("input", (event) => {
    const control = event.target.closest?.(".sk-putar");
    if (!control) return;
    stop(control);
    show(control, true);
  });
  // The picture for the other kind of window is opened later, in its last frame.
  document.addEventListener("sk-terbuka", (event) => {
    const control = event.target.parentElement.querySelector(".sk-putar");
    if (control) show(control, false);
  });
})();
