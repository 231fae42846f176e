#pragma once

#include "core/base/json.h"
#include "ui/workbench/workbench_state.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace vbs {

/// The history on disk, so that cards outlive the program: a JSON file each, with pictures that have no file of
/// their own beside them as PNG. Cards are read and written on one worker thread, in the order of the calls; methods
/// and signals belong to the GUI thread. Several windows may share a folder: each adds files of its own.
class HistoryStore : public QObject {
    Q_OBJECT
public:
    /// @param folder empty: nothing is kept.
    explicit HistoryStore(const QString& folder, QObject* parent = nullptr);
    ~HistoryStore() override; ///< waits until all is written

    void read(int atMost); ///< the latest so many; wasRead follows, and failed when some cannot be read
    QString keep(const HistoryEntry& entry); ///< @return the record's name
    void remove(const QStringList& records);
    bool owns(const QString& path) const; ///< a picture that lies in the folder

Q_SIGNALS:
    void wasRead(const std::vector<vbs::HistoryEntry>& entries); ///< oldest first
    void failed(const QString& problem); ///< a whole sentence: cards left out, or (once) that saving failed

private:
    void start(std::function<void()> work);
    void report(const QString& problem);
    static QString unreadableText(int count, const QString& folder);
    void write(const QString& name, const HistoryEntry& entry);
    QString keepPixels(const OpenPicture& picture);
    void drop(const QString& name);
    Json recordNamed(const QString& name) const;
    std::string pathOf(const QString& name) const;
    void use(const Json& record, int times);

    QString m_folder;
    int m_kept = 0;              ///< in this run
    bool m_saveFailed = false;   ///< the worker's own
    QHash<QString, int> m_users; ///< of the folder's pictures, by file name; the worker's own
    QThreadPool m_pool;
};

} // namespace vbs
