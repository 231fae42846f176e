#include "ui/review/review_pictures.h"

#include "core/image/image_io.h"
#include "ui/services/ordinary_file.h"
#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>

namespace vbs {

ReviewPictures::ReviewPictures(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(int(kAtOnce));
}

ReviewPictures::~ReviewPictures()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

bool ReviewPictures::isKept(const QString& path) const
{
    return std::ranges::find(m_pictures, path, &Picture::path) != m_pictures.end();
}

const ReviewPictures::Picture* ReviewPictures::get(const QString& path)
{
    const auto known = std::ranges::find(m_pictures, path, &Picture::path);
    if (known == m_pictures.end()) {
        m_asked.removeOne(path);
        m_asked.prepend(path);
        m_asked = m_asked.mid(0, qsizetype(kKept)); // the reviewer is far beyond the others
        proceed();
        return nullptr;
    }
    m_pictures.splice(m_pictures.begin(), m_pictures, known);
    return &m_pictures.front();
}

void ReviewPictures::prefetch(const QStringList& paths)
{
    m_ahead = paths;
    proceed();
}

/// What is looked at now comes first, however much was asked for before.
void ReviewPictures::proceed()
{
    while (m_coming.size() < kAtOnce && !(m_asked.isEmpty() && m_ahead.isEmpty())) {
        const QString next = m_asked.isEmpty() ? m_ahead.takeFirst() : m_asked.takeFirst();
        if (!isKept(next) && m_coming.insert(next).second)
            fetch(next);
    }
}

void ReviewPictures::fetch(const QString& path)
{
    m_pool.start([this, path, stop = m_stop.get_token()] {
        Picture picture{path, nullptr, {}};
        const auto problem = problemOf([&] {
            requireOrdinaryFile(path);
            picture.pixels = PicturePyramid::build(std::make_shared<const RgbImage>(readImage(toPath(path))), stop);
        });
        if (problem)
            picture.problem = problemText(*problem);
        QMetaObject::invokeMethod(
            this, [this, picture] { take(picture); }, Qt::QueuedConnection);
    });
}

void ReviewPictures::take(const Picture& picture)
{
    m_coming.erase(picture.path);
    m_pictures.push_front(picture);
    if (m_pictures.size() > kKept)
        m_pictures.pop_back();
    proceed();
    Q_EMIT ready(picture.path);
}

} // namespace vbs
