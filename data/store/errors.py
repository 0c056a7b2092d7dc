"""What can go wrong with the store, each as a sentence for the person at the screen."""

from __future__ import annotations

from i18n import _


class StoreError(RuntimeError):
    """Something the store does not do, or cannot do now."""


class Conflict(StoreError):
    """What was to be changed has been changed by somebody else meanwhile.

    Attributes
    ----------
    subject
        Table, or collection and key of the document.
    parent
        Version the change was made from.
    current
        Version in force now.
    """

    def __init__(self, subject: str, parent: int, current: int):
        self.subject, self.parent, self.current = subject, int(parent), int(current)
        super().__init__(
            _(
                "“{subject}” sudah diubah orang lain: Anda bekerja dari versi {parent}, sekarang berlaku "
                "versi {current}. Tidak ada yang ditimpa; bandingkan dulu, lalu terbitkan lagi."
            ).format(subject=subject, parent=self.parent, current=self.current)
        )


class StoreUnavailable(StoreError):
    """The database cannot be reached, is full or does not answer."""

    def __init__(self, reason: str = ""):
        self.reason = reason
        super().__init__(
            _(
                "Penyimpanan data tidak dapat dipakai saat ini (basis data tidak terjangkau, penuh, atau "
                "sibuk). Tidak ada yang berubah; coba lagi nanti."
            )
        )


class StoreDamaged(StoreError):
    """What the database holds is no longer what was written: pages, rows or texts cannot be read.

    Attributes
    ----------
    reason
        What the database or the reading said.
    """

    def __init__(self, reason: str = "", sentence: str = ""):
        self.reason = reason
        super().__init__(
            sentence
            or _(
                "Penyimpanan data rusak dan tidak dipakai. Periksa dengan `python -m data.backup periksa`, "
                "lalu pulihkan dari cadangan dengan `python -m data.backup pulihkan BERKAS`."
            )
        )


class StoreSetAside(StoreDamaged):
    """There is no store file, but one that was set aside or rescued: the way on is somebody's decision."""

    def __init__(self, file: str, aside: str, reason: str = ""):
        self.file, self.aside = file, aside
        super().__init__(
            reason,
            _(
                "Berkas penyimpanan {file} rusak atau hilang; yang tersisa ada di {aside}. Pulihkan dari "
                "cadangan dengan `python -m data.backup pulihkan BERKAS`, atau pindahkan {aside} ke tempat "
                "lain untuk mulai dari data bawaan."
            ).format(file=file, aside=aside),
        )


class StoreLost(StoreUnavailable):
    """The file of the store was deleted, moved or replaced while it was in use; nothing is written."""

    def __init__(self, file: str, rescued: str = ""):
        self.file, self.rescued = file, rescued
        super().__init__(f"{file} is gone")
        parts = [
            _(
                "Berkas penyimpanan {file} dihapus, dipindah, atau diganti saat dipakai, sehingga penerbitan "
                "dihentikan. Data yang tampil masih lengkap di memori: unduhlah sebelum aplikasi dihentikan."
            ).format(file=file)
        ]
        if rescued:
            parts.append(_("Seluruh isinya diselamatkan ke {rescued}.").format(rescued=rescued))
        self.args = (" ".join(parts),)


class Forbidden(StoreError):
    """The database refused what breaks its own rules: a second row of a key, a change of the past."""

    def __init__(self, reason: str = ""):
        self.reason = reason
        super().__init__(_("Basis data menolak perubahan ini; tidak ada yang berubah."))


class DamagedContent(StoreDamaged):
    """A stored content does not have the hash it was stored under."""

    def __init__(self, sha256: str):
        self.sha256 = sha256
        super().__init__(
            f"content {sha256}",
            _("Isi tersimpan {sha256}… rusak: sidik jarinya tidak cocok. Pulihkan dari cadangan.").format(
                sha256=sha256[:12]
            ),
        )


class WrongContent(StoreError):
    """A frame that is not the table's: other columns, other types, no rows, unstorable text."""

    def __init__(self, table: str, reason: str):
        self.table, self.reason = table, reason
        super().__init__(
            _("Isi untuk tabel “{table}” tidak dapat disimpan: {reason}").format(table=table, reason=reason)
        )
