#include "ui/tasks/text_line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

namespace vbs {

bool TextLine::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        if (mime && (mime->hasImage() || mime->hasUrls())) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void TextLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace vbs
