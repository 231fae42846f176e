#pragma once

#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;

namespace vbs {

/// Says that the picture is unlike everything that the pack knows, and where to get a pack for it.
class StrangenessStrip : public QWidget {
    Q_OBJECT
public:
    explicit StrangenessStrip(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void actionRequested(const QString& actionId);

private:
    void showText();

    Workbench& m_workbench;
    QLabel* m_text;
};

} // namespace vbs
