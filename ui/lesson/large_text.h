#pragma once

#include <QFont>

class QLabel;
class QWidget;

namespace vbs {

/// Letters that are read from the last row: they grow with the window.
QFont largeFont(const QSize& window);

/// The letters of a widget and of what is in it are so many times as large as the window's, once scaleTexts() was
/// called.
void setTextFactor(QWidget* widget, double factor, bool bold = false);

/// Gives this widget and everything in it the font, in the size that their factors say.
void scaleTexts(QWidget* root, const QFont& font);

/// A title that wraps its lines.
QLabel* largeTitle(const QString& text, const char* objectName, double factor);

} // namespace vbs
