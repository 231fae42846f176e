#include "ui/workbench/file_list.h"

#include <QFileInfo>

#include <utility>

namespace vbs {

FileList::FileList(OpenFiles& state, QObject* parent) : QObject(parent), m_state(state)
{
    connect(&m_loader, &ImageLoader::folderListed, this,
            [this](LoadTicket ticket, const QString& folder, const QStringList& files) {
                if (ticket != m_ticket)
                    return;
                m_ticket = 0;
                Q_EMIT readingChanged();
                Q_EMIT folderRead(folder, files);
            });
    connect(&m_loader, &ImageLoader::failed, this, [this](LoadTicket ticket, const ErrorInfo& error) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        Q_EMIT readingChanged();
        Q_EMIT folderFailed(error);
    });
    connect(&m_siblingLoader, &ImageLoader::folderListed, this,
            [this](LoadTicket, const QString&, const QStringList& files) {
                const QString file = std::exchange(m_onlyFile, QString());
                if (files.size() > 1 && m_state.files == QStringList{file} && files.contains(file))
                    Q_EMIT siblingsRead(files);
            });
}

void FileList::setFiles(const QStringList& files)
{
    m_state.files = files;
    m_state.currentFile = -1;
    Q_EMIT filesChanged();
    Q_EMIT currentChanged();
}

void FileList::findSiblings(const QString& file)
{
    m_onlyFile = file;
    m_siblingLoader.listFolder(QFileInfo(file).absolutePath());
}

void FileList::goTo(const QString& path)
{
    goTo(path.isEmpty() ? -1 : int(m_state.files.indexOf(path)));
}

void FileList::goTo(int index)
{
    m_state.currentFile = index;
    Q_EMIT currentChanged();
}

void FileList::readFolder(const QString& folder)
{
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
