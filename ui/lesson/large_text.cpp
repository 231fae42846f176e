#include "ui/lesson/large_text.h"

#include "ui/util/labels.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
#include <QVariant>

#include <algorithm>

namespace vbs {
namespace {

constexpr const char* kFactor = "textFactor";
constexpr const char* kBold = "textBold";
// Of the window's width and height: 24 pixels at 1280 x 720.
constexpr double kOfWidth = 0.0188, kOfHeight = 0.0334, kLeastLetters = 15, kMostLetters = 56;

/// Style sheets keep some widgets from taking a font over from their parents, so each is given its own; inner ones
/// first, since outer ones draw with them.
void applyFont(QWidget* widget, const QFont& font, double factor)
{
    if (const QVariant own = widget->property(kFactor); own.isValid())
        factor = own.toDouble();
    for (QObject* child : widget->children())
        if (child->isWidgetType() && !static_cast<QWidget*>(child)->isWindow())
            applyFont(static_cast<QWidget*>(child), font, factor);
    QFont scaled = font;
    scaled.setPointSizeF(font.pointSizeF() * factor);
    const QVariant bold = widget->property(kBold);
    scaled.setBold(bold.isValid() ? bold.toBool() : widget->font().bold());
    widget->setFont(scaled);
}

} // namespace

QFont largeFont(const QSize& window)
{
    QFont font = QApplication::font();
    const double pixels =
        std::clamp(std::min(window.width() * kOfWidth, window.height() * kOfHeight), kLeastLetters, kMostLetters);
    const QFontInfo usual(font); // of which one of both sizes may be unknown
    font.setPointSizeF(usual.pointSizeF() * pixels / std::max(1, usual.pixelSize()));
    return font;
}

void setTextFactor(QWidget* widget, double factor, bool bold)
{
    widget->setProperty(kFactor, factor);
    widget->setProperty(kBold, bold);
}

void scaleTexts(QWidget* root, const QFont& font)
{
    applyFont(root, font, 1);
}

QLabel* largeTitle(const QString& text, const char* objectName, double factor)
{
    QLabel* label = plainLabel(text);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    setTextFactor(label, factor, true);
    return label;
}

} // namespace vbs
