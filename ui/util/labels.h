#pragma once

#include <QString>

class QLabel;

namespace vbs {

/// A label that shows its text as it is. Packs, files and users bring texts; what looks like HTML in them is none.
/// Every label of the window is made here.
QLabel* plainLabel(const QString& text = {});
QLabel* headingLabel(const QString& text);
QLabel* mutedLabel(const QString& objectName); ///< wraps its lines
/// Wraps its lines; its text can be selected and copied.
QLabel* selectableLabel(const QString& text, const QString& objectName);

/// For setToolTip() and Qt::ToolTipRole: Qt guesses there from the text whether it is HTML.
QString plainToolTip(const QString& text);

/// For buttons and menu entries: "&" is a letter and tells no key.
QString plainButtonText(QString text);

} // namespace vbs
