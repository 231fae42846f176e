#include "ui/help/help_key.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace vbs {

HelpKey::HelpKey(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

/// An action's key never gets here: the shortcut takes it first. What the widget in hand leaves goes up to its window,
/// so that a field which waits for a key, such as that of Keyboard and Mouse, can be given F1.
bool HelpKey::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto* window = static_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!window->isWindow() || key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    Q_EMIT pressed(window->focusWidget() ? window->focusWidget() : window);
    return true;
}

} // namespace vbs
