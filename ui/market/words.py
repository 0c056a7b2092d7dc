"""Sentences and tables of the page on markets."""

from __future__ import annotations

import pandas as pd

from analysis.validation import CERTAIN
from data.schema import label
from findings import partners
from i18n import _, ngettext
from ui.market import charts as charts_market
from wording import formats
from wording.names import city_name, food_label, scope, word
from wording.phrases import lower_first


def moment(code: str) -> str:
    """Name of a time one can ask for: a month, or the newest twelve."""
    return _("Setahun (dua belas bulan terakhir)") if code == "setahun" else formats.period(code)


def view(code: str) -> str:
    """Name of a way into the page."""
    return {"pangan": _("Bahan pangan"), "produk": _("Produk unggulan"), "kota": _("Keranjang satu kota")}[
        code
    ]


def measure(code: str) -> str:
    """Name of an order of the bars."""
    return {"jumlah": _("Jumlah setahun"), "per_orang": _("Per orang seminggu")}[code]


def product(row: pd.Series) -> str:
    """A product in the list of products: its name and city."""
    return f"{row['product']} – {city_name(row['region_code'])}"


def no_counterpart(name: str) -> str:
    """Say that the household survey holds no counterpart of a product."""
    return _(
        "Belum terdata: belanja rumah tangga untuk “{product}”. Susenas mencatat bahan pangan saja; produk "
        "ini tidak dijual sebagai salah satunya."
    ).format(product=name)


def headline(market: pd.DataFrame, name: str, scope_code: str) -> str:
    """Where the market is, in one sentence."""
    known = market.dropna(subset=["rupiah_year"])
    head = known["per_week"].idxmax()
    sentence = _(
        "Warga {cities} membelanjakan {total} setahun untuk {goods}: {top} pasar terbesar ({amount}), {head} "
        "tertinggi per orang ({weekly} seminggu)"
    )
    return sentence.format(
        cities=scope(scope_code),
        total=formats.rupiah(known["rupiah_year"].sum()),
        goods=lower_first(name),
        top=city_name(known.index[0]),
        amount=formats.rupiah(known["rupiah_year"].iloc[0]),
        head=city_name(head),
        weekly=formats.rupiah(known.at[head, "per_week"]),
    )


def goods(foods: tuple[str, ...]) -> str:
    """Names of foods in a sentence; of many, the first three."""
    named = [lower_first(food_label(food, short=True)) for food in foods]
    if len(named) > 4:
        return _("{goods} dan {count} pangan lain").format(goods=", ".join(named[:3]), count=len(named) - 3)
    return formats.listing(named)


def reach(access: pd.Series, maker: str, product_name: str, foods: tuple[str, ...]) -> str:
    """What a product is sold as, and how well its maker's place reaches the market."""
    sold = _("{product} dijual sebagai {goods}.").format(product=product_name, goods=goods(foods))
    if maker not in access.index:
        return sold
    place = list(access.index).index(maker) + 1
    near = _("Menurut letak, {city} ada di urutan {place} dari {count} kota dalam menjangkau pasar ini.")
    return sold + " " + near.format(city=city_name(maker), place=place, count=len(access))


def market_table(market: pd.DataFrame, maker: str | None, kilometres: pd.DataFrame | None) -> pd.DataFrame:
    """Numbers behind map and bars."""
    table = pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in market.index],
            _("Rupiah setahun"): market["rupiah_year"].to_numpy(),
            _("Rupiah per orang per minggu"): market["per_week"].to_numpy(),
            _("Dibanding rata-rata Indonesia"): market["ratio"].to_numpy(),
            _("Penduduk {year}").format(year=partners.periods()["population"]): market[
                "population"
            ].to_numpy(),
        }
    )
    if kilometres is not None and maker is not None and maker in kilometres.index:
        title = _("Jarak dari {city}, km garis lurus").format(city=city_name(maker))
        table[title] = kilometres.loc[maker].reindex(market.index).to_numpy()
    return table


def map_alt(market: pd.DataFrame, name: str) -> str:
    """What map and bars show, for those who cannot see them."""
    top = market.dropna(subset=["rupiah_year"]).head(5)
    cities = [f"{city_name(code)} {formats.rupiah(row['rupiah_year'])}" for code, row in top.iterrows()]
    return _("Belanja setahun untuk {goods} per kota. Terbesar: {cities}.").format(
        goods=lower_first(name), cities=formats.listing(cities)
    )


def map_reading() -> str:
    """How to read the map."""
    return _(
        "Luas lingkaran menunjukkan belanja setahun seluruh kota. Warna menunjukkan belanja per orang "
        "dibanding rata-rata Indonesia: jingga lebih banyak, ungu lebih sedikit, putih sama. Tepi tebal "
        "menandai kota anggota yang membuat atau memperdagangkan barang ini."
    )


def bars_reading() -> str:
    """How to read the bars."""
    return _(
        "Jumlah setahun menunjukkan besar pasar dan mengikuti banyaknya penduduk. Belanja per orang "
        "menunjukkan selera dan harga setempat; garis putus-putus adalah rata-rata Indonesia."
    )


def makers_headline(made: pd.DataFrame) -> str:
    """Who makes or trades the goods, in one sentence."""
    cities = list(dict.fromkeys(made["region_code"]))
    if not cities:
        return _("Belum ada kota anggota yang tercatat membuat atau memperdagangkannya")
    named = formats.listing([city_name(code) for code in cities])
    return _("Dari kota anggota, yang membuat atau memperdagangkannya: {cities}").format(cities=named)


def products_table(made: pd.DataFrame) -> pd.DataFrame:
    """Products of the members that are sold as the goods."""
    return pd.DataFrame(
        {
            _("Kota"): [city_name(code) for code in made["region_code"]],
            _("Produk"): made["product"].to_numpy(),
            _("Peran"): [word("role", code) for code in made["role"]],
            _("Dijual sebagai"): [
                _("ikan laut pada umumnya") if whole else food_label(food)
                for food, whole in zip(made["food"], made["whole_group"], strict=True)
            ],
        }
    )


def flows_headline(flows: pd.DataFrame) -> str:
    """How many flows are documented, in one sentence."""
    named = flows[flows["match"] == "named"]
    pairs = len(named[["supplier", "buyer"]].drop_duplicates())
    plain = len(named.loc[named["certainty"] == CERTAIN, ["supplier", "buyer"]].drop_duplicates())
    if not len(flows):
        return _("Belum ada arus pasokan antarkota yang diberitakan untuk barang ini")
    if not pairs:
        return _("Berita hanya menyebut jenis barangnya, belum barang ini sendiri")
    count = {"count": formats.number(pairs), "plain": formats.number(plain)}
    if plain == pairs:
        return ngettext(
            "{count} pasangan kota diberitakan memasok barang ini, dengan kota asal yang jelas",
            "{count} pasangan kota diberitakan memasok barang ini, semuanya jelas kota asalnya",
            pairs,
        ).format(**count)
    if not plain:
        return ngettext(
            "{count} pasangan kota diberitakan memasok barang ini; kota asalnya belum jelas",
            "{count} pasangan kota diberitakan memasok barang ini; tidak satu pun jelas kota asalnya",
            pairs,
        ).format(**count)
    return _(
        "{count} pasangan kota diberitakan memasok barang ini; {plain} di antaranya jelas kota asalnya"
    ).format(**count)


def flows_table(flows: pd.DataFrame) -> pd.DataFrame:
    """Flows as reported."""
    how = {"named": _("barang ini"), "kind": _("jenisnya saja")}
    return pd.DataFrame(
        {
            _("Pemasok"): [city_name(code) for code in flows["supplier"]],
            _("Pembeli"): [city_name(code) for code in flows["buyer"]],
            _("Barang menurut berita"): flows["commodity"].to_numpy(),
            _("Yang disebut"): [how[code] for code in flows["match"]],
            _("Kepastian"): [word("certainty", code) for code in flows["certainty"]],
        }
    )


def basket_headline(basket: pd.DataFrame, name: str) -> str:
    """How a city's food basket differs from the national one, in one sentence."""
    whole, parts = basket[basket["whole"]], basket[~basket["whole"]].dropna(subset=["difference"])
    more = parts.nlargest(2, "difference")
    return _(
        "Warga {city} membelanjakan {weekly} per orang per minggu untuk lima kelompok pangan ({national} di "
        "Indonesia); paling menonjol {foods}"
    ).format(
        city=name,
        weekly=formats.rupiah(whole["per_week"].sum()),
        national=formats.rupiah(whole["national"].sum()),
        foods=formats.listing([lower_first(food_label(food, short=True)) for food in more.index]),
    )


def farthest(basket: pd.DataFrame, most: int) -> pd.DataFrame:
    """The foods whose spending lies farthest from the national mean, either way."""
    parts = basket[~basket["whole"]].dropna(subset=["difference"])
    return parts.loc[parts["difference"].abs().nlargest(most).index]


def basket_alt(shown: pd.DataFrame, name: str) -> str:
    """What the chart of the basket shows."""
    first = shown.iloc[0]
    return _(
        "Selisih belanja pangan {city} dari rata-rata Indonesia; terjauh {food}, {amount} per orang "
        "per minggu."
    ).format(
        city=name,
        food=lower_first(food_label(shown.index[0], short=True)),
        amount=charts_market.signed(first["difference"]),
    )


def basket_reading() -> str:
    """How to read the chart of the basket."""
    return _(
        "Batang ke kanan (jingga): warga kota ini membelanjakan lebih banyak daripada rata-rata Indonesia; "
        "ke kiri (ungu): lebih sedikit. Yang tampil hanya dua belas pangan dengan selisih terbesar; semuanya "
        "ada pada unduhan. Belanja mencakup jumlah dan harga, jadi selisih dapat berasal dari harga setempat."
    )


def basket_table(basket: pd.DataFrame) -> pd.DataFrame:
    """Numbers behind the chart of the basket: every food."""
    return pd.DataFrame(
        {
            _("Pangan"): [food_label(food) for food in basket.index],
            _("Kelompok"): [label("commodity_group", code) for code in basket["group"]],
            _("Rupiah per orang per minggu"): basket["per_week"].to_numpy(),
            _("Rata-rata Indonesia"): basket["national"].to_numpy(),
            _("Rupiah setahun"): basket["rupiah_year"].to_numpy(),
        }
    )


def largest_headline(largest: pd.DataFrame, name: str) -> str:
    """The city's largest food markets, in one sentence."""
    first = largest.head(3)
    foods = [
        f"{lower_first(food_label(food, short=True))} ({formats.rupiah(row['rupiah_year'])})"
        for food, row in first.iterrows()
    ]
    return _("Pasar pangan terbesar {city}: {foods} setahun").format(city=name, foods=formats.listing(foods))


def largest_table(largest: pd.DataFrame) -> pd.DataFrame:
    """A city's largest food markets with the members that could or do supply them."""
    return pd.DataFrame(
        {
            _("Pangan"): [food_label(food, short=True) for food in largest.index],
            _("Belanja setahun"): [formats.rupiah(each) for each in largest["rupiah_year"]],
            _("Per orang per minggu"): [formats.rupiah(each) for each in largest["per_week"]],
            _("Anggota pembuat atau pedagang"): [_makers(each) for each in largest["makers"]],
            _("Pemasok menurut berita"): [
                formats.listing([city_name(code) for code in each]) or formats.MISSING
                for each in largest["suppliers"]
            ],
        }
    )


def _makers(makers: tuple[tuple[str, str], ...]) -> str:
    traded = _("{city} (dagang)")
    named = [
        traded.format(city=city_name(code)) if role == "hub" else city_name(code) for code, role in makers
    ]
    return formats.listing(named) or formats.MISSING


def largest_note() -> str:
    """What stands behind the table of the largest markets."""
    return _(
        "Pembuat: kota anggota lain yang produk unggulannya dijual sebagai pangan itu. Pemasok: arus yang "
        "diberitakan dengan kota asal yang jelas. Strip berarti belum terdata, bukan tidak ada."
    )
