"""A server on loopback that answers in the form of the BPS WebAPI, and misbehaves when told to."""

from __future__ import annotations

import json
import re
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = "kunciRahasia123"
SECTORS = [
    "A Pertanian, Kehutanan dan Perikanan",
    "B Pertambangan dan Penggalian",
    "C Industri Pengolahan",
    "D Pengadaan Listrik dan Gas",
    "E Pengadaan Air, Pengelolaan Sampah, Limbah dan Daur Ulang",
    "F Konstruksi",
    "G Perdagangan Besar dan Eceran, Reparasi Mobil dan Sepeda Motor",
    "H Transportasi dan Pergudangan",
    "I Penyediaan Akomodasi dan Makan Minum",
    "J Informasi dan Komunikasi",
    "K Jasa Keuangan dan Asuransi",
    "L Real Estate",
    "M,N Jasa Perusahaan",
    "O Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib",
    "P Jasa Pendidikan",
    "Q Jasa Kesehatan dan Kegiatan Sosial",
    "R,S,T,U Jasa Lainnya",
    "<b>Produk Domestik Regional Bruto</b>",
]
REGIONS = [("1275", "Kota Medan"), ("1276", "Kota Binjai"), ("9999", "Wilayah Uji")]


def table(variable, unit, items, values, *, part=(31, "Triwulan I"), year=2026):
    """A dynamic table: `values` maps (region, place of the item) to a figure."""
    time_id = year - 1900
    return {
        "status": "OK",
        "data-availability": "available",
        "last_update": "2026-06-18 10:00:00",
        "var": [{"val": variable, "label": f"Tabel uji {variable}", "unit": unit, "note": ""}],
        "turvar": [{"val": 2005 + place, "label": label} for place, label in enumerate(items)],
        "labelvervar": "Kabupaten/Kota",
        "vervar": [{"val": int(code), "label": name} for code, name in REGIONS],
        "tahun": [{"val": time_id, "label": str(year)}],
        "turtahun": [{"val": part[0], "label": part[1]}],
        "datacontent": {
            f"{code}{variable}{2005 + place}{time_id}{part[0]}": value
            for (code, place), value in values.items()
        },
    }


def sector_table(variable=2776, first=10.0, year=2026):
    values = {}
    for code, _name in REGIONS:
        figures = [round(first + place, 2) for place in range(17)]
        values |= {(code, place): figure for place, figure in enumerate([*figures, round(sum(figures), 2)])}
    return table(variable, "Milyar Rupiah", SECTORS, values, year=year)


class BpsServer:
    """Serves `tables` by (variable, year id); what is in `failures` is answered first, one a request."""

    def __init__(self):
        self.tables: dict[tuple[int, int], dict] = {}
        self.failures: deque = deque()
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                failure = outer.failures.popleft() if outer.failures else None
                status, body, headers = outer.answer(self.path, failure)
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # the client did not wait

            def log_message(self, *_arguments):
                """Stay quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1/api"

    def answer(self, path, failure):
        headers = {"Content-Type": "application/json"}
        if isinstance(failure, (int, float)) and failure < 100:
            time.sleep(failure)
        elif isinstance(failure, tuple):
            return failure[0], b"{}", headers | failure[1]
        elif isinstance(failure, int):
            return failure, b"galat", headers
        elif isinstance(failure, bytes):
            return 200, failure, headers
        if f"/key/{KEY}/" not in path:
            return 200, json.dumps({"status": "Error", "message": "Invalid key"}).encode(), headers
        years = re.search(r"/model/th/.*/var/(\d+)/", path)
        if years:
            found = sorted(year for variable, year in self.tables if variable == int(years[1]))
            rows = [{"th_id": year, "th": str(1900 + year)} for year in found]
            return (
                200,
                json.dumps(
                    {"status": "OK", "data-availability": "available", "data": [{"pages": 1}, rows]}
                ).encode(),
                headers,
            )
        variable, year = map(int, re.search(r"/var/(\d+)/th/(\d+)/", path).groups())
        found = self.tables.get((variable, year))
        absent = {"status": "OK", "data-availability": "list-not-available"}
        return 200, json.dumps(found or absent).encode(), headers

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
