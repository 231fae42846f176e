#include "ui/diff/model_column.h"

#include "ui/canvas/picture_view.h"
#include "ui/tasks/bars_view.h"
#include "ui/util/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kHeaderHeight = 30;

} // namespace

ModelColumn::ModelColumn(Workbench& workbench, bool first, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_leftModel(workbench, Side::Left, first),
      m_rightModel(workbench, Side::Right, first), m_left(new CanvasPane(m_leftModel)),
      m_right(new CanvasPane(m_rightModel)), m_name(headingLabel({})),
      m_facts(mutedLabel(first ? "firstFacts" : "secondFacts")),
      m_sentence(selectableLabel({}, first ? "firstSentence" : "secondSentence")), m_header(new QHBoxLayout),
      m_bars(new BarsView(first ? "firstAnswers" : "secondAnswers",
                          first ? tr("Answers of the first model") : tr("Answers of the second model")))
{
    m_name->setObjectName(first ? "firstName" : "secondName");
    m_left->view().setObjectName(first ? "firstPicture" : "secondPicture");
    m_right->view().setObjectName(first ? "firstRightPicture" : "secondRightPicture");
    m_left->view().setAccessibleName(tr("Picture"));
    m_right->view().setAccessibleName(tr("Right picture"));
    m_header->addStrut(kHeaderHeight); // with a button or without
    m_header->addWidget(m_name);
    m_header->addStretch(1);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(2);
    for (CanvasPane* pane : panes()) {
        pane->setBoxesShown(true);
        pane->setMinimumSize(160, 140);
        pictures->addWidget(pane, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(m_header);
    layout->addWidget(m_facts);
    layout->addLayout(pictures, 1);
    layout->addWidget(m_sentence);
    layout->addWidget(m_bars);
    connect(m_bars, &BarsView::rowLookedAt, this, [this](int row) {
        if (taskSpec(m_workbench.state().task).phrases)
            m_workbench.lookAt(row, m_workbench.state().lookedRegion);
    });
}

// The canvases' models are members and go before the panes, which are children.
ModelColumn::~ModelColumn()
{
    delete m_left;
    delete m_right;
}

void ModelColumn::addToHeader(QWidget* widget)
{
    m_header->addWidget(widget);
}

void ModelColumn::setHeatLook(const HeatLook& look)
{
    for (CanvasPane* pane : panes())
        pane->setHeatLook(look);
}

void ModelColumn::show(const Content& content)
{
    m_name->setText(content.name);
    m_facts->setText(content.facts);
    m_facts->setVisible(!content.facts.isEmpty());
    m_sentence->setText(content.sentence);
    m_sentence->setVisible(!content.sentence.isEmpty());
    m_leftModel.show(content.answered, content.hidden, content.greatest);
    m_rightModel.show(content.answered, content.rightHidden, content.greatest);
    m_right->setVisible(m_workbench.state().twoPictures());
    m_bars->setBars(content.bars);
    m_bars->setStale(content.stale);
}

} // namespace vbs
