#include "ui/workbench/region_text.h"

#include "core/engine/region_name.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {

QString regionName(const Region& region)
{
    return toQString(nameOf(region));
}

bool isRecognized(const Region& region)
{
    constexpr float kSureEnough = 0.25f; // below, several names are as likely
    return !region.label.empty() && region.score >= kSureEnough;
}

QString shownRegionName(const Region& region, bool own)
{
    const bool guess =
        own && !region.wholeImage && region.givenLabel.empty() && !region.label.empty() && !isRecognized(region);
    return guess ? QCoreApplication::translate("vbs::regionName", "unknown") : regionName(region);
}

QString extractorName(const ExtractorInfo& extractor)
{
    if (extractor.title.empty())
        return toQString(extractor.kind);
    return QCoreApplication::translate("vbs::extractorName", extractor.title.c_str());
}

QString regionCountText(const SideState& side)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("vbs::regionCountText", text); };
    if (!side.regions)
        return {};
    const int all = objectCount(side.regions->regions);
    if (side.isOwn())
        return all == 1 ? tr("1 region (edited by you)") : tr("%1 regions (edited by you)").arg(all);
    const int hidden = int(std::count(side.hidden.begin(), side.hidden.end(), true));
    if (hidden > 0)
        return tr("%1 of %2 regions").arg(all - hidden).arg(all);
    return all == 1 ? tr("1 region") : tr("%1 regions").arg(all);
}

} // namespace vbs
