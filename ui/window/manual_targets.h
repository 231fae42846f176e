#pragma once

#include <QStringList>

class QWidget;

namespace vbs {

/// The manual's page, or section of a page, about a widget: that of its nearest panel, or of its dialog or window, by
/// object name. "page.md" or "page.md#section"; empty: the manual has none.
QString manualTargetOf(const QWidget* widget);

/// All that there are.
QStringList manualTargets();

} // namespace vbs
