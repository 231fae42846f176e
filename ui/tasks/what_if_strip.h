#pragma once

#include "ui/util/key_text.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace vbs {

/// The regions that the user hides from the model, as chips; a click brings one back, the button all of them.
class WhatIfStrip : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfStrip(Workbench& workbench, QWidget* parent = nullptr);

    void setKeys(const KeyText& keyOf);

private:
    void showHow(bool any);
    void showRegions();
    void addChips(Side side);

    Workbench& m_workbench;
    KeyText m_keyOf = noKey;
    QLabel* m_how;
    QWidget* m_chips;
    QPushButton* m_back;
};

} // namespace vbs
