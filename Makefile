# `make help` lists what there is. Python is found by itself; PYTHON=... names another one.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON = $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	"$$python" -c "$(NEW_ENOUGH)" 2>/dev/null && echo "$$python" && break; done)

.PHONY: help install machine demo run test lint bench screenshots lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

install: $(STAMP) ## everything the program and its tests stand on, into .venv

$(STAMP): requirements/dev.txt pyproject.toml scripts/install.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (on Debian: apt-get install python3)." >&2; exit 1; }
	$(PYTHON) scripts/install.py $(VENV)
	@touch $@

machine: $(STAMP) ## what the tests need of the machine itself: Qt's libraries, PostgreSQL
	$(BIN)/python scripts/system_libraries.py --with-postgresql

demo: $(STAMP) ## the sample meal: in a window, or as PDFs in demo/ where there is no screen
	$(BIN)/checkin demo --out demo

run: $(STAMP) ## the program
	$(BIN)/checkin

test: machine lint ## lint, types and every test
	$(BIN)/python -m pytest

lint: $(STAMP) ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(STAMP) ## this program beside its peers and the limit, in one table
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	-$(BIN)/python scripts/system_libraries.py --with-zbar
	$(BIN)/python -m benchmarks

screenshots: $(STAMP) ## the pictures of the user guide
	$(BIN)/python scripts/screenshots.py
	$(BIN)/python scripts/papers.py

lock: ## exact versions and hashes for requirements/, from pyproject.toml
	$(PYTHON) scripts/lock.py

clean: ## everything that can be made again
	rm -rf $(VENV) demo build dist htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
