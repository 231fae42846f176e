#include "ui/workbench/history_store.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/one_line.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/history_record.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

constexpr std::uintmax_t kLargestRecord = 16u << 20;
constexpr auto kSuffix = ".json";
constexpr int kFailuresEnough = 3; ///< after these, trying the rest would only take time
constexpr qint64 kFull = 1 << 20;  ///< bytes: a disk with fewer is full

/// A name for the pixels: the same picture is kept once, however often it is asked about.
QString nameOfPixels(const QImage& image)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray::number(image.width()) + 'x' + QByteArray::number(image.height()));
    for (int y = 0; y < image.height(); ++y)
        hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(image.constScanLine(y)), image.width() * 3));
    return QString::fromLatin1(hash.result().toHex()) + ".png";
}

/// When a record was named; empty for other names.
std::string dateOf(const QString& name)
{
    QDateTime date = QDateTime::fromString(name.section('-', 0, 1), "yyyyMMdd-HHmmss");
    date.setTimeSpec(Qt::UTC);
    const QDateTime local = date.toLocalTime();
    return date.isValid() ? local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate).toStdString()
                          : std::string();
}

/// The folder, or where it would be made.
QString existingFolder(QString folder)
{
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path())
        folder = QFileInfo(folder).path();
    return folder;
}

} // namespace

HistoryStore::HistoryStore(const QString& folder, QObject* parent)
    : QObject(parent), m_folder(folder.isEmpty() ? QString() : QFileInfo(folder).absoluteFilePath())
{
    m_pool.setMaxThreadCount(1);
}

HistoryStore::~HistoryStore()
{
    tryAgain();
    m_pool.waitForDone();
}

bool HistoryStore::owns(const QString& path) const
{
    return !m_folder.isEmpty() && QFileInfo(path).absolutePath() == m_folder;
}

void HistoryStore::start(std::function<void()> work)
{
    if (!m_folder.isEmpty())
        m_pool.start(std::move(work));
}

/// From the worker; this object outlives the pool's work.
void HistoryStore::report(const QString& problem)
{
    QMetaObject::invokeMethod(
        this, [this, problem] { Q_EMIT failed(problem); }, Qt::QueuedConnection);
}

QString HistoryStore::unreadableText(int count, const QString& folder)
{
    return tr("%n saved card(s) could not be read and were left in %1.", nullptr, count).arg(folder);
}

void HistoryStore::read(int atMost)
{
    start([this, atMost] {
        const QStringList names =
            QDir(m_folder).entryList({QLatin1String("*") + QLatin1String(kSuffix)}, QDir::Files, QDir::Name);
        std::vector<HistoryEntry> entries;
        int unreadable = 0;
        for (const QString& name : names) {
            // A damaged card, or a later version's, is left out and left alone.
            try {
                const Json record = recordNamed(name);
                use(pictureFilesOfRecord(record), 1);
                entries.push_back(entryOfRecord(record, m_folder));
                entries.back().record = name;
                if (entries.back().answered.origin.date.empty())
                    entries.back().answered.origin.date = dateOf(name);
            } catch (const Error&) {
                ++unreadable;
            }
        }
        dropOldest(&entries, atMost);
        QMetaObject::invokeMethod(
            this, [this, entries = std::move(entries)] { Q_EMIT wasRead(entries); }, Qt::QueuedConnection);
        if (unreadable > 0)
            report(unreadableText(unreadable, QDir::toNativeSeparators(m_folder)));
    });
}

/// Until there are so many; starred ones stay.
void HistoryStore::dropOldest(std::vector<HistoryEntry>* entries, int atMost)
{
    for (auto oldest = entries->begin(); entries->size() > std::size_t(atMost); oldest = entries->erase(oldest)) {
        oldest = std::find_if(oldest, entries->end(), [](const HistoryEntry& entry) { return !entry.starred; });
        if (oldest == entries->end())
            return;
        try {
            drop(oldest->record);
        } catch (const Error&) {
            // The next start tries again.
        }
    }
}

QString HistoryStore::keep(const HistoryEntry& entry, const QString& replaces)
{
    if (m_folder.isEmpty())
        return {};
    // Names sort by age, also for two cards of one moment; the end tells windows apart.
    const QString name = QString("%1-%2-%3%4")
                             .arg(QDateTime::currentDateTimeUtc().toString("yyyyMMdd-HHmmss-zzz"))
                             .arg(++m_kept, 6, 10, QLatin1Char('0'))
                             .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))
                             .arg(QLatin1String(kSuffix));
    start([this, name, entry, replaces] {
        forget(replaces);
        if (!finish({name, entry, replaces}))
            return reportTrouble(); // a full disk stays full: the others wait on
        if (!m_waiting.empty())
            retry();
    });
    return name;
}

void HistoryStore::rewrite(const HistoryEntry& entry)
{
    if (entry.record.isEmpty())
        return;
    start([this, entry] {
        const bool waited = !m_waiting.empty();
        forget(entry.record);
        if (!finish({entry.record, entry}) || waited)
            reportTrouble();
    });
}

void HistoryStore::remove(const QStringList& records)
{
    start([this, records] {
        const bool waited = !m_waiting.empty();
        bool all = true;
        for (const QString& name : records) {
            forget(name);
            all = finish({name, {}}) && all;
        }
        if (waited || !all)
            reportTrouble();
    });
}

void HistoryStore::tryAgain()
{
    start([this] {
        if (!m_waiting.empty())
            retry();
    });
}

/// What waits for this record has become needless.
void HistoryStore::forget(const QString& name)
{
    std::erase_if(m_waiting, [&](const Waiting& task) { return task.name == name; });
}

/// @return whether it is done; else it waits, behind all others.
bool HistoryStore::finish(const Waiting& task)
{
    try {
        if (task.entry)
            write(task.name, *task.entry);
        else
            drop(task.name);
        if (!task.replaces.isEmpty())
            drop(task.replaces);
        return true;
    } catch (const Error& e) {
        m_reason = problemText(infoOf(e));
    } catch (const std::exception& e) {
        m_reason = toQString(joinedLines(e.what()));
    }
    m_waiting.push_back(task);
    return false;
}

void HistoryStore::retry()
{
    int failures = 0;
    for (std::size_t left = m_waiting.size(); left > 0 && failures < kFailuresEnough; --left) {
        const Waiting task = std::move(m_waiting.front());
        m_waiting.pop_front();
        failures += !finish(task);
    }
    reportTrouble();
}

void HistoryStore::reportTrouble()
{
    HistoryTrouble trouble;
    for (const Waiting& task : m_waiting) {
        if (task.entry)
            trouble.unsaved.insert(task.name);
        else
            ++trouble.undeleted;
    }
    if (trouble.any()) {
        trouble.reason = m_reason;
        const QStorageInfo disk(existingFolder(m_folder));
        trouble.diskFull = disk.isValid() && disk.bytesAvailable() < kFull;
    }
    QMetaObject::invokeMethod(
        this, [this, trouble] { Q_EMIT troubleChanged(trouble); }, Qt::QueuedConnection);
}

void HistoryStore::write(const QString& name, const HistoryEntry& entry)
{
    const PictureFiles own{keepPixels(entry.picture), entry.rightPicture ? keepPixels(*entry.rightPicture) : QString()};
    const Json record = recordOf(entry, own);
    const PictureFiles before = picturesOf(name);
    writeFileAtomically(pathOf(name), record.dump(-1, ' ', false, Json::error_handler_t::replace));
    use(own, 1);
    use(before, -1);
}

/// @return the name of the file; empty for a picture that has one elsewhere.
QString HistoryStore::keepPixels(const OpenPicture& picture)
{
    if (owns(picture.path)) // of another card
        return QFileInfo(picture.path).fileName();
    if (!picture.path.isEmpty() || !picture.pixels)
        return {};
    const QImage image = wrapImage(picture.pixels->image());
    const QString name = nameOfPixels(image);
    const QString path = QDir(m_folder).filePath(name);
    if (QFileInfo::exists(path))
        return name;
    QDir().mkpath(m_folder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        throw Error(ErrorCode::FileUnwritable,
                    QString("Cannot write %1: %2.").arg(path, file.errorString()).toStdString());
    return name;
}

/// @throws Error (FileUnwritable) when the file stays.
void HistoryStore::drop(const QString& name)
{
    const PictureFiles own = picturesOf(name);
    QFile file(QDir(m_folder).filePath(name));
    if (file.exists() && !file.remove())
        throw Error(ErrorCode::FileUnwritable,
                    QString("%1 cannot be deleted: %2.").arg(file.fileName(), file.errorString()).toStdString());
    use(own, -1);
}

/// The folder's pictures that a record needs; none for one that is damaged or not there.
PictureFiles HistoryStore::picturesOf(const QString& name) const
{
    try {
        return pictureFilesOfRecord(recordNamed(name));
    } catch (const Error&) {
        return {};
    }
}

Json HistoryStore::recordNamed(const QString& name) const
{
    return readJsonFile(pathOf(name), kLargestRecord);
}

std::string HistoryStore::pathOf(const QString& name) const
{
    return toPath(QDir(m_folder).filePath(name)).string();
}

/// Counts who needs the folder's pictures; the last card takes its pictures along.
void HistoryStore::use(const PictureFiles& own, int times)
{
    for (const QString& picture : {own.left, own.right}) {
        if (picture.isEmpty())
            continue;
        if ((m_users[picture] += times) > 0)
            continue;
        m_users.remove(picture);
        QFile::remove(QDir(m_folder).filePath(picture));
    }
}

} // namespace vbs
