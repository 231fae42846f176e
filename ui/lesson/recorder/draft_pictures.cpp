#include "ui/lesson/recorder/draft_pictures.h"

#include <algorithm>

namespace vbs {

DraftPictures::DraftPictures(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this, [this] { next(); }); // a damaged one has no thumbnail
}

DraftPictures::Known* DraftPictures::knownOf(const Lesson& lesson, const std::string& picture)
{
    const auto found = lesson.pictures.find(picture);
    if (found == lesson.pictures.end())
        return nullptr;
    const auto [known, isNew] = m_known.try_emplace(found->second.bytes);
    if (isNew)
        want(found->second.bytes, picture);
    return &known->second;
}

QImage DraftPictures::thumbnail(const Lesson& lesson, const std::string& picture)
{
    const Known* known = knownOf(lesson, picture);
    return known ? known->thumbnail : QImage();
}

std::shared_ptr<const PicturePyramid> DraftPictures::pixels(const Lesson& lesson, const std::string& picture)
{
    Known* known = knownOf(lesson, picture);
    if (!known)
        return nullptr;
    const Bytes bytes = lesson.pictures.at(picture).bytes;
    if (known->pixels) {
        std::erase(m_whole, bytes);
        m_whole.push_back(bytes);
    } else if (!known->wanted) {
        known->wanted = true;
        want(bytes, picture);
    }
    return known->pixels;
}

void DraftPictures::want(const Bytes& bytes, const std::string& name)
{
    m_waiting.emplace_back(bytes, name);
    if (!m_job.isRunning())
        next();
}

void DraftPictures::next()
{
    if (m_waiting.empty())
        return;
    const auto [bytes, name] = m_waiting.front();
    m_waiting.pop_front();
    m_job.start([this, bytes = bytes, name = name](const JobControl& control) -> BackgroundJob::Reply {
        Lesson one;
        one.pictures.emplace(name, LessonPicture{bytes, 0, 0});
        auto pixels = PicturePyramid::build(imageOf(one, name), control.stop);
        const QImage thumbnail = pixels ? pixels->thumbnail(kThumbnail) : QImage();
        return [this, bytes, pixels, thumbnail] {
            m_known[bytes] = {thumbnail, pixels, false};
            m_whole.push_back(bytes);
            if (m_whole.size() > kMostWhole) {
                m_known[m_whole.front()].pixels.reset();
                m_whole.pop_front();
            }
            next();
            Q_EMIT ready();
        };
    });
}

} // namespace vbs
