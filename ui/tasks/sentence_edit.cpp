#include "ui/tasks/sentence_edit.h"

#include "ui/util/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QToolButton>

namespace vbs {
namespace {

constexpr int kLines = 3, kButton = 20, kPadding = 7;

QString onOneLine(QString text)
{
    for (QChar& c : text)
        if (c == '\n' || c == '\r' || c == '\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = ' ';
    return text;
}

/// Whether pasting is the window's: it opens what was copied as a picture or a file.
bool isForTheWindow(const QMimeData* mime)
{
    return mime && (mime->hasImage() || mime->hasUrls());
}

} // namespace

SentenceEdit::SentenceEdit(QWidget* parent) : QPlainTextEdit(parent), m_clear(new QToolButton(this))
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setViewportMargins(kPadding, kPadding - 2, kButton, kPadding - 2);
    m_clear->setObjectName("clearText");
    m_clear->setIcon(lineIcon("close"));
    m_clear->setIconSize(QSize(14, 14));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setToolTip(tr("Clear the text"));
    m_clear->setAccessibleName(tr("Clear the text"));
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setText({});
        setFocus();
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_clear->setVisible(!document()->isEmpty());
        Q_EMIT edited(text());
    });
}

void SentenceEdit::setText(const QString& text)
{
    setPlainText(onOneLine(text));
    moveCursor(hasFocus() ? QTextCursor::End : QTextCursor::Start); // a long text shows its beginning
}

bool SentenceEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool paging = key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        if (paging || (key->matches(QKeySequence::Paste) && isForTheWindow(mime))) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::Polish || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        const bool handled = QPlainTextEdit::event(event);
        setFixedHeight(kLines * fontMetrics().lineSpacing() + 2 * (kPadding + 1));
        return handled;
    }
    return QPlainTextEdit::event(event);
}

void SentenceEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT left();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        event->ignore();
        break;
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void SentenceEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    m_clear->setGeometry(width() - kButton - 3, 4, kButton, kButton);
}

bool SentenceEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return !isForTheWindow(source) && source->hasText();
}

void SentenceEdit::insertFromMimeData(const QMimeData* source)
{
    if (canInsertFromMimeData(source))
        insertPlainText(onOneLine(source->text()));
}

} // namespace vbs
