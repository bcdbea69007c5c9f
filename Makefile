# What can be done with this clone. Every target installs what is missing and does nothing twice.
# `tools/with NEED... -- COMMAND` sees to the needs, each a file in tools/, then runs the command where it finds them.

PORT ?= 8080
wasm := --target wasm32-unknown-unknown
page_sources := $(shell find src embed styles assets web index.html Cargo.toml Cargo.lock Trunk.toml package-lock.json \
	tools/finish-page.mjs tools/page 2>/dev/null)

help: ## Show this
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand --tabs=20

serve: dist/index.html ## Build the page and serve it on http://127.0.0.1:8080 (PORT=...)
	@tools/with node -- node tools/serve.mjs dist $(PORT)

dev: ## The same unoptimised, rebuilt and reloaded at each change of a file
	@tools/with rust bindgen node trunk -- trunk serve --dist target/dev-dist --port $(PORT)

test: ## Run every test
	@tools/test

test-native: ## The tests of the core and of what the page renders, without a browser
	@tools/with rust oracle -- cargo test --no-fail-fast

test-web: ## The tests of the page's Rust in headless Chromium
	@tools/with rust bindgen browser -- env CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		cargo test $(wasm) --test web

test-page: target/pipewright.html ## The tests of the built page in headless Chromium, by Playwright (ARGS=...)
	@tools/with node browser -- playwright test --config tests/page/playwright.config.ts $(ARGS)

test-firefox: target/pipewright.html ## The same in Firefox, what leans on the browser; skipped without one
	@tools/with node firefox -- playwright test --config tests/firefox/playwright.config.ts $(ARGS)

dist: dist/index.html.br ## Build the page as static files, for any static host and sub-path, into dist/

single: target/pipewright.html ## Build the page as one HTML file that opens from disk, target/pipewright.html

icons: ## Draw the icons of the installed page from assets/icon.svg
	@tools/with node browser -- node tools/icons.mjs

# The fuzz target and its seconds.
TARGET ?= document
TIME ?= 600
fuzz: ## Fuzz the core: make fuzz TARGET=config|document|edits|expressions|links TIME=seconds (all but links need a nightly compiler)
ifeq ($(TARGET),links)
	@tools/with node -- node fuzz/links.mjs $(TIME)
else
	@mkdir -p fuzz/corpus/$(TARGET)
	@tools/with fuzz -- cargo fuzz run --fuzz-dir fuzz --target-dir target/fuzz $(TARGET) \
		fuzz/corpus/$(TARGET) tests/fixtures/pipelines -- -max_total_time=$(TIME) -max_len=4096 -timeout=10
endif

bench: dist/index.html ## Run the benchmarks
	@tools/with rust -- cargo bench --bench pipeline
	@tools/with node -- node benches/peer.mjs
	@tools/with node browser -- node benches/page.mjs

lint: ## Formatting, clippy (native, core alone, WebAssembly) and TypeScript
	@tools/with rust -- cargo fmt --check
	@tools/with rust -- cargo clippy --all-targets -- -D warnings
	@tools/with rust -- cargo clippy --all-targets --no-default-features -- -D warnings
	@tools/with rust -- cargo clippy $(wasm) --lib --bins --test web -- -D warnings
	@tools/with node -- tsc --project tests/page
	@tools/with node -- tsc --project web

# One optimised build for serve, dist and the page's tests.
dist/index.html: $(page_sources)
	@tools/with rust bindgen node trunk -- trunk build --release

# Trunk replaces the whole folder, so compressed files are never older than what they compress.
dist/index.html.br: dist/index.html tools/compress.mjs
	@tools/with node -- node tools/compress.mjs dist

target/pipewright.html: dist/index.html tools/single.mjs
	@tools/with node -- node tools/single.mjs dist $@

.PHONY: help serve dev test test-native test-web test-page test-firefox dist single icons fuzz bench lint
