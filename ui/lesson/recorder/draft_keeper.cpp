#include "ui/lesson/recorder/draft_keeper.h"

#include "core/lesson/lesson_file.h"
#include "ui/util/qt_bridge.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace vbs {
namespace {

constexpr const char* kDraftOf = "draft_of"; ///< key of the lesson: which file it is a copy of
constexpr int kMostDrafts = 64;

QString lockOf(const QString& draft)
{
    return draft.chopped(QStringLiteral(".vbslesson").size()) + ".lock";
}

/// Null: another program holds it.
std::unique_ptr<QLockFile> lockedBy(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only a program that is gone gives it up
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

DraftKeeper::DraftKeeper(LessonDraft& draft, const QString& folder, int rest, QObject* parent)
    : QObject(parent), m_draft(draft), m_folder(folder)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&m_draft, &LessonDraft::changed, this, &DraftKeeper::follow);
    connect(&m_draft, &LessonDraft::fileChanged, this, &DraftKeeper::follow);
    connect(&m_writing, &BackgroundJob::failed, this, [this](const QString& sentence) {
        if (!std::exchange(m_told, true))
            Q_EMIT failed(tr("No automatic copy of the lesson can be kept, so save it soon. %1").arg(sentence));
    });
    connect(&m_reading, &BackgroundJob::failed, this, &DraftKeeper::failed);
}

std::vector<LeftDraft> leftDrafts(const QString& folder, const QString& own)
{
    std::vector<LeftDraft> drafts;
    if (folder.isEmpty())
        return drafts;
    for (const QFileInfo& info : QDir(folder).entryInfoList({"draft-*.vbslesson"}, QDir::Files, QDir::Time))
        if (info.filePath() != own && lockedBy(lockOf(info.filePath())))
            drafts.push_back({info.filePath(), info.lastModified()});
    return drafts;
}

/// A name that no other program uses and nothing is left under.
bool DraftKeeper::begin()
{
    if (m_folder.isEmpty())
        return false;
    QDir().mkpath(m_folder);
    for (int number = 1; m_file.isEmpty() && number <= kMostDrafts; ++number) {
        const QString file = QStringLiteral("%1/draft-%2.vbslesson").arg(m_folder).arg(number);
        if (QFileInfo::exists(file))
            continue;
        m_lock = lockedBy(lockOf(file));
        if (m_lock)
            m_file = file;
    }
    return !m_file.isEmpty();
}

void DraftKeeper::follow()
{
    if (!m_draft.isDirty()) {
        drop();
    } else if (m_draft.now() != m_kept && !m_rest.isActive()) {
        m_rest.start();
    }
}

void DraftKeeper::keep()
{
    if (!m_draft.isDirty() || m_draft.now() == m_kept)
        return;
    if (!begin()) {
        if (!m_folder.isEmpty() && !std::exchange(m_told, true))
            Q_EMIT failed(tr("No automatic copy of the lesson can be kept in %1, so save it soon.").arg(m_folder));
        return;
    }
    Lesson lesson = m_draft.lessonToWrite();
    lesson.more[kDraftOf] = m_draft.path().toStdString();
    m_writing.start([this, file = m_file, lesson = std::move(lesson),
                     now = m_draft.now()](const JobControl&) -> BackgroundJob::Reply {
        writeLesson(toPath(file), lesson);
        return [this, now] {
            m_kept = now;
            m_told = false;
            if (!m_draft.isDirty()) // saved meanwhile
                return drop();
            Q_EMIT kept();
            follow();
        };
    });
}

void DraftKeeper::drop()
{
    m_rest.stop();
    m_kept = {};
    if (!m_file.isEmpty() && !m_writing.isRunning())
        QFile::remove(m_file);
}

void DraftKeeper::recover(const QString& file)
{
    m_reading.start([this, file](const JobControl&) -> BackgroundJob::Reply {
        Lesson lesson = readLesson(toPath(file));
        return [this, file, lesson = std::move(lesson)]() mutable {
            QString path;
            if (const auto of = lesson.more.find(kDraftOf); of != lesson.more.end() && of->is_string())
                path = toQString(of->get<std::string>());
            lesson.more.erase(kDraftOf);
            m_draft.start(std::move(lesson), path, true);
            if (begin() && QFile::rename(file, m_file)) { // one copy, under this program's lock
                QFile::remove(lockOf(file));
                m_kept = m_draft.now();
            }
            Q_EMIT recovered();
        };
    });
}

void DraftKeeper::forget(const QString& file)
{
    QFile::remove(file);
    QFile::remove(lockOf(file));
}

} // namespace vbs
