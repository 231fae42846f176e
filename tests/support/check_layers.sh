#!/usr/bin/env bash
# Proves the house's rules from the includes alone: who may look at whom.
# ATen sits on the default include path, so linking cannot prove it.
set -u
cd "$1" || exit 1
status=0
refuse() { # description, pattern, folders…
    local what=$1 pattern=$2
    shift 2
    local found
    found=$(grep -rnE --include='*.h' --include='*.cpp' --include='*.cc' "$pattern" "$@" 2>/dev/null)
    if [ -n "$found" ]; then
        printf '%s:\n%s\n' "$what" "$found"
        status=1
    fi
}
torch='#[[:space:]]*include[[:space:]]*[<"](torch|ATen|c10|caffe2)/'
base="core/base core/text core/image core/data core/explain core/engine core/pack core/datasets core/report core/picture_book/scenes"
model="core/checkpoint core/nn core/detector core/regions core/runtime core/tuning core/bench"
refuse "core must not include Qt" '#[[:space:]]*include[[:space:]]*[<"]Q[A-Za-z]' core
refuse "ui must not include LibTorch" "$torch" ui
# shellcheck disable=SC2086
refuse "vbs_base must not include LibTorch" "$torch" $base
# shellcheck disable=SC2086
refuse "vbs_base must not look up to vbs_model" '#[[:space:]]*include[[:space:]]*"core/(checkpoint|nn|detector|regions|runtime|tuning|bench|picture_book/(training|evaluation))/' $base
refuse "ui must not include vbs_model" '#[[:space:]]*include[[:space:]]*"core/(checkpoint|nn|detector|regions|runtime|tuning|bench|picture_book/(training|evaluation))/' ui
# shellcheck disable=SC2046
refuse "nothing in core may stand on the picture book" '#[[:space:]]*include[[:space:]]*"core/picture_book/' \
    $(ls -d core/*/ | grep -v picture_book)
refuse "core must not look up to ui or app" '#[[:space:]]*include[[:space:]]*"(ui|app)/' core
refuse "ui must not look up to app" '#[[:space:]]*include[[:space:]]*"app/' ui
headers=$(grep -rnlE '#[[:space:]]*include[[:space:]]*<torch/torch\.h>' --include='*.h' core app ui)
if [ -n "$headers" ]; then
    printf 'torch/torch.h belongs in no header:\n%s\n' "$headers"
    status=1
fi
# shellcheck disable=SC2086
[ -d core/base ] && [ -n "$(ls $model 2>/dev/null)" ] || { echo "the rooms were not found"; status=1; }
exit $status
