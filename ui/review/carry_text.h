#pragma once

#include "ui/store/review_project_file.h"

#include <QString>

namespace vbs {

/// What a review was carried over with, in sentences: how many items stayed, changed, came and went, and what of the
/// decisions and the models' answers stays behind.
QString carriedText(const CarryReport& report);

/// The items concerned, a line each below headings; empty: all are as they were. Long lists are cut, and say so.
QString carriedItemsText(const CarryReport& report);

/// Where a review may be carried over to: "NAME-2.vbsreview" beside "NAME.vbsreview", then "NAME-3.vbsreview"; likewise
/// on a server. Asks no disk.
QString proposedCarryPath(const QString& where);

} // namespace vbs
