/* What arrives together is handed on together.
 *
 * A run's messages reach the browser within some hundredths of a second, each an event of its own, and
 * between two of them Streamlit's page draws what it has so far: half a dozen times what one drawing shows.
 * So they wait for the run's end, or until none has come for a moment, and are handed on one after another in
 * the order they came. A run that takes its time is still drawn part by part.
 */
(() => {
  const QUIET_MS = 30;
  const LONGEST_MS = 100;
  const OVER = 2; // bytes of the message that says a run is over: a kind, and nothing in it
  const inPlace = new WeakMap(); // socket -> who asked to listen -> who listens in their place

  const together = (socket, listener) => {
    let waiting = [];
    let since, timer;
    const handOn = () => {
      clearTimeout(timer);
      const arrived = waiting;
      waiting = [];
      for (const event of arrived) {
        try {
          listener.call(socket, event);
        } catch (wrong) {
          reportError(wrong); // as a browser does: the next is handed on all the same
        }
      }
    };
    // What came before the end is read before the end.
    socket.addEventListener("close", handOn);
    return (event) => {
      const now = performance.now();
      if (!waiting.length) since = now;
      waiting.push(event);
      // A page nobody looks at has slow clocks.
      const over = event.data.byteLength === OVER || document.hidden;
      if (over || now - since >= LONGEST_MS) return handOn();
      clearTimeout(timer);
      timer = setTimeout(handOn, Math.min(QUIET_MS, since + LONGEST_MS - now));
    };
  };

  const stands = (socket, kind, listener) => {
    if (kind !== "message") return listener;
    if (!inPlace.has(socket)) inPlace.set(socket, new Map());
    const of = inPlace.get(socket);
    if (!of.has(listener)) of.set(listener, together(socket, listener));
    return of.get(listener);
  };

  window.WebSocket = class extends WebSocket {
    addEventListener(kind, listener, ...how) {
      super.addEventListener(kind, stands(this, kind, listener), ...how);
    }

    removeEventListener(kind, listener, ...how) {
      super.removeEventListener(kind, stands(this, kind, listener), ...how);
    }
  };
})();
