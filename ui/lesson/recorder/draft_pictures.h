#pragma once

#include "core/lesson/lesson.h"
#include "ui/services/background_job.h"
#include "ui/util/picture_pyramid.h"

#include <QImage>

#include <deque>
#include <map>
#include <memory>
#include <string>

namespace vbs {

/// The pictures of a lesson for the screen, decoded beside the window as they are wanted.
class DraftPictures : public QObject {
    Q_OBJECT
public:
    static constexpr QSize kThumbnail{96, 72};
    static constexpr std::size_t kMostWhole = 6; ///< in memory; of the others there is a thumbnail

    explicit DraftPictures(QObject* parent = nullptr);

    /// Null while it is not there yet: ready() follows, unless it cannot be decoded.
    QImage thumbnail(const Lesson& lesson, const std::string& picture);
    std::shared_ptr<const PicturePyramid> pixels(const Lesson& lesson, const std::string& picture);

Q_SIGNALS:
    void ready();

private:
    using Bytes = std::shared_ptr<const std::string>;
    struct Known {
        QImage thumbnail;
        std::shared_ptr<const PicturePyramid> pixels;
        bool wanted = true; ///< it is being decoded, or waits
    };

    Known* knownOf(const Lesson& lesson, const std::string& picture);
    void want(const Bytes& bytes, const std::string& name);
    void next();

    std::map<Bytes, Known> m_known;
    std::deque<Bytes> m_whole; ///< the last used one last
    std::deque<std::pair<Bytes, std::string>> m_waiting;
    BackgroundJob m_job;
};

} // namespace vbs
