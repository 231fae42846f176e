#include "ui/workbench/region_text.h"

#include "core/engine/region_name.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

struct RegionText {
    Q_DECLARE_TR_FUNCTIONS(vbs::RegionText)
};

} // namespace

QString regionName(const Region& region)
{
    if (!region.givenLabel.empty() || (!region.wholeImage && !region.label.empty()))
        return toQString(nameOf(region)); // names are the user's, or the pack's
    if (!region.wholeImage)
        return RegionText::tr("region");
    return region.attribute.empty() ? RegionText::tr("whole picture")
                                    : RegionText::tr("whole picture: %1").arg(toQString(region.attribute));
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
    return guess ? RegionText::tr("unknown") : regionName(region);
}

QString extractorName(const ExtractorInfo& extractor)
{
    if (extractor.title.empty())
        return toQString(extractor.kind);
    return coreText(extractor.title);
}

QString regionCountText(const SideState& side)
{
    if (!side.regions)
        return {};
    const int all = objectCount(side.regions->regions);
    if (side.isOwn())
        return RegionText::tr("%n region(s) (edited by you)", nullptr, all);
    const int hidden = int(std::count(side.hidden.begin(), side.hidden.end(), true));
    if (hidden > 0)
        return RegionText::tr("%1 of %n region(s)", nullptr, all).arg(all - hidden);
    return RegionText::tr("%n region(s)", nullptr, all);
}

} // namespace vbs
