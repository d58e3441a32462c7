# A fresh clone needs Python 3.11 or later and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
HUGO := .tools/bin/hugo

.PHONY: demo test attack laws mutants versions lint types format languagetool hugo browser docs bench clean

demo: .venv/runs  ## draft a review from notes, then lint the draft
	@echo '$$ review new examples/her.yaml'
	@$(BIN)/review new examples/her.yaml
	@echo
	@echo '$$ review new examples/her.yaml | review lint -'
	@$(BIN)/review new examples/her.yaml | $(BIN)/review lint - || test $$? -eq 1

test: lint types compiled  ## everything that must hold: style, types, tests
	$(BIN)/python -m pytest -n auto --dist worksteal -m 'not slow'
	$(BIN)/python -m pytest -n auto --dist loadfile -m slow

attack: compiled  ## an hour of mutated files, killed runs and runs at once; MINUTES=5 for less
	$(BIN)/python tests/attacks/attack.py --minutes $(or $(MINUTES),60)

laws: compiled  ## every law again, with eight times the examples
	LAWS_TIMES=8 $(BIN)/python -m pytest -n auto --dist worksteal -m law

mutants: compiled  ## changes of MODULE=src/reviewcli/formats/findings/sarif.py that its tests miss; else of the last commit's modules
	$(BIN)/python scripts/mutants.py $(MODULE)

versions: .venv/installed  ## the wheel on every Python found, with the lowest versions of its libraries and the newest
	$(BIN)/python scripts/try_versions.py

lint: .venv/installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/complexipy

types: .venv/installed
	$(BIN)/mypy

format: .venv/installed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

languagetool: .venv/installed  ## a local LanguageTool for the tests (needs Java, and Maven or the network)
	$(BIN)/review grammar install languagetool --to .languagetool

hugo: $(HUGO)  ## a Hugo that builds a site of stripped drafts for the tests (needs Go)

$(HUGO):
	GOBIN=$(abspath .tools/bin) go install github.com/gohugoio/hugo@v0.152.2

browser: .venv/installed .tools/chromium  ## a Chromium for the tests of the page (the system's, or by npm or Playwright)

.tools/chromium: scripts/get_browser.py
	$(BIN)/python scripts/get_browser.py

docs: compiled  ## the manual as a site: open build/manual/index.html
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

bench: compiled  ## whole processes in turns, as ratios
	$(BIN)/python benchmarks/run.py

# What `review` itself needs, which is all that the demo installs.
.venv/runs: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/python -m compileall -q src/reviewcli
	touch $@

.venv/installed: .venv/runs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

# Compiled once, as in an installed wheel after its first run: no run has to do it again, whatever
# PYTHONDONTWRITEBYTECODE says.
.PHONY: compiled
compiled: .venv/installed
	@$(BIN)/python -m compileall -q src/reviewcli

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
