#!/usr/bin/env bash
# Proves that every source is written as .clang-format says. 77, which ctest counts as skipped, without clang-format.
#   check_format.sh ROOT         checks
#   check_format.sh ROOT --fix   formats
set -euo pipefail
cd "$1"
command -v clang-format >/dev/null || { echo "clang-format is not installed; it stands in .ci/packages.txt."; exit 77; }
what=(--dry-run --Werror)
[ "${2:-}" != --fix ] || what=(-i)
if ! find core ui app tests \( -name '*.h' -o -name '*.cpp' -o -name '*.cc' \) -print0 |
    xargs -0 -n 40 -P "$(nproc)" clang-format "${what[@]}"; then
    echo "Not formatted as .clang-format says. This mends it: tests/support/check_format.sh . --fix"
    exit 1
fi
