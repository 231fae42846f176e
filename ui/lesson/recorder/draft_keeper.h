#pragma once

#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/services/background_job.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace vbs {

/// An unsaved lesson of a program that did not end well.
struct LeftDraft {
    QString file;
    QDateTime changed;
};

/// Those in this folder whose programs are gone, the latest first. @param own a copy of this program's; empty: none
std::vector<LeftDraft> leftDrafts(const QString& folder, const QString& own = {});

/// Keeps a copy of the draft while it has unsaved changes, against crashes. Each program has a copy of its own, under a
/// lock; a copy whose program is gone is offered again.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    /// @param folder made when needed; empty: nothing is kept. @param rest milliseconds from a change to the copy
    DraftKeeper(LessonDraft& draft, const QString& folder, int rest = 2000, QObject* parent = nullptr);

    /// Goes on with it: the draft becomes what it holds, unsaved. recovered() or failed() follows.
    void recover(const QString& file);
    static void forget(const QString& file); ///< for good
    void drop();                             ///< the own copy: nothing is unsaved that the user wants

    const QString& file() const { return m_file; } ///< of the own copy; empty: none is kept

Q_SIGNALS:
    void kept();
    void recovered();
    void failed(const QString& sentence);

private:
    bool begin();
    void follow();
    void keep();

    LessonDraft& m_draft;
    QString m_folder, m_file;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_rest;
    BackgroundJob m_writing, m_reading;
    LessonDraft::Saved m_kept;
    bool m_told = false; ///< that no copy can be written
};

} // namespace vbs
