#include "ui/workbench/change_notifier.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace vbs {

ChangeNotifier::ChangeNotifier(QObject* parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

void ChangeNotifier::add(Changes changes)
{
    if (!m_changes && changes)
        QMetaObject::invokeMethod(this, &ChangeNotifier::tell, Qt::QueuedConnection);
    m_changes |= changes;
}

void ChangeNotifier::tell()
{
    if (const Changes changes = std::exchange(m_changes, {}))
        Q_EMIT changed(changes);
}

/// Several keys may wait at once when the program was busy; each is to meet views that know what the last one did.
bool ChangeNotifier::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Drop:
        tell();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vbs
