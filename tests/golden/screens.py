"""What a page shows, as plain lines: every text, choice, table and figure that AppTest sees."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import pandas as pd
import pyarrow as pa
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

# They differ from run to run, or with the folder the code lies in, and say nothing to the reader.
NAMELESS = {"id", "formId", "url", "pageScriptHash", "queryParams", "elementId", "fragmentId", "uuid"}
RANDOM = re.compile(r"\b[0-9a-f]{32,64}\b|T_[0-9a-f]{5}(?=_)|(?<=[?]v=)[0-9a-f]+")
STAMPED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(\+00:00|Z)?")


def show(page: str, language: str, address: dict[str, str]) -> list[str]:
    """Return the lines of `page` after its first run inside the application's own frame."""
    # Not from the file: beside the folder pages/ a page would run by itself, outside the frame that decides
    # the language.
    at = AppTest.from_string(Path("dashboard.py").read_text(encoding="utf-8"), default_timeout=120)
    at._page_hash = "" if page == "beranda" else calc_hash(page)
    if language != "id":
        at.query_params["lang"] = language
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    lines = [f"address {json.dumps(dict(at.query_params), sort_keys=True)}"]
    for block in at._tree.children.values():
        lines += _block(block)
    return lines


def _block(node) -> list[str]:
    if hasattr(node, "children"):
        label = getattr(getattr(node, "proto", None), "label", "") or ""
        inside = [line for child in node.children.values() for line in _block(child)]
        return [f"{node.type} {label}".rstrip(), *(f"  {line}" for line in inside)]
    return _element(node)


def _element(node) -> list[str]:
    if node.type in ("arrow_data_frame", "arrow_table"):
        return [f"{node.type} {line}" for line in table(node.value)]
    content = MessageToDict(node.proto)
    found = [f"{node.type}.{path} {value}" for path, value in _flat(content)]
    return _steady(found)


def _flat(value, path: str = ""):
    if isinstance(value, dict):
        for key in sorted(value):
            if key not in NAMELESS:
                yield from _flat(value[key], f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        if value and all(isinstance(each, int | float | str) for each in value):
            yield path, json.dumps(_number(value), ensure_ascii=False)
            return
        for position, each in enumerate(value):
            yield from _flat(each, f"{path}[{position}]")
    elif isinstance(value, str) and value[:1] in "{[" and len(value) > 2:
        try:
            inner = json.loads(value)
        except ValueError:
            yield path, json.dumps(value, ensure_ascii=False)
        else:
            yield from _flat(_unpacked(inner), path)
    elif isinstance(value, str) and len(value) > 400 and (read := _arrow(value)) is not None:
        for line in table(read):
            yield path, line
    else:
        yield path, json.dumps(_number(value), ensure_ascii=False)


def _unpacked(value):
    """Return a figure with the arrays that Plotly packs as base64 written out."""
    if isinstance(value, dict):
        if set(value) <= {"bdata", "dtype", "shape"} and "bdata" in value:
            import numpy as np

            return np.frombuffer(base64.b64decode(value["bdata"]), dtype=value["dtype"]).tolist()
        return {key: _unpacked(each) for key, each in value.items()}
    return [_unpacked(each) for each in value] if isinstance(value, list) else value


def _arrow(value: str) -> pd.DataFrame | None:
    try:
        return pa.ipc.open_stream(base64.b64decode(value, validate=True)).read_pandas()
    except (ValueError, pa.ArrowInvalid):
        return None


def _number(value):
    if isinstance(value, float):
        return float(f"{value:.10g}")
    return [_number(each) for each in value] if isinstance(value, list) else value


def table(frame: pd.DataFrame) -> list[str]:
    """Return a table as lines of CSV, ten digits a number."""
    written = io.StringIO()
    frame.to_csv(written, float_format="%.10g")
    return _steady(written.getvalue().splitlines())


def _steady(lines: list[str]) -> list[str]:
    return [STAMPED.sub("<moment>", RANDOM.sub("<random>", line)) for line in lines]
