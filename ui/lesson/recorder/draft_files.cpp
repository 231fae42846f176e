#include "ui/lesson/recorder/draft_files.h"

#include "core/base/file_io.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_html.h"
#include "ui/util/qt_bridge.h"

namespace vbs {

DraftFiles::DraftFiles(LessonDraft& draft, QObject* parent) : QObject(parent), m_draft(draft)
{
    for (BackgroundJob* job : {&m_reading, &m_writing, &m_exporting})
        connect(job, &BackgroundJob::failed, this, [this](const QString& sentence) {
            Q_EMIT failed(sentence);
            Q_EMIT changed();
        });
}

void DraftFiles::open(const QString& path)
{
    read(path, false);
}

void DraftFiles::openAsCopy(const QString& path)
{
    read(path, true);
}

void DraftFiles::read(const QString& path, bool copy)
{
    m_reading.start([this, path, copy](const JobControl&) -> BackgroundJob::Reply {
        Lesson lesson = readLesson(toPath(path));
        return [this, path, copy, lesson = std::move(lesson)]() mutable {
            m_draft.start(std::move(lesson), copy ? QString() : path, copy);
            Q_EMIT opened();
            Q_EMIT changed();
        };
    });
    Q_EMIT changed();
}

void DraftFiles::save(const QString& path)
{
    m_writing.start([this, path, lesson = m_draft.lessonToWrite(),
                     saved = m_draft.now()](const JobControl&) -> BackgroundJob::Reply {
        writeLesson(toPath(path), lesson);
        return [this, path, saved] {
            m_draft.markSaved(saved, path);
            Q_EMIT this->saved(path);
            Q_EMIT changed();
        };
    });
    Q_EMIT changed();
}

void DraftFiles::exportPage(const QString& path, bool notes)
{
    m_exporting.start([this, path, notes, lesson = m_draft.lessonToWrite()](const JobControl&) -> BackgroundJob::Reply {
        const std::string page = lessonHtml(lesson, {notes});
        writeFileAtomically(toPath(path), page);
        return [this, path, bytes = double(page.size())] {
            Q_EMIT exported(path, bytes);
            Q_EMIT changed();
        };
    });
    Q_EMIT changed();
}

} // namespace vbs
