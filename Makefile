# Two commands do everything on a machine with Python 3.11, git and make:
#   make run    sets up what is missing and opens the sample (taxonomy/) in the terminal editor
#   make test   sets up what is missing and runs the whole test suite

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= auto

.PHONY: run test check lint generated fresh docs installation lock bench clean

run: $(VENV)/.run  ## open taxonomy/ in the editor; without a terminal print tree, check, differences
	@if [ -t 0 ] && [ -t 1 ]; then \
	  $(BIN)/stdtree tui; \
	else \
	  $(BIN)/stdtree show && $(BIN)/stdtree check && $(BIN)/stdtree diff 1.0 1.1; \
	fi

test: $(VENV)/.dev  ## the whole test suite
	@sh tools/install_test_programs.sh
	$(BIN)/python -m pytest -n $(JOBS)

check: lint fresh test  ## all that must hold before a commit

lint: $(VENV)/.dev  ## style, types, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fresh: $(VENV)/.dev  ## everything generated is what it would be if generated now
	$(BIN)/python tools/write_schemas.py --check
	$(BIN)/python tools/write_fields_doc.py --check
	$(BIN)/python tools/write_rules_doc.py --check
	$(BIN)/python tools/write_commands_doc.py --check
	$(BIN)/python tools/write_products_doc.py --check
	$(BIN)/python tools/draw_pictures.py --check
	$(BIN)/stdtree export --check

generated: $(VENV)/.dev  ## write everything generated anew
	$(BIN)/python tools/write_schemas.py
	$(BIN)/python tools/write_fields_doc.py
	$(BIN)/python tools/write_rules_doc.py
	$(BIN)/python tools/write_commands_doc.py
	$(BIN)/python tools/write_products_doc.py
	$(BIN)/python tools/draw_pictures.py
	$(BIN)/stdtree export

docs: $(VENV)/.dev  ## the site of docs/, in build/docs; every warning is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

installation: $(VENV)/.dev  ## installed for real: an empty environment, no network, pre-commit
	sh tools/try_installation.sh $(CURDIR)/$(BIN)/python

bench: $(VENV)/.dev  ## the figures of docs/performance.md, measured on this machine
	$(BIN)/python -m compileall -q src $(VENV)/lib
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.concordance

lock:  ## pin the dependencies anew (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --upgrade -o requirements/run.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --upgrade -o requirements/dev.txt

clean:  ## remove everything that make made
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "stdtree needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
