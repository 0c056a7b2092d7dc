"""The look of our own blocks: one sheet of style with the tokens of the design, for light and dark."""

from __future__ import annotations

import streamlit as st

from ui.cards.parts import Numbers
from ui.frame import session

# name: (light, dark). Need is a square and slate, supply a circle and teal, against a cross and brown.
TOKENS = {
    "ink": ("#17211F", "#EAF2F0"),
    "ink2": ("#3F4D4A", "#C7D3D0"),
    "ink3": ("#5B6966", "#A3B1AE"),
    "line": ("#C9D3D2", "#3A4847"),
    "tint": ("#F3F7F6", "#1A2423"),
    "ground": ("#FFFFFF", "#101716"),
    "accent": ("#0B6E69", "#4FB8B0"),
    "need": ("#33475B", "#9DB4CC"),
    "against": ("#8A4B08", "#E2A65C"),
    "yes-tint": ("#EAF3F1", "#14302D"),
    "no-tint": ("#FBF1E6", "#33240F"),
}
SHEET = """
.sk{font-size:16px;line-height:1.32;color:var(--sk-ink);font-variant-numeric:tabular-nums}
.sk *{box-sizing:border-box}
.sk p{margin:0;font-size:inherit;line-height:inherit}
.sk .kecil{font-size:15px;color:var(--sk-ink3)}
.sk .judul{font-size:20px;font-weight:600;line-height:1.2}
.sk .samping{color:var(--sk-ink3);font-weight:400;font-size:15px;line-height:1.3}
.sk .baris{display:flex;gap:10px;align-items:flex-start}
.sk .baris>div{flex:1 1 0;min-width:0}
.sk .ujung{margin-left:auto;flex:none;max-width:100%}
.sk .kisi{display:grid;gap:6px 22px;margin-top:6px;
grid-template-columns:minmax(0,1.08fr) minmax(0,.8fr) minmax(0,1.2fr)}
.sk .kisi .tajuk:first-child{margin-top:0}
[class*="st-key-kartu_"]{padding:9px 15px;border-radius:9px}
[class*="st-key-kartu_pendek_"]{min-height:164px;padding:7px 15px 5px}
[class*="st-key-kartu_pendek_"] .sk{line-height:1.24}
[class*="st-key-kartu_pendek_"] .kisi{margin-top:3px;
grid-template-columns:minmax(0,1fr) minmax(0,1fr) minmax(0,1.2fr)}
[class*="st-key-kartu_pendek_"] :is(.kisi,p){font-size:15px}
[class*="st-key-kartu_pendek_"] .tajuk{margin:1px 0}
.sk .tajuk>:last-child{white-space:nowrap}
.sk .tajuk{display:flex;justify-content:space-between;gap:8px;line-height:1.25;margin:3px 0 2px}
.sk .bilah{height:12px;border-radius:2px;background:var(--sk-accent)}
.sk .bilah.butuh{background:var(--sk-need)}
.sk .bilah.belum{background:transparent;border:1.5px dashed var(--sk-ink3);width:100%}
.sk .harga{position:relative;height:16px;margin:2px 8px}
.sk .harga:before{content:"";position:absolute;left:0;right:0;top:7px;height:2px;background:var(--sk-line)}
.sk .harga u{position:absolute;top:6.5px;height:3px;background:var(--sk-ink)}
.sk .harga i,.sk .harga b{position:absolute;top:2px;width:12px;height:12px;margin-left:-6px}
.sk .harga i{border-radius:6px;background:var(--sk-accent)}
.sk .harga b{background:var(--sk-need)}
.sk .lampu{display:inline-flex;gap:3px;align-items:center;font-weight:600;white-space:nowrap}
.sk .lampu i{width:14px;height:14px;border-radius:3px;background:var(--sk-accent);display:inline-block}
.sk .lampu i.unknown{background:transparent;border:2px dotted var(--sk-ink3)}
.sk .lampu i.no{border:2px solid var(--sk-against);
background:linear-gradient(45deg,transparent 42%,var(--sk-against) 42%,var(--sk-against) 58%,transparent 58%)}
.sk .lampu span{margin-left:6px}
.sk .lampu .kecil{font-weight:400}
.sk .keping{display:flex;flex-wrap:wrap;gap:6px;margin-top:8px}
.sk .keping span{display:inline-flex;gap:5px;align-items:center;border:1px solid var(--sk-line);
border-radius:15px;padding:2px 10px;min-height:29px}
.sk .keping .yes{background:var(--sk-yes-tint);border-color:var(--sk-accent)}
.sk .keping .no{background:var(--sk-no-tint);border-color:var(--sk-against);color:var(--sk-against)}
.sk .keping .unknown{border-style:dashed;border-color:var(--sk-ink3);color:var(--sk-ink2)}
.sk .lawan{color:var(--sk-against)}
.sk sup{font-size:14px;line-height:0;vertical-align:5px;margin-left:1px}
.sk sup a,.sk .daftar a{color:var(--sk-accent);font-weight:600;text-decoration:none}
.sk sup a:hover,.sk sup a:focus,.sk .daftar a:hover{text-decoration:underline}
.sk .gambar{width:44px;height:44px;flex:none;border-radius:9px}
.sk .daftar{margin:0;padding:0;list-style:none;font-size:15px;color:var(--sk-ink2)}
.sk .daftar li{padding:2px 0;overflow-wrap:anywhere}
.sk .daftar li:target{background:var(--sk-yes-tint)}
@media(max-width:760px){
.sk .tajuk>:last-child{white-space:normal;text-align:right}
.sk .ujung{margin-left:0;flex-basis:100%}.sk .baris{flex-wrap:wrap}
.sk .kisi,[class*="st-key-kartu_pendek_"] .kisi{grid-template-columns:minmax(0,1fr)}}
@media print{.sk{color:#000}}
"""


def sources(numbers: Numbers) -> None:
    """Write the list of the sources cited, each where its raised number leads; nothing without any."""
    if len(numbers):
        st.html(numbers.listed())


def draw() -> None:
    """Write the style into the page, once a run; no style but of our own classes."""
    dark = session.is_dark()
    tokens = ";".join(f"--sk-{name}:{pair[dark]}" for name, pair in TOKENS.items())
    st.html(f"<style>.sk{{{tokens}}}{SHEET}</style>")
