#include "ui/lesson/lesson_pictures.h"

#include <algorithm>

namespace vbs {

LessonPictures::LessonPictures(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) {
        m_problems[m_wanted.front()] = sentence;
        m_wanted.pop_front();
        Q_EMIT arrived();
        work();
    });
}

void LessonPictures::setLesson(std::shared_ptr<const Lesson> lesson)
{
    m_job.forget();
    m_lesson = std::move(lesson);
    m_kept.clear();
    m_problems.clear();
    m_wanted.clear();
}

std::shared_ptr<const PicturePyramid> LessonPictures::picture(const std::string& key)
{
    const auto known = std::ranges::find(m_kept, key, &Kept::key);
    if (known != m_kept.end()) {
        std::rotate(m_kept.begin(), known, known + 1);
        return m_kept.front().picture;
    }
    if (key.empty() || m_problems.contains(key) || std::ranges::find(m_wanted, key) != m_wanted.end())
        return nullptr;
    m_wanted.push_back(key);
    if (m_wanted.size() == 1)
        work();
    return nullptr;
}

QString LessonPictures::problem(const std::string& key) const
{
    const auto found = m_problems.find(key);
    return found == m_problems.end() ? QString() : found->second;
}

void LessonPictures::work()
{
    if (m_wanted.empty())
        return;
    m_job.start([this, lesson = m_lesson, key = m_wanted.front()](const JobControl& control) -> BackgroundJob::Reply {
        auto pyramid = PicturePyramid::build(imageOf(*lesson, key), control.stop);
        return [this, key, pyramid] {
            m_kept.push_front({key, pyramid});
            if (m_kept.size() > kMostPictures)
                m_kept.pop_back();
            m_wanted.pop_front();
            Q_EMIT arrived();
            work();
        };
    });
}

} // namespace vbs
