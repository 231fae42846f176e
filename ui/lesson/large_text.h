#pragma once

#include <QFont>

class QLabel;
class QWidget;

namespace vbs {

/// Letters that are read from the last row: they grow with the window.
QFont largeFont(const QSize& window);

/// A widget's letters are so many times as large as those around it. scaleTexts() keeps them so.
void setTextFactor(QWidget* widget, double factor, bool bold = false);

/// Gives this widget the font, and everything in it with a factor its own.
void scaleTexts(QWidget* root, const QFont& font);

/// A title that wraps its lines.
QLabel* largeTitle(const QString& text, const char* objectName, double factor);

} // namespace vbs
