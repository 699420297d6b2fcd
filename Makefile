# make         builds .build/release/nn
# make demo    installs what is missing, builds, trains the network of scripts/backprop.nn, and writes four pictures of
#              such networks into figures/
# make test    installs what is missing, checks the format, builds, and runs all tests
# make docs    writes docs/reference and docs/compatibility.md anew
# make profile counts anew which code runs often, for the optimiser; after changes of the machine's loop
# make conformance  runs the examples of the installed NumPy's docstrings
# make install puts nn into $(PREFIX)/bin, with its manual page and the completions of bash, zsh and fish

PREFIX ?= /usr/local
MUTANTS ?= 20000

# One build folder for everything: the same flags everywhere, or each command would build anew.
BUILD = swift build -c release --static-swift-stdlib
NN = .build/release/nn
ASAN_FOLDER = .build-asan
PROFILE_FOLDER = .build-profile

.PHONY: all build deps demo docs profile conformance format lint test bench fuzz sanitize install uninstall clean

all: build

build: .build/static .build/profile
	$(BUILD) --product nn

# The C++ library that Swift's runtime needs and the prompt's libraries, alone in a folder, so that they are found before the
# shared ones.
.build/static: Makefile
	@mkdir -p $@
	@for name in stdc++ edit tinfo bsd md; do \
	  library=$$(clang -print-file-name=lib$$name.a); if [ -f "$$library" ]; then ln -sf "$$library" $@/; fi; \
	done; touch $@

# The compiler keeps the object of a source that has not changed, whatever the profile says now.
.build/profile: scripts/profile/nn.profdata
	@mkdir -p .build; rm -f .build/release/NN*.build/*.o; touch $@

deps:
	@scripts/deps.sh

demo: deps build
	$(NN) run backprop
	$(NN) --figures figures run regions

format:
	swift format -i -r --configuration .swift-format Package.swift Sources Tests

lint:
	swift format lint --strict -r --configuration .swift-format Package.swift Sources Tests

test: deps lint build
	swift build --build-tests
	NN_BINARY=$(CURDIR)/$(NN) swift test --skip-build --no-parallel

docs: build
	$(NN) scripts/docs/write.py docs

profile: deps .build/static
	NN_PROFILE=record $(BUILD) --scratch-path $(PROFILE_FOLDER) --product nn
	scripts/profile/record.sh $(PROFILE_FOLDER)/release/nn

conformance: build
	@python3 -c 'import numpy' 2> /dev/null || { echo "conformance: python3 with NumPy is missing" >&2; exit 1; }
	python3 Tests/Conformance/conformance.py

bench: deps build
	@python3 -c 'import numpy' 2> /dev/null || { echo "bench: python3 with NumPy is missing: it is what nn is timed beside" >&2; exit 1; }
	python3 Benchmarks/bench.py
	python3 Benchmarks/whole.py
	python3 Benchmarks/whole.py --arrays
	python3 Benchmarks/pictures.py

# Malformed programs against a build with the address sanitizer; those that fail stay in .build-asan/failures.
fuzz sanitize: deps
	swift build --sanitize=address --scratch-path $(ASAN_FOLDER) --product nn
	NN_SANITIZED=1 NN_BINARY=$(CURDIR)/$(ASAN_FOLDER)/debug/nn NN_MUTANTS=$(MUTANTS) \
	  NN_KEEP=$(CURDIR)/$(ASAN_FOLDER)/failures SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
	  swift test --filter GoldenTests.MalformedTests/mutated

SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = $(SHARE)/man/man1/nn.1
BASH_COMPLETION = $(SHARE)/bash-completion/completions/nn
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_nn
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/nn.fish

# The manual page and the shells' completions come from the binary itself.
install: build
	install -D -m 755 $(NN) $(DESTDIR)$(PREFIX)/bin/nn
	install -d $(dir $(MANUAL) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION))
	$(NN) --manual > $(MANUAL)
	$(NN) --generate-completion-script bash > $(BASH_COMPLETION)
	$(NN) --generate-completion-script zsh > $(ZSH_COMPLETION)
	$(NN) --generate-completion-script fish > $(FISH_COMPLETION)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/nn $(MANUAL) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)

clean:
	rm -rf .build $(ASAN_FOLDER) $(PROFILE_FOLDER)
