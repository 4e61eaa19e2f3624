#!/usr/bin/env bash
# Timings, outside of the workspace and of `cargo test`:
#   benches/run.sh parse    one response of each vendor, read and written in several ways
#   benches/run.sh build    compile time of the generated modules beside the same types with serde's derives
#   benches/run.sh once     one round of each without optimisation: whether they run; the times say nothing
set -eu
cd "$(dirname "$0")"

# $1: profile, $2: rounds
parse() {
    cargo run --quiet --profile "$1" -p parse -- "$2"
}

build() {
    local round crate
    cargo build --quiet --profile "$1" -p derived -p generated
    for ((round = 1; round <= $2; round++)); do
        for crate in derived generated; do
            touch "$crate/src/lib.rs"
            TIMEFORMAT="$1 $crate round $round: %R s"
            time cargo build --quiet --profile "$1" -p "$crate"
        done
    done
}

case "${1:-parse}" in
parse | build | once) ;;
*) echo "usage: benches/run.sh parse|build|once" >&2; exit 2 ;;
esac

# The folders alone: what lies beside them are locks.
cargo run --quiet --manifest-path ../Cargo.toml -p typeloom-cli -- generate ../schemas/*/ --out generated/src/lib.rs
case "${1:-parse}" in
parse) parse release 31 ;;
build) build dev 5 && build release 5 ;;
once) parse dev 1 && build dev 1 ;;
esac
