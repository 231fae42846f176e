#!/usr/bin/env bash
# Makes a Debian package of both programs in build/package, for the Debian that it is made on: against its own LibTorch.
# DEBFULLNAME and DEBEMAIL name who answers for it; else it is who wrote the last commit.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

installPackages
useTorch "" .
# Nothing is built yet: what compiles soonest. A folder that somebody works in keeps its way.
[ -e "$build_dir/CMakeCache.txt" ] || configure_options+=(-DVBS_JUMBO=ON -DVBS_BUILD_TESTS=OFF)
configureAndBuild visualbert visualbert-studio manual changelog
rm -f "$build_dir"/package/*.deb
(cd "$build_dir" && umask 022 && cpack >package.log) || {
    cat "$build_dir/package.log" >&2
    fail "the package could not be made."
}
say "Made $(ls "$PWD/$build_dir"/package/*.deb)"
say "Install it with: sudo apt install $(ls "$PWD/$build_dir"/package/*.deb)"
if command -v lintian >/dev/null; then
    say "What lintian says:"
    lintian --fail-on none "$build_dir"/package/*.deb
fi
