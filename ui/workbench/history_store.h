#pragma once

#include "core/base/json.h"
#include "ui/workbench/history_record.h"
#include "ui/workbench/workbench_state.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <deque>
#include <functional>

namespace vbs {

/// What the disk does not have as the user sees it.
struct HistoryTrouble {
    QSet<QString> unsaved; ///< records of cards that are not saved, or not as they are now
    int undeleted = 0;     ///< removed cards whose files are still there
    QString reason;        ///< of the last failure, as a whole sentence
    bool diskFull = false; ///< that is why

    bool any() const { return !unsaved.isEmpty() || undeleted > 0; }
};

/// The history on disk, so that cards outlive the program: a JSON file each, with pictures that have no file of
/// their own beside them as PNG. Cards are read and written on one worker thread, in the order of the calls; methods
/// and signals belong to the GUI thread. Several windows may share a folder: each adds files of its own. What cannot
/// be written or deleted is tried again when the next card could be written, on request, and at the end.
class HistoryStore : public QObject {
    Q_OBJECT
public:
    /// @param folder empty: nothing is kept.
    explicit HistoryStore(const QString& folder, QObject* parent = nullptr);
    ~HistoryStore() override; ///< waits until all is written, or was tried once more

    void read(
        int atMost); ///< the latest so many, and the starred ones; wasRead follows, and failed when some cannot be read
    /// @param replaces the record of a card that this one takes the place of: deleted once this one is written.
    /// @return the record's name
    QString keep(const HistoryEntry& entry, const QString& replaces = {});
    void rewrite(const HistoryEntry& entry); ///< under the name that it has
    void remove(const QStringList& records);
    void tryAgain();                      ///< what could not be written or deleted
    bool owns(const QString& path) const; ///< a picture that lies in the folder

Q_SIGNALS:
    void wasRead(const std::vector<vbs::HistoryEntry>& entries); ///< oldest first
    void failed(const QString& problem);                         ///< a whole sentence: cards left out
    void troubleChanged(const vbs::HistoryTrouble& trouble);

private:
    /// A card that waits to be written, or with nothing in it to be deleted.
    struct Waiting {
        QString name;
        std::optional<HistoryEntry> entry;
        QString replaces{}; ///< to be deleted afterwards
    };

    void start(std::function<void()> work);
    void report(const QString& problem);
    static QString unreadableText(int count, const QString& folder);
    void forget(const QString& name);
    bool finish(const Waiting& task);
    void retry();
    void reportTrouble();
    void write(const QString& name, const HistoryEntry& entry);
    QString keepPixels(const OpenPicture& picture);
    void drop(const QString& name);
    void dropOldest(std::vector<HistoryEntry>* entries, int atMost);
    Json recordNamed(const QString& name) const;
    std::string pathOf(const QString& name) const;
    PictureFiles picturesOf(const QString& name) const;
    void use(const PictureFiles& own, int times);

    QString m_folder;
    int m_kept = 0;                ///< in this run
    std::deque<Waiting> m_waiting; ///< the worker's own, as the next two
    QString m_reason;              ///< why the last of them failed
    QHash<QString, int> m_users;   ///< of the folder's pictures, by file name
    QThreadPool m_pool;
};

} // namespace vbs
