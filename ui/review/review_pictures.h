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
    /// Fetches what is not there when nothing else is asked for; what was to be fetched so before is not any more.
    void prefetch(const QStringList& paths);

Q_SIGNALS:
    void ready(const QString& path);

private:
    bool isKept(const QString& path) const;
    void proceed();
    void fetch(const QString& path);
    void take(const Picture& picture);

    static constexpr std::size_t kKept = 8;
    static constexpr std::size_t kAtOnce = 2;
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::list<Picture> m_pictures; ///< the latest first
    QStringList m_asked;           ///< the latest first
    QStringList m_ahead;
    std::set<QString> m_coming; ///< being decoded
};

} // namespace vbs
