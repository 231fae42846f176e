#include "ui/help/help_view.h"

#include "ui/help/help_book.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"

#include <QFileInfo>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMargin = 24;
constexpr int kWidest = 760; ///< of a column, at the usual text size

void dressTable(QTextTable& table, const ThemeColors& colors)
{
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(colors.border);
    format.setBorderCollapse(true);
    format.setCellPadding(6);
    format.setTopMargin(4);
    format.setBottomMargin(12);
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCellFormat cell = table.cellAt(0, column).format().toTableCellFormat();
        cell.setBackground(colors.chip);
        table.cellAt(0, column).setFormat(cell);
    }
}

void dressBlock(const QTextBlock& block, const ThemeColors& colors)
{
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    if (format.headingLevel() > 0) {
        format.setTopMargin(format.headingLevel() == 1 ? 0 : 20);
        format.setBottomMargin(8);
    } else if (format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines()) {
        format.setBackground(colors.chip);
        format.setLeftMargin(8);
    } else if (!cursor.currentTable()) {
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    }
    cursor.setBlockFormat(format);
}

} // namespace

HelpView::HelpView(const HelpBook& book, QWidget* parent) : QTextBrowser(parent), m_book(book)
{
    setObjectName("helpView");
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else its coming and going would change the column's width
    connect(this, &QTextBrowser::anchorClicked, this, &HelpView::follow);
}

void HelpView::follow(const QUrl& link)
{
    if (link.scheme() == QLatin1String("http") || link.scheme() == QLatin1String("https"))
        Q_EMIT webPageWanted(link);
    else
        open(link.path().isEmpty() ? m_page + '#' + link.fragment() : link.toString());
}

void HelpView::open(const QString& target)
{
    if (!m_book.page(target.section('#', 0, 0)))
        return;
    keepScroll();
    if (m_at < 0 || m_way[m_at].target != target) { // the way back does not lead to the same place
        m_way.resize(m_at + 1);
        m_way.append({target, -1});
        ++m_at;
    }
    m_way[m_at].scroll = -1;
    show(m_way[m_at]);
}

void HelpView::goBack()
{
    if (!canGoBack())
        return;
    keepScroll();
    show(m_way[--m_at]);
}

void HelpView::goForward()
{
    if (!canGoForward())
        return;
    keepScroll();
    show(m_way[++m_at]);
}

void HelpView::keepScroll()
{
    if (m_at >= 0)
        m_way[m_at].scroll = verticalScrollBar()->value();
}

void HelpView::show(Place place)
{
    const QString file = place.target.section('#', 0, 0);
    if (file != m_page)
        setPage(file);
    if (place.scroll >= 0)
        verticalScrollBar()->setValue(place.scroll);
    else
        goTo(place.target.section('#', 1));
    Q_EMIT moved();
}

void HelpView::setPage(const QString& file)
{
    m_page = file;
    setMarkdown(m_book.page(file)->markdown);
    dress();
}

/// What Markdown leaves open: margins, lines of tables, the ground of code, the column's width.
void HelpView::dress()
{
    const ThemeColors colors = themeColors();
    document()->setDocumentMargin(kMargin);
    for (QTextFrame* frame : document()->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame))
            dressTable(*table, colors);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        dressBlock(block, colors);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setLineWrapColumnOrWidth(columnWidth());
}

int HelpView::columnWidth() const
{
    return std::min(viewport()->width(), textPixels(kWidest) + 2 * kMargin);
}

void HelpView::goTo(const QString& anchor)
{
    verticalScrollBar()->setValue(0);
    if (anchor.isEmpty())
        return;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || helpAnchor(block.text()) != anchor)
            continue;
        QTextCursor cursor(block);
        setTextCursor(cursor);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(cursor).top() - kMargin);
        return;
    }
}

QVariant HelpView::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    QImage picture(QStringLiteral(":/screenshots/") + QFileInfo(name.path()).fileName());
    const int room = columnWidth() - 2 * kMargin;
    return !picture.isNull() && room > 0 && picture.width() > room
               ? picture.scaledToWidth(room, Qt::SmoothTransformation)
               : picture;
}

void HelpView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (columnWidth() != lineWrapColumnOrWidth())
        setAgain(); // pictures are scaled as the page is read
}

void HelpView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setAgain();
}

void HelpView::setAgain()
{
    if (m_page.isEmpty())
        return;
    const int scroll = verticalScrollBar()->value();
    setPage(m_page);
    verticalScrollBar()->setValue(scroll);
}

} // namespace vbs
