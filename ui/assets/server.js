/* Where the server is: where our files come from.
 *
 * Left to find it, Streamlit's page asks below each page's own address first, is refused, and waits a tenth
 * of a second before it asks at the right one.
 */
window.__streamlit = {BACKEND_BASE_URL: new URL("..", document.currentScript.src).href};
