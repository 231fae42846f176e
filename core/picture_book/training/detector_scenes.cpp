#include "core/picture_book/training/detector_scenes.h"

#include "core/base/random.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <torch/types.h>

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kBatchesAhead = 3;

void mirror(RgbImage& image)
{
    for (int y = 0; y < image.height; ++y) {
        std::uint8_t* row = image.row(y);
        for (int left = 0, right = image.width - 1; left < right; ++left, --right)
            std::swap_ranges(row + 3 * left, row + 3 * left + 3, row + 3 * right);
    }
}

} // namespace

DetectorExample detectorExample(const Scene& scene, bool mirrored)
{
    DetectorExample example;
    example.image = drawScene(scene);
    if (mirrored)
        mirror(example.image);
    const auto count = static_cast<std::int64_t>(scene.objects.size());
    DetectorTarget& target = example.target;
    target.boxes = torch::zeros({count, 4});
    target.labels = torch::zeros({count}, torch::kLong);
    target.attributes = {torch::zeros({count}, torch::kLong), torch::zeros({count}, torch::kLong)};
    target.place = scene.place;
    const float width = static_cast<float>(example.image.width);
    for (std::int64_t i = 0; i < count; ++i) {
        const SceneObject& object = scene.objects[static_cast<std::size_t>(i)];
        const Box& box = object.box;
        float* corners = target.boxes.data_ptr<float>() + 4 * i;
        corners[0] = mirrored ? width - box.x2 : box.x1;
        corners[1] = box.y1;
        corners[2] = mirrored ? width - box.x1 : box.x2;
        corners[3] = box.y2;
        target.labels.data_ptr<std::int64_t>()[i] = object.category + 1;
        target.attributes[0].data_ptr<std::int64_t>()[i] = object.color;
        target.attributes[1].data_ptr<std::int64_t>()[i] = object.size;
    }
    return example;
}

std::vector<DetectorExample> SceneBatches::batchOfStep(const SceneBatchOptions& options, int step)
{
    Rng rng(options.seed * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(step));
    std::vector<DetectorExample> batch;
    for (int i = 0; i < options.batch; ++i) {
        const auto index = static_cast<std::uint64_t>(rng.below(static_cast<std::size_t>(options.scenes)));
        const bool mirrored = rng.chance(.5);
        batch.push_back(detectorExample(sceneOfSeries(options.seed, index), mirrored));
    }
    return batch;
}

SceneBatches::SceneBatches(const SceneBatchOptions& options)
    : m_options(options), m_painter([this](std::stop_token stop) { paintAhead(stop); })
{
}

SceneBatches::~SceneBatches()
{
    m_painter.request_stop();
}

void SceneBatches::paintAhead(std::stop_token stop)
{
    try {
        for (int step = m_options.firstStep; !stop.stop_requested(); ++step) {
            std::vector<DetectorExample> batch = batchOfStep(m_options, step);
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < kBatchesAhead; }))
                return;
            m_ready.push_back(std::move(batch));
            m_changed.notify_all();
        }
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
        m_changed.notify_all();
    }
}

std::vector<DetectorExample> SceneBatches::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_failure; });
    if (m_ready.empty())
        std::rethrow_exception(m_failure);
    std::vector<DetectorExample> batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return batch;
}

} // namespace vbs
