#pragma once

#include "ui/workbench/changes.h"

#include <QObject>

namespace vbs {

/// Gathers what changed and tells of it once: at the end of the event loop's turn, and in any case before the next key
/// or mouse button reaches the program, so that nobody acts on what a view still shows but is no longer so.
/// What changes while it is told is told in the next turn.
class ChangeNotifier : public QObject {
    Q_OBJECT
public:
    explicit ChangeNotifier(QObject* parent = nullptr);

    void add(Changes changes);
    void tell(); ///< now, when there is anything to tell

Q_SIGNALS:
    void changed(vbs::Changes changes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Changes m_changes;
};

} // namespace vbs
