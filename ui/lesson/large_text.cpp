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

void applyFactor(QWidget* widget, QFont font)
{
    font.setPointSizeF(font.pointSizeF() * widget->property(kFactor).toDouble());
    font.setBold(widget->property(kBold).toBool());
    widget->setFont(font);
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
    root->setFont(font);
    // Outer ones first: what is in them takes its own size afterwards.
    for (QWidget* child : root->findChildren<QWidget*>())
        if (child->property(kFactor).isValid())
            applyFactor(child, font);
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
