#pragma once

#include <QDateTime>
#include <QString>

namespace vbs {

/// "today 14:05", "yesterday 14:05", "3 Nov", and of another year "3 Nov 2025", in the user's time and manner of
/// writing. Empty for no date.
QString dateText(const QDateTime& when, const QDateTime& now);

} // namespace vbs
