"""What a first visit carries over the wire."""

from __future__ import annotations

from driving import IDLE, PATIENCE_MS

MOST_BYTES = 2_000_000  # the aim is three million: without the charts' code it is less


def test_home_arrives_in_two_megabytes(address, chromium):
    """Over plain HTTP browsers offer gzip alone, so this is the larger of the two."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    # The text of a frame is base64: four letters for three bytes.
    wire.on(
        "Network.webSocketFrameReceived",
        lambda event: received.append(len(event["response"]["payloadData"]) * 0.75),
    )
    page.goto(address, timeout=PATIENCE_MS)
    page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
    page.wait_for_load_state("networkidle", timeout=PATIENCE_MS)
    context.close()
    assert 500_000 < sum(received) < MOST_BYTES, f"{sum(received):,.0f} bytes"


def test_what_the_server_sends_during_a_visit_is_packed(address, chromium):
    context = chromium.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    agreed: list[str] = []
    wire.on(
        "Network.webSocketHandshakeResponseReceived",
        lambda event: agreed.append(
            {name.lower(): said for name, said in event["response"]["headers"].items()}.get(
                "sec-websocket-extensions", ""
            )
        ),
    )
    page.goto(f"{address}/metode", timeout=PATIENCE_MS)
    page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
    context.close()
    assert agreed and all("permessage-deflate" in each for each in agreed)


def test_a_page_below_the_root_asks_for_the_server_at_once_where_it_is(address, chromium):
    """Else the front end asks below the page's own address, is refused, and waits before it asks again."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[tuple[str, int]] = []
    page.on("response", lambda answer: asked.append((answer.url.removeprefix(address), answer.status)))
    page.goto(f"{address}/metode", timeout=PATIENCE_MS)
    page.wait_for_selector(IDLE, timeout=PATIENCE_MS)
    context.close()
    of_the_server = [(path, status) for path, status in asked if "/_stcore/" in path]
    assert sorted(of_the_server) == [("/_stcore/health", 200), ("/_stcore/host-config", 200)]
    assert [(path, status) for path, status in asked if status >= 400] == []
