#!/usr/bin/env bash
# Timings, outside of the workspace and of `cargo test`:
#   benches/run.sh parse    one response of each vendor, read and written in several ways
#   benches/run.sh build    compile time of the generated modules beside the same types with serde's derives
set -eu
cd "$(dirname "$0")"
cargo run --quiet --manifest-path ../Cargo.toml -p typeloom-cli -- generate ../schemas/* --out generated/src/lib.rs
case "${1:-parse}" in
parse) cargo run --quiet --release -p parse ;;
build)
    for profile in dev release; do
        cargo build --quiet --profile "$profile" -p derived -p generated
        for round in 1 2 3 4 5; do
            for crate in derived generated; do
                touch "$crate/src/lib.rs"
                start=$(date +%s.%N)
                cargo build --quiet --profile "$profile" -p "$crate"
                end=$(date +%s.%N)
                printf '%s %s round %s: %.2f s\n' "$profile" "$crate" "$round" "$(echo "$end - $start" | bc)"
            done
        done
    done
    ;;
*) echo "usage: benches/run.sh parse|build" >&2; exit 1 ;;
esac
