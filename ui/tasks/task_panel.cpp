#include "ui/tasks/task_panel.h"

#include "ui/tasks/ask_panel.h"
#include "ui/tasks/bar_painting.h"
#include "ui/tasks/choose_panel.h"
#include "ui/tasks/compare_panel.h"
#include "ui/tasks/fill_panel.h"
#include "ui/tasks/find_panel.h"
#include "ui/tasks/strangeness_strip.h"
#include "ui/tasks/task_chooser.h"
#include "ui/tasks/text_row.h"
#include "ui/tasks/token_strip.h"
#include "ui/tasks/what_if_strip.h"
#include "ui/tasks/why_chooser.h"
#include "ui/util/flow_layout.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/explanation_text.h"
#include "ui/workbench/suggestions.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr qsizetype kExamplesShown = 5;
constexpr int kSide = 16, kChipText = 264;

template <typename Page> TaskPage* make(Workbench& workbench)
{
    return new Page(workbench);
}

constexpr PerTask<TaskPage* (*)(Workbench&)> kPages({{Task::VisualQuestionAnswering, make<AskPanel>},
                                                     {Task::VisualReasoning, make<ComparePanel>},
                                                     {Task::MultipleChoice, make<ChoosePanel>},
                                                     {Task::RegionToPhrase, make<FindPanel>},
                                                     {Task::MaskedWords, make<FillPanel>},
                                                     {Task::CaptionMatch, make<FillPanel>}});

} // namespace

TaskPanel::TaskPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_chooser(new TaskChooser(workbench)),
      m_whatIf(new WhatIfStrip(workbench))
{
    setObjectName("taskPanel");
    setMinimumWidth(328);
    auto* scroll = new QScrollArea;
    scroll->setObjectName("taskScroll");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName("taskContent");
    scroll->setWidget(content);
    auto* chooser = new QVBoxLayout;
    chooser->setContentsMargins(kSide, 4, kSide, 8);
    chooser->addWidget(m_chooser);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(chooser);
    outer->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSide, 4, kSide, 16);
    layout->setSpacing(8);
    buildPages(layout);
    auto* strangeness = new StrangenessStrip(workbench);
    layout->addWidget(strangeness);
    buildBlind(layout);
    layout->addSpacing(8);
    layout->addWidget(m_whatIf);
    buildWhy(layout);
    buildExamples(layout);
    layout->addStretch(1);

    connect(strangeness, &StrangenessStrip::actionRequested, this, &TaskPanel::actionRequested);
    connect(&workbench, &Workbench::stateChanged, this, &TaskPanel::show);
    show(Changes::fromInt(~0U));
}

void TaskPanel::setKeys(const KeyText& keyOf)
{
    m_chooser->setKeys(keyOf);
    m_whatIf->setKeys(keyOf);
}

void TaskPanel::buildPages(QVBoxLayout* layout)
{
    for (const TaskSpec& spec : taskTable()) {
        TaskPage* page = kPages[spec.task](m_workbench);
        m_pages.push_back(page);
        page->hide();
        layout->addWidget(page);
        connect(page, &TaskPage::textLeft, this, &TaskPanel::textLeft);
        connect(page, &TaskPage::actionRequested, this, &TaskPanel::actionRequested);
        connect(page, &TaskPage::answerChosen, this, [this](const AnswerBar& bar) {
            if (!bar.of.empty() && taskSpec(m_workbench.state().task).explained)
                m_workbench.setWhy(chosenWhy(m_workbench.state().why, bar.of));
        });
    }
}

void TaskPanel::buildBlind(QVBoxLayout* layout)
{
    m_blind = new QWidget;
    m_blindMark = new QWidget;
    m_blindMark->setFixedSize(12, 18);
    m_blindMark->installEventFilter(this);
    m_blindText = mutedLabel("blindText");
    auto* row = new QHBoxLayout(m_blind);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_blindMark, 0, Qt::AlignTop);
    row->addWidget(m_blindText, 1);
    m_blind->setToolTip(tr("The diamond on each bar shows how probable the answer would be from the text alone. Where "
                           "bar and diamond agree, the model may not have looked at the picture."));
    layout->addWidget(m_blind);
}

bool TaskPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_blindMark && event->type() == QEvent::Paint) {
        QPainter painter(m_blindMark);
        paintBlindMark(painter, QRectF(m_blindMark->rect()).center());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TaskPanel::buildWhy(QVBoxLayout* layout)
{
    m_whyGroup = new QWidget;
    auto* why = new QVBoxLayout(m_whyGroup);
    why->setContentsMargins(0, 8, 0, 0);
    why->setSpacing(8);
    m_whyTitle = headingLabel(tr("Why"));
    m_whyTitle->setObjectName("whyTitle");
    m_whyTitle->setWordWrap(true);
    why->addWidget(m_whyTitle);
    m_why = new WhyChooser;
    why->addWidget(m_why);
    m_tokens = new TokenStrip;
    why->addWidget(m_tokens);
    layout->addWidget(m_whyGroup);
    connect(m_why, &WhyChooser::chosen, &m_workbench, &Workbench::setWhy);
}

void TaskPanel::buildExamples(QVBoxLayout* layout)
{
    m_examplesTitle = headingLabel(tr("Try"));
    m_examplesTitle->setObjectName("examplesTitle");
    layout->addSpacing(8);
    layout->addWidget(m_examplesTitle);
    m_examples = new QWidget;
    new FlowLayout(m_examples);
    m_examplesTitle->hide(); // until there are some
    m_examples->hide();
    layout->addWidget(m_examples);
}

void TaskPanel::focusText()
{
    page().focusText();
}

void TaskPanel::setWordPieces(bool shown)
{
    m_tokens->setPieces(shown);
}

void TaskPanel::show(Changes changes)
{
    if (changes & Change::Task)
        showTask();
    if (changes & (Change::Input | Change::Task))
        page().showInput();
    if (changes & (Change::Pack | Change::Task | changesOf(SideChange::Picture | SideChange::Regions)))
        showExamples();
    if (changes & (Change::Input | Change::Task | Change::Answer | Change::Activity |
                   changesOf(SideChange::Picture | SideChange::Regions)))
        showAnswer();
    if (changes & (Change::Looked | Change::Task | Change::Answer))
        page().showLooked();
    if (changes & Change::Why)
        m_why->setRequest(m_workbench.state().why);
}

void TaskPanel::showTask()
{
    for (TaskPage* page : m_pages)
        page->setVisible(page->task() == m_workbench.state().task);
}

void TaskPanel::addExample(const QString& text, const PackExample* example)
{
    auto* chip = new QPushButton;
    chip->setObjectName("exampleChip");
    chip->setProperty("role", "chip");
    chip->ensurePolished();                                            // its font is the style sheet's
    const QString shown = example ? tr("Sample: %1").arg(text) : text; // it brings its own pictures
    chip->setText(plainButtonText(chip->fontMetrics().elidedText(shown, Qt::ElideRight, kChipText)));
    chip->setAccessibleName(tr("Try: %1").arg(shown));
    chip->setToolTip(plainToolTip(example ? tr("%1\nOpens the pack's own picture").arg(text) : text));
    if (example)
        connect(
            chip, &QPushButton::clicked, this, [this, example = *example] { m_workbench.tryExample(example); },
            Qt::QueuedConnection); // the chips may be made anew
    else
        connect(chip, &QPushButton::clicked, this, [this, text] { m_workbench.ask(text); });
    m_examples->layout()->addWidget(chip);
}

/// What the picture itself suggests comes first, then the pack's questions, which are asked about any picture; its
/// examples bring their own.
void TaskPanel::showExamples()
{
    const WorkbenchState& state = m_workbench.state();
    QStringList texts = state.pack ? suggestions(state) : QStringList();
    if (state.pack && taskSpec(state.task).packQuestions) {
        for (const std::string& question : state.pack->exampleQuestions)
            texts << toQString(question);
        texts.removeDuplicates();
    }
    texts = texts.mid(0, kExamplesShown);
    std::vector<const PackExample*> examples;
    for (std::size_t i = 0; state.pack && !taskSpec(state.task).packQuestions && i < state.pack->examples.size(); ++i) {
        const PackExample& example = state.pack->examples[i];
        if (taskRow(example.task) == taskRow(state.task) && texts.size() + qsizetype(examples.size()) < kExamplesShown)
            examples.push_back(&example);
    }
    QStringList shown = texts;
    for (const PackExample* example : examples)
        shown << QStringLiteral("%1 %2").arg(quintptr(example)).arg(toQString(example->text));
    if (shown == m_shownExamples)
        return;
    m_shownExamples = shown;
    while (QLayoutItem* item = m_examples->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& text : texts)
        addExample(text, nullptr);
    for (const PackExample* example : examples) {
        QStringList choices;
        for (const std::string& choice : example->choices)
            choices << toQString(choice);
        addExample(example->text.empty() ? choices.join(" / ") : toQString(example->text), example);
    }
    m_examples->setVisible(!shown.isEmpty());
    m_examplesTitle->setVisible(!shown.isEmpty());
}

void TaskPanel::showAnswer()
{
    const WorkbenchState& state = m_workbench.state();
    page().showAnswer();
    const QString blind = blindText(state);
    m_blind->setVisible(!blind.isEmpty());
    m_blindText->setText(blind);
    m_whyGroup->setVisible(state.answered && taskSpec(state.task).explained);
    page().showStale(isStale(state));
    if (!state.answered)
        return;
    const Explanation& why = state.answered->result.explanation;
    const std::string& of = why.of;
    m_whyTitle->setText(
        of.empty() ? tr("Why") : tr("Why “%1”?").arg(taskSpec(state.task).verdict ? verdictText(of) : toQString(of)));
    if (taskSpec(state.task).explained) // Find marks what is looked at
        page().showExplained(why.request.of.empty() ? std::string() : of);
    m_why->setCounts(why.layers, why.heads);
    m_tokens->setTokens(state.answered->result.tokens, why.tokens, weightName(why.request.method));
}

} // namespace vbs
