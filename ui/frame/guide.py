"""The short guide: five things to know, shown on the first visit and again from the foot of each page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from i18n import _

ASSETS = Path(__file__).parents[1] / "assets"
_component = st.components.v2.component(
    "sinergi_guide",
    html='<div class="guide"></div>',
    css=(ASSETS / "guide.css").read_text("utf-8"),
    js=(ASSETS / "guide.js").read_text("utf-8"),
)


def draw() -> None:
    """Draw the button for the guide; the browser shows the guide by itself to who was never here."""
    _component(key="panduan", data={"steps": steps(), "words": words()})


def steps() -> list[dict[str, str]]:
    """Return the steps: title, text, and the part of the page each speaks of, by our own key."""
    told = (
        (
            ".st-key-kepala_pilih",
            _("Pilih kota Anda"),
            _("Sekali dipilih, semua halaman bercerita tentang kota itu; peramban mengingatnya."),
        ),
        (
            ".st-key-kepala_cari",
            _("Cari apa saja"),
            _(
                "Kota, produk, pangan, aplikasi, sumber. Tombol / menaruh kursor di sini; "
                "salah ketik tidak apa."
            ),
        ),
        (
            "",
            _("Baca seberapa yakin"),
            _(
                "Kuat, sedang, atau lemah menurut buktinya, bukan perintah. “Belum terdata” bukan nol. Angka "
                "kecil di samping kalimat membuka sumbernya; “Cara membaca” ada pada tiap gambar."
            ),
        ),
        (
            ".st-key-kepala_kota",
            _("Langsung ke jawaban"),
            _("Profil, mitra, dan salindia rapat kota Anda selalu satu klik dari sini."),
        ),
        (
            ".st-key-kaki",
            _("Bagikan, dan buka panduan lagi"),
            _("Di kaki tiap halaman: tautan dan kode QR untuk rekan, panduan ini, dan tanggal datanya."),
        ),
    )
    return [{"part": part, "title": title, "text": text} for part, title, text in told]


def words() -> dict[str, str]:
    """Return what stands on the buttons."""
    return {
        "again": _("Panduan singkat"),
        "skip": _("Lewati"),
        "back": _("Kembali"),
        "next": _("Berikutnya"),
        "done": _("Tutup"),
    }
