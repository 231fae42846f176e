#include "ui/workbench/region_text.h"

#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace vbs {

QString regionName(const Region& region)
{
    if (region.wholeImage)
        return QCoreApplication::translate("vbs::regionName", "whole picture");
    if (region.label.empty())
        return QCoreApplication::translate("vbs::regionName", "region");
    if (region.attribute.empty())
        return toQString(region.label);
    return toQString(region.attribute) + ' ' + toQString(region.label);
}

QString extractorName(const std::string& kind)
{
    static const std::pair<const char*, const char*> names[] = {
        {"faster_rcnn_fpn", QT_TRANSLATE_NOOP("vbs::extractorName", "Faster R-CNN with FPN")},
        {"vg_faster_rcnn", QT_TRANSLATE_NOOP("vbs::extractorName", "Visual Genome Faster R-CNN")},
        {"resnet", QT_TRANSLATE_NOOP("vbs::extractorName", "ResNet")},
        {"features", QT_TRANSLATE_NOOP("vbs::extractorName", "Ready-made features")}};
    for (const auto& [known, name] : names) {
        if (kind == known)
            return QCoreApplication::translate("vbs::extractorName", name);
    }
    return toQString(kind);
}

QString regionCountText(const SideView& side)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("vbs::regionCountText", text); };
    if (!side.regions)
        return {};
    const int all = objectCount(side.regions->regions);
    if (side.own)
        return all == 1 ? tr("1 region, yours") : tr("%1 regions, yours").arg(all);
    const int hidden = int(std::count(side.hidden.begin(), side.hidden.end(), true));
    if (hidden > 0)
        return tr("%1 of %2 regions").arg(all - hidden).arg(all);
    return all == 1 ? tr("1 region") : tr("%1 regions").arg(all);
}

} // namespace vbs
