# Every target sets up .venv by itself: python3 -m venv + pip, pinned by constraints.txt. Nothing else is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
DATASET ?= datasets/south-caucasus

.PHONY: setup publish test test-readers lint types docs docs-check bench lexicon gazetteer borders clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(STAMP)

# Publishes the sample dataset into build/releases; what is committed stays as it is.
publish: $(STAMP)
	$(BIN)/newsledger publish $(DATASET) --out build/releases

test: $(STAMP) lint
	mkdir -p build
	$(BIN)/pytest -n 2 --dist loadfile --junitxml build/junit.xml

# Opens releases with programs that are no Python packages: R, GDAL, LibreOffice, SQLite's shell, PostgreSQL, Chromium.
# .ci/readers installs them from Debian's packages. A reader that is missing is a failure.
test-readers: $(VENV)/.ready-readers
	mkdir -p build
	NEWSLEDGER_READERS=required $(BIN)/pytest -m readers --junitxml build/junit-readers.xml tests/readers

$(VENV)/.ready-readers: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,readers]'
	touch $@

lint: $(STAMP) types
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/lint-imports

types: $(STAMP)
	$(BIN)/mypy

# Writes every generated page and file; `make docs-check` (part of the tests) says which are out of date.
docs: $(STAMP)
	$(BIN)/newsledger schema docs --write
	$(BIN)/newsledger rules docs --write

docs-check: $(STAMP)
	$(BIN)/newsledger schema docs --check
	$(BIN)/newsledger rules docs --check

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# The inflections of every lemma in rules and lexicon, generated so that coding needs no lemmatiser.
lexicon: $(STAMP)
	$(BIN)/newsledger rules inflect --write

# The gazetteer's packages are large and needed by nobody else, so they get an environment of their own.
gazetteer: build/gazetteer-venv/.ready
	build/gazetteer-venv/bin/python -m newsledger.coder.places.build

build/gazetteer-venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv build/gazetteer-venv
	build/gazetteer-venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[gazetteer]'
	touch $@

# The borders that coordinates are checked against, again after a new gazetteer; needs npm.
borders: $(STAMP)
	mkdir -p build/borders
	cd build/borders && npm pack --silent @rapideditor/country-coder@5.6.1 && tar xzf rapideditor-country-coder-5.6.1.tgz
	$(BIN)/python -m newsledger.validation.border_source build/borders/package/src/data/borders.json coder/places/gazetteer.sqlite

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
