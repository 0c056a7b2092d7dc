"""Code lists with an Indonesian and an English label each."""

from __future__ import annotations

from data.schema.model import Text


def _list(**codes: tuple[str, str]) -> dict[str, Text]:
    return {code: Text(*labels) for code, labels in codes.items()}


def _pairs(*rows: tuple[str, str, str]) -> dict[str, Text]:
    return {code: Text(indonesian, english) for code, indonesian, english in rows}


SECTOR = _list(
    A=("Pertanian & perikanan", "Farming & fishing"),
    B=("Pertambangan", "Mining"),
    C=("Industri", "Manufacturing"),
    D=("Listrik & gas", "Electricity & gas"),
    E=("Air & sampah", "Water & waste"),
    F=("Konstruksi", "Construction"),
    G=("Perdagangan", "Trade"),
    H=("Transportasi", "Transport"),
    I=("Hotel & restoran", "Hotels & restaurants"),
    J=("Informasi & komunikasi", "Information & communication"),
    K=("Keuangan", "Finance"),
    L=("Real estat", "Real estate"),
    MN=("Jasa perusahaan", "Business services"),
    O=("Pemerintahan", "Government"),
    P=("Pendidikan", "Education"),
    Q=("Kesehatan", "Health"),
    RSTU=("Jasa lainnya", "Other services"),
    TOTAL=("Semua sektor", "All sectors"),
)

SECTOR_NAME = _pairs(
    ("A", "Pertanian, Kehutanan, dan Perikanan", "Agriculture, forestry and fishing"),
    ("B", "Pertambangan dan Penggalian", "Mining and quarrying"),
    ("C", "Industri Pengolahan", "Manufacturing"),
    ("D", "Pengadaan Listrik dan Gas", "Electricity and gas"),
    ("E", "Pengadaan Air, Pengelolaan Sampah, Limbah, dan Daur Ulang", "Water supply, sewerage, waste"),
    ("F", "Konstruksi", "Construction"),
    (
        "G",
        "Perdagangan Besar dan Eceran, Reparasi Mobil dan Sepeda Motor",
        "Wholesale and retail trade, vehicle repair",
    ),
    ("H", "Transportasi dan Pergudangan", "Transportation and storage"),
    ("I", "Penyediaan Akomodasi dan Makan Minum", "Accommodation and food service"),
    ("J", "Informasi dan Komunikasi", "Information and communication"),
    ("K", "Jasa Keuangan dan Asuransi", "Financial and insurance services"),
    ("L", "Real Estat", "Real estate"),
    ("MN", "Jasa Perusahaan", "Business services"),
    (
        "O",
        "Administrasi Pemerintahan, Pertahanan, dan Jaminan Sosial Wajib",
        "Public administration, defence, social security",
    ),
    ("P", "Jasa Pendidikan", "Education"),
    ("Q", "Jasa Kesehatan dan Kegiatan Sosial", "Human health and social work"),
    ("RSTU", "Jasa Lainnya", "Other services"),
    ("TOTAL", "PDRB", "GRDP"),
)

GROUP = _list(
    PRIMER=("Primer", "Primary"),
    SEKUNDER=("Sekunder", "Secondary"),
    TERSIER=("Tersier", "Tertiary"),
    TOTAL=("Semua kelompok", "All groups"),
)

PRICE_BASIS = _list(
    ADHB=("Harga berlaku", "Current prices"),
    ADHK=("Harga konstan 2010", "Constant 2010 prices"),
)

COMPONENT = _pairs(
    ("Pengeluaran Konsumsi Rumah Tangga", "Konsumsi rumah tangga", "Household consumption"),
    ("Pengeluaran Konsumsi LNPRT", "Konsumsi lembaga nirlaba (LNPRT)", "Consumption of non-profit bodies"),
    ("Pengeluaran Konsumsi Pemerintah", "Konsumsi pemerintah", "Government consumption"),
    ("Pembentukan Modal Tetap Bruto", "Investasi (PMTB)", "Gross fixed capital formation"),
    ("Perubahan Inventori", "Perubahan inventori", "Changes in inventories"),
    ("Net Ekspor", "Ekspor neto wilayah", "Net exports of the region"),
    ("PDRB", "PDRB", "GRDP"),
)

LEVEL = _list(
    kabupaten=("Kabupaten", "Regency"),
    kota=("Kota", "City"),
    provinsi=("Provinsi", "Province"),
    nasional=("Nasional", "National"),
)

KOMWIL = _list(I=("Komwil I", "Komwil I"), II=("Komwil II", "Komwil II"))

REFERENCE = _list(
    indonesia=("Indonesia (jumlah 514 kabupaten/kota)", "Indonesia (sum of 514 regencies and cities)"),
    sumatra=("Sumatera (jumlah 154 kabupaten/kota)", "Sumatra (sum of 154 regencies and cities)"),
    komwil_1=("Komwil I (jumlah 24 kota)", "Komwil I (sum of 24 cities)"),
    province=("Provinsi kota ini (jumlah kabupaten/kotanya)", "The city's province (sum of its regions)"),
)

CATEGORY = _list(
    kerajinan=("Kerajinan", "Crafts"),
    kuliner=("Kuliner", "Food and drink"),
    pertanian=("Pertanian", "Farm produce"),
    perikanan=("Perikanan", "Fisheries"),
    industri=("Industri", "Manufactures"),
    pariwisata=("Pariwisata", "Tourism"),
    jasa=("Jasa", "Services"),
)

NEED_CATEGORY = _list(
    pertanian=("Pertanian", "Farm produce"),
    pangan=("Pangan", "Food"),
    peternakan=("Peternakan", "Livestock"),
    perikanan=("Perikanan", "Fisheries"),
    perkebunan=("Perkebunan", "Plantation crops"),
    industri=("Industri", "Manufactures"),
    energi=("Energi", "Energy"),
    kerajinan=("Kerajinan", "Crafts"),
)

ROLE = _list(
    produk=("Dibuat di kota ini", "Made in the city"),
    hub=("Diperdagangkan di kota ini", "Traded in the city"),
)

INPUTS_BASIS = _list(
    source=("Disebut di sumber", "Named by the source"),
    definitional=("Mengikuti jenis produknya", "Follows from the kind of product"),
)

RELATION = _list(
    output=("Dijual sebagai", "Sold as"),
    input=("Membutuhkan", "Needs"),
)

STATUS = _list(
    berjalan=("Berjalan", "Running"),
    rencana=("Rencana", "Planned"),
    bukan_aplikasi=("Bukan aplikasi", "Not an application"),
)

SERVICE_DOMAIN = _list(
    pengaduan=("Pengaduan warga", "Complaints"),
    super_app=("Satu aplikasi untuk banyak layanan", "Super app"),
    lainnya=("Lainnya", "Other"),
    kependudukan=("Kependudukan", "Civil registration"),
    kepegawaian_internal=("Kepegawaian dan internal", "Staff and internal work"),
    kesehatan=("Kesehatan", "Health"),
    umkm_pasar=("UMKM dan pasar", "Small business and markets"),
    pajak_retribusi=("Pajak dan retribusi", "Taxes and levies"),
    perencanaan_keuangan=("Perencanaan dan keuangan", "Planning and finance"),
    kebencanaan_darurat=("Kebencanaan dan darurat", "Disasters and emergencies"),
    pendidikan=("Pendidikan", "Education"),
    data_terbuka=("Data terbuka", "Open data"),
    perizinan=("Perizinan", "Permits"),
    pariwisata=("Pariwisata", "Tourism"),
    lingkungan=("Lingkungan", "Environment"),
    transportasi=("Transportasi", "Transport"),
)

PLATFORM = _list(
    web=("Web", "Web"),
    android=("Android", "Android"),
    ios=("iOS", "iOS"),
    whatsapp=("WhatsApp", "WhatsApp"),
    unknown=("Belum terdata", "Not known"),
)

DEVELOPMENT_STATUS = _list(
    concept=("Gagasan", "Concept"),
    development=("Dikembangkan", "In development"),
    beta=("Uji coba", "Beta"),
    stable=("Mantap", "Stable"),
    obsolete=("Usang", "Obsolete"),
)

SOFTWARE_TYPE = _pairs(
    ("standalone/mobile", "Aplikasi ponsel", "Mobile application"),
    ("standalone/iot", "Perangkat terhubung (IoT)", "Connected devices (IoT)"),
    ("standalone/desktop", "Aplikasi komputer", "Desktop application"),
    ("standalone/web", "Aplikasi web", "Web application"),
    ("standalone/backend", "Layanan di belakang layar", "Back-end service"),
    ("standalone/other", "Aplikasi mandiri lainnya", "Other application of its own"),
    ("addon", "Tambahan pada aplikasi lain", "Add-on to another application"),
    ("library", "Pustaka", "Library"),
    ("configurationFiles", "Berkas pengaturan", "Configuration files"),
)

MAINTENANCE_TYPE = _list(
    internal=("Oleh pemerintah kota sendiri", "By the city itself"),
    contract=("Dengan kontrak", "Under contract"),
    community=("Oleh komunitas", "By a community"),
    none=("Tidak dipelihara", "Not maintained"),
)

YES_NO = _list(ya=("Ya", "Yes"), tidak=("Tidak", "No"))

INSTRUMENT = _pairs(
    ("MoU", "Nota kesepahaman (MoU)", "Memorandum of understanding"),
    ("Kesepakatan Bersama", "Kesepakatan bersama", "Joint agreement"),
    ("PKS", "Perjanjian kerja sama (PKS)", "Cooperation contract"),
    ("LoI", "Pernyataan minat (LoI)", "Letter of intent"),
    ("lainnya", "Pertemuan atau kegiatan, bukan perjanjian", "Meeting or activity, not an agreement"),
)

CERTAINTY = _pairs(
    ("kota", "Jelas kotanya", "Plainly the city"),
    ("kota atau hub Sumatera Utara", "Kota atau hub Sumatera Utara", "The city or North Sumatra's hub"),
    ("ambigu (bisa provinsi)", "Ambigu: bisa provinsinya", "Ambiguous: may be the province"),
    ("kota atau hub Sumatera Barat", "Kota atau hub Sumatera Barat", "The city or West Sumatra's hub"),
    ("terminal di kota", "Terminal di kota", "Terminal in the city"),
    ("kota; rencana", "Jelas kotanya; baru rencana", "Plainly the city; only planned"),
    ("titik transit", "Titik transit", "Transit point"),
    (
        "ambigu (Kab. atau Kota Solok)",
        "Ambigu: Kabupaten atau Kota Solok",
        "Ambiguous: Solok regency or city",
    ),
)

FACT = _list(
    founding_date=("Hari jadi", "Founding day"),
    established_date=("Pembentukan kota otonom", "Became an autonomous city"),
    port=("Pelabuhan", "Port"),
    airport=("Bandara", "Airport"),
)

COMMODITY_GROUP = _list(
    ikan=("Ikan dan hasil laut", "Fish and seafood"),
    sayur=("Sayur-sayuran", "Vegetables"),
    buah=("Buah-buahan", "Fruit"),
    telur_susu=("Telur dan susu", "Eggs and milk"),
    daging=("Daging", "Meat"),
)

PORT_KIND = _pairs(
    ("bandara", "Bandara", "Airport"),
    ("pangkalan udara", "Pangkalan udara", "Air base"),
    ("pelabuhan", "Pelabuhan", "Port"),
    ("pelabuhan umum", "Pelabuhan umum", "Public port"),
    ("pelabuhan utama (diusahakan)", "Pelabuhan utama (diusahakan)", "Main commercial port"),
)

ORIGIN_STATUS = _list(
    official=("Resmi", "Official"),
    computed=("Hasil hitungan", "Computed"),
    reported=("Dilaporkan pihak lain", "Reported by others"),
)

BETTER = _list(
    higher=("Makin tinggi makin baik", "Higher is better"),
    lower=("Makin rendah makin baik", "Lower is better"),
    neutral=("Bukan ukuran baik atau buruk", "Neither good nor bad"),
)

THEME = _list(
    penduduk=("Penduduk", "Population"),
    pembangunan=("Pembangunan manusia", "Human development"),
    kemiskinan=("Kemiskinan", "Poverty"),
    pekerjaan=("Ketenagakerjaan", "Work"),
    ekonomi=("Ekonomi", "Economy"),
    harga=("Harga dan upah", "Prices and wages"),
    hunian=("Hunian, air, dan sanitasi", "Housing, water and sanitation"),
    keuangan=("Keuangan daerah", "City finances"),
    investasi=("Investasi dan usaha", "Investment and business"),
    tata_kelola=("Tata kelola", "Governance"),
)

UNIT = _pairs(
    ("persen", "persen", "percent"),
    ("jiwa", "jiwa", "people"),
    ("ribu jiwa", "ribu jiwa", "thousand people"),
    ("orang", "orang", "people"),
    ("jiwa/km2", "jiwa/km²", "people/km²"),
    ("km2", "km²", "km²"),
    ("km", "km", "km"),
    ("derajat", "derajat", "degrees"),
    ("indeks", "indeks", "index"),
    ("indeks (2022=100)", "indeks (2022=100)", "index (2022=100)"),
    ("rasio", "rasio", "ratio"),
    ("tahun", "tahun", "years"),
    ("skor 0-5", "skor 0-5", "score 0-5"),
    ("skor 0-100", "skor 0-100", "score 0-100"),
    ("per 1000 kelahiran hidup", "per 1.000 kelahiran hidup", "per 1,000 live births"),
    ("anak per perempuan", "anak per perempuan", "children per woman"),
    ("Rp", "rupiah", "rupiah"),
    ("Rp/bulan", "rupiah per bulan", "rupiah a month"),
    ("rupiah/bulan", "rupiah per bulan", "rupiah a month"),
    ("rupiah/kapita/bulan", "rupiah per orang per bulan", "rupiah per person a month"),
    ("rupiah/kapita/minggu", "rupiah per orang per minggu", "rupiah per person a week"),
    ("ribu rupiah", "ribu rupiah", "thousand rupiah"),
    ("ribu rupiah/orang/tahun", "ribu rupiah per orang per tahun", "thousand rupiah per person a year"),
    ("miliar Rp", "miliar rupiah", "billion rupiah"),
    ("triliun Rp", "triliun rupiah", "trillion rupiah"),
    ("usaha", "usaha", "businesses"),
    ("unit", "unit", "units"),
    ("kunjungan", "kunjungan", "visits"),
)

CODES: dict[str, dict[str, Text]] = {
    "sector": SECTOR,
    "sector_name": SECTOR_NAME,
    "group": GROUP,
    "price_basis": PRICE_BASIS,
    "component": COMPONENT,
    "level": LEVEL,
    "komwil": KOMWIL,
    "reference": REFERENCE,
    "category": CATEGORY,
    "need_category": NEED_CATEGORY,
    "role": ROLE,
    "inputs_basis": INPUTS_BASIS,
    "relation": RELATION,
    "status": STATUS,
    "service_domain": SERVICE_DOMAIN,
    "platform": PLATFORM,
    "development_status": DEVELOPMENT_STATUS,
    "software_type": SOFTWARE_TYPE,
    "maintenance_type": MAINTENANCE_TYPE,
    "yes_no": YES_NO,
    "instrument": INSTRUMENT,
    "certainty": CERTAINTY,
    "fact": FACT,
    "commodity_group": COMMODITY_GROUP,
    "port_kind": PORT_KIND,
    "origin_status": ORIGIN_STATUS,
    "better": BETTER,
    "theme": THEME,
    "unit": UNIT,
}
