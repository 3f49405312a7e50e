# cinema: `make` alone explains itself.

SWIFT ?= swift
PREFIX ?= /usr/local
ARGS ?=
SEARCH ?=
BENCH_SIZES ?= 17000 100000 1000000
PROGRAM = .build/release/cinema
RELEASE = --configuration release --static-swift-stdlib
QUIET = --quiet

.DEFAULT_GOAL := help
.PHONY: help deps run build test test-terminal test-search bench fuzz frames format lint check install uninstall clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  make run ARGS="star wars"   passes arguments to the program'

deps: ## install the Debian packages that are missing (says which)
	@Tools/install-dependencies

run: build ## build the release program and open the browser
	@$(PROGRAM) $(ARGS)

build: deps ## build the release program, $(PROGRAM)
	@$(SWIFT) build $(RELEASE) --product cinema $(QUIET)

test: deps ## run all tests that need no terminal
	@$(SWIFT) test $(QUIET)

test-terminal: build ## drive the release program in a real pseudo-terminal
	@Tests/TerminalTests/run $(PROGRAM)

test-search: deps ## test over real search servers, where there are some (CONTRIBUTING.md); what is run: SEARCH
	@$(SWIFT) build --build-tests $(QUIET)
	@SWIFT="$(SWIFT)" Tests/SearchServers/run $(SEARCH)

bench: deps ## measure search and HTTP, beside what else one could use; sizes: BENCH_SIZES
	@$(SWIFT) build $(RELEASE) --product cinema-bench $(QUIET)
	@Tools/bench-peers
	@.build/release/cinema-bench embedded
	@.build/release/cinema-bench $(BENCH_SIZES)
	@.build/release/cinema-bench http

fuzz: deps ## feed random bytes to everything that reads them, a minute each
	@Tools/fuzz

frames: deps ## record the expected screens anew (then look at the difference)
	@RECORD_FRAMES=1 $(SWIFT) test $(QUIET) --filter CinemaTUITests || true
	@git status --short Tests/CinemaTUITests/Frames

format: ## format the Swift sources in place
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

lint: build ## formatting, import rules, what the program is linked with, generated docs
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	@Tools/check-imports
	@Tools/check-linkage $(PROGRAM)

check: lint test test-terminal ## everything that CI does

install: build ## install into $(PREFIX) (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/cinema

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/cinema

clean: ## remove everything that was built
	rm -rf .build
