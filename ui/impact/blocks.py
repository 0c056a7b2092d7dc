"""Own blocks of the page on impact as HTML: the flow, the provinces, the range. Every text is escaped."""

from __future__ import annotations

from findings.impact.regional import Range, RegionalImpact
from i18n import _
from wording import formats
from wording.escaping.html import plain
from wording.names import city_name

SHOWN_PROVINCES = 5
FLOW_HEIGHT = 230
LEAST = 2  # pixels: what is small stays visible
STYLE = """<style>
.dampak{--sk-behind:color-mix(in srgb,var(--sk-accent) 68%,var(--sk-ground));--sk-spill:#B5711F}
.dampak .besar{font-size:28px;font-weight:700;line-height:1.2}
.dampak .sedang{font-size:24px;font-weight:700;line-height:1.25}
.dampak .sedang span{white-space:nowrap}
.dampak .tebal{font-weight:600}
.dampak .alir{display:flex;align-items:flex-start}
.dampak .beli{flex:1 1 46%;min-width:0;border-left:14px solid var(--sk-need);padding:10px 14px;
background:color-mix(in srgb,var(--sk-accent) 13%,transparent)}
.dampak .tiang{flex:0 0 20px}
.dampak .langsung{background:var(--sk-accent)}
.dampak .pemasok{background:var(--sk-behind)}
.dampak .luar{background:var(--sk-spill);margin-top:8px}
.dampak .hasil{flex:1 1 50%;min-width:0;padding-left:14px;display:flex;flex-direction:column;
justify-content:space-between}
.dampak .lajur{display:grid;grid-template-columns:9em 1fr max-content;gap:8px;align-items:center;height:28px}
.dampak .lajur .nama{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.dampak .lajur .batang{height:11px;background:var(--sk-spill)}
.dampak .lajur .nilai{text-align:right}
.dampak .garis{position:relative;height:14px;margin:8px 0 2px;background:var(--sk-line);border-radius:2px}
.dampak .garis i{position:absolute;top:0;height:14px;background:var(--sk-behind)}
.dampak .garis b{position:absolute;top:-3px;height:20px;width:3px;background:var(--sk-ink)}
.dampak .ujung2{display:flex;justify-content:space-between;font-size:14px;color:var(--sk-ink3)}
@media(max-width:760px){.dampak .alir{flex-wrap:wrap}.dampak .tiang{display:none}
.dampak .beli{flex-basis:100%;height:auto !important}
.dampak .hasil{flex-basis:100%;padding:12px 0 0;border-left:14px solid var(--sk-accent);padding-left:14px}}
</style>"""


def _block(inside: str) -> str:
    return f'{STYLE}<div class="sk dampak">{inside}</div>'


def flow(made: RegionalImpact, buys: str, how: str, own: str, others: str) -> str:
    """The purchase on the left, what it sets in motion on the right, both to one scale.

    Parameters
    ----------
    buys, how
        Who buys from whom; amount times price.
    own, others
        What the seller's province gets beside the sale; the line of the other provinces.
    """
    scale = FLOW_HEIGHT / made.output if made.output else 0.0
    bought = made.amount * scale
    behind = max((made.own["output"] - made.amount) * scale, LEAST)
    elsewhere = max(made.others["output"].sum() * scale, LEAST)
    height = bought + behind + elsewhere + 8
    return _block(
        f"""<div class="alir">
<div class="beli" style="min-height:{bought:.0f}px"><div>{plain(buys)}</div>
<div class="besar">{plain(formats.rupiah(made.amount))}</div><div class="kecil">{plain(how)}</div></div>
<div class="tiang"><div class="langsung" style="height:{bought:.0f}px"></div>
<div class="pemasok" style="height:{behind:.0f}px"></div>
<div class="luar" style="height:{elsewhere:.0f}px"></div></div>
<div class="hasil" style="min-height:{height:.0f}px"><div>
<div class="judul">{plain(city_name(made.province))}</div>
<div class="besar">{plain(formats.rupiah(made.own["output"]))}</div>
<div class="kecil">{plain(own)}</div></div>
<div class="tebal">{plain(others)}</div></div></div>"""
    )


def provinces(made: RegionalImpact) -> str:
    """Bars of the provinces that gain most beside the seller's, and of all the rest together."""
    gains = made.others["output"]
    rest = gains.iloc[SHOWN_PROVINCES:]
    rows = [(city_name(code), value) for code, value in gains.head(SHOWN_PROVINCES).items()]
    rows.append((_("{count} provinsi lain").format(count=len(rest)), float(rest.sum())))
    largest = max(value for _name, value in rows) or 1.0
    lines = "".join(
        f"""<div class="lajur"><div class="nama">{plain(name)}</div>
<div><div class="batang" style="width:{max(value / largest * 100, 1):.1f}%"></div></div>
<div class="nilai">{plain(formats.rupiah(value))}</div></div>"""
        for name, value in rows
    )
    title = plain(_("Ke provinsi lain"))
    return _block(f'<div class="judul">{title}</div>{lines}')


def card(title: str, figures: list[str], texts: list[str], inside: str = "") -> str:
    """One small card: a title, a large figure (or from – to), what it means; `inside` is our own HTML."""
    large = " – ".join(f"<span>{plain(figure)}</span>" for figure in figures)
    large = f'<div class="sedang">{large}</div>' if figures else ""
    said = "".join(f"<p>{plain(text)}</p>" for text in texts)
    return _block(f'<div class="judul">{plain(title)}</div>{large}{inside}{said}')


def span(found: Range) -> str:
    """A range on a line from nought, its middle marked."""
    end = found.high * 1.25 or 1.0
    left, middle, right = (value / end * 100 for value in found)
    return f"""<div class="garis"><i style="left:{left:.1f}%;width:{max(right - left, 0.8):.1f}%"></i>
<b style="left:{middle:.1f}%"></b></div>
<div class="ujung2"><span>0</span><span>{plain(formats.rupiah(end))}</span></div>"""
