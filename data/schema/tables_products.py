"""Schema of the tables on products, needs and flows."""

from __future__ import annotations

from dataclasses import replace

from data.schema.columns import LATITUDE, LONGITUDE, REGION, SOURCE, code, text
from data.schema.model import Column, Table, Text
from data.schema.tables_economy import COMMODITY, COMMODITY_GROUP

REPORTED = Text(
    "Berita, situs pemerintah kota, dan dokumen; lihat sumber tiap baris.",
    "News, city websites and documents; see each row's source.",
)
DESCRIPTION = text(
    "description",
    ("Uraian", "Description"),
    ("Uraian singkat.", "Short description."),
    synonyms=("uraian", "deskripsi", "keterangan"),
    example="Uraian satu kalimat.",
)
RECOGNITION = text(
    "recognition",
    ("Pengakuan", "Recognition"),
    ("Penghargaan atau pengakuan.", "Award or recognition."),
    required=False,
    synonyms=("pengakuan", "penghargaan"),
)


def city(name: str, label: tuple[str, str], *synonyms: str, **more) -> Column:
    """Return a column holding the code of a region."""
    return replace(REGION, name=name, label=Text(*label), synonyms=synonyms, **more)


PRODUCT_TABLES = (
    Table(
        "products",
        Text("Produk unggulan", "Featured products"),
        Text(
            "Produk unggulan 34 kota: kategori, sektor, peran kota, bahan baku, pengakuan.",
            "Featured products of the 34 cities: category, sector, role of the city, inputs, recognition.",
        ),
        ("product_id",),
        (
            code(
                "product_id",
                ("Kode produk", "Product code"),
                ("Kode tetap produk.", "Fixed code of the product."),
                pattern=r"P\d{3,}",
                synonyms=("kode produk", "id produk"),
                example="P001",
            ),
            REGION,
            text(
                "product",
                ("Produk", "Product"),
                ("Nama produk.", "Name of the product."),
                synonyms=("produk", "nama produk"),
                example="Bika ambon",
            ),
            code(
                "category",
                ("Kategori", "Category"),
                ("Kategori produk.", "Category of the product."),
                codes="category",
                closed=True,
                synonyms=("kategori",),
                example="kuliner",
            ),
            code(
                "sector",
                ("Sektor", "Sector"),
                ("Lapangan usaha PDRB.", "Industry of GRDP."),
                codes="sector",
                closed=True,
                refers="sectors.sector",
                synonyms=("sektor", "lapangan usaha"),
                example="C",
            ),
            code(
                "role",
                ("Peran kota", "Role of the city"),
                (
                    "produk: dibuat di kota itu; hub: diperdagangkan di kota itu.",
                    "produk: made in the city; hub: traded there.",
                ),
                codes="role",
                closed=True,
                synonyms=("peran",),
                example="produk",
            ),
            text(
                "inputs",
                ("Bahan baku", "Inputs"),
                ("Bahan baku, dipisahkan titik koma.", "Inputs, separated by semicolons."),
                required=False,
                separator=";",
                synonyms=("bahan baku", "bahan"),
                example="tepung;telur",
            ),
            code(
                "inputs_basis",
                ("Dasar bahan baku", "Basis of inputs"),
                (
                    "Disebut sumber atau mengikuti jenis produk.",
                    "Named by the source or following from the product.",
                ),
                required=False,
                codes="inputs_basis",
                closed=True,
                synonyms=("dasar bahan baku",),
                example="source",
            ),
            DESCRIPTION,
            RECOGNITION,
            code(
                "hs_code",
                ("Kode HS", "HS code"),
                ("Kode barang perdagangan internasional.", "Code of international trade."),
                required=False,
                pattern=r"\d{2,10}",
                synonyms=("kode hs", "hs"),
                example="1905",
            ),
            LATITUDE,
            LONGITUDE,
            SOURCE,
        ),
        REPORTED,
    ),
    Table(
        "product_commodities",
        Text("Komoditas produk", "Commodities of products"),
        Text(
            "Bahan makanan Susenas yang dijual (output) atau dibutuhkan (input) sebuah produk.",
            "Food of the household survey a product is sold as (output) or needs (input).",
        ),
        ("product_id", "relation", "commodity_group", "commodity"),
        (
            code(
                "product_id",
                ("Kode produk", "Product code"),
                ("Produk di tabel products.", "Product of the table products."),
                refers="products.product_id",
                pattern=r"P\d{3,}",
                synonyms=("kode produk", "id produk"),
                example="P003",
            ),
            code(
                "relation",
                ("Hubungan", "Relation"),
                ("output atau input.", "output or input."),
                codes="relation",
                closed=True,
                synonyms=("hubungan",),
                example="output",
            ),
            COMMODITY_GROUP,
            COMMODITY,
        ),
        Text("Ditetapkan penyusun dari uraian produk.", "Set by the editors from the product's description."),
    ),
    Table(
        "needs",
        Text("Kebutuhan kota", "Needs of cities"),
        Text(
            "Yang diberitakan dibeli sebuah kota dari daerah lain.",
            "What a city is reported to buy from elsewhere.",
        ),
        ("buyer_code", "commodity", "source_id", "description"),
        (
            city(
                "buyer_code",
                ("Kode kota pembeli", "Buyer's code"),
                "kode pembeli",
                "kode kota pembeli",
                "kode kota",
                "kode wilayah",
                "pembeli",
            ),
            text(
                "commodity",
                ("Komoditas", "Commodity"),
                ("Barang yang dibutuhkan.", "Goods needed."),
                synonyms=("komoditas", "barang", "kebutuhan"),
                example="telur ayam",
            ),
            code(
                "category",
                ("Kategori", "Category"),
                ("Kategori kebutuhan.", "Category of the need."),
                codes="need_category",
                closed=True,
                synonyms=("kategori",),
                example="peternakan",
            ),
            text(
                "supplier_as_stated",
                ("Pemasok menurut sumber", "Supplier as stated"),
                ("Pemasok seperti ditulis sumber.", "Supplier as the source writes it."),
                required=False,
                synonyms=("pemasok",),
                example="Payakumbuh",
            ),
            DESCRIPTION,
            SOURCE,
        ),
        REPORTED,
    ),
    Table(
        "supply_links",
        Text("Aliran pasokan", "Supply flows"),
        Text(
            "Aliran barang antara 34 kota yang terdokumentasi; kepastian menyatakan apakah kotanya jelas.",
            "Documented flows of goods between the 34 cities; certainty says whether it is plainly the city.",
        ),
        ("supplier_city_code", "buyer_city_code", "commodity", "source_id"),
        (
            city(
                "supplier_city_code",
                ("Kode kota pemasok", "Supplier's code"),
                "kode pemasok",
                "kode kota pemasok",
                example="1376",
            ),
            text(
                "supplier_city",
                ("Kota pemasok", "Supplier"),
                ("Nama kota pemasok.", "Name of the supplying city."),
                synonyms=("pemasok", "kota pemasok"),
                example="Payakumbuh",
            ),
            city(
                "buyer_city_code",
                ("Kode kota pembeli", "Buyer's code"),
                "kode pembeli",
                "kode kota pembeli",
                example="2171",
            ),
            text(
                "buyer_city",
                ("Kota pembeli", "Buyer"),
                ("Nama kota pembeli.", "Name of the buying city."),
                synonyms=("pembeli", "kota pembeli"),
                example="Batam",
            ),
            text(
                "commodity",
                ("Komoditas", "Commodity"),
                ("Barang yang dipasok.", "Goods supplied."),
                synonyms=("komoditas", "barang"),
                example="telur ayam",
            ),
            code(
                "category",
                ("Kategori", "Category"),
                ("Kategori barang.", "Category of the goods."),
                codes="need_category",
                closed=True,
                synonyms=("kategori",),
                example="peternakan",
            ),
            code(
                "certainty",
                ("Kepastian", "Certainty"),
                (
                    "kota: jelas kotanya; selain itu hub atau ambigu.",
                    "kota: plainly the city; otherwise a hub or ambiguous.",
                ),
                codes="certainty",
                closed=True,
                synonyms=("kepastian",),
                example="kota",
            ),
            text(
                "supplier_text",
                ("Pemasok menurut sumber", "Supplier as stated"),
                ("Pemasok seperti ditulis sumber.", "Supplier as the source writes it."),
                synonyms=("pemasok menurut sumber",),
                example="Kota Payakumbuh",
            ),
            SOURCE,
        ),
        REPORTED,
    ),
)
