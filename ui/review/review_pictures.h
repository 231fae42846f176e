#pragma once

#include "ui/util/picture_pyramid.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <list>
#include <memory>
#include <set>
#include <stop_token>

namespace vbs {

/// The pictures of the items in hand and of those that come next, decoded on threads of their own. The latest ones are
/// kept. Methods and signals belong to the GUI thread.
class ReviewPictures : public QObject {
    Q_OBJECT
public:
    explicit ReviewPictures(QObject* parent = nullptr);
    ~ReviewPictures() override; ///< waits for the step under way

    struct Picture {
        QString path;
        std::shared_ptr<const PicturePyramid> pixels; ///< null: it cannot be opened
        QString problem;                              ///< then why, a sentence
    };

    /// The picture when it is there; else it is fetched, and ready() follows. @return null until then.
    const Picture* get(const QString& path);
    /// Fetches what is not there, unless others are asked for meanwhile.
    void prefetch(const QStringList& paths);

Q_SIGNALS:
    void ready(const QString& path);

private:
    void fetch(const QString& path, int priority);

    static constexpr std::size_t kKept = 8;
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::list<Picture> m_pictures; ///< the latest first
    std::set<QString> m_coming;
};

} // namespace vbs
