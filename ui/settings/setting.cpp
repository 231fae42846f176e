#include "ui/settings/setting.h"

namespace vbs {

SettingItem::SettingItem(QSettings& file, QString key, QString doc)
    : m_file(file), m_key(std::move(key)), m_doc(std::move(doc))
{
}

void SettingItem::reset()
{
    const QVariant before = current();
    m_file.remove(m_key);
    if (current() != before)
        Q_EMIT changed();
}

void SettingItem::store(const QVariant& value)
{
    m_file.setValue(m_key, value);
    Q_EMIT changed();
}

} // namespace vbs
