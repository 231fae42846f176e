#include "ui/tasks/what_if_strip.h"

#include "ui/tasks/text_row.h"
#include "ui/util/flow_layout.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/workbench/region_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {

WhatIfStrip::WhatIfStrip(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_how(mutedLabel("whatIfHow")), m_chips(new QWidget),
      m_back(new QPushButton(tr("Show All")))
{
    setObjectName("whatIf");
    m_back->setObjectName("bringBack");
    new FlowLayout(m_chips, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(headingLabel(tr("What if")));
    layout->addWidget(m_how);
    layout->addWidget(m_chips);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_back, &QPushButton::clicked, &workbench, &Workbench::bringBackRegions);
    watch(workbench, changesOf(SideChange::Removed | SideChange::Regions) | Change::Task | Change::Answer, this,
          [this] { showRegions(); });
    showRegions();
}

void WhatIfStrip::addChips(Side side)
{
    const SideState& view = m_workbench.state().side(side);
    for (std::size_t i = 0; view.regions && i < view.regions->regions.size(); ++i) {
        if (!isMarked(view.removed, i))
            continue;
        const QString name = shownRegionName(view.regions->regions[i], view.isOwn());
        auto* chip = new QPushButton(lineIcon("close"), plainButtonText(name));
        chip->setObjectName("removedChip");
        chip->setProperty("role", "chip");
        chip->setIconSize(QSize(12, 12));
        chip->setAccessibleName(tr("Show again: %1").arg(name));
        chip->setToolTip(side == Side::Left ? tr("Show this region again")
                                            : tr("Show this region of the right picture again"));
        connect(
            chip, &QPushButton::clicked, this, [this, side, i] { m_workbench.regions(side).toggle(int(i)); },
            Qt::QueuedConnection); // the chip goes
        m_chips->layout()->addWidget(chip);
    }
}

void WhatIfStrip::setKeys(const KeyText& keyOf)
{
    m_keyOf = keyOf;
    showHow(m_chips->layout()->count() > 0);
}

void WhatIfStrip::showHow(bool any)
{
    const QString hide = m_keyOf("hide-regions"), back = m_keyOf("bring-back");
    m_how->setText(any ? tr("Hidden from the model. The dashed bar shows the answer before; ±n is the change in "
                            "percentage points.")
                   : hide.isEmpty() ? tr("Right-click a region in the picture to hide it from the model.")
                                    : tr("Right-click a region in the picture to hide it from the model. %1 lets you "
                                         "hide with plain clicks.")
                                          .arg(hide));
    m_back->setToolTip(back.isEmpty() ? tr("Show every hidden region to the model again")
                                      : tr("Show every hidden region to the model again (%1)").arg(back));
}

void WhatIfStrip::showRegions()
{
    while (QLayoutItem* item = m_chips->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    addChips(Side::Left);
    if (m_workbench.state().twoPictures())
        addChips(Side::Right);
    const bool any = m_chips->layout()->count() > 0;
    m_chips->setVisible(any);
    m_back->setVisible(any);
    showHow(any);
    setVisible(taskSpec(m_workbench.state().task).whatIf && (any || m_workbench.state().answered));
    m_chips->updateGeometry();
}

} // namespace vbs
