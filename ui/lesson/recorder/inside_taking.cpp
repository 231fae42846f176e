#include "ui/lesson/recorder/inside_taking.h"

#include "ui/inside/inside_panel.h"

#include <array>
#include <utility>

namespace vbs {
namespace {

/// As the views name themselves in files.
DockView dockViewOf(const InsideView& view)
{
    static const std::array<std::pair<QString, DockView>, 7> views{{{"attention", DockView::Sequence},
                                                                    {"heads", DockView::Heads},
                                                                    {"layers", DockView::Layers},
                                                                    {"flow", DockView::Flow},
                                                                    {"points", DockView::Points},
                                                                    {"smallest-flip", DockView::Flip},
                                                                    {"hiding-curves", DockView::Curves}}};
    for (const auto& [name, shown] : views)
        if (view.name() == name)
            return shown;
    return DockView::None;
}

} // namespace

void takeInside(const InsidePanel& panel, ViewInSight& sight)
{
    if (!panel.desk().isWatched())
        return;
    sight.view = dockViewOf(panel.view());
    const LookedPtr& looked = panel.desk().state().looked;
    if (!looked || sight.view == DockView::Flip || sight.view == DockView::Curves)
        return;
    const AttentionChoice& choice = panel.desk().choice();
    sight.choice.layer = panel.view().shownLayer();
    sight.choice.head = choice.head;
    sight.choice.incoming = choice.incoming;
    if (choice.position != looked->inspection.readFrom)
        sight.choice.position = int(choice.position);
}

} // namespace vbs
