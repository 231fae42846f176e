#include "core/detector/ops/resized_picture.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <sys/mman.h>

namespace vbs {

namespace {

constexpr std::int64_t kStripBytes = 64 << 20; ///< of floats in memory at a time

/// Numbers that read as 0 and take no memory before they are written. Memory of its own rather than an allocator's,
/// because there a number may bring a huge page along.
class SparseFloats {
public:
    explicit SparseFloats(std::int64_t count) : m_bytes(std::size_t(count) * sizeof(float))
    {
        m_place = ::mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (m_place == MAP_FAILED)
            throw std::bad_alloc();
        ::madvise(m_place, m_bytes, MADV_NOHUGEPAGE);
    }
    SparseFloats(const SparseFloats&) = delete;
    SparseFloats& operator=(const SparseFloats&) = delete;
    ~SparseFloats() { ::munmap(m_place, m_bytes); }

    float* data() { return static_cast<float*>(m_place); }

    /// All are 0 again.
    void forget() { ::madvise(m_place, m_bytes, MADV_DONTNEED); }

private:
    std::size_t m_bytes;
    void* m_place;
};

struct RowRange {
    std::int64_t begin, end;
};

/// The rows of the picture that make a row of the result: two, or three where it is not sure which, since LibTorch
/// computes the place in float.
RowRange rowsBehind(std::int64_t row, std::int64_t height, std::int64_t newHeight)
{
    const double at = std::max(0., (double(row) + .5) * double(height) / double(newHeight) - .5);
    const double error = (at + 1) * 0x1p-21;
    return {static_cast<std::int64_t>(std::floor(std::max(0., at - error))),
            std::min(height, static_cast<std::int64_t>(std::floor(at + error)) + 2)};
}

} // namespace

at::Tensor resizedPicture(const RgbImage& image, std::int64_t height, std::int64_t width,
                          const std::function<void(at::Tensor& rows)>& normalise)
{
    const at::Tensor bytes =
        torch::from_blob(const_cast<std::uint8_t*>(image.pixels.data()), {image.height, image.width, 3}, torch::kUInt8);
    if (height == image.height && width == image.width) {
        at::Tensor floats = bytes.to(torch::kFloat);
        normalise(floats);
        return floats.permute({2, 0, 1}).unsqueeze(0);
    }
    const std::int64_t rowBytes = std::int64_t(image.width) * 3 * std::int64_t(sizeof(float));
    SparseFloats numbers(std::int64_t(image.height) * image.width * 3);
    const at::Tensor floats = torch::from_blob(numbers.data(), {image.height, image.width, 3}, torch::kFloat);
    const at::Tensor planes = floats.permute({2, 0, 1}).unsqueeze(0); // [1, 3, height, width], channels-last
    // The picture is resized as a whole each time, so that every row has the place that it has in one go. Its cost is
    // the result's, which is small where there are several strips.
    const std::int64_t most = std::max(kStripBytes, 2 * height * width * 3 * std::int64_t(sizeof(float)));
    at::Tensor result;
    std::int64_t done = 0; // rows of the result before it are there
    const auto resizeUntil = [&](std::int64_t end) {
        const at::Tensor resized = torch::upsample_bilinear2d(planes, {height, width}, false);
        if (!result.defined())
            result = resized;
        else
            result.slice(2, done, end).copy_(resized.slice(2, done, end));
        done = end;
    };
    std::int64_t made = 0, madeBytes = 0; // rows of the picture before it are there, or never read
    for (std::int64_t row = 0; row < height; ++row) {
        RowRange needed = rowsBehind(row, image.height, height);
        if (madeBytes > 0 && madeBytes + (needed.end - needed.begin) * rowBytes > most) {
            resizeUntil(row);
            numbers.forget();
            made = madeBytes = 0;
        }
        needed.begin = std::max(needed.begin, made);
        if (needed.begin < needed.end) {
            at::Tensor rows = floats.slice(0, needed.begin, needed.end);
            rows.copy_(bytes.slice(0, needed.begin, needed.end));
            normalise(rows);
            madeBytes += (needed.end - needed.begin) * rowBytes;
            made = needed.end;
        }
    }
    resizeUntil(height);
    return result;
}

} // namespace vbs
