"""The sentences of the checker about the shape of a file, and what is said once for all of it."""

from __future__ import annotations

from data.validation.message import ERROR, WARNING, Message
from i18n import N_

WORKBOOK = {
    "too_many_sheets": Message(
        ERROR,
        N_("Buku kerja ini lebih dari {most} lembar."),
        N_("Salin lembar yang dipakai ke buku kerja baru."),
    ),
    "line_number": Message(
        ERROR,
        N_("Buku kerja ini menyebut nomor baris di atas {most}, yang tidak ada dalam Excel."),
        N_("Salin datanya ke buku kerja baru, lalu unggah lagi."),
    ),
    "too_much": Message(
        ERROR,
        N_("Membaca berkas ini memerlukan memori jauh di atas yang wajar."),
        N_("Salin datanya ke buku kerja baru, lalu unggah lagi."),
    ),
    "busy": Message(
        ERROR,
        N_("Server sedang memeriksa banyak berkas."),
        N_("Tunggu sebentar, lalu coba lagi; berkas Anda tidak hilang."),
    ),
    "several_sheets": Message(
        WARNING,
        N_("Beberapa lembar cocok; yang dibaca “{sheet}”, lainnya {others}."),
        N_("Pilih lembar yang dimaksud bila keliru."),
    ),
    "hidden_sheets": Message(
        WARNING,
        N_("{count} lembar tersembunyi tidak dibaca: {names}."),
        N_("Pilih lembar itu bila datanya di sana."),
    ),
    "hidden_sheet": Message(
        WARNING,
        N_("Lembar “{sheet}” tersembunyi dalam buku kerja."),
        N_("Pastikan isinya memang untuk diterbitkan."),
    ),
    "hidden_rows": Message(
        WARNING,
        N_("{count} baris tersembunyi ikut dibaca."),
        N_("Hapus barisnya bila bukan bagian dari data."),
    ),
    "filtered_rows": Message(
        WARNING,
        N_("{count} baris tidak tampak karena saringan, tetapi ikut dibaca."),
        N_("Hapus barisnya bila bukan bagian dari data."),
    ),
    "hidden_columns": Message(
        WARNING, N_("{count} kolom tersembunyi ikut dibaca."), N_("Periksa pasangan kolomnya di bawah.")
    ),
}

SHAPE = {
    "unfolded": Message(
        WARNING,
        N_("{columns} kolom angka disusun menjadi {rows} baris; {absent} sel tanpa angka tidak dibaca."),
        N_("Bandingkan beberapa angka dengan berkas Anda sebelum melanjutkan."),
    ),
    "note_lines": Message(
        WARNING,
        N_("{count} baris di bawah tabel adalah catatan, bukan data."),
        N_("Isinya disimpan sebagai catatan versi; hapus bila tidak perlu."),
    ),
    "total_row": Message(
        WARNING,
        N_("{count} baris jumlah atau rata-rata wilayah tidak dibaca."),
        N_("Jumlah dihitung sendiri oleh aplikasi; tidak perlu diunggah."),
    ),
    "other_total": Message(
        WARNING,
        N_("{count} baris PDRB tanpa migas tidak dibaca: ukurannya lain dari PDRB."),
        N_("Tidak ada yang perlu diubah."),
    ),
    "part_row": Message(
        WARNING,
        N_("{count} baris rincian di bawah lapangan usaha tidak dibaca; tabel ini memuat 17 lapangan usaha."),
        N_("Tidak ada yang perlu diubah."),
    ),
    "no_figures": Message(
        ERROR,
        N_("Semua baris bertanda belum terdata; tidak ada angka untuk disimpan."),
        N_("Isi paling sedikit satu angka."),
    ),
    "names_read": Message(
        WARNING,
        N_("{count} nama wilayah dibaca sebagai kodenya, misalnya {example}."),
        N_("Periksa wilayahnya; nama yang dimiliki dua wilayah tidak dibaca."),
    ),
    "column_unmapped": Message(
        ERROR,
        N_("Kolom angka ini belum dipasangkan dengan satu indikator (mungkin {near})."),
        N_("Pilih indikatornya, atau nyatakan kolom ini tidak dibaca."),
    ),
    "missing_proposed": Message(
        ERROR,
        N_("Kolom {name} tidak ada; berkas ini menyebut “{near}” ({where})."),
        N_("Setujui usul itu sekali untuk seluruh berkas."),
    ),
    "constant_disagrees": Message(
        ERROR,
        N_("Anda menyebut “{said}” untuk seluruh berkas, tetapi {count} baris berisi lain."),
        N_("Kosongkan pilihan itu, atau perbaiki berkasnya."),
    ),
    "title_disagrees": Message(
        ERROR,
        N_("Judul berkas menyebut {said}, tetapi barisnya {other}."),
        N_("Periksa mana yang benar, lalu perbaiki judul atau isinya."),
    ),
    "title_quarter": Message(
        ERROR,
        N_("Judul berkas menyebut triwulan, tetapi barisnya hanya bertahun."),
        N_("Tambahkan kolom triwulan, atau tulis periodenya seperti 2026Q1."),
    ),
    "quarter_dropped": Message(
        ERROR,
        N_("Kolom ini memuat triwulan pada {count} baris; tanpa kolom ini triwulan akan menjadi setahun."),
        N_("Biarkan kolom ini dibaca; isinya digabung dengan tahun menjadi periode."),
    ),
    "quarter_in_year": Message(
        ERROR,
        N_("Tabel ini berisi angka tahunan, tetapi {count} baris menyebut triwulan."),
        N_("Unggah hanya baris tahunan."),
    ),
    "period_disagrees": Message(
        ERROR, N_("Kolom periode saling berbeda: {parts}."), N_("Samakan tahun, triwulan, dan periodenya.")
    ),
    "parent_disagrees": Message(
        ERROR,
        N_("Provinsi di sampingnya lain: {code} adalah {right}."),
        N_("Perbaiki kode atau provinsinya."),
    ),
    "label_disagrees": Message(
        ERROR,
        N_("Kodenya “{code}”, tetapi nama di sampingnya berarti “{near}”."),
        N_("Perbaiki kode atau namanya."),
    ),
    "labels_read": Message(
        WARNING,
        N_("{count} nama dibaca sebagai kodenya, misalnya {example}."),
        N_("Periksa beberapa di antaranya."),
    ),
    "several_meant": Message(
        ERROR, N_("Nama ini dapat berarti beberapa kode."), N_("Tulis salah satu kodenya: {allowed}.")
    ),
    "year_stamp": Message(
        WARNING,
        N_("Cap waktu dibaca sebagai tahun {reading}."),
        N_("Pastikan yang dimaksud satu tahun penuh."),
    ),
    "flag_preliminary": Message(
        WARNING, N_("{count} angka bertanda sementara (*)."), N_("Disimpan sebagai catatan.")
    ),
    "flag_very_preliminary": Message(
        WARNING, N_("{count} angka bertanda sangat sementara (**)."), N_("Disimpan sebagai catatan.")
    ),
    "flag_revised": Message(
        WARNING, N_("{count} angka bertanda direvisi (r)."), N_("Disimpan sebagai catatan.")
    ),
    "flag_footnote": Message(
        WARNING, N_("{count} angka bertanda catatan kaki."), N_("Baca catatannya di bawah tabel.")
    ),
    "unit_other": Message(
        ERROR,
        N_("Berkas ini menyebut “{given}”, padahal satuan tabel ini {unit}."),
        N_("Setujui pengubahan ke {unit}, atau ubah angkanya di berkas."),
    ),
    "unit_not_agreed": Message(
        ERROR,
        N_("Anda menyebut satuan “{said}”, tetapi berkas menyebut “{given}”."),
        N_("Pilih satuan yang sama dengan berkas."),
    ),
    "units_disagree": Message(
        ERROR,
        N_("Berkas ini menyebut beberapa satuan: {given}."),
        N_("Samakan satuan pada judul dan kolomnya."),
    ),
    "unit_converted": Message(
        WARNING,
        N_("{count} angka diubah dari {given} ke {unit}."),
        N_("Bandingkan beberapa angka dengan berkas Anda."),
    ),
    "unit_of_indicator": Message(
        WARNING,
        N_("{count} angka tanpa satuan; dianggap bersatuan indikatornya."),
        N_("Periksa besarnya terhadap angka yang berlaku."),
    ),
}
