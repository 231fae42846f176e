#include "ui/review/review_canvas_panel.h"

#include "ui/canvas/empty_page.h"
#include "ui/canvas/picture_view.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vbs {

ReviewCanvasPanel::ReviewCanvasPanel(ReviewDesk& desk, ReviewPictures& pictures, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_leftModel(desk, pictures, Side::Left), m_rightModel(desk, pictures, Side::Right),
      m_messages(new MessageBar), m_left(new CanvasPane(m_leftModel)), m_right(new CanvasPane(m_rightModel))
{
    setMinimumSize(240, 200);
    setFocusPolicy(Qt::StrongFocus); // keeps the keys from texts while there is no picture
    auto* sides = new QHBoxLayout;
    sides->setSpacing(2);
    sides->addWidget(m_left, 1);
    sides->addWidget(m_right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addLayout(sides, 1);
    m_left->view().setObjectName("reviewPicture");
    m_right->view().setObjectName("rightReviewPicture");
    m_right->view().setAccessibleName(tr("Right picture"));
    for (CanvasPane* pane : {m_left, m_right}) {
        pane->setBoxesShown(true);
        pane->setAnnotationsShown(true);
        connect(pane, &CanvasPane::editingLeft, this, &ReviewCanvasPanel::editingLeft);
    }
    connect(m_messages, &MessageBar::actionRequested, this, &ReviewCanvasPanel::actionRequested);
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Item | ReviewChange::Project))
            showSides();
    });
    const auto link = [this](CanvasPane* from, CanvasPane* to) {
        connect(&from->view(), &PictureView::placeChanged, this, [from, to] {
            if (from->isVisible() && to->isVisible())
                to->view().setPlace(from->view().place());
        });
    };
    link(m_left, m_right);
    link(m_right, m_left);
    showSides();
}

// The models are members and go before the panes, which are children.
ReviewCanvasPanel::~ReviewCanvasPanel()
{
    delete m_left;
    delete m_right;
}

void ReviewCanvasPanel::showSides()
{
    const auto& item = m_desk.state().item;
    m_right->setVisible(item && item->now.pictures.size() > 1);
}

void ReviewCanvasPanel::showModel(const std::optional<InferenceResult>& result)
{
    m_leftModel.showModel(result);
    m_rightModel.showModel(result);
}

void ReviewCanvasPanel::setEditing(bool editing)
{
    m_left->setEditing(editing);
}

void ReviewCanvasPanel::setHeatLook(const HeatLook& look)
{
    m_left->setHeatLook(look);
    m_right->setHeatLook(look);
}

} // namespace vbs
