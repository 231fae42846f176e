#include "ui/widgets/panel_dock.h"

#include "ui/widgets/panel_title.h"

#include <QDockWidget>
#include <QMainWindow>

namespace vbs {

ActionSpec panelSpec(const char* id, const char* text, const char* key)
{
    ActionSpec spec{id, "&Panels", text, key};
    spec.checkable = spec.inSubmenu = true;
    return spec;
}

QDockWidget* panelDock(QMainWindow* window, ActionTable& actions, const ActionSpec& spec, const char* objectName,
                       QWidget* content)
{
    auto* dock = new QDockWidget(ActionTable::plainText(spec), window);
    dock->setObjectName(objectName);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setWidget(content);
    actions.adopt(spec, dock->toggleViewAction());
    window->addAction(dock->toggleViewAction()); // works in full screen too, when the menus are hidden
    dock->setTitleBarWidget(new PanelTitle(dock));
    return dock;
}

} // namespace vbs
