#!/usr/bin/env bash
# Tests check_layers.sh itself on a made-up house of four rooms: each fault that it is there for must be found.
set -euo pipefail
check=$(cd "$(dirname "$0")" && pwd)/check_layers.sh
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
status=0

build() {
    rm -rf "${house:?}"/*
    mkdir -p "$house"/core/{cellar,hall} "$house"/ui/roof "$house"/app "$house"/tests/support
    cat >"$house/tests/support/rooms.txt" <<'END'
# a comment
[stones] torch qt
core/cellar:

[beams] qt
core/hall: core/cellar
[tiles] torch
ui/roof: core/cellar
[all] torch
app: *
END
    printf '%s\n' '<!-- rooms: made from tests/support/rooms.txt by tests/support/check_layers.sh . --write -->' \
        '<!-- end of rooms -->' >"$house/CONTRIBUTING.md"
    bash "$check" "$house" --write
    echo '#include <vector>' >"$house/core/cellar/wine.h"
    printf '#include "core/cellar/wine.h"\n' | tee "$house/core/hall/door.h" >"$house/core/hall/handle.h"
    echo "#include <c10/core/Device.h>" >"$house/core/hall/lock.h"
    printf '#include "core/hall/door.h"\n#include <torch/types.h>\n' >"$house/core/hall/door.cpp"
    printf '#include "core/cellar/wine.h"\n#include <QWidget>\n' >"$house/ui/roof/window.cpp"
    printf '#include "core/hall/door.h"\n#include "ui/roof/window.h"\n' >"$house/app/main.cpp"
}

accept() { # description
    if ! bash "$check" "$house" >"$house/said"; then
        printf 'refused, though fine: %s\n' "$1"
        cat "$house/said"
        status=1
    fi
}

refuse() { # description, file to add to, line, what is said
    build
    printf '%b\n' "$3" >>"$house/$2"
    if bash "$check" "$house" >"$house/said"; then
        printf 'not found: %s\n' "$1"
        status=1
    elif ! grep -qF -- "$4" "$house/said"; then
        printf 'not named: %s\n' "$1"
        cat "$house/said"
        status=1
    fi
}

build
accept 'the house as it is planned'
refuse 'up within core' core/cellar/wine.h '#include "core/hall/door.h"' 'core/cellar/wine.h:2: core/cellar must not include core/hall'
refuse 'up, written with blanks' core/cellar/wine.h '  #  include "core/hall/door.h"' 'core/cellar must not include core/hall'
refuse 'a room that the table does not give' ui/roof/window.cpp '#include "core/hall/door.h"' 'ui/roof must not include core/hall'
refuse 'core looks at app' core/hall/door.cpp '#include "app/main.h"' 'core/hall must not include app'
refuse 'LibTorch in a room without' core/cellar/wine.h '#include <ATen/ATen.h>' 'core/cellar must not include LibTorch'
refuse 'LibTorch in app' app/main.cpp '#include <torch/types.h>' 'app/main.cpp:3: app must not include LibTorch'
refuse 'LibTorch through a header' core/hall/door.h '#include <ATen/ATen.h>' \
    'app/main.cpp:1: app must not include LibTorch, and core/hall/door.h includes ATen/ATen.h'
refuse 'LibTorch through two headers' core/hall/door.h '#include "core/hall/handle.h"\n#include "core/hall/lock.h"' \
    'app/main.cpp:1: app must not include LibTorch, and core/hall/door.h includes core/hall/lock.h includes c10/core/Device.h'
refuse 'LibTorch in ui' ui/roof/window.cpp '#include "c10/core/Device.h"' 'ui/roof must not include LibTorch'
refuse 'Qt in core' core/hall/door.cpp '#include <QtCore/QString>' 'core/hall must not include Qt'
refuse 'all of LibTorch' core/hall/door.cpp '#include <torch/torch.h>' 'too much'
refuse 'a path from nowhere' core/hall/door.cpp '#include "door.h"' 'no path from the root'
refuse 'a file of 401 lines' core/cellar/wine.h "$(seq 2 401 | sed 's|^|// |')" 'core/cellar/wine.h: has 401 lines'
refuse 'a test of 401 lines' tests/support/long.sh "$(seq 401 | sed 's/^/# /')" 'tests/support/long.sh: has 401 lines'
refuse 'a room that is not in the table' core/attic.cpp '' 'core/attic.cpp: belongs to no room'
refuse 'a table that looks up' tests/support/rooms.txt 'core/shed: core/barn\ncore/barn:' 'core/shed may use core/barn'
refuse 'another table in CONTRIBUTING' tests/support/rooms.txt 'core/shed: core/cellar' 'CONTRIBUTING.md'
exit $status
