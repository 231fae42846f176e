#pragma once

#include "core/lesson/lesson.h"
#include "ui/services/background_job.h"
#include "ui/util/picture_pyramid.h"

#include <QStringList>

#include <deque>

namespace vbs {

/// A lesson's pictures for the screen: decoded beside the window when they are wanted, the last few kept.
class LessonPictures : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostPictures = 6;

    explicit LessonPictures(QObject* parent = nullptr);

    void setLesson(std::shared_ptr<const Lesson> lesson);
    /// Null while it is not there; arrived() tells when it is.
    std::shared_ptr<const PicturePyramid> picture(const std::string& key);
    /// Why it cannot be shown, as a sentence; empty: it can, as far as is known.
    QString problem(const std::string& key) const;

Q_SIGNALS:
    void arrived();

private:
    void work();

    struct Kept {
        std::string key;
        std::shared_ptr<const PicturePyramid> picture;
    };
    std::shared_ptr<const Lesson> m_lesson;
    std::deque<Kept> m_kept; ///< the last used one first
    std::map<std::string, QString> m_problems;
    std::deque<std::string> m_wanted;
    BackgroundJob m_job;
};

} // namespace vbs
