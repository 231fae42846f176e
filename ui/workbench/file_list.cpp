#include "ui/workbench/file_list.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace vbs {

FileList::FileList(OpenFiles& state, QObject* parent) : QObject(parent), m_state(state)
{
    connect(&m_loader, &ImageLoader::folderListed, this, [this](LoadTicket ticket, const FolderListing& listing) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        Q_EMIT readingChanged();
        Q_EMIT folderRead(m_wished, listing);
    });
    connect(&m_loader, &ImageLoader::failed, this, [this](LoadTicket ticket, const ErrorInfo& error) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        Q_EMIT readingChanged();
        Q_EMIT folderFailed(error);
    });
    connect(&m_siblingLoader, &ImageLoader::folderListed, this, [this](LoadTicket, const FolderListing& listing) {
        const QString file = std::exchange(m_onlyFile, QString());
        if (listing.files.size() > 1 && m_state.paths() == QStringList{file} && listing.files.contains(file))
            Q_EMIT siblingsRead(listing.files);
    });
    constexpr int kSettledMs = 300;
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettledMs);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this, [this] { m_watchLoader.listFolder(m_watcher.directories().value(0)); });
    connect(&m_watchLoader, &ImageLoader::folderListed, this, [this](LoadTicket, const FolderListing& listing) {
        if (m_watcher.directories().value(0) != listing.folder)
            return;
        QStringList files = listing.files;
        const QString current = m_state.files.value(m_state.currentFile);
        const bool isFile = !current.isEmpty() && !m_state.pastedOf(current);
        if (isFile && !files.contains(current)) // it is on display: its place stays until another one is
            files.insert(std::min(qsizetype(m_state.currentFile), files.size()), current);
        if (files != m_state.paths())
            Q_EMIT folderChanged(files);
    });
}

void FileList::watchFolder(const QString& folder)
{
    m_settled.stop();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    if (!folder.isEmpty())
        m_watcher.addPath(folder);
}

void FileList::list(const QStringList& paths)
{
    m_state.files = paths;
    for (const OpenPicture& picture : m_state.pasted)
        m_state.files << picture.key;
}

void FileList::setFiles(const QStringList& files)
{
    list(files);
    m_state.currentFile = -1;
    Q_EMIT filesChanged();
    Q_EMIT currentChanged();
}

void FileList::addPasted(const OpenPicture& picture)
{
    const QStringList paths = m_state.paths();
    const QString current = m_state.files.value(m_state.currentFile);
    m_state.pasted.push_back(picture);
    if (m_state.pasted.size() > kMostPasted)
        m_state.pasted.erase(m_state.pasted.begin() + (m_state.pasted.front().key == current ? 1 : 0));
    list(paths);
    m_state.currentFile = current.isEmpty() ? -1 : int(m_state.files.indexOf(current));
    Q_EMIT filesChanged();
    Q_EMIT currentChanged();
}

void FileList::findSiblings(const QString& file)
{
    m_onlyFile = file;
    m_siblingLoader.listFolder(QFileInfo(file).absolutePath());
}

void FileList::goTo(const QString& key)
{
    goTo(key.isEmpty() ? -1 : int(m_state.files.indexOf(key)));
}

void FileList::goTo(int index)
{
    m_state.currentFile = index;
    Q_EMIT currentChanged();
}

void FileList::readFolder(const QString& folder)
{
    m_wished = folder;
    m_ticket = m_loader.listFolder(folder);
    Q_EMIT readingChanged();
}

void FileList::cancelReading()
{
    if (!isReading())
        return;
    m_loader.cancel();
    m_ticket = 0;
    Q_EMIT readingChanged();
}

} // namespace vbs
