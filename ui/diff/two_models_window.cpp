#include "ui/diff/two_models_window.h"

#include "core/diff/answer_difference.h"
#include "core/report/heatmap.h"
#include "ui/canvas/picture_view.h"
#include "ui/diff/dataset_diff_page.h"
#include "ui/diff/diff_text.h"
#include "ui/diff/model_column.h"
#include "ui/diff/second_chooser.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bars.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kTwoModelsWidth = 1180, kTwoModelsHeight = 740;

QString factsOf(const DeviceInfo& device, const std::optional<Answered>& answered)
{
    QString facts = toQString(device.precision);
    if (answered)
        facts = TwoModelsWindow::tr("%1, answered in %2").arg(facts, timingText(answered->result.timing.inferMs));
    return facts;
}

} // namespace

TwoModelsWindow::TwoModelsWindow(Workbench& workbench, FileChooser& chooser, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workbench(workbench), m_second(workbench), m_question(new QLineEdit),
      m_verdict(headingLabel({})), m_details(mutedLabel("twoModelsDetails")),
      m_firstColumn(new ModelColumn(workbench, true)), m_secondColumn(new ModelColumn(workbench, false)),
      m_dataset(new DatasetDiffPage(workbench, m_second, chooser)), m_tabs(new QTabWidget)
{
    setObjectName("twoModels");
    setWindowTitle(tr("Two Models Side by Side"));
    auto* second = new SecondChooser(workbench, m_second, chooser);
    m_secondColumn->addToHeader(second);
    m_tabs->setObjectName("twoModelsTabs");
    m_tabs->addTab(questionPage(), tr("The &Question"));
    m_tabs->addTab(m_dataset, tr("A &Data Set"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_tabs);
    resize(kTwoModelsWidth, kTwoModelsHeight);
    linkPlaces();
    connect(&m_second, &SecondModel::changed, this, &TwoModelsWindow::showAll);
    connect(m_dataset, &DatasetDiffPage::exampleWanted, this, [this](const PackExample& example) {
        m_tabs->setCurrentIndex(0);
        m_workbench.tryExample(example);
    });
    watch(workbench,
          Change::Answer | Change::Input | Change::Task | Change::Pack | Change::Activity |
              changesOf(SideChange::Picture | SideChange::Regions | SideChange::Picked | SideChange::Removed),
          this, [this] {
              if (isVisible())
                  showAll();
          });
    showAll();
}

QWidget* TwoModelsWindow::questionPage()
{
    m_question->setObjectName("twoModelsQuestion");
    m_question->setAccessibleName(tr("Question to both models"));
    m_question->setMaxLength(int(kMostCharacters));
    m_question->setProperty("role", "text");
    auto* ask = new QPushButton(tr("Ask Both"));
    ask->setObjectName("twoModelsAsk");
    ask->setProperty("role", "primary");
    const auto askBoth = [this] {
        if (!m_question->text().trimmed().isEmpty())
            m_workbench.ask(m_question->text());
    };
    connect(ask, &QPushButton::clicked, this, askBoth);
    connect(m_question, &QLineEdit::returnPressed, this, askBoth);
    m_verdict->setObjectName("twoModelsVerdict");
    m_verdict->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_question, 1);
    row->addWidget(ask);
    auto* columns = new QSplitter;
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_firstColumn);
    columns->addWidget(m_secondColumn);
    columns->setSizes({1, 1});
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_verdict);
    layout->addWidget(m_details);
    layout->addWidget(columns, 1);
    return page;
}

/// Zoom and pan in common.
void TwoModelsWindow::linkPlaces()
{
    const std::vector<CanvasPane*> first = m_firstColumn->panes(), second = m_secondColumn->panes();
    const auto link = [this](CanvasPane* from, CanvasPane* to) {
        connect(&from->view(), &PictureView::placeChanged, this, [from, to] {
            if (from->isVisible() && to->isVisible())
                to->view().setPlace(from->view().place());
        });
    };
    for (std::size_t i = 0; i < first.size(); ++i) {
        link(first[i], second[i]);
        link(second[i], first[i]);
    }
}

void TwoModelsWindow::setHeatLook(const HeatLook& look)
{
    m_firstColumn->setHeatLook(look);
    m_secondColumn->setHeatLook(look);
}

void TwoModelsWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_second.setWatched(true);
    showAll();
}

void TwoModelsWindow::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_second.setWatched(false);
}

/// Both answers belong to one question, the one on display.
bool TwoModelsWindow::areBothShown() const
{
    return m_second.state().isReady() && m_second.state().second;
}

/// Weights that are told in one unit share one scale.
double TwoModelsWindow::greatestOfBoth() const
{
    if (!areBothShown())
        return 0;
    double greatest = 0;
    for (const Answered* answered : {&*m_second.state().first, &*m_second.state().second}) {
        const InferenceResult& result = answered->result;
        if (!result.explanation.regions.empty())
            greatest = std::max(greatest, greatestWeight(result.regions, result.explanation.regions));
        if (!result.explanation.rightRegions.empty())
            greatest = std::max(greatest, greatestWeight(result.rightRegions, result.explanation.rightRegions));
    }
    return greatest;
}

void TwoModelsWindow::showAll()
{
    const WorkbenchState& state = m_workbench.state();
    const QString text = state.question;
    if (m_question->text() != text && !m_question->hasFocus())
        m_question->setText(text);
    showFirst();
    showSecond();
    showVerdict();
}

void TwoModelsWindow::showFirst()
{
    const WorkbenchState& state = m_workbench.state();
    ModelColumn::Content content;
    content.name = state.pack ? titleOf(*state.pack) : tr("No model");
    content.facts = state.pack ? factsOf(state.device, state.answered) : QString();
    content.stale = isStale(state);
    content.answered = state.answered;
    content.hidden = state.left.removed;
    content.rightHidden = state.right.removed;
    content.greatest = greatestOfBoth();
    if (state.answered)
        content.bars = barsOf(state);
    else
        content.sentence = state.activity.text.isEmpty() ? missingInput(state) : tr("%1…").arg(state.activity.text);
    m_firstColumn->show(content);
}

void TwoModelsWindow::showSecond()
{
    using Stage = SecondState::Stage;
    const SecondState& second = m_second.state();
    ModelColumn::Content content;
    content.name = second.pack ? titleOf(*second.pack) : tr("Second model");
    content.facts = second.pack ? factsOf(second.device, second.second) : QString();
    content.stale = !second.isReady();
    content.answered = second.second;
    content.hidden = second.hidden;
    content.rightHidden = second.rightHidden;
    content.greatest = greatestOfBoth();
    if (second.first && second.second)
        content.bars = barsBeside(*second.first, *second.second);
    content.sentence = second.sentence;
    if (second.stage == Stage::NoModel && content.sentence.isEmpty())
        content.sentence = tr("Choose a model to stand beside the one in use.");
    if (second.stage == Stage::Loading)
        content.sentence = second.fraction > 0 ? tr("Loading the model: %1").arg(percentText(second.fraction))
                                               : tr("Loading the model…");
    if (second.isReady() && second.lost > 0)
        content.sentence = tr("%n hidden region(s) are none of this model's.", nullptr, second.lost);
    if (second.stage == Stage::Refused || second.stage == Stage::NoModel) {
        content.answered.reset();
        content.bars.clear();
    }
    m_secondColumn->show(content);
}

void TwoModelsWindow::showVerdict()
{
    m_verdict->setVisible(areBothShown());
    m_details->setVisible(areBothShown());
    if (!areBothShown())
        return;
    const Answered &first = *m_second.state().first, &second = *m_second.state().second;
    const bool same = giveTheSame(first.result, second.result);
    m_verdict->setText(verdictText(first, second));
    m_verdict->setProperty("same", same);
    const QStringList details{distanceText(first, second), sharedWeightText(first, second)};
    m_details->setText(details.join(' ').trimmed());
}

} // namespace vbs
