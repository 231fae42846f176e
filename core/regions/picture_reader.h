#pragma once

#include "core/data/picture_list.h"
#include "core/image/rgb_image.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace vbs {

/// Decodes pictures in their order on a thread of its own, a few ahead of the one who takes them, so that
/// decoding overlaps with computing. One thread takes; the destructor stops and joins.
class PictureReader {
public:
    /// @param ahead how many pictures may wait; they also hold little more than 128 MB together, except one
    /// alone.
    PictureReader(std::vector<ListedPicture> pictures, std::size_t ahead);
    ~PictureReader();

    struct Picture {
        ListedPicture listed;
        RgbImage image;
        std::string sha256; ///< of the file's bytes that were decoded
        std::string fault;  ///< why it cannot be read; empty when it can
    };

    /// The next picture, when it is decoded; nullopt after the last one.
    std::optional<Picture> next();

private:
    void read(std::stop_token stop);

    const std::vector<ListedPicture> m_pictures;
    const std::size_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Picture> m_waiting;
    std::size_t m_waitingBytes = 0;
    std::size_t m_taken = 0;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace vbs
