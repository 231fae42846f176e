#!/usr/bin/env bash
# Installs what is missing, builds and starts the program. Without a display (or with --headless) it asks three
# questions about a sample picture in the terminal.
set -euo pipefail
invoked_from=$PWD
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

usage() {
    cat <<'END'
Usage: ./run.sh [--headless] [--torch DIR|python] [picture or other arguments of the window]

  --headless    ask three questions in the terminal, though there is a display
  --torch DIR   use the LibTorch in this folder instead of Debian's
  --torch python
                use the LibTorch of Python's torch ($PYTHON, else python3)
END
}

headless=false
torch=
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
    -h | --help)
        usage
        exit
        ;;
    --headless) headless=true ;;
    --torch)
        [ $# -gt 1 ] || fail "--torch needs a folder, or python."
        torch=$2
        shift
        ;;
    --torch=*) torch=${1#*=} ;;
    *) # the window starts in this folder, so paths from the caller's must be made whole
        if [ -e "$invoked_from/$1" ]; then arguments+=("$(realpath "$invoked_from/$1")"); else arguments+=("$1"); fi
        ;;
    esac
    shift
done

askInTerminal() {
    local picture=models/picture-book/samples/picture-book.png number=0 question file
    local questions=("What color is the ball?" "Is the bird left of the sun?" "How many things are there?")
    mkdir -p "$build_dir/demo"
    say "Three questions about $picture"
    for question in "${questions[@]}"; do
        number=$((number + 1))
        file=$build_dir/demo/answer-$number.png
        printf '\n%s\n' "$question"
        "$build_dir/bin/visualbert" ask "$picture" "$question" --pack picture-book --top 3 \
            --explain rollout --heatmap "$file"
    done
    printf '\nThe picture with its regions and where the model looked, one file a question:\n'
    printf '  %s\n' "$PWD/$build_dir"/demo/answer-?.png
}

installPackages
useTorch "$torch" "$invoked_from"
# From nothing, the programs alone are built in the fastest way; a folder that tests were built in stays as it is.
[ -e "$build_dir/CMakeCache.txt" ] || configure_options+=(-DVBS_JUMBO=ON -DVBS_BUILD_TESTS=OFF)
configureAndBuild visualbert visualbert-studio
if ! $headless && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$build_dir/bin/visualbert-studio" ${arguments[@]+"${arguments[@]}"}
fi
$headless || say "There is no display, so the questions are asked here."
askInTerminal
