#include "ui/tasks/question_edit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

namespace vbs {

bool QuestionEdit::event(QEvent* event)
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

void QuestionEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace vbs
