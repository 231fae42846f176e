#!/usr/bin/env bash
# Runs fuzz targets one after the other: run_fuzzers.sh BUILD_DIR SECONDS [TARGET...]
# Findings land in BUILD_DIR/fuzz/findings, what was learnt in BUILD_DIR/fuzz/corpus/TARGET.
set -euo pipefail

build=$(realpath "$1")
seconds=$2
shift 2
data=$(realpath "$(dirname "$0")/../data")
checkpoints=$data/checkpoints
seeds=$(realpath "$(dirname "$0")/seeds")

# Where each target's first inputs come from.
seeds_of() {
    case $1 in
        safetensors) echo "$checkpoints"/{safetensors,expected,sharded-safetensors,hostile} ;;
        torch_* | pickle) echo "$checkpoints"/{torch,torch-2,original,hostile} ;;
        checkpoint) echo "$checkpoints"/{safetensors,torch,torch-2,original,sharded-bin,hostile} ;;
        shard_index) echo "$checkpoints"/{sharded-bin,sharded-safetensors,hostile/index-not-json,hostile/shard-absolute} ;;
        config) echo "$data"/visualbert/*/ ;;
        vocabulary) echo "$data"/text ;;
        json) echo "$data"/visualbert/*/ "$checkpoints"/{sharded-bin,hostile} ;;
        boxes | dataset | lesson | table) echo "$seeds/$1" ;;
        saved_boxes) echo "$seeds/boxes" ;;
        picture) echo "$data"/image "$data"/vision "$(realpath "$data/../../models/picture-book/samples")" ;;
    esac
}

if [[ $# -eq 0 ]]; then
    for program in "$build"/fuzz/fuzz_*; do
        set -- "$@" "$(basename "$program" | sed s/^fuzz_//)"
    done
fi
# LibTorch is not instrumented: its containers look damaged, and its threads would only get in the way.
export ASAN_OPTIONS=detect_container_overflow=0:allocator_may_return_null=0 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$build/fuzz/findings"
for target in "$@"; do
    corpus=$build/fuzz/corpus/$target
    mkdir -p "$corpus"
    # shellcheck disable=SC2046 # several folders
    "$build/fuzz/fuzz_$target" "$corpus" $(seeds_of "$target") -max_total_time="$seconds" -max_len=65536 \
        -timeout=120 -rss_limit_mb=4096 -malloc_limit_mb=512 -artifact_prefix="$build/fuzz/findings/$target-" \
        -print_final_stats=1 -verbosity=1 2>"$build/fuzz/$target.log" || echo "$target: a finding, see $build/fuzz/$target.log"
    echo "$target: $(grep -E 'number_of_executed_units' "$build/fuzz/$target.log" | grep -oE '[0-9]+') executions, $(
        grep -oE 'cov: [0-9]+' "$build/fuzz/$target.log" | tail -1) edges"
done
