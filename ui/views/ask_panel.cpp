#include "ui/views/ask_panel.h"

#include "ui/util/flow_layout.h"
#include "ui/util/qt_bridge.h"
#include "ui/views/answer_delegate.h"
#include "ui/views/question_edit.h"
#include "ui/views/token_strip.h"
#include "ui/views/why_chooser.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kExamplesShown = 5;

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", "heading");
    return label;
}

} // namespace

AskPanel::AskPanel(Workbench& workbench, QWidget* parent) : QScrollArea(parent), m_workbench(workbench)
{
    setObjectName("askPanel");
    setMinimumWidth(312);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName("askContent");
    setWidget(content);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 4, 16, 16);
    layout->setSpacing(8);
    buildQuestion(layout);
    layout->addSpacing(8);
    buildAnswers(layout);
    buildExamples(layout);
    layout->addStretch(1);

    connect(&workbench, &Workbench::packChanged, this, &AskPanel::showExamples);
    connect(&workbench, &Workbench::answerChanged, this, &AskPanel::showAnswer);
    connect(&workbench, &Workbench::activityChanged, this, &AskPanel::showHint);
    connect(&workbench, &Workbench::whyChanged, this, [this] { m_why->setRequest(m_workbench.state().why); });
    connect(&workbench, &Workbench::questionChanged, this, [this] {
        if (m_question->text() != m_workbench.state().question)
            m_question->setText(m_workbench.state().question);
    });
    m_why->setRequest(workbench.state().why);
    showExamples();
    showAnswer();
}

void AskPanel::buildQuestion(QVBoxLayout* layout)
{
    m_question = new QuestionEdit;
    m_question->setObjectName("question");
    m_question->setAccessibleName(tr("Question"));
    m_question->setPlaceholderText(tr("Ask about the picture"));
    m_question->setClearButtonEnabled(true);
    m_question->setMaxLength(500);
    m_ask = new QPushButton(tr("Ask"));
    m_ask->setObjectName("askButton");
    m_ask->setProperty("role", "primary");
    m_ask->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_question, 1);
    row->addWidget(m_ask);
    layout->addLayout(row);

    m_hint = new QLabel;
    m_hint->setObjectName("hint");
    m_hint->setProperty("role", "muted");
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);

    connect(m_question, &QLineEdit::textEdited, &m_workbench, &Workbench::typeQuestion);
    connect(m_question, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_ask->setEnabled(!text.trimmed().isEmpty());
        if (text.isEmpty())
            m_workbench.typeQuestion(text); // the clear button is no edit
    });
    connect(m_question, &QLineEdit::returnPressed, this, [this] { m_workbench.ask(m_question->text()); });
    connect(m_question, &QuestionEdit::left, this, &AskPanel::questionLeft);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_workbench.ask(m_question->text()); });
}

void AskPanel::buildAnswers(QVBoxLayout* layout)
{
    layout->addWidget(heading(tr("Answers")));
    m_noAnswers = new QLabel;
    m_noAnswers->setObjectName("noAnswers");
    m_noAnswers->setProperty("role", "muted");
    m_noAnswers->setWordWrap(true);
    layout->addWidget(m_noAnswers);

    m_answerList = new QListView;
    m_answerList->setObjectName("answers");
    m_answerList->setAccessibleName(tr("Answers"));
    m_answerList->setFrameShape(QFrame::NoFrame);
    m_answerList->setModel(&m_answers);
    m_answerList->setItemDelegate(new AnswerDelegate(m_answerList));
    m_answerList->setSelectionMode(QAbstractItemView::NoSelection);
    m_answerList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_answerList->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_answerList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_answerList->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout->addWidget(m_answerList);
    layout->addSpacing(8);

    m_whyGroup = new QWidget;
    auto* why = new QVBoxLayout(m_whyGroup);
    why->setContentsMargins(0, 0, 0, 0);
    why->setSpacing(8);
    why->addWidget(heading(tr("Why")));
    m_why = new WhyChooser;
    why->addWidget(m_why);
    m_tokens = new TokenStrip;
    why->addWidget(m_tokens);
    layout->addWidget(m_whyGroup);
    connect(m_why, &WhyChooser::chosen, &m_workbench, &Workbench::setWhy);
}

void AskPanel::buildExamples(QVBoxLayout* layout)
{
    m_examplesTitle = heading(tr("Try"));
    layout->addSpacing(8);
    layout->addWidget(m_examplesTitle);
    m_examples = new QWidget;
    new FlowLayout(m_examples);
    layout->addWidget(m_examples);
}

void AskPanel::focusQuestion()
{
    m_question->setFocus(Qt::ShortcutFocusReason);
    m_question->selectAll();
}

void AskPanel::showExamples()
{
    while (QLayoutItem* item = m_examples->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto& pack = m_workbench.state().pack;
    const std::size_t count = pack ? std::min(kExamplesShown, pack->exampleQuestions.size()) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const QString question = toQString(pack->exampleQuestions[i]);
        auto* chip = new QPushButton(question);
        chip->setObjectName("exampleChip");
        chip->setProperty("role", "chip");
        chip->setAccessibleName(tr("Ask: %1").arg(question));
        chip->setToolTip(question);
        connect(chip, &QPushButton::clicked, this, [this, question] { m_workbench.ask(question); });
        m_examples->layout()->addWidget(chip);
    }
    m_examples->setVisible(count > 0);
    m_examplesTitle->setVisible(count > 0);
    showHint();
}

void AskPanel::showAnswer()
{
    const auto& answered = m_workbench.state().answered;
    m_answers.setAnswers(answered ? answered->result.answers : std::vector<Answer>{});
    m_answerList->setFixedHeight(m_answers.rowCount() * AnswerDelegate::kRowHeight);
    m_answerList->setVisible(m_answers.rowCount() > 0);
    m_whyGroup->setVisible(answered.has_value());
    if (answered) {
        const Explanation& why = answered->result.explanation;
        m_why->setCounts(why.layers, why.heads);
        m_tokens->setTokens(answered->result.tokens, why.tokens);
    }
    showHint();
}

void AskPanel::showHint()
{
    const WorkbenchState& state = m_workbench.state();
    QStringList unknown;
    if (state.answered) {
        for (const std::string& word : state.answered->result.unknownWords)
            unknown << tr("“%1”").arg(toQString(word));
    }
    m_hint->setVisible(!unknown.isEmpty());
    if (!unknown.isEmpty())
        m_hint->setText(tr("The model was not trained on %1, so its answer may be a guess.").arg(unknown.join(", ")));
    m_noAnswers->setVisible(m_answers.rowCount() == 0);
    m_noAnswers->setText(!state.picture ? tr("Open a picture, then ask a question about it.")
                         : state.activity.text.isEmpty()
                             ? tr("Type a question, or choose one of these.")
                             : tr("%1…").arg(state.activity.text));
}

} // namespace vbs
