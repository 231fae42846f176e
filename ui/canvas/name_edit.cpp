#include "ui/canvas/name_edit.h"

#include "ui/util/theme.h"

#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

constexpr int kWidth = 180, kMost = 200; ///< pixels; characters

} // namespace

NameEdit::NameEdit(QWidget* parent) : QLineEdit(parent)
{
    setObjectName("nameEdit");
    setAccessibleName(tr("Name of the box"));
    setPlaceholderText(tr("Name of the box"));
    setMaxLength(kMost);
    hide();
}

void NameEdit::begin(const QRectF& box, const QString& name, const QStringList& known)
{
    auto* completer = new QCompleter(known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    delete this->completer();
    setCompleter(completer);
    setText(name);
    selectAll();
    const QSize size(std::min(textPixels(kWidth), parentWidget()->width()), sizeHint().height());
    const QRect room = parentWidget()->rect();
    setGeometry({{std::clamp(int(box.left()), 0, std::max(0, room.width() - size.width())),
                  std::clamp(int(box.top()) - size.height(), 0, std::max(0, room.height() - size.height()))},
                 size});
    m_open = true;
    show();
    setFocus();
}

void NameEdit::finish()
{
    end(isModified());
}

void NameEdit::end(bool keep)
{
    if (!std::exchange(m_open, false))
        return;
    if (hasFocus())
        parentWidget()->setFocus(); // hiding would hand the focus on as Tab does, which goes to the next box
    hide();
    if (keep)
        Q_EMIT named(text().simplified());
}

/// Letters are text here, not the window's shortcuts.
bool NameEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NameEdit::keyPressEvent(QKeyEvent* event)
{
    const bool taken = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!taken && event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    end(taken); // and the key means nothing to the canvas below
}

void NameEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish();
}

} // namespace vbs
