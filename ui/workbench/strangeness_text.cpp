#include "ui/workbench/strangeness_text.h"

#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

namespace vbs {
namespace {

struct StrangenessText {
    Q_DECLARE_TR_FUNCTIONS(vbs::StrangenessText)
};

} // namespace

QString strangePictureText(const WorkbenchState& state)
{
    if (!state.answered || !state.answered->result.strangeness.isPictureStrange())
        return {};
    const Strangeness& strangeness = state.answered->result.strangeness;
    const QString pack = toQString(state.answered->origin.packTitle);
    const bool left = strangeness.picture > 1, right = strangeness.rightPicture > 1;
    const QString sentence =
        left && right
            ? StrangenessText::tr("Both pictures are unlike everything that “%1” knows: its answers mean little.")
        : !taskSpec(state.answered->task).twoPictures()
            ? StrangenessText::tr("This picture is unlike everything that “%1” knows: its answers mean little.")
        : left
            ? StrangenessText::tr("The left picture is unlike everything that “%1” knows: its answers mean little.")
            : StrangenessText::tr("The right picture is unlike everything that “%1” knows: its answers mean little.");
    return sentence.arg(pack.isEmpty() ? StrangenessText::tr("this pack") : pack);
}

QString strangeTextText(const WorkbenchState& state)
{
    if (!state.answered || isStale(state) || !state.answered->result.strangeness.isTextStrange())
        return {};
    return StrangenessText::tr("This pack never learned a text of this kind: the answer is a guess.");
}

} // namespace vbs
