#include "ui/widgets/panel_title.h"

#include "ui/util/icons.h"
#include "ui/util/labels.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace vbs {

PanelTitle::PanelTitle(QDockWidget* panel) : QWidget(panel)
{
    auto* title = plainLabel(panel->windowTitle());
    title->setProperty("role", "panelTitle");
    auto* close = new QToolButton;
    close->setIcon(lineIcon("close"));
    close->setIconSize(QSize(16, 16));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus); // Space in a row of fields must not close the panel
    const auto showTip = [close, toggle = panel->toggleViewAction()] {
        const QKeySequence key = toggle->shortcut();
        close->setToolTip(key.isEmpty() ? tr("Close (View, Panels shows it again)")
                                        : tr("Close (%1 shows it again)").arg(key.toString(QKeySequence::NativeText)));
    };
    connect(panel->toggleViewAction(), &QAction::changed, close, showTip);
    showTip();
    close->setAccessibleName(tr("Close the panel %1").arg(panel->windowTitle()));
    connect(close, &QToolButton::clicked, panel, &QWidget::close);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 4);
    layout->addWidget(title, 1);
    layout->addWidget(close);
}

} // namespace vbs
