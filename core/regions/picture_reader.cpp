#include "core/regions/picture_reader.h"

#include "core/image/image_io.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kMaxWaitingBytes = 128u << 20;

PictureReader::Picture decode(const ListedPicture& listed)
{
    PictureReader::Picture picture{listed, {}, {}, {}};
    try {
        picture.image = readImage(listed.path, Orientation::AsMeant, &picture.sha256);
    } catch (const std::bad_alloc&) {
        picture.fault = listed.path.string() + " needs more memory than is available.";
    } catch (const std::exception& e) {
        picture.fault = e.what();
    }
    return picture;
}

} // namespace

PictureReader::PictureReader(std::vector<ListedPicture> pictures, std::size_t ahead)
    : m_pictures(std::move(pictures)), m_ahead(std::max<std::size_t>(ahead, 1)),
      m_thread([this](std::stop_token stop) { read(stop); })
{
}

PictureReader::~PictureReader() = default;

void PictureReader::read(std::stop_token stop)
{
    for (const ListedPicture& listed : m_pictures) {
        {
            std::unique_lock lock(m_mutex);
            const bool goOn = m_changed.wait(lock, stop, [this] {
                return m_waiting.empty() || (m_waiting.size() < m_ahead && m_waitingBytes < kMaxWaitingBytes);
            });
            if (!goOn || stop.stop_requested())
                return;
        }
        Picture picture = decode(listed);
        const std::lock_guard lock(m_mutex);
        m_waitingBytes += picture.image.pixels.size();
        m_waiting.push_back(std::move(picture));
        m_changed.notify_all();
    }
}

std::optional<PictureReader::Picture> PictureReader::next()
{
    std::unique_lock lock(m_mutex);
    if (m_taken == m_pictures.size())
        return std::nullopt;
    m_changed.wait(lock, [this] { return !m_waiting.empty(); });
    Picture picture = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_waitingBytes -= picture.image.pixels.size();
    ++m_taken;
    m_changed.notify_all();
    return picture;
}

} // namespace vbs
