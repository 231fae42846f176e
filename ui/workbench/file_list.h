#pragma once

#include "ui/services/image_loader.h"
#include "ui/workbench/workbench_state.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace vbs {

/// The folder or list of pictures that is open, and the place in it. Opens no picture itself.
class FileList : public QObject {
    Q_OBJECT
public:
    explicit FileList(OpenFiles& state, QObject* parent = nullptr);

    static constexpr std::size_t kMostPasted = 20; ///< their pixels are kept

    void setFiles(const QStringList& files); ///< with no place in it yet; pasted pictures stay behind them
    /// Puts a picture without a file at the end of the list; the first of too many goes, and never the one on display.
    void addPasted(const OpenPicture& picture);
    void goTo(const QString& key);          ///< a path or a pasted picture's; to no place when it is not in the list
    void goTo(int index);                   ///< @pre there is such a file, or it is -1: to none
    void readFolder(const QString& folder); ///< folderRead or folderFailed follows
    /// Lists the pictures beside a file that was opened alone, in the background: siblingsRead follows when there are
    /// others, unless another list came meanwhile.
    void findSiblings(const QString& file);
    /// From now on tells when pictures come to this folder or go; empty: of none. Another list ends it.
    void watchFolder(const QString& folder);
    bool isReading() const { return m_ticket != 0; }
    void cancelReading();

Q_SIGNALS:
    void filesChanged();
    void currentChanged();
    void readingChanged();
    void folderRead(const QString& folder, const vbs::FolderListing& listing); ///< folder: the one that was wished for
    void folderFailed(const vbs::ErrorInfo& error);
    void siblingsRead(const QStringList& files);  ///< the file is one of them
    void folderChanged(const QStringList& files); ///< pictures came to the open folder, or went from it

private:
    void list(const QStringList& paths);

    OpenFiles& m_state;
    ImageLoader m_loader;
    LoadTicket m_ticket = 0; ///< 0: no folder is being read
    ImageLoader m_siblingLoader;
    QString m_onlyFile; ///< whose siblings are looked for; empty: none
    QString m_wished;   ///< the folder that is being read
    QFileSystemWatcher m_watcher;
    QTimer m_settled; ///< many files may come at once
    ImageLoader m_watchLoader;
};

} // namespace vbs
