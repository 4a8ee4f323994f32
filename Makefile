# The commands of the README.  Everything real is in CMakeLists.txt and scripts/.

JOBS ?= $(shell nproc 2>/dev/null || echo 2)

.PHONY: help demo test bench clean

help:
	@echo 'make demo    install what is missing, build claimgraph, show on examples/ what it does'
	@echo 'make test    install what is missing, build everything, run every test'
	@echo 'make bench   the figures of bench/README.md, measured on this machine'
	@echo 'make clean   remove build/'

demo:
	@scripts/setup.sh build
	@scripts/build.sh release off claimgraph
	@scripts/demo.sh build/release/claimgraph

test:
	@scripts/setup.sh build develop
	@scripts/build.sh release on
	@ctest --preset release -j $(JOBS) --output-on-failure

bench:
	@scripts/setup.sh build develop
	@scripts/build.sh release on claimgraph benchmarks
	@scripts/bench.sh build/release

clean:
	rm -rf build
