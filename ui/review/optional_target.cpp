#include "ui/review/optional_target.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/path_field.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace vbs {

OptionalTarget::OptionalTarget(const QString& name, const QString& title, const QString& tip, QObject* parent)
    : QObject(parent), m_wants(new QCheckBox(title)),
      m_field(new PathField("export" + name, QString(title).remove('&').remove(':'))),
      m_why(mutedLabel("exportWhyNo" + name))
{
    m_wants->setObjectName("exportWants" + name);
    m_wants->setToolTip(tip);
    connect(m_wants, &QCheckBox::toggled, this, [this] {
        enable();
        Q_EMIT changed();
    });
    connect(m_field, &PathField::typed, this, &OptionalTarget::changed);
    connect(m_field, &PathField::chosen, this, &OptionalTarget::changed);
}

void OptionalTarget::addTo(QGridLayout* grid, const std::filesystem::path& proposal, std::function<QString()> choose)
{
    const int row = grid->rowCount();
    grid->addWidget(m_wants, row, 0);
    grid->addWidget(m_field, row, 1);
    grid->addWidget(m_why, row, 1);
    m_why->hide();
    m_field->propose(fromPath(proposal));
    m_field->addButton(tr("Choose…"), m_field->edit()->objectName() + "Choose", std::move(choose));
    enable();
}

void OptionalTarget::refuse(const QString& why)
{
    m_wants->setEnabled(false);
    m_field->hide();
    m_why->setText(why);
    m_why->show();
}

bool OptionalTarget::isWanted() const
{
    return m_wants->isChecked();
}

bool OptionalTarget::isComplete() const
{
    return !isWanted() || !m_field->path().isEmpty();
}

QString OptionalTarget::path() const
{
    return isWanted() ? m_field->path() : QString();
}

void OptionalTarget::enable()
{
    m_field->setEnabled(isWanted());
}

} // namespace vbs
