#include "ui/lesson/recorder/lesson_page.h"

#include "ui/lesson/recorder/draft_fields.h"
#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/lesson/recorder/markdown_edit.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vbs {

LessonPage::LessonPage(LessonDraft& draft, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_hints(plainLabel()), m_model(mutedLabel("lessonModel")),
      m_trouble(plainLabel()),
      m_title(draftLine("lessonTitle", tr("Title of the lesson"), tr("For example: What does the model see?"), draft)),
      m_author(draftLine("lessonAuthor", tr("Author"), tr("Your name; may stay empty"), draft)),
      m_language(new QComboBox),
      m_description(new MarkdownEdit("lessonDescription", tr("Description of the lesson"),
                                     tr("What the lesson is about and for whom, in a sentence or two"), draft))
{
    m_hints->setObjectName("recorderHints");
    m_hints->setWordWrap(true);
    m_trouble->setObjectName("lessonTrouble");
    m_trouble->setProperty("role", "hint");
    m_trouble->setText(tr("Give the lesson a title."));
    m_language->setObjectName("lessonLanguage");
    m_language->setAccessibleName(tr("Language of the lesson"));
    m_language->addItem(QStringLiteral("English"), int(LessonLanguage::English));
    m_language->addItem(QStringLiteral("Deutsch"), int(LessonLanguage::German));
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto add = [form](const QString& text, QWidget* field) { form->addRow(text, field); };
    add(tr("&Title"), m_title);
    form->addRow(QString(), m_trouble);
    add(tr("A&uthor"), m_author);
    add(tr("Lan&guage"), m_language);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_hints);
    column->addLayout(form);
    column->addWidget(headingLabel(tr("Description")));
    column->addWidget(m_description, 1);
    column->addWidget(m_model);
    using Field = LessonDraft::Field;
    const auto connectLine = [&](QLineEdit* line, Field field, const QString& undo, std::string Lesson::*part) {
        connect(line, &QLineEdit::textEdited, this, [this, field, undo, part](const QString& text) {
            m_draft.editHead(undo, field, [&](Lesson& lesson) { lesson.*part = text.toStdString(); });
        });
    };
    connectLine(m_title, Field::Title, tr("Change the Lesson's Title"), &Lesson::title);
    connectLine(m_author, Field::Author, tr("Change the Author"), &Lesson::author);
    connect(m_description, &MarkdownEdit::edited, this, [this](const QString& text) {
        m_draft.editHead(tr("Change the Description"), Field::Description,
                         [&](Lesson& lesson) { lesson.description = text.toStdString(); });
    });
    connect(m_language, &QComboBox::activated, this, [this] {
        const auto language = LessonLanguage(m_language->currentData().toInt());
        if (language != m_draft.head().language)
            m_draft.editHead(tr("Change the Language"), Field::One,
                             [&](Lesson& lesson) { lesson.language = language; });
    });
    connect(&draft, &LessonDraft::changed, this, &LessonPage::showDraft);
    showDraft();
}

void LessonPage::setHints(const QStringList& lines)
{
    m_hints->setText(lines.join('\n'));
}

void LessonPage::focusTitle()
{
    m_title->setFocus();
}

void LessonPage::showDraft()
{
    const Lesson& head = m_draft.head();
    m_hints->setVisible(m_draft.count() == 0);
    m_trouble->setVisible(toQString(head.title).trimmed().isEmpty());
    showIn(m_title, head.title);
    showIn(m_author, head.author);
    m_language->setCurrentIndex(m_language->findData(int(head.language)));
    m_description->show(head.description);
    QString pack = toQString(head.pack);
    for (std::size_t row = 0; row < m_draft.count(); ++row)
        if (const RecordingPtr recording = m_draft.recordingFor(row))
            pack = toQString(recording->pack);
    m_model->setText(pack.isEmpty() ? tr("No model was asked yet.") : tr("Recorded with the model “%1”.").arg(pack));
}

} // namespace vbs
