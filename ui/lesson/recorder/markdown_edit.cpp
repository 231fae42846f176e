#include "ui/lesson/recorder/markdown_edit.h"

#include "core/lesson/lesson_file.h"
#include "ui/lesson/recorder/draft_fields.h"
#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kMostPreviewWidth = 320;

/// Shows the lesson's own pictures and nothing else.
class TextPreview : public QTextBrowser {
public:
    explicit TextPreview(const LessonDraft& draft) : m_draft(draft)
    {
        setOpenLinks(false);
        setFrameShape(QFrame::NoFrame);
    }

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        const auto found = m_draft.head().pictures.find(name.toString().toStdString());
        if (type != QTextDocument::ImageResource || found == m_draft.head().pictures.end())
            return {};
        const std::string& bytes = *found->second.bytes;
        const QImage image = QImage::fromData(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())));
        return image.width() > kMostPreviewWidth ? image.scaledToWidth(kMostPreviewWidth, Qt::SmoothTransformation)
                                                 : image;
    }

private:
    const LessonDraft& m_draft;
};

} // namespace

MarkdownEdit::MarkdownEdit(const QString& objectName, const QString& name, const QString& hint, LessonDraft& draft,
                           QWidget* parent)
    : QWidget(parent), m_draft(draft), m_edit(new QPlainTextEdit), m_preview(new TextPreview(draft)),
      m_limit(mutedLabel(objectName.toLatin1() + "Limit"))
{
    setObjectName(objectName + "Editor");
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(hint);
    m_edit->setUndoRedoEnabled(false);
    m_edit->setTabChangesFocus(true);
    m_edit->setProperty("role", "text");
    leaveUndoToDraft(m_edit, draft);
    m_preview->setObjectName(objectName + "Preview");
    m_preview->setAccessibleName(tr("How the text will look"));
    m_limit->hide();
    auto* shown = new QWidget;
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(headingLabel(tr("How it will look")));
    column->addWidget(m_preview, 1);
    auto* typed = new QWidget;
    auto* left = new QVBoxLayout(typed);
    left->setContentsMargins(0, 0, 0, 0);
    left->addWidget(buttons());
    left->addWidget(m_edit, 1);
    left->addWidget(m_limit);
    auto* both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(typed);
    both->addWidget(shown);
    both->setSizes({3, 2});
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(both);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &MarkdownEdit::takeText);
}

QWidget* MarkdownEdit::buttons()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto add = [&](const char* suffix, const QString& text, const QString& tip, const QKeySequence& key,
                         const std::function<void()>& act) {
        auto* button = new QToolButton;
        button->setObjectName(m_edit->objectName() + suffix);
        button->setText(text);
        button->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
        button->setAccessibleName(tip);
        button->setProperty("role", "format");
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, act] {
            act();
            m_edit->setFocus();
        });
        if (!key.isEmpty())
            connect(new QShortcut(key, m_edit, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, act);
        row->addWidget(button);
        return button;
    };
    QToolButton* bold =
        add("Bold", tr("Bold"), tr("Make the marked words bold"), QKeySequence("Ctrl+B"), [this] { surround("**"); });
    QFont font = bold->font();
    font.setBold(true);
    bold->setFont(font);
    QToolButton* italic = add("Italic", tr("Italic"), tr("Make the marked words italic"), QKeySequence("Ctrl+I"),
                              [this] { surround("*"); });
    font.setBold(false);
    font.setItalic(true);
    italic->setFont(font);
    add("Heading", tr("Heading"), tr("Make the line a heading"), {}, [this] { beginLines("## "); });
    add("List", tr("• List"), tr("Make the marked lines a list"), {}, [this] { beginLines("- "); });
    add("Numbers", tr("1. List"), tr("Make the marked lines a numbered list"), {}, [this] { beginLines("1. "); });
    row->addStretch(1);
    return bar;
}

/// Marks the words, or takes the marks away again; without words the cursor stands between the marks.
void MarkdownEdit::surround(const QString& mark)
{
    QTextCursor cursor = m_edit->textCursor();
    QString words = cursor.selectedText();
    const bool isMarked = words.size() >= 2 * mark.size() && words.startsWith(mark) && words.endsWith(mark);
    words = isMarked ? words.mid(mark.size(), words.size() - 2 * mark.size()) : mark + words + mark;
    const int start = cursor.selectionStart();
    cursor.insertText(words);
    if (words == mark + mark) {
        cursor.setPosition(start + int(mark.size()));
    } else {
        cursor.setPosition(start);
        cursor.setPosition(start + int(words.size()), QTextCursor::KeepAnchor);
    }
    m_edit->setTextCursor(cursor);
}

void MarkdownEdit::beginLines(const QString& mark)
{
    QTextCursor cursor = m_edit->textCursor();
    const QTextBlock first = m_edit->document()->findBlock(cursor.selectionStart());
    const QTextBlock last = m_edit->document()->findBlock(cursor.selectionEnd());
    const bool isMarked = first.text().startsWith(mark);
    QStringList lines;
    for (QTextBlock line = first; line.isValid(); line = line.next()) {
        if (isMarked)
            lines << (line.text().startsWith(mark) ? line.text().mid(mark.size()) : line.text());
        else
            lines << mark + line.text();
        if (line == last)
            break;
    }
    cursor.setPosition(first.position());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(lines.join('\n'));
    m_edit->setTextCursor(cursor);
}

/// More than a lesson's file may hold is not taken.
void MarkdownEdit::takeText()
{
    if (m_showing)
        return;
    const QString text = m_edit->toPlainText();
    const bool isTooLong = text.toStdString().size() > LessonLimits::kText;
    m_limit->setVisible(isTooLong);
    if (isTooLong) {
        m_limit->setText(tr("A text has room for %L1 characters: put what is left into another step.")
                             .arg(qulonglong(LessonLimits::kText)));
        m_showing = true;
        m_edit->setPlainText(m_last);
        m_edit->moveCursor(QTextCursor::End);
        m_showing = false;
        return;
    }
    if (text == m_last)
        return;
    m_last = text;
    showPreview();
    Q_EMIT edited(text);
}

void MarkdownEdit::show(const std::string& text)
{
    const QString now = toQString(text);
    if (now == m_last && now == m_edit->toPlainText())
        return;
    m_showing = true;
    m_last = now;
    m_edit->setPlainText(now);
    m_edit->moveCursor(QTextCursor::End);
    m_limit->hide();
    m_showing = false;
    showPreview();
}

void MarkdownEdit::showPreview()
{
    m_preview->document()->setMarkdown(m_last, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML) |
                                                   QTextDocument::MarkdownDialectCommonMark);
}

} // namespace vbs
