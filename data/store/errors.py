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


class DamagedContent(StoreError):
    """A stored content does not have the hash it was stored under."""

    def __init__(self, sha256: str):
        self.sha256 = sha256
        super().__init__(
            _("Isi tersimpan {sha256}… rusak: sidik jarinya tidak cocok. Pulihkan dari cadangan.").format(
                sha256=sha256[:12]
            )
        )


class WrongContent(StoreError):
    """A frame that is not the table's: other columns, other types, no rows, unstorable text."""

    def __init__(self, table: str, reason: str):
        self.table, self.reason = table, reason
        super().__init__(
            _("Isi untuk tabel “{table}” tidak dapat disimpan: {reason}").format(table=table, reason=reason)
        )
