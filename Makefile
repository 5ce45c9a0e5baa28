# Everything Undertone needs, by name. `make serve` and `make test` do the whole way on a fresh machine.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8765
RUNTIME := .venv/.runtime
DEV := .venv/.dev
DEMO := .venv/.demo
NODE := node_modules/.installed

.PHONY: help setup install serve demo test repeat check audit format evaluate bench load chaos fuzz rehearse reference lock programs clean

help:
	@echo "make serve      the server at http://127.0.0.1:$(PORT)/ with a sample to try"
	@echo "make install    the command undertone in $(BIN), without starting anything"
	@echo "make demo       a real browser with the extension on the sample page (a screenshot where there is no screen)"
	@echo "make extension  the extension for the stores of Chrome and Firefox, as two files in out/"
	@echo "make test       all tests, browser tests included"
	@echo "make repeat     the browser tests RUNS=50 times, to find what fails now and then"
	@echo "make check      lint, types, import layers, extension lint"
	@echo "make audit      known vulnerabilities of what is installed (asks a public database)"
	@echo "make evaluate   PAGES=folder and/or DATA=folder: measured quality on labelled pages and data"
	@echo "make bench      PAGES=folder: speed beside its parts, in pairs"
	@echo "make load       PAGES=folder: the service under load; make chaos: under attack; make fuzz: under odd bytes"

OLD := Undertone needs Python 3.11 or newer; this is %d.%d. Try: make $(or $(MAKECMDGOALS),serve) PYTHON=python3.11

$(RUNTIME): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit("$(OLD)" % sys.version_info[:2])'
	@echo "Setting up in .venv, once: this takes a minute or two."
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(DEMO): $(RUNTIME) requirements-demo.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-demo.lock
	@touch $@

$(NODE): package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

setup: $(DEV) $(NODE)

programs:
	@sh tests/install.sh "the tests" "chromium=chromium fonts-dejavu-core" firefox-esr=firefox-esr Xvfb=xvfb xdotool=xdotool \
		redis-server=redis-server nginx=nginx-light qemu-x86_64=qemu-user strace=strace

install: $(RUNTIME)
	@echo "Type $(BIN)/undertone, or let this terminal find it: . $(BIN)/activate"

serve: $(RUNTIME)
	$(BIN)/undertone serve --port $(PORT)

# a browser is all that it needs: Chromium where one is there, else the distribution's
demo: $(DEMO)
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
		sh tests/install.sh "the demo" "chromium=chromium fonts-dejavu-core"
	$(BIN)/python -m tools.browser.demo

extension: $(NODE)
	npm run --silent lint
	$(PYTHON) tools/make_extension.py

# tests read what commands say, in English whatever the language of this machine is
test repeat: export LANGUAGE = en

test: setup programs
	npm test --silent
	$(BIN)/python -m pytest -n 2 --dist loadfile

# the browser tests RUNS times, to find what fails now and then; goes on where it was
RUNS ?= 50
repeat: setup programs
	$(BIN)/python -m tools.browser.repeat $(RUNS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.audit
	npm run --silent check

# known vulnerabilities of the pinned packages; a package that cannot be looked up is an error here, not in `check`
audit: $(DEV)
	$(BIN)/python -m tools.audit --insist

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	npm run --silent format

evaluate: $(DEV) $(if $(PAGES),programs)
	@test -n "$(PAGES)$(DATA)" || { echo "Say what to measure on: make evaluate PAGES=folder DATA=folder"; exit 2; }
	$(if $(PAGES),$(BIN)/python -m training.evaluation.pages $(PAGES))
	$(if $(PAGES),$(BIN)/python -m tools.browser.placement $(PAGES))
	$(if $(DATA),$(BIN)/python -m training.evaluation.attributions $(DATA)/attributions)
	$(if $(DATA),$(BIN)/python -m training.evaluation.languages $(DATA))
	$(if $(DATA),$(BIN)/python -m training.evaluation.card $(DATA) $(if $(PAGES),--pages $(PAGES)))

bench: $(DEV)
	@test -n "$(PAGES)" || { echo "Say which pages to time: make bench PAGES=folder"; exit 2; }
	$(BIN)/python -m benchmarks.pages $(PAGES)

# workers are killed, bodies drip, hostile pages come, while good requests go on
chaos: $(DEV)
	$(BIN)/python -m tools.chaos

# fuzz what reads bytes from anywhere, SECONDS for each of four targets
SECONDS ?= 600
fuzz: $(DEV)
	for target in page wire whole host; do \
		$(BIN)/python -m tools.fuzz.hunt $$target out/fuzz/$$target -max_total_time=$(SECONDS) -artifact_prefix=out/fuzz/ || exit 1; done

# what the Dockerfile does, outside Docker
rehearse: $(DEV)
	$(BIN)/python -m tools.rehearse

load: $(DEV)
	@test -n "$(PAGES)" || { echo "Say which pages to ask for: make load PAGES=folder"; exit 2; }
	$(BIN)/python -m benchmarks.load $(PAGES) --soak 600

reference: $(DEV)
	@test -n "$(DATA)" || { echo "Say where articles.jsonl lies: make reference DATA=folder"; exit 2; }
	$(BIN)/python -m training.evaluation.reference $(DATA)

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate pyproject.toml --group build
lock:
	$(COMPILE) -o requirements.lock
	$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --extra demo -c requirements-dev.lock -o requirements-demo.lock
	$(COMPILE) --extra redis -c requirements-dev.lock -o docs/deploy/requirements.lock
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean:
	rm -rf .venv node_modules out build
