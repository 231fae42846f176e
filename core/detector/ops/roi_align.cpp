#include "core/detector/ops/roi_align.h"

#include "core/base/error.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vbs {

namespace {

/// Four cells and their weights; all weights 0 for a sample outside the map.
template <typename T> struct Sample {
    std::int64_t cells[4] = {0, 0, 0, 0};
    T weights[4] = {0, 0, 0, 0};
};

template <typename T> Sample<T> sampleAt(T y, T x, std::int64_t height, std::int64_t width)
{
    Sample<T> sample;
    if (!(y >= -1 && y <= T(height) && x >= -1 && x <= T(width)))
        return sample;
    y = std::max(y, T(0));
    x = std::max(x, T(0));
    std::int64_t top = static_cast<std::int64_t>(y), left = static_cast<std::int64_t>(x);
    std::int64_t bottom = top + 1, right = left + 1;
    if (top >= height - 1) {
        top = bottom = height - 1;
        y = static_cast<T>(top);
    }
    if (left >= width - 1) {
        left = right = width - 1;
        x = static_cast<T>(left);
    }
    const T ly = y - T(top), lx = x - T(left), hy = 1 - ly, hx = 1 - lx;
    sample.cells[0] = top * width + left;
    sample.cells[1] = top * width + right;
    sample.cells[2] = bottom * width + left;
    sample.cells[3] = bottom * width + right;
    sample.weights[0] = hy * hx;
    sample.weights[1] = hy * lx;
    sample.weights[2] = ly * hx;
    sample.weights[3] = ly * lx;
    return sample;
}

/// Where one region's samples lie.
template <typename T> struct RoiGrid {
    std::int64_t image = 0;
    T startX = 0, startY = 0, binWidth = 0, binHeight = 0;
    std::int64_t samplesX = 0, samplesY = 0;

    RoiGrid(const T* roi, const RoiAlignOptions& options)
    {
        const T scale = static_cast<T>(options.spatialScale), offset = options.aligned ? T(.5) : T(0);
        image = static_cast<std::int64_t>(roi[0]);
        startX = roi[1] * scale - offset;
        startY = roi[2] * scale - offset;
        T width = roi[3] * scale - offset - startX, height = roi[4] * scale - offset - startY;
        if (!options.aligned) {
            width = std::max(width, T(1));
            height = std::max(height, T(1));
        }
        binWidth = width / static_cast<T>(options.outputWidth);
        binHeight = height / static_cast<T>(options.outputHeight);
        const auto samples = [&](T extent, std::int64_t bins) {
            if (options.samplingRatio > 0)
                return options.samplingRatio;
            const T count = std::ceil(extent / static_cast<T>(bins));
            return count > 0 ? static_cast<std::int64_t>(count) : std::int64_t(0);
        };
        samplesX = samples(width, options.outputWidth);
        samplesY = samples(height, options.outputHeight);
    }

    T countForMean() const { return static_cast<T>(std::max<std::int64_t>(samplesX * samplesY, 1)); }

    /// Calls visit(cell, weight) for every cell that the bin's samples touch.
    template <typename Visit>
    void visitBin(std::int64_t binY, std::int64_t binX, std::int64_t height, std::int64_t width, Visit&& visit) const
    {
        for (std::int64_t iy = 0; iy < samplesY; ++iy) {
            const T y = startY + T(binY) * binHeight + (T(iy) + T(.5)) * binHeight / T(samplesY);
            for (std::int64_t ix = 0; ix < samplesX; ++ix) {
                const T x = startX + T(binX) * binWidth + (T(ix) + T(.5)) * binWidth / T(samplesX);
                const Sample<T> sample = sampleAt(y, x, height, width);
                for (int corner = 0; corner < 4; ++corner) {
                    if (sample.weights[corner] != 0)
                        visit(sample.cells[corner], sample.weights[corner]);
                }
            }
        }
    }
};

struct Dimensions {
    std::int64_t images, channels, height, width, rois, bins;
};

/// features: [image][cell][channel]; output: [roi][channel][bin].
template <typename T>
void forwardRois(const T* features, const T* rois, T* output, const Dimensions& d, const RoiAlignOptions& options,
                 std::int64_t begin, std::int64_t end)
{
    std::vector<T> pooled(d.bins * d.channels); // [bin][channel]
    for (std::int64_t r = begin; r < end; ++r) {
        const RoiGrid<T> grid(rois + 5 * r, options);
        const T* map = features + grid.image * d.height * d.width * d.channels;
        const T share = T(1) / grid.countForMean();
        std::fill(pooled.begin(), pooled.end(), T(0));
        for (std::int64_t bin = 0; bin < d.bins; ++bin) {
            T* sum = pooled.data() + bin * d.channels;
            grid.visitBin(bin / options.outputWidth, bin % options.outputWidth, d.height, d.width,
                          [&](std::int64_t cell, T weight) {
                              const T* source = map + cell * d.channels;
                              for (std::int64_t c = 0; c < d.channels; ++c)
                                  sum[c] += weight * source[c];
                          });
        }
        T* target = output + r * d.channels * d.bins;
        for (std::int64_t c = 0; c < d.channels; ++c) {
            for (std::int64_t bin = 0; bin < d.bins; ++bin)
                target[c * d.bins + bin] = pooled[bin * d.channels + c] * share;
        }
    }
}

/// The transpose of forwardRois for the regions of one image, so that images can run in parallel.
template <typename T>
void backwardImage(const T* gradOutput, const T* rois, T* gradFeatures, const Dimensions& d,
                   const RoiAlignOptions& options, std::int64_t image)
{
    std::vector<T> shares(d.bins * d.channels); // [bin][channel]
    T* map = gradFeatures + image * d.height * d.width * d.channels;
    for (std::int64_t r = 0; r < d.rois; ++r) {
        const RoiGrid<T> grid(rois + 5 * r, options);
        if (grid.image != image)
            continue;
        const T* source = gradOutput + r * d.channels * d.bins;
        const T share = T(1) / grid.countForMean();
        for (std::int64_t c = 0; c < d.channels; ++c) {
            for (std::int64_t bin = 0; bin < d.bins; ++bin)
                shares[bin * d.channels + c] = source[c * d.bins + bin] * share;
        }
        for (std::int64_t bin = 0; bin < d.bins; ++bin) {
            const T* gradient = shares.data() + bin * d.channels;
            grid.visitBin(bin / options.outputWidth, bin % options.outputWidth, d.height, d.width,
                          [&](std::int64_t cell, T weight) {
                              T* target = map + cell * d.channels;
                              for (std::int64_t c = 0; c < d.channels; ++c)
                                  target[c] += weight * gradient[c];
                          });
        }
    }
}

at::Tensor forwardOnCpu(const at::Tensor& features, const at::Tensor& rois, const RoiAlignOptions& options)
{
    const at::Tensor map = features.permute({0, 2, 3, 1}).contiguous(); // no copy when channels-last
    const at::Tensor regions = rois.to(map.scalar_type()).contiguous();
    const Dimensions d{features.size(0), features.size(1), features.size(2),
                       features.size(3), rois.size(0),     options.outputHeight * options.outputWidth};
    at::Tensor output = torch::empty({d.rois, d.channels, options.outputHeight, options.outputWidth}, map.options());
    AT_DISPATCH_FLOATING_TYPES(map.scalar_type(), "roiAlign", [&] {
        at::parallel_for(0, d.rois, 8, [&](std::int64_t begin, std::int64_t end) {
            forwardRois(map.data_ptr<scalar_t>(), regions.data_ptr<scalar_t>(), output.data_ptr<scalar_t>(), d, options,
                        begin, end);
        });
    });
    return output;
}

at::Tensor backwardOnCpu(const at::Tensor& gradOutput, const at::Tensor& rois, at::IntArrayRef featureSizes,
                         const RoiAlignOptions& options)
{
    const at::Tensor gradient = gradOutput.contiguous();
    const at::Tensor regions = rois.to(gradient.scalar_type()).contiguous();
    const Dimensions d{featureSizes[0], featureSizes[1], featureSizes[2],
                       featureSizes[3], rois.size(0),    options.outputHeight * options.outputWidth};
    at::Tensor map = torch::zeros({d.images, d.height, d.width, d.channels}, gradient.options());
    AT_DISPATCH_FLOATING_TYPES(gradient.scalar_type(), "roiAlignBackward", [&] {
        at::parallel_for(0, d.images, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t image = begin; image < end; ++image)
                backwardImage(gradient.data_ptr<scalar_t>(), regions.data_ptr<scalar_t>(), map.data_ptr<scalar_t>(), d,
                              options, image);
        });
    });
    return map.permute({0, 3, 1, 2}); // channels-last
}

struct RoiAlignFunction : torch::autograd::Function<RoiAlignFunction> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& features,
                              const at::Tensor& rois, std::int64_t outputHeight, std::int64_t outputWidth,
                              double spatialScale, std::int64_t samplingRatio, bool aligned)
    {
        const RoiAlignOptions options{outputHeight, outputWidth, spatialScale, samplingRatio, aligned};
        context->save_for_backward({rois});
        context->saved_data["sizes"] = features.sizes().vec();
        context->saved_data["outputHeight"] = outputHeight;
        context->saved_data["outputWidth"] = outputWidth;
        context->saved_data["spatialScale"] = spatialScale;
        context->saved_data["samplingRatio"] = samplingRatio;
        context->saved_data["aligned"] = aligned;
        return forwardOnCpu(features.to(torch::kCPU), rois.to(torch::kCPU), options).to(features.device());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        const auto& saved = context->saved_data;
        const RoiAlignOptions options{saved.at("outputHeight").toInt(), saved.at("outputWidth").toInt(),
                                      saved.at("spatialScale").toDouble(), saved.at("samplingRatio").toInt(),
                                      saved.at("aligned").toBool()};
        const at::Tensor rois = context->get_saved_variables()[0];
        const auto sizes = saved.at("sizes").toIntVector();
        const at::Tensor gradient =
            backwardOnCpu(gradients[0].to(torch::kCPU), rois.to(torch::kCPU), sizes, options).to(gradients[0].device());
        const at::Tensor none;
        return {gradient, none, none, none, none, none, none};
    }
};

} // namespace

at::Tensor roiAlign(const at::Tensor& features, const at::Tensor& rois, const RoiAlignOptions& options)
{
    if (features.dim() != 4 || rois.dim() != 2 || rois.size(1) != 5)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("RoIAlign takes features of four dimensions and regions [k, 5]."));
    if (rois.size(0) > 0) {
        const at::Tensor images = rois.select(1, 0);
        if (images.min().item<double>() < 0 || images.max().item<double>() >= double(features.size(0)))
            throw Error(ErrorCode::InvalidArgument, sentence("RoIAlign: a region names a picture outside the batch."));
    }
    return RoiAlignFunction::apply(features, rois.detach(), options.outputHeight, options.outputWidth,
                                   options.spatialScale, options.samplingRatio, options.aligned);
}

MultiScaleRoiAlign::MultiScaleRoiAlign(std::int64_t outputSize, std::int64_t samplingRatio, double canonicalScale,
                                       std::int64_t canonicalLevel)
    : m_outputSize(outputSize), m_samplingRatio(samplingRatio), m_canonicalScale(canonicalScale),
      m_canonicalLevel(canonicalLevel)
{
}

at::Tensor MultiScaleRoiAlign::levels(const at::Tensor& boxes, std::int64_t finestLevel,
                                      std::int64_t coarsestLevel) const
{
    const at::Tensor areas = (boxes.select(1, 2) - boxes.select(1, 0)) * (boxes.select(1, 3) - boxes.select(1, 1));
    const at::Tensor level =
        torch::floor(double(m_canonicalLevel) + torch::log2(areas.sqrt() / m_canonicalScale) + 1e-6);
    return level.clamp(finestLevel, coarsestLevel).to(torch::kLong) - finestLevel;
}

at::Tensor MultiScaleRoiAlign::forward(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& boxes,
                                       std::int64_t imageHeight, std::int64_t imageWidth) const
{
    std::vector<at::Tensor> parts;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        parts.push_back(torch::cat({torch::full({boxes[i].size(0), 1}, double(i), boxes[i].options()), boxes[i]}, 1));
    const at::Tensor rois = torch::cat(parts);
    // A level's scale is the power of two nearest to feature size / image size.
    const auto exponent = [&](const at::Tensor& map) {
        return std::lround(std::log2(double(map.size(2)) / double(imageHeight)));
    };
    RoiAlignOptions options{m_outputSize, m_outputSize, 1, m_samplingRatio, false};
    if (features.size() == 1) {
        options.spatialScale = std::exp2(double(exponent(features[0])));
        return roiAlign(features[0], rois, options);
    }
    const at::Tensor assigned = levels(rois.slice(1, 1), -exponent(features.front()), -exponent(features.back()));
    std::vector<at::Tensor> pooled, members;
    for (std::size_t level = 0; level < features.size(); ++level) {
        const at::Tensor indices = (assigned == static_cast<std::int64_t>(level)).nonzero().squeeze(1);
        options.spatialScale = std::exp2(double(exponent(features[level])));
        pooled.push_back(roiAlign(features[level], rois.index_select(0, indices), options));
        members.push_back(indices);
    }
    const at::Tensor order = torch::cat(members).argsort(); // from level order back to the order of the boxes
    return torch::cat(pooled).index_select(0, order);
}

} // namespace vbs
