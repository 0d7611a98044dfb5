# The two commands a newcomer needs: make demo, make test. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo demo-reset run test bench lint format lock catalogues

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

define require_python
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python was not found. Please install Python 3.11 or newer, then run make again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This is $$($(PYTHON) --version 2>&1). The site needs Python 3.11 or newer: make PYTHON=python3.12 $(1)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
endef

$(VENV)/.base: requirements.txt
	$(call require_python,demo)
	@echo "[1/6] Making the virtual environment and fetching packages (once, about a minute)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt
	$(call require_python,test)
	@echo "Fetching the packages for tests (once)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.base $@

setup: $(VENV)/.base ## Make the virtual environment with what the site runs on
setup-dev: $(VENV)/.dev ## The same with tests, lint and types

demo: $(VENV)/.base ## Start the site with five demo networks on localhost:8000
	@$(PY) manage.py demo --port $(PORT)

demo-reset: $(VENV)/.base ## Throw the demo's data away and start afresh
	@rm -rf var/changlai.sqlite3* var/uploads
	@$(PY) manage.py demo --port $(PORT)

run: $(VENV)/.base ## Start the site with the data it has
	@$(PY) manage.py runserver $(PORT)

test: $(VENV)/.dev ## Run the whole test suite, with every server that can be found or started
	@$(PY) tests/run.py

bench: $(VENV)/.dev ## Measure what the site promises, as counts and ratios (PART=menus for one part)
	@$(PY) -m bench $(PART)

lint: $(VENV)/.dev ## Check format, style, imports, types, settings and migrations
	@$(PY) tests/lint.py

format: $(VENV)/.dev ## Put code and templates into their format
	@$(VENV)/bin/ruff check --fix --quiet . || true
	@$(VENV)/bin/ruff format --quiet .
	@git ls-files '*.html' | xargs $(VENV)/bin/djhtml --tabwidth 2 >/dev/null 2>&1 || true

catalogues: $(VENV)/.dev ## Collect the messages of the interface and complete the catalogues
	@$(PY) manage.py make_catalogues

lock: $(VENV)/.dev ## Lock the three lists of packages anew, the largest first
	@$(VENV)/bin/uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements-dev.in -o requirements-dev.txt
	@$(VENV)/bin/uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url -c requirements-dev.txt requirements-prod.in -o requirements-prod.txt
	@$(VENV)/bin/uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url -c requirements-dev.txt requirements.in -o requirements.txt
