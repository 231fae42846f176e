#!/usr/bin/env bash
# Takes the texts of all sources over into the .ts files beside this script: new ones come in unfinished, those that are
# no more go. `update.sh FOLDER` leaves the files as they are and writes the new ones there, which is what the test does.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
to=${1:-resources/translations}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lupdate=$(command -v lupdate6 || echo "$(qtpaths6 --query QT_HOST_BINS)/lupdate")

# core knows no Qt. Its texts are the literals in sentence("…") and forPeople("…"), and what the shipped models and the
# catalogue say of themselves; lupdate gets them in its own words.
string='"(?:[^"\\\n]|\\.)*"'
{
    find core ui app -name '*.cpp' -o -name '*.h' | grep -v '^app/commands/' | LC_ALL=C sort | string=$string xargs perl -0777 -ne '
        s{^\s*//[^\n]*}{}mg;
        while (/\b(?:sentence|forPeople)\(\s*((?:$ENV{string}\s*)+)/g) { print "QT_TRANSLATE_NOOP(\"core\", $1);\n" }'
    string=$string perl -0777 -ne '
        while (/"(?:title|description|license|accuracy)": ($ENV{string})|"weaknesses": \[([^\]]*)\]/g) {
            print "QT_TRANSLATE_NOOP(\"core\", $_);\n" for $1 // $2 =~ /$ENV{string}/g
        }' models/picture-book/pack.json models/catalog.json
} >"$work/core_texts.cpp"
{
    find ui app -name '*.cpp' -o -name '*.h' | grep -v '^app/commands/' | LC_ALL=C sort
    echo "$work/core_texts.cpp"
} >"$work/sources.lst"
for language in en de; do
    name=visualbert-studio_$language.ts
    [ "$to" = resources/translations ] || cp "resources/translations/$name" "$to/$name"
    options=(-locations none -no-obsolete -no-ui-lines -source-language en -target-language "$language")
    [ "$language" != en ] || options+=(-pluralonly)
    "$lupdate" -silent -I . "${options[@]}" "@$work/sources.lst" -ts "$to/$name" 2> >(grep -v 'Q_OBJECT macro' >&2)
done
