#pragma once

#include <QObject>

namespace vbs {

/// F1 in windows that have no action of their own for it, such as dialogs.
class HelpKey : public QObject {
    Q_OBJECT
public:
    explicit HelpKey(QObject* parent); ///< listens to the whole application

Q_SIGNALS:
    void pressed(const QWidget* in); ///< the widget that has the focus

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace vbs
