#include "ui/lesson/lesson_text.h"

#include "ui/util/qt_bridge.h"

#include <QEvent>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFragment>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace vbs {
namespace {

constexpr double kPictureShare = 0.4; ///< of the window's height, that a picture in the text may take

/// A piece of a document, and how it is to look.
struct Restyled {
    int position, length;
    QTextCharFormat format;
};

template <typename Look> void restyle(QTextDocument& document, Look lookOf)
{
    std::vector<Restyled> pieces; // first, since each change makes other pieces
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment piece = at.fragment();
            if (const std::optional<QTextCharFormat> format = lookOf(piece.charFormat()))
                pieces.push_back({piece.position(), piece.length(), *format});
        }
    QTextCursor cursor(&document);
    for (const Restyled& piece : pieces) {
        cursor.setPosition(piece.position);
        cursor.setPosition(piece.position + piece.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(piece.format);
    }
}

/// Links look like the text around them: there is nowhere to go.
std::optional<QTextCharFormat> withoutLink(QTextCharFormat format)
{
    if (!format.isAnchor())
        return std::nullopt;
    format.setAnchor(false);
    format.clearProperty(QTextFormat::AnchorHref);
    format.clearForeground();
    format.setFontUnderline(false);
    return format;
}

} // namespace

LessonText::LessonText(LessonPictures& pictures, const char* objectName, QWidget* parent)
    : QTextBrowser(parent), m_pictures(pictures)
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(&pictures, &LessonPictures::arrived, this, [this] {
        if (m_waits)
            setLessonText(std::string(m_markdown));
    });
}

void LessonText::setLessonText(const std::string& markdown)
{
    m_markdown = markdown;
    m_waits = false;
    document()->setMarkdown(toQString(markdown), QTextDocument::MarkdownNoHTML);
    restyle(*document(), withoutLink);
    layOut();
    setVisible(!document()->isEmpty());
}

/// Only names of the lesson's pictures are known here; whatever else a text names is not there.
QVariant LessonText::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    const std::string key = name.toString().toStdString();
    const auto picture = m_pictures.picture(key);
    m_waits |= !picture && m_pictures.problem(key).isEmpty();
    return picture ? QVariant(wrapImage(picture->image())) : QVariant(QImage(1, 1, QImage::Format_ARGB32));
}

void LessonText::layOut()
{
    fitPictures();
    document()->setTextWidth(viewport()->width());
    const int high = int(std::ceil(document()->size().height()));
    if (high != height())
        setFixedHeight(high);
}

void LessonText::fitPictures()
{
    const double wide = viewport()->width(), high = window()->height() * kPictureShare;
    restyle(*document(), [&](const QTextCharFormat& now) -> std::optional<QTextCharFormat> {
        QTextImageFormat format = now.toImageFormat();
        const auto picture = now.isImageFormat() ? m_pictures.picture(format.name().toStdString()) : nullptr;
        if (!picture)
            return std::nullopt;
        const QSizeF size = picture->size();
        const double scale = std::min({1.0, wide / size.width(), high / size.height()});
        format.setWidth(size.width() * scale);
        format.setHeight(size.height() * scale);
        return format;
    });
}

QSize LessonText::sizeHint() const
{
    return {400, int(std::ceil(document()->size().height()))};
}

QSize LessonText::minimumSizeHint() const
{
    return {120, 0};
}

void LessonText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOut();
}

void LessonText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        document()->setDefaultFont(font());
        if (!m_markdown.empty())
            setLessonText(std::string(m_markdown)); // headings have sizes of their own
    }
}

/// The page around it scrolls.
void LessonText::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void LessonText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return QTextBrowser::keyPressEvent(event);
    event->ignore();
}

} // namespace vbs
