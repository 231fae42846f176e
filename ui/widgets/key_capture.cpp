#include "ui/widgets/key_capture.h"

#include <QKeyEvent>

namespace vbs {

KeyCapture::KeyCapture(QWidget* parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setAttribute(Qt::WA_InputMethodEnabled, false); // a key, not what it would compose
    setPlaceholderText(tr("Press a key"));
    setAccessibleName(tr("The new key"));
}

QKeySequence KeyCapture::keyOf(const QKeyEvent& event)
{
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Meta:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Hyper_L:
    case Qt::Key_Hyper_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case Qt::Key_Multi_key:
        return {};
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    const QString text = event.text();
    const bool shiftMadeIt =
        !text.isEmpty() && text[0].isPrint() && !text[0].isLetterOrNumber() && !text[0].isSpace(); // "+", not "Shift+="
    if (shiftMadeIt)
        modifiers &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return QKeyCombination(modifiers, Qt::Key(event.key()));
}

bool KeyCapture::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) { // Tab among them, which would go to the next field
        keyPressEvent(static_cast<QKeyEvent*>(event));
        return true;
    }
    return QLineEdit::event(event);
}

void KeyCapture::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier)
        Q_EMIT cleared();
    else if (const QKeySequence key = keyOf(*event); !key.isEmpty())
        Q_EMIT pressed(key);
}

void KeyCapture::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT cancelled();
}

} // namespace vbs
