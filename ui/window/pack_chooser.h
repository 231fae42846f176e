#pragma once

#include "ui/services/pack_library.h"
#include "ui/workbench/workbench.h"

#include <QToolButton>

class QMenu;

namespace vbs {

/// The pack in use, and a menu of all that there are. Entries of the window's own stand below them.
class PackChooser : public QToolButton {
    Q_OBJECT
public:
    PackChooser(Workbench& workbench, PackLibrary& library, QWidget* parent = nullptr);

    void addBelow(QAction* action) { m_below << action; } ///< in the order of the menu
    void open();                                          ///< the menu

Q_SIGNALS:
    void chosen(const QString& folder);

protected:
    QSize sizeHint() const override;

private:
    void showPack();
    void fill();
    void addPack(const ListedPack& pack, const QString& used);

    Workbench& m_workbench;
    PackLibrary& m_library;
    QMenu* m_menu;
    QList<QAction*> m_below;
    QString m_title;
};

} // namespace vbs
