#pragma once

#include <QStringView>

namespace vbs {

/// Whether one file name comes before another for people: picture2 before picture10, whatever the case.
bool naturallyBefore(QStringView a, QStringView b);

} // namespace vbs
