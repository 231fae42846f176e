#include "ui/review/item_panel.h"

#include "ui/review/acts_view.h"
#include "ui/review/answers_editor.h"
#include "ui/review/boxes_editor.h"
#include "ui/review/item_edits.h"
#include "ui/review/item_text.h"
#include "ui/review/label_editor.h"
#include "ui/review/review_text.h"
#include "ui/review/tags_row.h"
#include "ui/tasks/bars_view.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMostOthers = 8;

} // namespace

ItemPanel::ItemPanel(ReviewDesk& desk, const QList<QAction*>& decisions, KeyText keyOf, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_content(new QWidget), m_head(mutedLabel("itemHead")),
      m_standing(mutedLabel("itemStanding")), m_conflict(plainLabel()), m_opened(plainLabel()), m_fault(plainLabel()),
      m_modelTitle(headingLabel({})), m_modelNote(mutedLabel("modelNote")), m_othersTitle(headingLabel({})),
      m_settle(new QCheckBox(tr("My decision settles it"))), m_text(new ItemText),
      m_boxes(new BoxesEditor(desk, keyOf)), m_editors{new AnswersEditor(desk), new LabelEditor(desk), m_boxes},
      m_bars(new BarsView("modelBars", tr("What the model says"))), m_tags(new TagsRow(desk, keyOf)),
      m_acts(new ActsView(desk, keyOf)), m_others(new QListWidget)
{
    auto* scroll = new QScrollArea;
    m_scroll = scroll;
    scroll->setObjectName("taskScroll");
    m_content->setObjectName("taskContent");
    scroll->setWidget(build());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    auto* foot = new QWidget;
    auto* grid = new QGridLayout(foot);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setSpacing(6);
    for (QAction* action : decisions) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("role", "decision");
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons << button;
        grid->addWidget(button, 0, int(m_buttons.size()) - 1);
    }
    layout->addStretch(0);
    layout->addWidget(foot);
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Item | ReviewChange::Project | ReviewChange::Queue))
            showItem();
    });
    showItem();
}

QWidget* ItemPanel::build()
{
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_head);
    for (QLabel* note : {m_opened, m_fault, m_conflict}) {
        note->setProperty("role", "warning");
        note->setWordWrap(true);
        column->addWidget(note);
    }
    m_fault->setObjectName("itemFault");
    m_conflict->setObjectName("itemConflict");
    m_opened->setObjectName("itemOpened");
    m_settle->setObjectName("settle");
    m_settle->setFocusPolicy(Qt::TabFocus);
    connect(m_settle, &QCheckBox::clicked, this, [this](bool on) { m_desk.setSettling(on); });
    column->addWidget(m_settle);
    column->addWidget(m_text);
    connect(m_text, &ItemText::left, this, &ItemPanel::left);
    connect(m_text, &ItemText::edited, this,
            [this](const QString& text) { m_desk.correct(withText(m_desk.state().item->now, text.toStdString())); });
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Annotation")));
    for (TruthEditor* editor : m_editors) {
        column->addWidget(editor);
        connect(editor, &TruthEditor::left, this, &ItemPanel::left);
    }
    connect(m_boxes, &BoxesEditor::boxPicked, this, &ItemPanel::boxPicked);
    connect(m_boxes, &BoxesEditor::drawingWanted, this, &ItemPanel::drawingWanted);
    column->addSpacing(4);
    column->addWidget(m_modelTitle);
    column->addWidget(m_bars);
    m_bars->setFocusPolicy(Qt::TabFocus);
    connect(m_bars, &BarsView::rowLookedAt, this, &ItemPanel::suggestionLookedAt);
    connect(m_bars, &BarsView::rowTaken, this, [this](int row) { m_desk.take(std::size_t(row)); });
    column->addWidget(m_modelNote);
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Decision")));
    column->addWidget(m_standing);
    column->addWidget(m_tags);
    column->addWidget(m_acts);
    connect(m_tags, &TagsRow::left, this, &ItemPanel::left);
    connect(m_acts, &ActsView::left, this, &ItemPanel::left);
    column->addSpacing(4);
    column->addWidget(m_othersTitle);
    m_others->setObjectName("onPicture");
    m_others->setAccessibleName(tr("Items on the same picture"));
    m_others->setFrameShape(QFrame::NoFrame);
    m_others->setFocusPolicy(Qt::TabFocus);
    m_others->setTextElideMode(Qt::ElideRight);
    m_others->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_others, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* row) { m_desk.choose(m_otherNumbers.value(m_others->row(row))); });
    connect(m_others, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* row) { m_desk.choose(m_otherNumbers.value(m_others->row(row))); });
    column->addWidget(m_others);
    column->addStretch(1);
    return m_content;
}

TruthEditor* ItemPanel::editorFor(const Example& example) const
{
    const auto suits = std::ranges::find_if(m_editors, [&](TruthEditor* one) { return one->suits(example); });
    return suits == m_editors.end() ? nullptr : *suits;
}

void ItemPanel::showItem()
{
    const bool any = m_desk.state().item.has_value();
    m_scroll->setVisible(any);
    for (QToolButton* button : m_buttons)
        button->setEnabled(any);
    if (!any)
        return;
    const ReviewedItem& item = *m_desk.state().item;
    showHead();
    m_text->show(toQString(item.now.text), item.now.task && item.now.phrases.empty() && item.now.choices.empty());
    TruthEditor* suiting = editorFor(item.now);
    for (TruthEditor* editor : m_editors)
        editor->setVisible(editor == suiting);
    if (suiting)
        suiting->showItem(item);
    showModel();
    showStanding();
    m_tags->showItem(item);
    m_acts->showItem(item);
    showOthers();
}

void ItemPanel::showHead()
{
    const ReviewState& state = m_desk.state();
    const ReviewedItem& item = *state.item;
    QStringList parts{toQString(item.item.example.id)};
    if (!item.item.example.type.empty())
        parts << toQString(item.item.example.type);
    if (const std::ptrdiff_t place = state.placeInQueue(); place >= 0)
        parts << tr("%1 of %2")
                     .arg(QLocale().toString(qlonglong(place + 1)), QLocale().toString(qulonglong(state.queue.size())));
    m_head->setText(parts.join(" · "));
    m_fault->setText(toQString(item.item.example.fault));
    m_fault->setVisible(!item.item.example.fault.empty());
    QStringList openedBy;
    for (const std::string& name : item.openedBy)
        openedBy << toQString(name);
    m_opened->setText(tr("%1 has this item open, too.").arg(openedBy.join(", ")));
    m_opened->setVisible(!openedBy.isEmpty());
}

void ItemPanel::showModel()
{
    const ReviewState& state = m_desk.state();
    const ReviewedItem& item = *state.item;
    const QString model = toQString(state.project.model).section('@', 0, 0);
    m_modelTitle->setText(model.isEmpty() ? tr("Model") : tr("What %1 says").arg(model));
    std::vector<AnswerBar> bars;
    for (std::size_t i = 0; i < item.suggestions.size(); ++i) {
        const Suggestion& suggestion = item.suggestions[i];
        AnswerBar bar;
        QString words = verdictText(suggestion.words);
        if (!item.now.choices.empty() && suggestion.example.truth.label)
            words = choiceText(*suggestion.example.truth.label, words);
        // "missed: cat" of boxes: the thing, and below it what is said of it.
        const bool twoLines = !item.now.task && words.contains(": ");
        bar.text = tr("%1  %2").arg(i + 1).arg(twoLines ? words.section(": ", 1) : words);
        bar.note = twoLines ? words.section(": ", 0, 0) : QString();
        bar.probability = suggestion.probability;
        bar.best = i == 0;
        bars.push_back(bar);
    }
    m_bars->setBars(bars);
    QString note;
    if (!item.prediction)
        note = state.predicting              ? tr("It was not asked yet: its answers come in the background.")
               : state.project.model.empty() ? tr("No model was asked. Choose one in the main window.")
                                             : tr("It was not asked yet.");
    else if (!item.prediction->fault.empty())
        note = item.prediction->fault == item.item.example.fault ? tr("It could not be asked.")
                                                                 : toQString(item.prediction->fault);
    else if (bars.empty())
        note = tr("It finds nothing at fault.");
    else if (!item.now.task)
        note = tr("A number key takes a suggestion.");
    else if (!item.now.phrases.empty())
        note = tr("A number key takes a region as the phrase's box.");
    else
        note = tr("A number key takes an answer as the right one.");
    m_modelNote->setText(note);
}

void ItemPanel::showStanding()
{
    const ReviewState& state = m_desk.state();
    const Standing& standing = state.item->standing;
    QString text = reviewText(standing.verdict);
    if (standing.verdict == Verdict::Accepted && !standing.correction.empty())
        text = tr("Accepted as corrected");
    else if (!standing.correction.empty())
        text = tr("%1, corrected").arg(text);
    if (state.project.reviewersWanted > 1 && standing.verdict == Verdict::Undecided && !standing.conflict)
        text = tr("%1 of %2 reviewers have decided").arg(standing.reviewers.size()).arg(state.project.reviewersWanted);
    if (standing.conflict)
        text = tr("In conflict");
    if (standing.flagged)
        text = tr("%1 · flagged").arg(text);
    m_standing->setText(text);
    m_conflict->setText(tr("Reviewers disagree on this item."));
    m_conflict->setVisible(standing.conflict);
    m_settle->setVisible(standing.conflict || (state.settling && state.counts.conflict > 0));
    m_settle->setChecked(state.settling);
}

/// The current one is marked, so that one sees where one is.
void ItemPanel::showOthers()
{
    const ReviewedItem& item = *m_desk.state().item;
    m_others->clear();
    m_otherNumbers.clear();
    for (const ItemLine& line : item.onPicture) {
        m_otherNumbers << line.number;
        m_others->addItem(tr("%1  %2").arg(toQString(line.text.empty() ? line.id : line.text), toQString(line.truth)));
        if (line.number == item.item.number)
            m_others->setCurrentRow(m_others->count() - 1);
    }
    const bool several = item.onPicture.size() > 1;
    m_othersTitle->setText(tr("On this picture"));
    m_othersTitle->setVisible(several);
    m_others->setVisible(several);
    const int rows = std::min(m_others->count(), kMostOthers);
    m_others->setFixedHeight(rows * std::max(1, m_others->sizeHintForRow(0)) + 4);
}

void ItemPanel::edit()
{
    if (m_desk.state().item)
        if (TruthEditor* editor = editorFor(m_desk.state().item->now))
            editor->edit();
}

void ItemPanel::editText()
{
    m_text->edit();
}

void ItemPanel::comment()
{
    m_acts->comment();
}

void ItemPanel::tag()
{
    m_tags->edit();
}

} // namespace vbs
