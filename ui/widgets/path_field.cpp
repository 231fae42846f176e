#include "ui/widgets/path_field.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace vbs {

PathField::PathField(const QString& objectName, const QString& label, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_edit(new QLineEdit)
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_edit->setProperty("role", "text");
    setFocusProxy(m_edit);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_edit, 1);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_byHand = !path().isEmpty(); // an emptied field takes proposals again
        Q_EMIT typed();
    });
}

QString PathField::path() const
{
    return m_edit->text().trimmed();
}

void PathField::propose(const QString& path)
{
    if (!m_byHand)
        m_edit->setText(QDir::toNativeSeparators(path));
}

void PathField::choose(const QString& path)
{
    if (path.isEmpty())
        return;
    m_edit->setText(QDir::toNativeSeparators(path));
    m_byHand = true;
    Q_EMIT chosen();
}

void PathField::addButton(const QString& text, const QString& objectName, std::function<QString()> choose)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, choose = std::move(choose)] { this->choose(choose()); });
}

} // namespace vbs
