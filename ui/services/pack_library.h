#pragma once

#include "core/engine/task_table.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <vector>

namespace vbs {

/// A model pack on this computer.
struct ListedPack {
    QString folder; ///< absolute
    QString title;  ///< what it calls itself; its folder's name when it cannot be used
    QString fault;  ///< why it cannot be used, as a sentence; empty when it can
    std::vector<Task> tasks;

    friend bool operator==(const ListedPack&, const ListedPack&) = default;
};

/// The packs that there are, looked for on a thread of its own. Methods and signals belong to the GUI thread.
class PackLibrary : public QObject {
    Q_OBJECT
public:
    explicit PackLibrary(QObject* parent = nullptr);
    ~PackLibrary() override;

    void refresh(); ///< looks again; changed() follows when something is otherwise
    const std::vector<ListedPack>& packs() const { return m_packs; }

Q_SIGNALS:
    void changed();

private:
    QThreadPool m_pool;
    std::vector<ListedPack> m_packs;
    bool m_looking = false, m_again = false;
};

} // namespace vbs
