#pragma once

#include "ui/services/thumbnail_loader.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <vector>

namespace vbs {

/// The open files. Thumbnails are made only for rows that a view asks for, so a folder of ten thousand
/// pictures opens at once.
class PictureListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, ThumbnailRole, BrokenRole };

    explicit PictureListModel(QObject* parent = nullptr);

    /// A picture without a file.
    struct Pasted {
        QString key, name;
        QImage thumbnail;
    };
    /// @param files paths, and keys of pasted pictures
    void setFiles(const QStringList& files, const std::vector<Pasted>& pasted = {});
    /// A thumbnail that was made elsewhere, e.g. from the picture that was just opened.
    void setThumbnail(const QString& path, const QImage& thumbnail);
    QSize thumbnailBox() const { return m_loader.box(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QImage thumbnailOf(const QString& path) const;
    QString nameOf(const QString& path) const;

    QStringList m_files;
    QHash<QString, int> m_rows;
    QHash<QString, Pasted> m_pasted;
    mutable ThumbnailLoader m_loader;
    mutable QSet<QString> m_requested;
    QCache<QString, QImage> m_thumbnails; ///< cost in bytes
    QSet<QString> m_broken;
};

} // namespace vbs
