#!/usr/bin/env bash
# Takes the pictures of resources/screenshots from the real program, driven by real mouse and key events on a
# display of its own. Needs xvfb, xdotool and imagemagick.
#   tests/support/take_screenshots.sh [PROGRAM [FOLDER]]
# SIZE=1024x700 takes them at another size; PICTURE, HOVER="X Y" and EXTRA_ARGS change what is shown.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$root/build/bin/visualbert-studio}
folder=${2:-$root/resources/screenshots}
size=${SIZE:-1440x900}
work=$(mktemp -d)
mkdir -p "$folder"
width=${size%x*}
height=${size#*x}

# The server chooses a free display itself and writes its number.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
server=$!
program_id=
clean() {
    [ -z "$program_id" ] || kill "$program_id" 2>/dev/null || true
    kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap clean EXIT
export MAGICK_THREAD_LIMIT=1 OMP_NUM_THREADS=1
for _ in $(seq 300); do
    [ ! -s "$work/display" ] || break
    sleep 0.1
done
[ -s "$work/display" ] || { cat "$work/xvfb.log" >&2; exit 1; }
DISPLAY=:$(cat "$work/display")
export DISPLAY LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config

window=
start() { # settings file, further arguments…
    local settings=$1
    shift
    # shellcheck disable=SC2086
    "$program" --settings "$settings" ${EXTRA_ARGS:-} "$@" >>"$work/program.log" 2>&1 &
    program_id=$!
    window=$(xdotool search --sync --onlyvisible --pid "$program_id" --name 'VisualBERT' | head -1)
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
    settle
}

stop() {
    xdotool windowfocus "$window" key ctrl+q
    for _ in $(seq 100); do
        kill -0 "$program_id" 2>/dev/null || break
        sleep 0.1
    done
    kill "$program_id" 2>/dev/null || true
    wait "$program_id" 2>/dev/null || true
    program_id=
}

# Waits until the screen stands still (but for a blinking text cursor).
settle() {
    local same=0
    import -window root "$work/before.ppm"
    for _ in $(seq 240); do
        sleep 0.4
        import -window root "$work/now.ppm"
        local changed # bytes
        changed=$({ cmp -l "$work/before.ppm" "$work/now.ppm" || true; } | wc -l)
        mv "$work/now.ppm" "$work/before.ppm"
        if [ "$changed" -lt 450 ]; then
            same=$((same + 1))
            [ "$same" -lt 4 ] || return 0
        else
            same=0
        fi
    done
    echo "take_screenshots: the window does not come to rest." >&2
    tail -5 "$work/program.log" >&2
    exit 1
}

shoot() { # name
    import -window root "$work/shot.ppm"
    convert "$work/shot.ppm" -dither FloydSteinberg -colors 256 -define png:compression-level=9 "PNG8:$folder/$1.png"
    printf '%s: %s bytes\n' "$folder/$1.png" "$(stat -c %s "$folder/$1.png")"
}

ask() { # question
    xdotool key ctrl+l key ctrl+a type --delay 20 "$1"
    xdotool key Return
    settle
}

# 1. The first start: the sample picture, answered.
start "$work/settings.ini"
shoot first-start

# 2. The user's own regions: without the sun and the umbrella, the box tool in hand, the ball picked.
part() { # pixels, per cent
    awk "BEGIN { print int($1 * $2 / 100) }"
}
at() { # X Y in per cent of the window, then what xdotool does there
    xdotool mousemove "$(part "$width" "$1")" "$(part "$height" "$2")" "${@:3}"
}
stop
start "$work/settings.ini" ${PICTURE:+"$PICTURE"}
xdotool key ctrl+l key Escape key d
at 55 35 click 1 key Delete
at 63 66 click 1 key Delete
ask 'How many things are there?'
at 35 70 click 1
settle
shoot boxes
xdotool key Escape

stop

# 3. The other tasks, each with an example of the pack: its place in the panel, and where the mouse rests then, in per
# cent of the window.
tasks() { # settings file, end of the names
    local name key x y hover
    start "$1"
    while read -r name key x y hover; do
        xdotool key "ctrl+$key"
        settle
        at "$x" "$y" click 1
        settle
        # shellcheck disable=SC2086
        at $hover
        settle
        shoot "$name$2"
    done <<'END'
compare 2 82.6 46.2 50 95
choose 3 82.6 54.4 50 95
find 4 82.6 48.9 81 52.1
fill 5 82.6 48.9 50 95
END
    stop
}
tasks "$work/tasks.ini" ''

# 4. The dark theme.
printf '[view]\ntheme=dark\n' >"$work/dark.ini"
cp "$work/dark.ini" "$work/dark-tasks.ini"
start "$work/dark.ini"
# shellcheck disable=SC2086
xdotool mousemove ${HOVER:-$((width * 33 / 100)) $((height * 72 / 100))}
settle
shoot dark
stop
tasks "$work/dark-tasks.ini" -dark

# 5. Reviews of a data set with errors on purpose: questions, and boxes.
cli=$(dirname "$program")/visualbert
set=$work/set
"$cli" scenes --count 40 --seed 15 --errors 0.1 --output "$set" >/dev/null 2>&1
"$cli" review new "$work/questions.vbsreview" --dataset "$set/questions.json" --annotations "$set/annotations.json" \
    --images "$set/images" >/dev/null
"$cli" review new "$work/boxes.vbsreview" --dataset "$set/instances.json" --images "$set/images" >/dev/null
for project in questions boxes; do
    "$cli" review predict "$work/$project.vbsreview" >/dev/null 2>&1
done
review() { # theme, project, name, what xdotool does
    printf '[view]\ntheme=%s\n[review]\nreviewer=ann\n' "$1" >"$work/review.ini"
    # shellcheck disable=SC2086
    "$program" --settings "$work/review.ini" ${EXTRA_ARGS:-} "$work/$2.vbsreview" >>"$work/program.log" 2>&1 &
    program_id=$!
    window=$(xdotool search --all --sync --onlyvisible --pid "$program_id" --name 'Review' | head -1)
    settle
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
    settle
    xdotool "${@:4}"
    settle
    shoot "$3"
    kill "$program_id"
    wait "$program_id" 2>/dev/null || true
    program_id=
}
review light questions review key --delay 700 1 a 1 1 keydown space
review light boxes review-boxes key --delay 700 n n 1
review dark questions review-dark key --delay 700 1 alt+3

# 6. Inside the model.
start "$work/inside.ini"
xdotool key F8
settle
shoot inside
stop

# 7. Lessons: a step of a shipped one, and the recorder with a view of the window.
"$program" --settings "$work/lesson.ini" ${EXTRA_ARGS:-} "$root/resources/lessons/en/2-attention-layer-by-layer" \
    >>"$work/program.log" 2>&1 &
program_id=$!
window=$(xdotool search --all --sync --onlyvisible --pid "$program_id" --name 'Step' | head -1)
xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowfocus "$window"
settle
xdotool key --delay 700 Right Right Right Right
settle
shoot lesson
kill "$program_id"
wait "$program_id" 2>/dev/null || true
program_id=
start "$work/recorder.ini"
xdotool key ctrl+shift+a
settle
xdotool key ctrl+shift+e
recorder=$(xdotool search --all --sync --onlyvisible --pid "$program_id" --name 'Lesson Recorder' | head -1)
xdotool windowmove "$recorder" 0 0 windowsize "$recorder" "$width" "$height" windowfocus "$recorder"
settle
xdotool key alt+d
settle
shoot lesson-recorder
kill "$program_id"
wait "$program_id" 2>/dev/null || true
program_id=
