# Recipes for those who work on the code; `just` alone lists them. Needs `.venv` as the README makes it.

python := ".venv/bin/python"

_list:
    @just --list

# The application at http://localhost:8501
app:
    .venv/bin/streamlit run app.py

# Every test but the heavy ones
test *arguments:
    {{python}} -m pytest {{arguments}}

# The tests that take under a minute together: rules, measures, words
fast:
    {{python}} -m pytest -q tests/test_structure.py tests/test_texts.py tests/test_methods_complete.py \
        tests/analysis tests/wording tests/ui

# Minutes long, or with several servers: replicas, load, another browser (Firefox ESR)
heavy:
    {{python}} -m pytest -m heavy -n 1

# Style, the arrows between rooms, types
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/lint-imports
    .venv/bin/mypy

# Pages, files and findings of this checkout against those of another, see CONTRIBUTING.md
compare before:
    {{python}} tests/golden/dump.py write var/golden-before --root {{before}}
    {{python}} tests/golden/dump.py write var/golden-after
    {{python}} tests/golden/dump.py compare var/golden-before var/golden-after

# The drawing of the rooms in docs/pengembang.md
drawing:
    {{python}} benchmarks/rooms_drawing.py

# What the requirements take on disk: the application alone, with pytest, with all checks
size:
    {{python}} benchmarks/installed_size.py

# Lines of Python outside tests, by room
lines:
    @git ls-files '*.py' | grep -v '^tests/' | xargs wc -l | awk '{split($2, a, "/"); n[a[1]] += $1} END {for (r in n) print n[r], r}' | sort -rn
