#include "ui/models/picture_list_model.h"

#include "ui/util/labels.h"

#include <QFileInfo>

namespace vbs {
namespace {

constexpr QSize kThumbnailBox(208, 132); ///< device pixels; sharp enough at twice the density
constexpr int kCacheBytes = 48 << 20;

} // namespace

PictureListModel::PictureListModel(QObject* parent)
    : QAbstractListModel(parent), m_loader(kThumbnailBox), m_thumbnails(kCacheBytes)
{
    connect(&m_loader, &ThumbnailLoader::ready, this, &PictureListModel::setThumbnail);
}

void PictureListModel::setFiles(const QStringList& files, const std::vector<Pasted>& pasted)
{
    beginResetModel();
    m_pasted.clear();
    for (const Pasted& picture : pasted)
        m_pasted.insert(picture.key, picture);
    m_files = files;
    m_rows.clear();
    for (int row = 0; row < int(files.size()); ++row)
        m_rows.insert(files[row], row);
    m_loader.forgetRequests();
    m_requested.clear();
    endResetModel();
}

void PictureListModel::setThumbnail(const QString& path, const QImage& thumbnail)
{
    m_requested.remove(path);
    if (thumbnail.isNull()) {
        m_broken.insert(path);
    } else {
        m_broken.remove(path);
        m_thumbnails.insert(path, new QImage(thumbnail), int(thumbnail.sizeInBytes()));
    }
    if (const auto row = m_rows.constFind(path); row != m_rows.constEnd())
        Q_EMIT dataChanged(index(*row), index(*row), {ThumbnailRole, BrokenRole});
}

int PictureListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

QImage PictureListModel::thumbnailOf(const QString& path) const
{
    if (const auto pasted = m_pasted.constFind(path); pasted != m_pasted.constEnd())
        return pasted->thumbnail;
    if (const QImage* known = m_thumbnails.object(path))
        return *known;
    if (!m_broken.contains(path) && !m_requested.contains(path)) {
        m_requested.insert(path);
        m_requested.remove(m_loader.request(path));
    }
    return {};
}

QString PictureListModel::nameOf(const QString& path) const
{
    const auto pasted = m_pasted.constFind(path);
    return pasted == m_pasted.constEnd() ? QFileInfo(path).fileName() : pasted->name;
}

QVariant PictureListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_files.size())
        return {};
    const QString& path = m_files[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(path);
    case Qt::AccessibleTextRole:
        return tr("Picture %1 of %2: %3").arg(index.row() + 1).arg(m_files.size()).arg(nameOf(path));
    case Qt::ToolTipRole:
        return plainToolTip(m_pasted.contains(path)
                                ? tr("%1 is no file: it stays in this list until the program ends.").arg(nameOf(path))
                                : path);
    case PathRole:
        return path;
    case ThumbnailRole:
        return thumbnailOf(path);
    case BrokenRole:
        return m_broken.contains(path);
    default:
        return {};
    }
}

} // namespace vbs
