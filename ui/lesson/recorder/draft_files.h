#pragma once

#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/services/background_job.h"

#include <QString>

namespace vbs {

/// Reads and writes the draft's lesson, and its web page, beside the window. What could not be written stays as it was,
/// in the draft and on the disk.
class DraftFiles : public QObject {
    Q_OBJECT
public:
    static constexpr double kLargePage = 5e6; ///< bytes; beyond it a page is slow to send and to open

    explicit DraftFiles(LessonDraft& draft, QObject* parent = nullptr);

    void open(const QString& path);
    void openAsCopy(const QString& path); ///< it has no file of its own yet
    void save(const QString& path);       ///< a file, or a folder that is there
    void exportPage(const QString& path, bool notes);
    bool isBusy() const { return m_reading.isRunning() || m_writing.isRunning() || m_exporting.isRunning(); }
    bool isSaving() const { return m_writing.isRunning(); }

Q_SIGNALS:
    void changed(); ///< whether it is busy
    void opened();
    void saved(const QString& path);
    void exported(const QString& path, double bytes);
    void failed(const QString& sentence);

private:
    void read(const QString& path, bool copy);

    LessonDraft& m_draft;
    BackgroundJob m_reading, m_writing, m_exporting;
};

} // namespace vbs
