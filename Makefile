# `make help` lists what there is.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
HOI := .build/release/hoi
SHARE = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHARE)/bash-completion/completions/hoi
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_hoi
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/hoi.fish
VENV := .build/venv
PYTHON := $(VENV)/bin/python
# Imports that Package.swift does not name are errors: that is what keeps the rooms apart.
CHECKED := --explicit-target-dependency-import-check error

.PHONY: help demo test release install uninstall lint format build unit screen oracle embed bench venv deps clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: release ## build hoi and put the council's questions to the sample
	$(HOI) run --format table samples/bangmac samples/bangmac/cau_hoi.hoi

test: deps lint build release unit screen oracle embed ## everything that is tested

release: deps ## one static binary, .build/release/hoi
	$(SWIFT) build -c release --product hoi

install: release ## put it under PREFIX (/usr/local); DESTDIR is respected
	install -D -m 755 $(HOI) $(DESTDIR)$(PREFIX)/bin/hoi
	install -D -m 644 docs/hoi.1 $(SHARE)/man/man1/hoi.1
	install -d $(dir $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION))
	$(HOI) --generate-completion-script bash >$(BASH_COMPLETION)
	$(HOI) --generate-completion-script zsh >$(ZSH_COMPLETION)
	$(HOI) --generate-completion-script fish >$(FISH_COMPLETION)

uninstall: ## take it away again
	rm -f $(DESTDIR)$(PREFIX)/bin/hoi $(SHARE)/man/man1/hoi.1
	rm -f $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)

lint: ## the layout of the code
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests samples Benchmarks Package.swift

format: ## lay the code out
	$(SWIFT) format --in-place --recursive --parallel Sources Tests samples Benchmarks Package.swift

build: deps ## a debug build with the tests, imports checked
	$(SWIFT) build --build-tests $(CHECKED)

unit: build release ## the tests in Swift
	HOI_STRICT=1 HOI_RELEASE=$(HOI) $(SWIFT) test --skip-build

screen: release venv ## the prompt at a terminal, and what its screen shows
	HOI=$(HOI) $(PYTHON) Tests/ScreenTests/run.py

oracle: release venv ## invented questions, put to hoi and to DuckDB
	$(PYTHON) Tests/Oracle/run.py $(HOI)

bench: deps ## time every kernel, and whole questions
	$(SWIFT) run -c release HoiBenchmarks

embed: deps ## the package that embeds the library, built and run
	cd samples/embed && $(SWIFT) build --scratch-path ../../.build/embed
	.build/embed/debug/embed | diff - samples/embed/expected.txt

venv: $(VENV)/.done ## the Python environment of the tests that are not in Swift

$(VENV)/.done: Tests/requirements.txt | deps
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement Tests/requirements.txt
	touch $@

deps: ## what the build needs, installed if it is missing
	@Tests/install-dependencies.sh

clean: ## take away what was built
	rm -rf .build
