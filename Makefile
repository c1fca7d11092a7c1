# Everything a person or CI does; `make help` lists it. Each target calls a script of scripts/.

# A scratch folder outside the checkout is reused when SALLYPORT_SCRATCH names one; it is never needed.
export SALLYPORT_SCRATCH ?= $(CURDIR)/.build

.DEFAULT_GOAL := help
.PHONY: help run test demo bench detection check format lint fuzz tsan release

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

run: ## install what is missing, build for release, and start Sallyport on ./data
	@scripts/run.sh $(ARGS)

test: ## all tests, real clients included
	@scripts/test.sh

demo: ## the story in one minute, offline: an npm install that is saved from a bad release
	@scripts/demo.sh

bench: ## every bar of docs/performance.md beside what it is compared with: make bench [M="serving rendering"]
	@scripts/bench.sh $(M)

detection: ## the corpora of attacks and harmless packages, both engines, and the tables of docs/detection.md
	@scripts/detection.sh

check: ## format, lint, tests of the pure core, tidiness: under a minute when warm
	@scripts/check.sh

format: ## let the formatter have its way
	@swift format -i --parallel -r Package.swift Sources Ecosystems Tests Fuzz/Package.swift Fuzz/Sources

lint: ## what the formatter and its rules object to
	@swift format lint --strict --parallel -r Package.swift Sources Ecosystems Tests Fuzz/Package.swift Fuzz/Sources

fuzz: ## fuzz one target for longer: make fuzz T=zip SECONDS=600
	@scripts/fuzz.sh $(T) $(or $(SECONDS),600)

tsan: ## the tests under the thread sanitizer
	@scripts/tsan.sh

release: ## build the release binary
	@scripts/build.sh release
