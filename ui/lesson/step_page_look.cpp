// StepPage's part that arranges the pictures and shows what a step looks at in them.

#include "ui/canvas/canvas_pane.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/look_view.h"
#include "ui/lesson/step_page.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

/// Two pictures are larger in the one direction or in the other; left and right are where their names say unless the
/// gain is large.
void StepPage::arrangeSights()
{
    if (m_sights.size() < 2 || !m_sights.front().model->side().picture)
        return;
    constexpr double kWorthIt = 1.2;
    const QSizeF shape = m_sights.front().model->side().picture->pixels->size();
    const QRectF room = m_sides->geometry();
    const auto fits = [&](double across, double down) {
        return std::min(room.width() / across / shape.width(), room.height() / down / shape.height());
    };
    const bool over = fits(1, 2) > kWorthIt * fits(2, 1);
    m_sides->setDirection(over ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StepPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QTimer::singleShot(0, this, [this] { arrangeSights(); }); // the columns have their sizes then
}

/// The view needs the pictures, from which its chips are cut.
void StepPage::showLook()
{
    if (m_look || !m_answerShown || !m_left || !arePicturesThere() || m_step.view == DockView::None)
        return;
    const auto imageAt = [this](Side side) {
        const RecordedCanvas* model = modelOf(side);
        return model ? model->side().picture->pixels->image() : nullptr;
    };
    m_look = makeLookView(m_step, lookedOf(m_step, imageAt(Side::Left), imageAt(Side::Right)));
    m_look->setObjectName("lookView");
    const bool chips =
        m_step.view == DockView::Sequence || m_step.view == DockView::Flow || m_step.view == DockView::Flip;
    m_left->addWidget(m_look, chips ? 0 : 3);
    connect(m_look, &LookView::weightsChanged, this, &StepPage::showLookWeights);
    connect(m_look, &LookView::awayChanged, this, &StepPage::showAway);
    scaleTexts(this, font());
    showLookWeights();
}

void StepPage::showLookWeights()
{
    const std::vector<double> all = m_look->weights();
    if (all.empty() || !m_step.recorded)
        return;
    const auto words = std::ptrdiff_t(m_step.recorded->tokens.size()), left = std::ptrdiff_t(regionsOfLeft());
    if (std::ptrdiff_t(all.size()) < words + left)
        return;
    for (const Sight& sight : m_sights) {
        CanvasWeights weights;
        if (sight.model->which() == Side::Left)
            weights.regions.assign(all.begin() + words, all.begin() + words + left);
        else
            weights.regions.assign(all.begin() + words + left, all.end());
        weights.name = tr("Share");
        weights.greatest = m_look->greatest();
        sight.model->setOtherWeights(weights);
    }
    showCaption();
}

void StepPage::showAway()
{
    const auto left = std::size_t(regionsOfLeft());
    for (const Sight& sight : m_sights) {
        std::vector<std::size_t> own;
        for (const std::size_t region : m_look->away())
            if ((sight.model->which() == Side::Right) == (region >= left))
                own.push_back(region >= left ? region - left : region);
        sight.model->setAway(own);
    }
}

/// What the colours over the picture mean. A view says so itself.
void StepPage::showCaption()
{
    if (!m_caption)
        return;
    QString text;
    for (const Sight& sight : m_sights)
        if (text.isEmpty() && !m_look)
            text = sight.model->heatTitle();
    m_caption->setText(text);
    m_caption->setVisible(!text.isEmpty());
}

} // namespace vbs
