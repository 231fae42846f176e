#pragma once

#include "core/detector/torchvision/roi_heads.h"
#include "core/image/rgb_image.h"
#include "core/picture_book/scenes/scene.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace vbs {

/// A picture and what it truly shows.
struct DetectorExample {
    RgbImage image;
    DetectorTarget target;
};

/// Paints a scene. @param mirrored left and right exchanged, in the picture and its boxes.
DetectorExample detectorExample(const Scene& scene, bool mirrored);

struct SceneBatchOptions {
    std::uint64_t seed = 1; ///< of the scene series and of the draws
    int scenes = 7000;      ///< how many scenes of the series are drawn from
    int batch = 8;
    int firstStep = 0;
};

/// Batches of random scenes, mirrored half of the time, painted ahead by a thread of its own. What a step gets
/// depends on the seed and the step alone, so that a resumed run sees what it would have seen.
class SceneBatches {
public:
    explicit SceneBatches(const SceneBatchOptions& options);
    ~SceneBatches();
    SceneBatches(const SceneBatches&) = delete;
    SceneBatches& operator=(const SceneBatches&) = delete;

    /// The batch of the next step; called by one thread. @throws what painting threw.
    std::vector<DetectorExample> next();

    /// The batch of any step, painted by the caller.
    static std::vector<DetectorExample> batchOfStep(const SceneBatchOptions& options, int step);

private:
    void paintAhead(std::stop_token stop);

    SceneBatchOptions m_options;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::vector<DetectorExample>> m_ready;
    std::exception_ptr m_failure;
    std::jthread m_painter; ///< last: it uses the members above
};

} // namespace vbs
