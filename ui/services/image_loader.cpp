#include "ui/services/image_loader.h"

#include "core/base/one_line.h"
#include "core/image/image_io.h"
#include "ui/services/ordinary_file.h"
#include "ui/util/file_chooser.h"
#include "ui/util/natural_order.h"
#include "ui/util/qt_bridge.h"

#include <QDirIterator>

#include <algorithm>
#include <new>

namespace vbs {
namespace {

QStringList picturesOf(const QString& folder, const std::stop_token& stop)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        throw Error(ErrorCode::FileNotFound, sentence("The folder %1 does not exist.", folder.toStdString()));
    if (!info.isReadable() || !info.isExecutable())
        throw Error(ErrorCode::FileUnreadable,
                    sentence("You have no permission to read the folder %1.", folder.toStdString()));
    QStringList files;
    QDirIterator it(folder, pictureNameFilters(), QDir::Files);
    while (it.hasNext() && !stop.stop_requested())
        files << it.next();
    std::sort(files.begin(), files.end(), naturallyBefore);
    return files;
}

bool hasPictures(const QString& folder)
{
    return QDirIterator(folder, pictureNameFilters(), QDir::Files).hasNext();
}

FolderListing listingOf(const QString& folder, const std::stop_token& stop)
{
    constexpr int kMostSubfolders = 200;
    FolderListing listing{folder, picturesOf(folder, stop), {}};
    if (!listing.files.isEmpty())
        return listing;
    QDirIterator it(folder, QDir::Dirs | QDir::NoDotAndDotDot);
    for (int i = 0; it.hasNext() && i < kMostSubfolders && !stop.stop_requested(); ++i)
        if (const QString subfolder = it.next(); hasPictures(subfolder))
            listing.subfolders << subfolder;
    std::sort(listing.subfolders.begin(), listing.subfolders.end(), naturallyBefore);
    if (listing.subfolders.size() == 1) {
        listing.folder = listing.subfolders.front();
        listing.files = picturesOf(listing.folder, stop);
    }
    return listing;
}

} // namespace

ImageLoader::ImageLoader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2);
}

ImageLoader::~ImageLoader()
{
    cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

void ImageLoader::cancel()
{
    m_stop.request_stop();
}

void ImageLoader::post(std::function<void()> event)
{
    QMetaObject::invokeMethod(this, std::move(event), Qt::QueuedConnection);
}

/// Runs job(ticket, stop) on the pool; what it throws becomes failed().
template <typename Job> LoadTicket ImageLoader::start(Job job)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const LoadTicket ticket = ++m_lastTicket;
    m_pool.start([this, job = std::move(job), ticket, stop = m_stop.get_token()] {
        ErrorInfo problem;
        try {
            if (!stop.stop_requested())
                job(ticket, stop);
            return;
        } catch (const Error& e) {
            problem = infoOf(e);
        } catch (const std::bad_alloc&) {
            problem = {ErrorCode::TooLarge, forPeople("There is not enough memory to open this picture.")};
        } catch (const std::exception& e) {
            problem = {ErrorCode::Internal, firstLine(e.what())};
        }
        if (!stop.stop_requested())
            post([this, ticket, problem] { Q_EMIT failed(ticket, problem); });
    });
    return ticket;
}

LoadTicket ImageLoader::open(const QString& path)
{
    return start([this, path](LoadTicket ticket, const std::stop_token& stop) {
        requireOrdinaryFile(path);
        const ImageSize size = readImageSize(toPath(path));
        post([this, ticket, size] { Q_EMIT sizeKnown(ticket, QSize(size.width, size.height)); });
        if (stop.stop_requested())
            return;
        const auto image = std::make_shared<const RgbImage>(readImageToShow(toPath(path), stop));
        if (auto picture = PicturePyramid::build(image, stop))
            post([this, ticket, picture] { Q_EMIT opened(ticket, picture); });
    });
}

LoadTicket ImageLoader::open(const QImage& image)
{
    return start([this, image](LoadTicket ticket, const std::stop_token& stop) {
        if (auto picture = PicturePyramid::build(toRgbImage(image), stop))
            post([this, ticket, picture] { Q_EMIT opened(ticket, picture); });
    });
}

LoadTicket ImageLoader::open(const ImagePtr& image)
{
    return start([this, image](LoadTicket ticket, const std::stop_token& stop) {
        if (auto picture = PicturePyramid::build(image, stop))
            post([this, ticket, picture] { Q_EMIT opened(ticket, picture); });
    });
}

LoadTicket ImageLoader::decode(const QString& path)
{
    return start([this, path](LoadTicket ticket, const std::stop_token& stop) {
        requireOrdinaryFile(path);
        const auto image = std::make_shared<const RgbImage>(readImageToShow(toPath(path), stop));
        if (!stop.stop_requested())
            post([this, ticket, image] { Q_EMIT decoded(ticket, image); });
    });
}

LoadTicket ImageLoader::listFolder(const QString& folder)
{
    return start([this, folder](LoadTicket ticket, const std::stop_token& stop) {
        const FolderListing listing = listingOf(folder, stop);
        if (!stop.stop_requested())
            post([this, ticket, listing] { Q_EMIT folderListed(ticket, listing); });
    });
}

} // namespace vbs
