"""What a first visit carries over the wire."""

from __future__ import annotations

from driving import IDLE, PATIENCE_MS

MOST_BYTES = 3_000_000


def test_home_arrives_in_three_megabytes(address, chromium):
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
