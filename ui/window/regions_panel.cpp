#include "ui/window/regions_panel.h"

#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/list_page.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"
#include "ui/window/region_delegate.h"
#include "ui/workbench/region_text.h"

#include <QGridLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMargin = 8;
constexpr int kWorthASlider = 12; ///< regions

/// "5 regions"; in Compare with the side that the list is about.
QString titleOf(const WorkbenchState& state)
{
    const QString count = regionCountText(state.inHand());
    if (!state.twoPictures())
        return count;
    return (state.sideInHand() == Side::Left ? RegionsPanel::tr("Left: %1") : RegionsPanel::tr("Right: %1")).arg(count);
}

/// It comes while a box is drawn: nothing may move.
QPushButton* panelButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return button;
}

/// "toys.json has 5 boxes"; empty where there is nothing to take over.
QString annotationsText(const SideState& side)
{
    const auto& beside = side.annotations;
    const bool isTaken = side.choice.own && std::ranges::any_of(*side.choice.own, [](const Region& region) {
                             return region.annotation >= 0;
                         });
    if (!beside || !beside->found || beside->found->boxes.empty() || isTaken)
        return {};
    const QString name = fromPath(beside->found->file.filename());
    return RegionsPanel::tr("%1 has %n box(es).", nullptr, int(beside->found->boxes.size())).arg(name);
}

} // namespace

RegionsPanel::RegionsPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_count(plainLabel()), m_empty(mutedLabel("noRegions")),
      m_list(new QListView), m_filter(new QWidget), m_scoreSlider(new QSlider(Qt::Horizontal)), m_score(new QSpinBox),
      m_mostSlider(new QSlider(Qt::Horizontal)), m_most(new QSpinBox), m_reset(new QPushButton(tr("Reset the Filter"))),
      m_own(new QWidget), m_unsaved(mutedLabel("unsavedBoxes")), m_annotations(new QWidget),
      m_annotationsText(mutedLabel("annotationsText")),
      m_useAnnotations(panelButton(tr("Use These Boxes"), "useAnnotations")), m_extractor(mutedLabel("extractor"))
{
    setObjectName("regionsPanel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 0, kMargin, kMargin);
    layout->setSpacing(kMargin);
    buildList(layout);
    buildAnnotations(layout);
    buildOwn(layout);
    buildFilter(layout);
    m_extractor->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->addWidget(m_extractor);

    const Changes inHand = Change::Focus | Change::Task;
    watch(workbench, inHand | changesOf(SideChange::Picture | SideChange::Regions), this, [this] { showRegions(); });
    watch(workbench, changesOf(SideChange::Picked), this, [this] { showPicked(); });
    watch(workbench, changesOf(SideChange::Removed), this, [this] { showRemoved(); });
    // Regions that are found anew may be the same, but took another time.
    watch(workbench, Change::Pack | Change::Answer | Change::Activity, this, [this] { showExtractor(); });
    showRegions();
}

void RegionsPanel::buildList(QVBoxLayout* layout)
{
    m_count->setObjectName("regionCount");
    m_count->setProperty("role", "heading");
    m_count->setContentsMargins(kMargin, 0, kMargin, 0);
    layout->addWidget(m_count);
    m_empty->setContentsMargins(kMargin, 0, kMargin, 0);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_empty, 1);
    m_list->setObjectName("regions");
    m_list->setAccessibleName(tr("Regions"));
    setUpList(m_list, m_model, new RegionDelegate);
    m_list->setMinimumHeight(2 * textPixels(RegionDelegate::kRowHeight));
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            regions().pick(m_model.regionOf(index));
    });
    connect(m_list, &QListView::activated, this, [this] { Q_EMIT actionRequested("name-box"); });
}

/// What lies beside the picture's file, with the way to take it over.
void RegionsPanel::buildAnnotations(QVBoxLayout* layout)
{
    m_annotations->setObjectName("annotations");
    m_useAnnotations->setToolTip(
        tr("The model sees these boxes in place of the detected ones; you can edit and save them."));
    auto* box = new QVBoxLayout(m_annotations);
    box->setContentsMargins(kMargin, 0, kMargin, 0);
    box->setSpacing(kMargin);
    box->addWidget(m_annotationsText);
    box->addWidget(m_useAnnotations);
    layout->addWidget(m_annotations);
    connect(m_useAnnotations, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("use-annotations"); });
}

void RegionsPanel::buildOwn(QVBoxLayout* layout)
{
    m_own->setObjectName("ownRegions");
    auto* text = mutedLabel("ownRegionsText");
    text->setText(tr("You edited these regions; the model sees exactly these."));
    auto* save = panelButton(tr("Save Boxes"), "saveBoxes");
    save->setToolTip(
        tr("Write the boxes to the labelme or COCO file beside the picture. They are kept in any case, for "
           "the next time that this picture is opened."));
    auto* found = panelButton(tr("Back to Detected"), "useFound");
    found->setToolTip(tr("Drop your edits and use the regions that the extractor detected"));
    auto* box = new QVBoxLayout(m_own);
    box->setContentsMargins(kMargin, 0, kMargin, 0);
    box->setSpacing(kMargin);
    box->addWidget(text);
    box->addWidget(m_unsaved);
    box->addWidget(save);
    box->addWidget(found);
    layout->addWidget(m_own);
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("save-boxes"); });
    connect(found, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("use-found"); });
}

void RegionsPanel::buildFilter(QVBoxLayout* layout)
{
    m_filter->setObjectName("regionFilter");
    m_scoreSlider->setObjectName("minimumScoreSlider");
    m_scoreSlider->setRange(0, 100);
    m_scoreSlider->setAccessibleName(tr("Score at least, slider"));
    m_score->setObjectName("minimumScore");
    m_score->setRange(0, 100);
    m_score->setSuffix(tr(" %"));
    m_score->setAccessibleName(tr("Score at least"));
    m_mostSlider->setObjectName("maximumCountSlider");
    m_mostSlider->setAccessibleName(tr("Maximum number of regions, slider"));
    m_most->setObjectName("maximumCount");
    m_most->setSpecialValueText(tr("All"));
    m_most->setAccessibleName(tr("Maximum number of regions"));
    m_reset->setObjectName("resetFilter");
    m_reset->setAccessibleName(tr("Show all regions"));
    const QString tip = tr("Regions with a lower score are hidden from the model.");
    m_score->setToolTip(tip);
    m_scoreSlider->setToolTip(tip);
    const QString mostTip = tr("The model gets only the most certain regions, as many as this.");
    m_most->setToolTip(mostTip);
    m_mostSlider->setToolTip(mostTip);

    for (QSpinBox* box : {m_score, m_most}) {
        if (auto* edit = box->findChild<QLineEdit*>())
            edit->setAccessibleName(box->accessibleName()); // screen readers meet the text in the box
    }

    auto* scoreLabel = plainLabel(tr("Score at least"));
    scoreLabel->setBuddy(m_score);
    auto* mostLabel = plainLabel(tr("Show at most"));
    mostLabel->setBuddy(m_most);
    auto* grid = new QGridLayout(m_filter);
    grid->setContentsMargins(kMargin, 0, kMargin, 0);
    grid->setSpacing(kMargin);
    grid->addWidget(scoreLabel, 0, 0);
    grid->addWidget(m_score, 0, 1);
    grid->addWidget(m_scoreSlider, 1, 0, 1, 2);
    grid->addWidget(mostLabel, 2, 0);
    grid->addWidget(m_most, 2, 1);
    grid->addWidget(m_mostSlider, 3, 0, 1, 2);
    grid->addWidget(m_reset, 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    layout->addWidget(m_filter);

    connect(m_scoreSlider, &QSlider::valueChanged, this, [this](int percent) { filter(percent, m_most->value()); });
    connect(m_score, &QSpinBox::valueChanged, this, [this](int percent) { filter(percent, m_most->value()); });
    connect(m_most, &QSpinBox::valueChanged, this, [this](int count) { filter(m_score->value(), count); });
    connect(m_mostSlider, &QSlider::valueChanged, this, [this](int count) {
        filter(m_score->value(), count == m_mostSlider->maximum() ? 0 : count); // at its end: all of them
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { filter(0, 0); });
}

void RegionsPanel::filter(int minimumPercent, int maximumCount)
{
    regions().setFilter({minimumPercent, maximumCount});
}

void RegionsPanel::showRegions()
{
    const SideState& side = m_workbench.state().inHand();
    {
        const QSignalBlocker blocker(m_list->selectionModel());
        m_model.setRegions(side.regions.value_or(RegionSet{}), side.hidden, side.isOwn());
        showRemoved();
    }
    m_count->setText(titleOf(m_workbench.state()));
    m_count->setVisible(side.regions.has_value());
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(!side.picture   ? tr("Open a picture to see its regions here.")
                     : !side.regions ? tr("The regions of this picture have not been detected yet.")
                     : side.isOwn()  ? tr("Without regions the model sees no object. Press D to draw one.")
                     : side.found && objectCount(side.found->regions) == 0
                         ? tr("No object was found. Press D to draw a region yourself.")
                         : tr("The filter hides every region."));
    m_own->setVisible(side.isOwn());
    const QString& unsaved = m_workbench.state().unsavedBoxes;
    m_unsaved->setText(tr("Not kept on disk: %1").arg(unsaved));
    m_unsaved->setVisible(!unsaved.isEmpty());
    showAnnotations();
    m_filter->setVisible(side.regions && !side.isOwn());
    showFilter();
    showPicked();
    showExtractor();
}

/// The boxes beside the picture, or why they cannot be used.
void RegionsPanel::showAnnotations()
{
    const SideState& side = m_workbench.state().inHand();
    QString text = annotationsText(side);
    m_useAnnotations->setVisible(!text.isEmpty());
    QStringList remarks;
    for (const Sentence& remark : side.annotations ? side.annotations->remarks : std::vector<Sentence>())
        remarks << coreText(remark);
    if (text.isEmpty() && !side.isOwn())
        text = remarks.value(0);
    m_annotationsText->setText(text);
    m_annotationsText->setToolTip(plainToolTip(remarks.join('\n')));
    m_annotations->setVisible(!text.isEmpty());
}

void RegionsPanel::showFilter()
{
    const SideState& side = m_workbench.state().inHand();
    const RegionFilter& now = side.choice.filter;
    const int count = side.found ? objectCount(side.found->regions) : 0;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_scoreSlider), QSignalBlocker(m_score), QSignalBlocker(m_most),
                                       QSignalBlocker(m_mostSlider)};
    m_scoreSlider->setValue(now.minimumPercent);
    m_score->setValue(now.minimumPercent);
    m_most->setMaximum(std::max(count, now.maximumCount));
    m_most->setValue(now.maximumCount);
    m_mostSlider->setVisible(count > kWorthASlider);
    m_mostSlider->setRange(1, std::max(count, 1));
    m_mostSlider->setPageStep(std::max(1, count / 10));
    m_mostSlider->setValue(now.maximumCount == 0 ? m_mostSlider->maximum() : now.maximumCount);
    m_reset->setEnabled(now.isActive());
}

void RegionsPanel::showRemoved()
{
    const WorkbenchState& state = m_workbench.state();
    m_model.setRemoved(taskSpec(state.task).whatIf ? state.inHand().removed : std::vector<bool>());
}

void RegionsPanel::showPicked()
{
    const QModelIndex index = m_model.indexOf(m_workbench.state().inHand().picked);
    const QSignalBlocker blocker(m_list->selectionModel());
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_list->scrollTo(index);
    m_list->viewport()->update();
}

void RegionsPanel::showExtractor()
{
    const WorkbenchState& state = m_workbench.state();
    m_extractor->setVisible(state.pack && !state.pack->extractor.kind.empty());
    if (!state.pack)
        return;
    const ExtractorInfo& extractor = state.pack->extractor;
    QString text = extractorName(extractor);
    if (const auto& extraction = state.inHand().extraction) {
        const QString time = timingText(extraction->extractMs);
        text += '\n' + (extraction->regionsCached ? tr("Read from the cache")
                        : state.inHand().isOwn()  ? tr("Described in %1").arg(time)
                                                  : tr("Found in %1").arg(time));
    }
    m_extractor->setText(text);
    m_extractor->setToolTip(
        tr("The model pack's region finder describes each region by %1 numbers, which the model reads.")
            .arg(extractor.featureSize));
}

} // namespace vbs
