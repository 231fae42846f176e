# shellcheck shell=bash
# What run.sh and test.sh share: packages, configuring, building. Sourced, in the project's folder.

# ccache only looks at precompiled headers when it is told to.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
# With paths from the clone's root, one clone is served with what another one compiled.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD}

say() { printf '==> %s\n' "$*"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

listedPackages() { sed 's/#.*//' .ci/packages.txt | xargs -n1; }

isInstalled() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs with apt-get what is missing of .ci/packages.txt; says what to do where it cannot.
installPackages() {
    local package missing=() apt=()
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian system: install what .ci/packages.txt lists by its own means."
        return
    fi
    for package in $(listedPackages); do
        isInstalled "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing, and neither root nor sudo is here to" \
            "install them. Ask your administrator for: apt-get install ${missing[*]}"
        apt=(sudo)
    fi
    apt+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    say "Installing ${missing[*]}"
    "${apt[@]}" update || fail "apt-get update failed; is the network there? Missing: ${missing[*]}"
    "${apt[@]}" install --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}"
}

# nproc alone would obey OMP_NUM_THREADS, which is about something else.
coreCount() { env -u OMP_NUM_THREADS -u OMP_THREAD_LIMIT nproc; }

# Compiling against LibTorch takes up to two gigabytes a job.
buildJobs() {
    local cores gigabytes jobs
    cores=$(coreCount)
    gigabytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    jobs=$((gigabytes / 2 < cores ? gigabytes / 2 : cores))
    echo $((jobs > 0 ? jobs : 1))
}

# useTorch CHOICE FROM: sets build_dir and configure_options for Debian's LibTorch (empty), a LibTorch's folder
# (relative to FROM), or "python": the one inside Python's torch.
useTorch() {
    local choice=$1 from=$2 prefix python=${PYTHON:-python3}
    build_dir=build
    configure_options=(--preset default)
    [ -n "$choice" ] || return 0
    if [ "$choice" = python ]; then
        prefix=$("$python" -c 'import torch; print(torch.utils.cmake_prefix_path)') ||
            fail "$python has no torch; install it, or name another Python by PYTHON=…"
        build_dir=build-torch-python
    else
        prefix=$(cd "$from" && cd "$choice" 2>/dev/null && pwd) || fail "--torch: there is no folder $choice."
        build_dir=build-torch-$(basename "$prefix" | tr -c 'A-Za-z0-9.\n' _)-$(printf %s "$prefix" | cksum | cut -c1-6)
    fi
    local config
    config=$(find -L "$prefix" -name TorchConfig.cmake -print -quit)
    [ -n "$config" ] || fail "--torch: $prefix holds no LibTorch (no TorchConfig.cmake)."
    if grep -q '_GLIBCXX_USE_CXX11_ABI=0' "$config"; then
        fail "--torch: that LibTorch is built with the old C++ ABI, which fits neither Qt nor OpenCV. Take the" \
            "\"cxx11 ABI\" build, or a wheel of 2.6 or newer."
    fi
    configure_options+=(-B "$build_dir" "-DTorch_DIR=$(dirname "$config")")
}

# A graphics card that this LibTorch cannot use is worth a word.
noticeGpu() {
    local torch_dir
    [ -e /dev/nvidia0 ] || nvidia-smi -L >/dev/null 2>&1 || return 0
    torch_dir=$(sed -n 's/^Torch_DIR:[A-Z]*=//p' "$build_dir/CMakeCache.txt")
    grep -qs torch_cuda "$torch_dir"/../Caffe2/Caffe2Targets*.cmake && return 0
    say "There is an NVIDIA graphics card here, but this LibTorch computes on the processor only. To use the card:" \
        "get a LibTorch with CUDA (pip install torch) and pass --torch python, or --torch and its folder."
}

configureAndBuild() { # targets
    say "Configuring in $build_dir"
    mkdir -p "$build_dir"
    cmake "${configure_options[@]}" >"$build_dir/configure.log" 2>&1 || {
        cat "$build_dir/configure.log" >&2
        fail "configuring failed."
    }
    noticeGpu
    say "Building with $(buildJobs) jobs"
    cmake --build "$build_dir" --parallel "$(buildJobs)" --target "$@"
}
