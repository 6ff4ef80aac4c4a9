.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
JOBS ?= 2

.PHONY: help demo test serve lint types contracts tests bench simulate lock fmt clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-10s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing what requirements.lock names into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY) ## a small press on loopback, one article checked, every verdict explained
	@$(BIN)/stet demo

test: lint types contracts tests ## lint, types, contracts and all tests

lint: $(READY) ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict
	$(BIN)/mypy

contracts: $(READY) ## import-linter
	$(BIN)/lint-imports --no-cache

tests: $(READY) ## pytest on SQLite and PostgreSQL, with coverage
	$(BIN)/pytest -n $(JOBS) --cov --cov-report=term:skip-covered

serve: $(READY) ## the service with one worker, on loopback
	@$(BIN)/stet serve

bench: .venv-bench/.ready ## ratios against peers, measured in one run (ROOMS="fetch verify" for some)
	@.venv-bench/bin/python -m tests.bench $(ROOMS)

.venv-bench/.ready: requirements.lock pyproject.toml
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@echo "installing Stet and its peers into .venv-bench …"
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[bench]'
	@touch $@

simulate: $(READY) ## link state policies over years of simulated web
	@$(BIN)/python -m tests.simulate

fmt: $(READY) ## format and fix what can be fixed
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

lock: $(READY) ## resolve requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --allow-unsafe --no-strip-extras --extra dev pyproject.toml -o requirements.lock

clean: ## remove what make made
	rm -rf .venv .venv-bench build *.egg-info .coverage* .mypy_cache .ruff_cache .hypothesis
