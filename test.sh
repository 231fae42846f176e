#!/usr/bin/env bash
# Installs what is missing, builds everything and runs the tests, without a screen.
# Usage: ./test.sh [--torch DIR|python] [arguments of ctest, such as -R tokenizer]
set -euo pipefail
invoked_from=$PWD
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

torch=
if [ "${1:-}" = --torch ]; then
    [ $# -gt 1 ] || fail "--torch needs a folder, or python."
    torch=$2
    shift 2
fi

installPackages
useTorch "$torch" "$invoked_from"
configure_options+=(-DVBS_BUILD_TESTS=ON)
# Nothing is built yet: what compiles soonest. A folder that somebody works in keeps its way.
[ -e "$build_dir/CMakeCache.txt" ] || configure_options+=(-DVBS_JUMBO=ON)
configureAndBuild all
export QT_QPA_PLATFORM=offscreen
# Tests run side by side, so each keeps to one core.
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
where=(--preset default)
[ "$build_dir" = build ] || where=(--test-dir "$build_dir" --output-on-failure)
ctest "${where[@]}" --parallel "$(coreCount)" "$@"
