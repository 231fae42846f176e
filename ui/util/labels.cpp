#include "ui/util/labels.h"

#include <QLabel>
#include <QTextDocument>

namespace vbs {

QLabel* plainLabel(const QString& text)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel* headingLabel(const QString& text)
{
    QLabel* label = plainLabel(text);
    label->setProperty("role", "heading");
    return label;
}

QLabel* mutedLabel(const QString& objectName)
{
    QLabel* label = plainLabel();
    label->setObjectName(objectName);
    label->setProperty("role", "muted");
    label->setWordWrap(true);
    return label;
}

QLabel* selectableLabel(const QString& text, const QString& objectName)
{
    QLabel* label = plainLabel(text);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString plainToolTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped().replace('\n', "<br>").prepend("<qt>") + "</qt>" : text;
}

QString plainButtonText(QString text)
{
    return text.replace('&', "&&");
}

} // namespace vbs
