"""What a city can add to its applications: the fields of publiccode.yml the shipped table does not have."""

from __future__ import annotations

from functools import partial

from data.schema import columns
from data.schema.model import Column, Text

ADDRESS = r"https?://[^\s/.?#]+(\.[^\s/.?#]+)+([/?#]\S*)?"
EMAIL = r"[^\s@<>;,]+@[^\s@<>;,.]+(\.[^\s@<>;,.]+)+"
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"

_text = partial(columns.text, required=False, shipped=False)
_code = partial(columns.code, required=False, shipped=False)

APP_COLUMNS = (
    _code(
        "development_status",
        ("Tahap pengembangan", "Stage of development"),
        ("Tahap pengembangan menurut publiccode.yml.", "Stage of development as publiccode.yml names it."),
        codes="development_status",
        closed=True,
        synonyms=("tahap",),
        example="stable",
    ),
    _code(
        "software_type",
        ("Jenis perangkat lunak", "Type of software"),
        ("Jenis perangkat lunak menurut publiccode.yml.", "Type of software as publiccode.yml names it."),
        codes="software_type",
        closed=True,
        synonyms=("jenis aplikasi",),
        example="standalone/web",
    ),
    _text(
        "owner",
        ("Pemilik", "Owner"),
        ("Pemilik kode sumber, misalnya pemerintah kota.", "Who owns the source code, e.g. the city."),
        synonyms=("pemilik aplikasi",),
        example="Pemerintah Kota Medan",
    ),
    _text(
        "contact_name",
        ("Narahubung", "Contact"),
        ("Orang atau dinas yang dapat dihubungi.", "Person or office to turn to."),
        synonyms=("nama narahubung", "kontak"),
        example="Dinas Komunikasi dan Informatika",
    ),
    _text(
        "contact_email",
        ("Surel narahubung", "Contact's e-mail"),
        ("Alamat surel narahubung.", "E-mail address of the contact."),
        pattern=EMAIL,
        synonyms=("surel", "email", "e-mail"),
        example="kominfo@kota.example.id",
    ),
    _text(
        "contact_phone",
        ("Telepon narahubung", "Contact's telephone"),
        ("Nomor telepon narahubung dengan kode negara.", "Telephone of the contact with the country code."),
        synonyms=("telepon", "nomor telepon"),
        example="+62 61 0000000",
    ),
    _text(
        "licence",
        ("Lisensi", "Licence"),
        ("Lisensi kode sumber sebagai kode SPDX.", "Licence of the source code as an SPDX code."),
        synonyms=("license",),
        example="AGPL-3.0-or-later",
    ),
    _text(
        "repository_url",
        ("Alamat kode sumber", "Address of the source code"),
        ("Alamat tempat kode sumber disimpan.", "Address at which the source code is kept."),
        pattern=ADDRESS,
        synonyms=("repositori", "repository"),
        example="https://git.example.id/sibisa",
    ),
    _text(
        "landing_url",
        ("Alamat aplikasi", "Address of the application"),
        ("Alamat tempat aplikasi dipakai.", "Address at which the application is used."),
        pattern=ADDRESS,
        synonyms=("situs", "tautan aplikasi"),
        example="https://sibisa.example.id",
    ),
    _text(
        "dependencies",
        ("Bergantung pada", "Depends on"),
        (
            "Perangkat lunak yang diperlukan, dipisahkan titik koma.",
            "Software it needs, separated by semicolons.",
        ),
        separator=";",
        synonyms=("kebergantungan", "dependensi"),
        example="PostgreSQL;Redis",
    ),
    _text(
        "legal_basis",
        ("Dasar hukum", "Legal basis"),
        (
            "Peraturan yang menjadi dasar layanan atau aplikasi.",
            "Regulation the service or application rests on.",
        ),
        synonyms=("landasan hukum",),
        example="Peraturan Wali Kota",
    ),
    _text(
        "hosting",
        ("Tempat berjalan", "Hosting"),
        ("Tempat aplikasi dijalankan.", "Where the application runs."),
        synonyms=("pusat data", "server"),
        example="Pusat data pemerintah kota",
    ),
    _code(
        "maintenance_type",
        ("Cara pemeliharaan", "Type of maintenance"),
        ("Siapa yang memelihara aplikasi.", "Who maintains the application."),
        codes="maintenance_type",
        closed=True,
        synonyms=("pemeliharaan",),
        example="contract",
    ),
    _text(
        "maintainer",
        ("Pemelihara", "Maintainer"),
        ("Nama pemelihara bila dikontrakkan.", "Name of the maintainer where there is a contract."),
        synonyms=("nama pemelihara",),
        example="PT Contoh",
    ),
    Column(
        "maintained_until",
        "date",
        Text("Dipelihara sampai", "Maintained until"),
        Text("Tanggal akhir kontrak pemeliharaan.", "Date on which the contract of maintenance ends."),
        required=False,
        shipped=False,
        low=2000,
        high=2060,
        synonyms=("akhir pemeliharaan",),
        example="2027-12-31",
    ),
    _code(
        "languages",
        ("Bahasa aplikasi", "Languages of the application"),
        (
            "Kode bahasa (id, en), dipisahkan titik koma.",
            "Codes of languages (id, en), separated by semicolons.",
        ),
        separator=";",
        pattern=LANGUAGE,
        synonyms=("bahasa",),
        example="id;en",
    ),
    _code(
        "localisation_ready",
        ("Siap diterjemahkan", "Ready for translation"),
        (
            "ya atau tidak: teksnya dapat diterjemahkan tanpa mengubah kode.",
            "ya (yes) or tidak (no): its texts can be translated without a change of code.",
        ),
        codes="yes_no",
        closed=True,
        synonyms=("siap terjemahan",),
        example="ya",
    ),
    _text(
        "features",
        ("Fitur", "Features"),
        ("Yang dapat dilakukan, dipisahkan titik koma.", "What it can do, separated by semicolons."),
        separator=";",
        synonyms=("fungsi",),
        example="cetak mandiri;antar ke rumah",
    ),
    _text(
        "long_description",
        ("Uraian panjang", "Long description"),
        ("Uraian sekurangnya 150 huruf.", "Description of at least 150 letters."),
        synonyms=("uraian lengkap",),
        example="Warga mengurus kartu keluarga, akta kelahiran, dan akta kematian dari rumah, memantau "
        "sampai di mana permohonannya, lalu mencetak sendiri dokumennya atau memintanya diantar.",
    ),
)
