# The front door for developers: `make help` lists the targets. Windows: see README.md (uv run kwaicompare).
.DEFAULT_GOAL := help
.PHONY: help run run-window run-offscreen test check accept bench package package-test translations picture guide-pictures clean

export UV_PYTHON ?= python3
export UV_PYTHON_DOWNLOADS ?= never

# uv from PATH, else fetched from the package index into a private environment.
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
BIN := .venv/bin
READY := .venv/.synced
KWAI := $(BIN)/kwaicompare
TS := resources/translations/kwaicompare_zh_CN.ts
ARGS ?=

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.uv/bin/uv:
	python3 -m venv .uv
	.uv/bin/pip install --quiet uv

# --inexact: leave packages that other groups (package, docs) brought in.
$(READY): pyproject.toml uv.lock | $(filter .uv/bin/uv,$(UV))
	$(UV) sync --frozen --inexact
	@touch $@

HEADLESS := $(shell [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && echo yes)
run: $(if $(HEADLESS),run-offscreen,run-window) ## open the window on the two white papers; without a display write a report and a picture to out/

run-window: $(READY)
	$(KWAI)

# compare exits 1 when the documents differ, as diff does; only 2 is trouble.
run-offscreen: $(READY)
	@mkdir -p out
	@$(KWAI) compare 2022 2026 -o out/2022-2026.html || [ $$? -eq 1 ]
	@QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false $(KWAI) gui 2022 2026 --screenshot out/window.png
	@printf '%s\n' out/2022-2026.html out/window.png

test: $(READY) ## run the tests (ARGS="tests/report -k html" narrows them)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest $(ARGS)

check: $(READY) | $(filter .uv/bin/uv,$(UV)) ## lint, format, types, layers, translations and lock file
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python tests/architecture/stale_translations.py $(TS)
	$(UV) lock --check

accept: $(READY) ## rewrite the accepted dumps in tests/corpus/accepted; review the difference before committing
	ACCEPT=1 QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q tests/corpus
	git --no-pager diff --stat -- tests/corpus/accepted

bench: $(READY) ## measure costs as ratios, side by side in one run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(ARGS)

# The same input gives the same bytes: one date, one order of Python's sets.
BUILD ?= build
DIST ?= dist
package: export SOURCE_DATE_EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),315532800)
package: export PYTHONHASHSEED := 0
package: $(READY) | $(filter .uv/bin/uv,$(UV)) ## build the program for people without Python, into dist/
	$(UV) sync --frozen --inexact --group package
	rm -rf $(BUILD)/package $(BUILD)/work
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath $(BUILD)/package --workpath $(BUILD)/work build.spec
	$(BIN)/python packaging/bundle.py $(BUILD)/package/kwaicompare-* --into $(DIST)

package-test: package ## run the built program as a stranger would: no Python, no network, another user, an empty home
	KWAICOMPARE_PACKAGE=$(BUILD)/package $(BIN)/pytest tests/package/test_package.py $(ARGS)

translations: $(READY) ## collect the window's texts into .ts files and compile them to .qm
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -extensions py kwaicompare/gui -ts $(TS)
	for ts in $(TS); do $(BIN)/pyside6-lrelease -silent $$ts -qm $${ts%.ts}.qm; done

picture: $(READY) ## make the picture of the window in the README, from the digest editions
	mkdir -p docs/images
	QT_QPA_PLATFORM=offscreen LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 $(KWAI) gui corpus/kuaishou-2022.md corpus/kuaishou-2026.md \
	    --size 1440x900 --theme light --screenshot docs/images/window.png

guide-pictures: $(READY) ## make the pictures of the user guide, from the digest editions
	@mkdir -p docs/images
	$(BIN)/python docs/guide_pictures.py

clean: ## remove what was built; the environment and corpus/full stay
	rm -rf build dist out .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
