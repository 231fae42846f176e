#include "ui/review/review_pictures.h"

#include "core/image/image_io.h"
#include "ui/services/ordinary_file.h"
#include "ui/services/problem_of.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {

ReviewPictures::ReviewPictures(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(2);
}

ReviewPictures::~ReviewPictures()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

const ReviewPictures::Picture* ReviewPictures::get(const QString& path)
{
    const auto known = std::ranges::find(m_pictures, path, &Picture::path);
    if (known == m_pictures.end()) {
        fetch(path, 1);
        return nullptr;
    }
    m_pictures.splice(m_pictures.begin(), m_pictures, known);
    return &m_pictures.front();
}

void ReviewPictures::prefetch(const QStringList& paths)
{
    for (const QString& path : paths)
        if (std::ranges::find(m_pictures, path, &Picture::path) == m_pictures.end())
            fetch(path, 0);
}

void ReviewPictures::fetch(const QString& path, int priority)
{
    if (!m_coming.insert(path).second)
        return;
    m_pool.start(
        [this, path, stop = m_stop.get_token()] {
            Picture picture{path, nullptr, {}};
            const auto problem = problemOf([&] {
                requireOrdinaryFile(path);
                picture.pixels = PicturePyramid::build(std::make_shared<const RgbImage>(readImage(toPath(path))), stop);
            });
            if (problem)
                picture.problem = toQString(problem->message);
            QMetaObject::invokeMethod(
                this,
                [this, picture] {
                    m_coming.erase(picture.path);
                    m_pictures.push_front(picture);
                    if (m_pictures.size() > kKept)
                        m_pictures.pop_back();
                    Q_EMIT ready(picture.path);
                },
                Qt::QueuedConnection);
        },
        priority);
}

} // namespace vbs
