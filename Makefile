# Two commands: "make run" shows the program, "make test" checks it. packaging/bootstrap.py does the
# work, so that "python packaging/bootstrap.py run" is the same where there is no make.

PYTHON ?= python3

.PHONY: help run test bench setup setup-test clean

help:
	@echo "make run         set up, write the demonstration briefing, open the window"
	@echo "make test        set up, then format, lint, types, import contracts, tests"
	@echo "make setup       set up only        (setup-test: with the test tools)"
	@echo "make bench       measure quality on the annotated sets, where they are"
	@echo "make clean       remove .venv, out and every cache"
	@echo "another Python:  make run PYTHON=python3.12"

run test setup setup-test:
	@"$(PYTHON)" packaging/bootstrap.py $@

bench: setup-test
	@.venv/bin/python packaging/bench.py

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
