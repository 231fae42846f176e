#include "ui/settings/key_changes.h"

#include <QStringList>

namespace vbs {
namespace {

bool isKey(const QKeySequence& key)
{
    for (int i = 0; i < key.count(); ++i)
        if (key[uint(i)].key() == Qt::Key_unknown || key[uint(i)].key() == Qt::Key(0))
            return false;
    return !key.isEmpty();
}

KeyChanges readChanges(const QVariant& stored)
{
    KeyChanges changes;
    for (const QString& line : stored.toStringList()) {
        const qsizetype sign = line.indexOf('=');
        const QString id = line.left(sign).trimmed();
        if (sign < 0 || id.isEmpty())
            continue;
        const QString names = line.mid(sign + 1).trimmed();
        QList<QKeySequence> keys;
        for (const QKeySequence& key : QKeySequence::listFromString(names, QKeySequence::PortableText))
            if (isKey(key) && !keys.contains(key))
                keys << key;
        if (names.isEmpty() || !keys.isEmpty()) // of a list that is all nonsense the standard holds
            changes.insert(id, keys);
    }
    return changes;
}

QVariant writeChanges(const KeyChanges& changes)
{
    QStringList lines;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        lines << it.key() + '=' + QKeySequence::listToString(it.value(), QKeySequence::PortableText);
    return lines;
}

} // namespace

SettingForm<KeyChanges> keyChangesForm()
{
    return {readChanges, writeChanges};
}

} // namespace vbs
