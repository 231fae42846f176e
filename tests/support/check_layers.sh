#!/usr/bin/env bash
# Proves from the includes who looks at whom (rooms.txt).
# ATen sits on the default include path, so linking cannot prove it.
# And that no file is longer than 400 lines: it would have more than one subject.
#   check_layers.sh ROOT           checks; 1 and a list of faults where there are any
#   check_layers.sh ROOT --write   writes the table of rooms into CONTRIBUTING.md
set -euo pipefail
cd "$1"
table=tests/support/rooms.txt
begin='<!-- rooms: made from tests/support/rooms.txt by tests/support/check_layers.sh . --write -->'
end='<!-- end of rooms -->'

roomsAsMarkdown() {
    awk '
        /^#/ || NF == 0 { next }
        /^\[/ {
            target = substr($0, 2, index($0, "]") - 2)
            gsub(/[^, ]+/, "`&`", target); gsub(/`,`/, ",", target); gsub(/,`/, "`,", target)
            never = substr($0, index($0, "]") + 2)
            sub(/torch/, "LibTorch", never); sub(/qt/, "Qt", never); sub(/ /, ", ", never)
            next
        }
        {
            room = $1; sub(/:$/, "", room)
            house = room; sub(/\/.*/, "", house)
            uses = ""
            for (i = 2; i <= NF; ++i) {
                name = $i
                if (name == "*") name = "everything"
                else if (index(name, house "/") == 1) name = substr(name, length(house) + 2)
                uses = uses (uses == "" ? "" : ", ") name
            }
            print "| `" room "` | " target " | " (uses == "" ? "nothing" : uses) " | " never " |"
        }
        BEGIN { print "| room | target | may include | never |"; print "|---|---|---|---|" }
    ' "$table"
}

if [ "${2:-}" = --write ]; then
    roomsAsMarkdown >"${TMPDIR:-/tmp}/rooms.$$"
    awk -v begin="$begin" -v end="$end" -v rooms="${TMPDIR:-/tmp}/rooms.$$" '
        $0 == end { skip = 0 }
        !skip { print }
        $0 == begin { skip = 1; while ((getline line < rooms) > 0) print line }
    ' CONTRIBUTING.md >"${TMPDIR:-/tmp}/contributing.$$"
    cat "${TMPDIR:-/tmp}/contributing.$$" >CONTRIBUTING.md
    rm "${TMPDIR:-/tmp}/rooms.$$" "${TMPDIR:-/tmp}/contributing.$$"
    exit
fi

status=0
fault() {
    printf '%s\n' "$*"
    status=1
}

[ -f "$table" ] || { fault "$table is missing."; exit 1; }
sources=$(find core ui app -name '*.h' -o -name '*.cpp' -o -name '*.cc')
[ -n "$sources" ] || { fault "no sources were found in core, ui and app."; exit 1; }

# "file:line:#include …" of all sources, judged against the table. A source of no room is a fault, too.
# shellcheck disable=SC2086
faults=$({ printf '%s\n' $sources | sed 's/$/:0:/'; grep -nE '^[[:space:]]*#[[:space:]]*include' /dev/null $sources || true; } | awk '
    function roomOf(path,    i, best) {
        best = ""
        for (i = 1; i <= count; ++i)
            if (index(path, rooms[i] "/") == 1 && length(rooms[i]) > length(best)) best = rooms[i]
        return best
    }
    # How a file reads LibTorch: "", or ": a.h includes b.h, which includes ATen/…" of the first way that is found.
    function torchThrough(file,    i, name, below) {
        if (file in way) return way[file]
        way[file] = ""
        for (i = 1; i <= includes[file]; ++i) {
            name = include[file, i]
            if (name ~ libTorch) return way[file] = file " includes " name
            below = torchThrough(name)
            if (below != "") return way[file] = file " includes " below
        }
        return ""
    }
    BEGIN { libTorch = "^(torch|ATen|c10|caffe2)/" }
    NR == FNR {
        if (/^#/ || NF == 0) next
        if (/^\[/) { banned = substr($0, index($0, "]") + 1); next }
        room = $1; sub(/:$/, "", room)
        rooms[++count] = room; never[room] = banned; known[room] = 1
        for (i = 2; i <= NF; ++i) {
            if ($i != "*" && !($i in known)) print FILENAME ": " room " may use " $i ", which does not stand above it"
            may[room, $i] = 1
        }
        next
    }
    {
        split($0, part, ":")
        file = part[1]; from = roomOf(file)
        if (from == "") { if (part[2] == "0") print file ": belongs to no room of " table; next }
        if (part[2] == "0") next
        where = file ":" part[2]
        line = $0; sub(/^[^:]*:[0-9]*:[[:space:]]*#[[:space:]]*include[[:space:]]*/, "", line)
        name = substr(line, 2); sub(/[>"].*/, "", name)
        include[file, ++includes[file]] = name
        if (never[from] ~ /torch/ && name ~ libTorch) print where ": " from " must not include LibTorch"
        else if (never[from] ~ /torch/) { indirect[++indirects] = name; at[indirects] = where ": " from }
        if (never[from] ~ /qt/ && name ~ /^(Qt[A-Za-z]*\/)?Q[A-Za-z]/) print where ": " from " must not include Qt"
        if (name == "torch/torch.h") print where ": torch/torch.h is too much for any file: include the headers it needs"
        if (substr(line, 1, 1) != "\"") next
        to = roomOf(name)
        if (to == "") print where ": \"" name "\" is no path from the root of the sources"
        else if (to != from && !((from, to) in may) && !((from, "*") in may)) print where ": " from " must not include " to
    }
    END {
        for (i = 1; i <= indirects; ++i)
            if (torchThrough(indirect[i]) != "") print at[i] " must not include LibTorch, and " torchThrough(indirect[i])
    }' table="$table" "$table" -)
[ -z "$faults" ] || fault "$faults"

tooLong=$(find core ui app tests \( -name '*.h' -o -name '*.cpp' -o -name '*.cc' -o -name '*.sh' \) -exec wc -l {} + |
    awk '$1 > 400 && $2 != "total" { print $2 ": has " $1 " lines, and 400 are enough: split it by purpose" }')
[ -z "$tooLong" ] || fault "$tooLong"

if ! diff <(roomsAsMarkdown) <(awk -v begin="$begin" -v end="$end" '$0 == end { on = 0 } on; $0 == begin { on = 1 }' CONTRIBUTING.md); then
    fault "CONTRIBUTING.md's table of rooms is not that of $table: run tests/support/check_layers.sh . --write"
fi
exit $status
