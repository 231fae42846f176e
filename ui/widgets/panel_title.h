#pragma once

#include <QWidget>

class QDockWidget;

namespace vbs {

/// A panel's title, in line with its contents, with a button that closes it. Dragging it moves the panel.
class PanelTitle : public QWidget {
    Q_OBJECT
public:
    explicit PanelTitle(QDockWidget* panel);
};

} // namespace vbs
