# Every target sets up what it needs by itself; the first time takes some minutes.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench screenshots translations lock clean

PYTHON := .venv/bin/python

help: ## Say what the targets do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: ## Open the studio on a sample and run it; without a screen, run the sample in the terminal
	@scripts/prepare run
	@scripts/run

test: ## Check style, types and architecture, and pass all tests
	@scripts/prepare dev
	@$(MAKE) --no-print-directory lint
	@$(PYTHON) -m pytest -q -n auto

lint: ## Style, types and architecture only
	@scripts/prepare dev
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --quiet --check .
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo >/dev/null 2>&1 || .venv/bin/lint-imports --no-logo

bench: ## Print the benchmarks
	@scripts/prepare dev
	@for file in tests/benchmarks/bench_*.py; do echo "== $$file"; $(PYTHON) $$file || exit 1; done

screenshots: ## Draw the pictures of the README, and every state of the studio into build/screens
	@scripts/prepare dev
	@$(PYTHON) docs/make_screenshots.py
	@$(PYTHON) docs/make_screenshots.py --all build/screens

translations: ## Bring the lists of texts to translate in step with the source
	@scripts/prepare dev
	@$(PYTHON) scripts/translations.py

lock: ## Pin the newest fitting packages anew
	@scripts/prepare dev
	@scripts/lock

clean: ## Remove everything that the other targets made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +
