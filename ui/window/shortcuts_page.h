#pragma once

#include <QDialog>

namespace vbs {

/// Lists every key and mouse gesture.
class ShortcutsPage : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsPage(QWidget* parent = nullptr);
};

} // namespace vbs
