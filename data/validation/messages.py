"""The sentences of the checker: what is wrong with a cell, and how to mend it."""

from __future__ import annotations

from data.validation.message import ERROR, WARNING, Message
from data.validation.messages_shape import SHAPE, WORKBOOK
from i18n import N_

SAVE_AS = N_("Simpan sebagai CSV UTF-8 atau XLSX, lalu unggah lagi.")
SPLIT = N_("Bagi menjadi beberapa berkas, lalu unggah satu per satu.")
FILL = N_("Isi sel ini, atau hapus barisnya bila datanya belum ada.")
LOOK = N_("Periksa angkanya; bila memang benar, biarkan.")

FILE = {
    "empty": Message(ERROR, N_("Berkas ini kosong."), N_("Pilih berkas yang berisi data.")),
    "too_big": Message(ERROR, N_("Berkas ini lebih besar dari {most} MB."), SPLIT),
    "too_many_rows": Message(ERROR, N_("Berkas ini lebih dari {most} baris."), SPLIT),
    "too_many_columns": Message(
        ERROR, N_("Berkas ini lebih dari {most} kolom."), N_("Hapus kolom yang tidak ada dalam templat.")
    ),
    "too_many_cells": Message(ERROR, N_("Buku kerja ini lebih dari {most} sel."), SPLIT),
    "expands": Message(
        ERROR,
        N_("Isi buku kerja ini mengembang jauh melebihi ukuran yang wajar ({most} MB)."),
        N_("Salin datanya ke buku kerja baru, lalu unggah lagi."),
    ),
    "entities": Message(
        ERROR,
        N_("Buku kerja ini memuat bagian yang tidak lazim."),
        N_("Simpan ulang dari Excel, lalu unggah lagi."),
    ),
    "too_slow": Message(ERROR, N_("Membaca berkas ini lebih lama dari {seconds} detik."), SPLIT),
    "not_a_table": Message(ERROR, N_("Berkas ini bukan tabel CSV atau XLSX."), SAVE_AS),
    "web_page": Message(ERROR, N_("Berkas ini halaman web atau XML, bukan tabel."), SAVE_AS),
    "old_excel": Message(
        ERROR,
        N_("Berkas ini berformat Excel lama (.xls) atau dilindungi kata sandi."),
        N_("Simpan sebagai .xlsx tanpa kata sandi, lalu unggah lagi."),
    ),
    "open_document": Message(ERROR, N_("Berkas ini berformat OpenDocument."), SAVE_AS),
    "not_a_workbook": Message(ERROR, N_("Berkas ini arsip, bukan buku kerja Excel."), SAVE_AS),
    "damaged": Message(
        ERROR, N_("Buku kerja ini rusak ({detail})."), N_("Buka dan simpan ulang di Excel, lalu unggah lagi.")
    ),
    "no_sheet": Message(ERROR, N_("Buku kerja ini tidak memiliki lembar berisi sel."), SAVE_AS),
    "unknown_sheet": Message(
        ERROR, N_("Tidak ada lembar bernama “{sheet}”."), N_("Pilih satu dari: {allowed}.")
    ),
    "bad_choice": Message(
        ERROR, N_("Pilihan {choice} = “{value}” tidak dikenal."), N_("Pilih satu dari: {allowed}.")
    ),
    "bad_bytes": Message(
        ERROR,
        N_("Ada huruf yang tidak terbaca sebagai {encoding}."),
        N_("Pilih pengodean lain, atau simpan sebagai CSV UTF-8."),
    ),
    "no_header": Message(
        ERROR,
        N_("Tidak ditemukan baris judul kolom; baris pertama berisi: {found}."),
        N_("Pakai judul kolom seperti pada templat: {wanted}."),
    ),
    "no_rows": Message(
        ERROR, N_("Di bawah judul kolom tidak ada baris data."), N_("Isi paling sedikit satu baris.")
    ),
    "quote": Message(
        ERROR,
        N_("Tanda kutip pada baris ini tidak tertutup atau selnya terlalu panjang; baris tidak terbaca."),
        N_("Tutup tanda kutipnya; tanda kutip di dalam sel ditulis dua kali."),
    ),
    "quotes": Message(
        ERROR,
        N_("{count} baris memiliki tanda kutip yang tidak tertutup."),
        N_("Simpan ulang sebagai CSV dari Excel."),
    ),
    "windows_1252": Message(
        WARNING,
        N_("Berkas ini dibaca sebagai Windows-1252, contohnya “{sample}”."),
        N_("Bila hurufnya keliru, pilih pengodean lain."),
    ),
    "twice_encoded": Message(
        WARNING,
        N_("Ada huruf yang tampaknya dua kali dikodekan (misalnya “Ã©” untuk “é”)."),
        N_("Simpan ulang dari berkas aslinya sebagai CSV UTF-8."),
    ),
    "formulas": Message(
        WARNING,
        N_("{count} sel berisi rumus; yang dibaca adalah hasil yang tersimpan."),
        N_("Pastikan buku kerja sudah dihitung ulang, atau tempelkan sebagai nilai."),
    ),
    "lines_above": Message(
        WARNING,
        N_("{count} baris di atas judul kolom tidak dibaca."),
        N_("Hapus bila bukan bagian dari data."),
    ),
    "unexpected": Message(
        ERROR,
        N_("Berkas ini tidak dapat diperiksa karena kesalahan pada aplikasi."),
        N_("Coba simpan ulang dari templat; bila tetap gagal, beri tahu pengelola galat nomor {number}."),
    ),
    "more": Message(
        ERROR,
        N_("Masih ada {count} masalah lain yang tidak ditampilkan."),
        N_("Perbaiki yang ini dulu, lalu unggah lagi."),
    ),
}

COLUMNS = {
    "missing_column": Message(
        ERROR,
        N_("Kolom {name} tidak ada."),
        N_("Tambahkan kolom berjudul {name}, atau tunjuk kolom yang memuatnya."),
    ),
    "missing_code": Message(
        ERROR,
        N_("Kolom {name} tidak ada, tetapi kolom “{names}” memuat nama wilayah."),
        N_("Tambahkan kolom kode, atau pilih agar nama diterjemahkan menjadi kode BPS."),
    ),
    "missing_optional": Message(
        WARNING,
        N_("Kolom {name} tidak ada; isinya dianggap tidak diketahui."),
        N_("Tambahkan bila datanya ada."),
    ),
    "unknown_column": Message(
        WARNING,
        N_("Kolom ini tidak dikenal dan tidak dibaca."),
        N_("Hapus, atau tunjuk kolom yang dimaksud."),
    ),
    "unknown_column_near": Message(
        WARNING,
        N_("Kolom ini tidak dikenal dan tidak dibaca."),
        N_("Mungkin maksudnya {near}; ganti judulnya atau tunjuk kolom itu."),
    ),
    "repeated_column": Message(
        ERROR, N_("Beberapa kolom berarti {name}: {headings}."), N_("Sisakan satu, atau tunjuk yang benar.")
    ),
    "heading_unit": Message(
        ERROR,
        N_("Judul kolom menyebut “{word}”, padahal satuan tabel ini {unit}."),
        N_("Ubah angkanya ke {unit}, lalu perbaiki judulnya."),
    ),
    "ambiguous": Message(
        WARNING,
        N_("“{example}” dapat berarti ribuan atau desimal; dibaca {reading}."),
        N_("Bila keliru, pilih tanda desimal yang lain."),
    ),
    "codes_unconfirmed": Message(
        WARNING,
        N_("Kode wilayahnya sama-sama ada dalam daftar BPS dan Kemendagri; tanpa nama, dianggap kode BPS."),
        N_("Tambahkan kolom nama kota agar kodenya dapat dipastikan."),
    ),
    "codes_suspect": Message(
        ERROR,
        N_("Angkanya lebih cocok bila kodenya kode Kemendagri, bukan kode BPS."),
        N_("Tambahkan kolom nama kota agar pasti, atau pilih agar kodenya diterjemahkan."),
    ),
    "home_affairs": Message(
        ERROR,
        N_("Menurut namanya, kolom ini memakai kode Kemendagri ({example}), bukan kode BPS."),
        N_("Ganti dengan kode BPS, atau pilih agar kodenya diterjemahkan."),
    ),
    "home_affairs_translated": Message(
        WARNING,
        N_("{count} kode Kemendagri diterjemahkan menjadi kode BPS (misalnya {example})."),
        N_("Periksa beberapa baris sebelum melanjutkan."),
    ),
}

CELLS = {
    "required": Message(ERROR, N_("Sel ini wajib diisi."), FILL),
    "shifted": Message(
        ERROR,
        N_("Baris ini memiliki {count} sel, padahal judulnya {headings}."),
        N_("Apit sel yang memuat pemisah (misalnya desimal koma) dengan tanda kutip, atau pakai titik koma."),
    ),
    "short": Message(
        WARNING,
        N_("Baris ini hanya memiliki {count} sel dari {headings}."),
        N_("Periksa apakah ada sel yang hilang."),
    ),
    "control": Message(
        ERROR, N_("Sel ini memuat huruf kendali yang tidak tampak."), N_("Ketik ulang isinya.")
    ),
    "too_long": Message(ERROR, N_("Isi sel ini lebih dari {most} huruf."), N_("Persingkat.")),
    "excel_error": Message(
        ERROR, N_("Sel ini berisi galat Excel."), N_("Perbaiki rumusnya, atau ketik nilainya.")
    ),
    "empty_formula": Message(
        ERROR,
        N_("Rumus di sel ini belum dihitung, hasilnya tidak ada dalam berkas."),
        N_("Buka dan simpan di Excel, atau tempelkan sebagai nilai."),
    ),
    "boolean": Message(ERROR, N_("Sel ini berisi BENAR/SALAH, bukan angka."), N_("Ketik angkanya.")),
    "date_in_number": Message(
        ERROR,
        N_("Sel ini berisi tanggal atau jam, bukan angka."),
        N_("Ubah format sel menjadi angka, lalu ketik ulang nilainya."),
    ),
    "not_number": Message(ERROR, N_("Bukan angka."), N_("Tulis angka saja, misalnya 1234,5.")),
    "nothing_mark": Message(
        WARNING,
        N_("Tanda ini berarti belum terdata; barisnya tidak disimpan."),
        N_("Biarkan, atau isi bila angkanya sudah ada; yang tidak diketahui tidak ditulis nol."),
    ),
    "nothing_mark_optional": Message(
        WARNING, N_("Tanda ini dibaca sebagai tidak diketahui."), N_("Kosongkan selnya.")
    ),
    "other_mark": Message(
        ERROR,
        N_("Tanda desimalnya lain dari kolom ini, yang memakai “{mark}”."),
        N_("Samakan tanda desimal di seluruh kolom."),
    ),
    "in_brackets": Message(
        ERROR, N_("Angka dalam kurung tidak dibaca."), N_("Tulis angka negatif dengan tanda minus.")
    ),
    "percent": Message(
        WARNING, N_("Bertanda persen; dibaca {reading}."), N_("Tulis angkanya tanpa tanda persen.")
    ),
    "percent_unit": Message(
        ERROR, N_("Bertanda persen, padahal satuannya {unit}."), N_("Tulis nilainya dalam {unit}.")
    ),
    "scientific": Message(
        WARNING,
        N_("Ditulis secara ilmiah; dibaca {reading}, angka di belakangnya mungkin sudah hilang."),
        N_("Ubah format sel menjadi angka, lalu simpan ulang."),
    ),
    "not_whole": Message(ERROR, N_("Harus bilangan bulat."), N_("Tulis tanpa desimal.")),
    "impossible_low": Message(
        ERROR, N_("Tidak mungkin kurang dari {bound}."), N_("Periksa angka dan satuannya.")
    ),
    "impossible_high": Message(
        ERROR, N_("Tidak mungkin lebih dari {bound}."), N_("Periksa angka dan satuannya.")
    ),
    "low": Message(WARNING, N_("Tidak lazim: di bawah {bound}."), LOOK),
    "high": Message(WARNING, N_("Tidak lazim: di atas {bound}."), LOOK),
    "not_year": Message(ERROR, N_("Bukan tahun."), N_("Tulis empat angka, misalnya 2025.")),
    "date_in_year": Message(
        ERROR,
        N_("Sel ini berisi tanggal, bukan tahun atau periode."),
        N_("Ubah format sel menjadi teks, lalu tulis misalnya 2025 atau 2026Q1."),
    ),
    "not_period": Message(ERROR, N_("Bukan periode."), N_("Tulis tahun (2025) atau triwulan (2026Q1).")),
    "not_date": Message(
        ERROR, N_("Bukan tanggal."), N_("Tulis 2025-10-30, 30/10/2025, atau 30 Oktober 2025.")
    ),
    "number_in_date": Message(
        ERROR, N_("Sel ini berisi angka, bukan tanggal."), N_("Ubah format sel menjadi tanggal.")
    ),
    "date_guessed": Message(
        WARNING, N_("Hari dan bulan dapat tertukar; dibaca {reading}."), N_("Tulis 2025-10-30 agar pasti.")
    ),
    "future": Message(WARNING, N_("Periode ini belum berakhir."), N_("Periksa tahunnya.")),
    "not_in_list": Message(ERROR, N_("Bukan kode yang dikenal."), N_("Pilih satu dari: {allowed}.")),
    "not_in_list_near": Message(ERROR, N_("Bukan kode yang dikenal."), N_("Mungkin maksudnya “{near}”.")),
    "other_spelling": Message(WARNING, N_("Ditulis lain; dibaca “{near}”."), N_("Tulis kodenya persis.")),
    "label_given": Message(
        ERROR,
        N_("Ini nama, bukan kode; kodenya “{near}”."),
        N_("Tulis kodenya, atau pilih agar nama diterjemahkan."),
    ),
    "label_translated": Message(
        WARNING, N_("Nama ini diterjemahkan menjadi kode “{near}”."), N_("Periksa kodenya.")
    ),
    "form": Message(ERROR, N_("Bentuk isinya keliru."), N_("Tulis seperti contoh: {example}.")),
    "pattern": Message(ERROR, N_("Bentuk kodenya keliru."), N_("Tulis seperti contoh: {example}.")),
    "zero_lost": Message(
        ERROR,
        N_("Kode ini tampaknya kehilangan angka nol; mungkin “{near}”."),
        N_("Ubah kolom menjadi teks, atau pilih agar angka nol dipulihkan."),
    ),
    "zero_restored": Message(WARNING, N_("Angka nol dipulihkan: “{near}”."), N_("Periksa kodenya.")),
    "dotted": Message(
        ERROR,
        N_("Ini bentuk kode Kemendagri; kode BPS-nya “{near}” ({name})."),
        N_("Tulis kode BPS, atau pilih agar kodenya diterjemahkan."),
    ),
    "unknown_region": Message(
        ERROR, N_("Tidak ada wilayah berkode ini."), N_("Lihat daftar kode wilayah pada templat.")
    ),
    "unknown_region_name": Message(
        ERROR,
        N_("Tidak ada wilayah bernama ini."),
        N_("Tulis nama resminya, misalnya Kota Medan, atau kodenya."),
    ),
    "two_regions": Message(
        ERROR,
        N_("Nama ini dimiliki {names}."),
        N_("Tulis lengkap dengan Kota atau Kabupaten, atau tulis kodenya."),
    ),
    "other_name": Message(
        ERROR, N_("Kode {code} adalah {right}, tetapi namanya “{name}”."), N_("Perbaiki kode atau namanya.")
    ),
    "regency_for_city": Message(
        ERROR, N_("{code} adalah {right}, padahal yang disebut {name}: kodenya {near}."), N_("Ganti kodenya.")
    ),
    "not_a_member_kind": Message(
        ERROR,
        N_("{code} adalah {right}; tabel ini hanya memuat kota."),
        N_("Bila maksudnya kota, periksa kodenya."),
    ),
    "namesake": Message(
        WARNING,
        N_("{code} adalah {right}; ada juga {other} ({near})."),
        N_("Pastikan yang dimaksud bukan {other}."),
    ),
    "unknown_key": Message(
        ERROR,
        N_("Tidak ada dalam tabel “{table}”."),
        N_("Tambahkan dulu ke tabel “{table}”, atau perbaiki kodenya."),
    ),
}

ROWS = {
    "person_name": Message(
        ERROR,
        N_("Ini tampak seperti nama orang; direktori hanya memuat lembaga."),
        N_("Tulis nama lembaganya, misalnya PT …, Koperasi …, Dinas …, atau TPID …, tanpa nama orang."),
    ),
    "person_phone": Message(
        ERROR,
        N_("Ini tampak seperti nomor seluler; direktori hanya memuat telepon kantor."),
        N_("Tulis telepon kantor dengan kode wilayahnya, misalnya 0778-123456, atau kosongkan."),
    ),
    "person_email": Message(
        ERROR,
        N_("Surel di {host} biasanya milik pribadi; direktori hanya memuat surel lembaga."),
        N_("Tulis surel lembaga, misalnya yang berakhir go.id atau co.id, atau kosongkan."),
    ),
    "person_number": Message(
        ERROR,
        N_("Ini tampak seperti nomor induk seseorang (NIK atau NIP)."),
        N_("Hapus nomornya; direktori hanya memuat lembaga."),
    ),
    "example_row": Message(
        ERROR,
        N_("Baris ini masih contoh dari templat."),
        N_("Ganti dengan data yang sebenarnya, atau hapus."),
    ),
    "statement_needs": Message(
        ERROR,
        N_("Pernyataan tentang {kind} memerlukan isian ini."),
        N_("Pilih kategori untuk produk, bidang layanan untuk aplikasi dan celah."),
    ),
    "statement_ahead": Message(
        ERROR, N_("Tanggal ini belum tiba."), N_("Tulis tanggal surat atau keputusan kota.")
    ),
    "other_group": Message(
        ERROR, N_("Bahan makanan ini termasuk kelompok “{near}” ({group})."), N_("Ganti kelompoknya.")
    ),
    "duplicate": Message(ERROR, N_("Kunci ini sudah ada pada baris {first}."), N_("Hapus salah satu.")),
    "wrong_unit": Message(ERROR, N_("Satuan indikator ini “{unit}”."), N_("Ubah nilainya ke satuan itu.")),
    "sum": Message(
        ERROR,
        N_("Jumlah bagiannya {parts}, berbeda {gap} dari {total}."),
        N_("Periksa bagian dan jumlahnya; salah satunya keliru."),
    ),
    "sum_small": Message(
        WARNING,
        N_("Jumlah bagiannya {parts}, berbeda {gap} dari {total}."),
        N_("Selisih kecil; periksa pembulatannya."),
    ),
    "copied_series": Message(
        WARNING,
        N_("Semua angka wilayah {regions} sama: satu deret tampak disalin dari yang lain."),
        N_("Periksa pada sumbernya; wilayah yang berbeda hampir tidak pernah sama angkanya."),
    ),
    "sum_incomplete": Message(
        WARNING,
        N_("Belum lengkap: {missing}; jumlahnya tidak dapat diperiksa."),
        N_("Lengkapi bagian yang belum ada."),
    ),
    "other_series": Message(
        WARNING,
        N_("Nilai ini sama dengan {other} tahun itu, dan berbeda dari {mine} yang berlaku ({value})."),
        N_("Pastikan serinya tidak tertukar."),
    ),
    "series_named": Message(
        WARNING,
        N_("Catatan baris ini menyebut seri lama, padahal indikatornya {mine}."),
        N_("Pakai {other} untuk seri lama."),
    ),
    "series_too_early": Message(
        WARNING, N_("Seri {mine} baru ada sejak {year}."), N_("Pakai {other} untuk tahun sebelumnya.")
    ),
    "jump": Message(WARNING, N_("Berubah {change} dari {previous} ({when})."), LOOK),
    "jump_scale": Message(
        WARNING,
        N_("Sekitar {times} kali nilai sebelumnya, {previous} ({when})."),
        N_("Periksa satuannya; mungkin ribuan, jutaan, atau persen tertukar."),
    ),
}

MESSAGES: dict[str, Message] = FILE | WORKBOOK | COLUMNS | SHAPE | CELLS | ROWS
