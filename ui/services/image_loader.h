#pragma once

#include "core/engine/inference_types.h"
#include "ui/util/picture_pyramid.h"

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace vbs {

using LoadTicket = std::uint64_t;

/// The pictures of a folder, in natural order. Where it has none itself, those of its only subfolder with pictures.
struct FolderListing {
    QString folder;         ///< where the pictures are
    QStringList files;      ///< may be none
    QStringList subfolders; ///< that have pictures, looked for when the folder has none itself
};

/// Opens pictures and folders on a small thread pool. All methods and signals belong to the GUI thread.
/// A later open() stops the one before: only the latest picture is wanted.
class ImageLoader : public QObject {
    Q_OBJECT
public:
    explicit ImageLoader(QObject* parent = nullptr);
    ~ImageLoader() override; ///< waits for the step under way

    LoadTicket open(const QString& path);
    LoadTicket open(const QImage& image);   ///< e.g. from the clipboard
    LoadTicket open(const ImagePtr& image); ///< decoded before
    LoadTicket decode(const QString& path); ///< the pixels alone, as open() has them: decoded() follows
    LoadTicket listFolder(const QString& folder);
    void cancel(); ///< the picture and the folder that are being opened

Q_SIGNALS:
    /// The header was read: a large picture takes a while now.
    void sizeKnown(vbs::LoadTicket ticket, const QSize& size);
    void opened(vbs::LoadTicket ticket, const std::shared_ptr<const vbs::PicturePyramid>& picture);
    void decoded(vbs::LoadTicket ticket, const vbs::ImagePtr& image);
    void folderListed(vbs::LoadTicket ticket, const vbs::FolderListing& listing);
    void failed(vbs::LoadTicket ticket, const vbs::ErrorInfo& error);

private:
    template <typename Job> LoadTicket start(Job job);
    void post(std::function<void()> event);

    QThreadPool m_pool;
    std::stop_source m_stop;
    LoadTicket m_lastTicket = 0;
};

} // namespace vbs
