#include "ui/workbench/region_text.h"

#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

namespace vbs {

QString regionName(const Region& region)
{
    if (region.wholeImage)
        return QCoreApplication::translate("vbs::regionName", "whole picture");
    if (region.attribute.empty())
        return toQString(region.label);
    return toQString(region.attribute) + ' ' + toQString(region.label);
}

} // namespace vbs
