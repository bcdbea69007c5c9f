# What can be done with this clone. Every target installs what is missing and does nothing twice.
# `tools/with NEED... -- COMMAND` sees to the needs, each a file in tools/, then runs the command where it finds them.

PORT ?= 8080
wasm := --target wasm32-unknown-unknown
page_sources := $(shell find src embed styles assets index.html Cargo.toml Cargo.lock Trunk.toml package-lock.json tools/finish-page.mjs 2>/dev/null)

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

test-page: dist/index.html ## The tests of the built page in headless Chromium, by Playwright (ARGS=...)
	@tools/with node browser -- playwright test --config tests/page/playwright.config.ts $(ARGS)

dist: dist/index.html ## Build the page as static files, for any static host and sub-path, into dist/

bench: ## Run the benchmarks
	@tools/with rust -- cargo bench --bench pipeline
	@tools/with node -- node benches/peer.mjs

lint: ## Formatting, clippy (native, core alone, WebAssembly) and TypeScript
	@tools/with rust -- cargo fmt --check
	@tools/with rust -- cargo clippy --all-targets -- -D warnings
	@tools/with rust -- cargo clippy --all-targets --no-default-features -- -D warnings
	@tools/with rust -- cargo clippy $(wasm) --lib --bins --test web -- -D warnings
	@tools/with node -- tsc --project tests/page

# One optimised build for serve, dist and the page's tests.
dist/index.html: $(page_sources)
	@tools/with rust bindgen node trunk -- trunk build --release

.PHONY: help serve dev test test-native test-web test-page dist bench lint
