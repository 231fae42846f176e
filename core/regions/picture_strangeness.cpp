#include "core/regions/picture_strangeness.h"

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"

#include <algorithm>
#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

/// How many regions of a picture the clusters are made of: enough of every picture, and little memory for each.
constexpr std::int64_t kObjectsOfPicture = 36;
/// How many kinds of pictures there may be: places, backgrounds.
constexpr std::int64_t kKindsOfPictures = 8;
constexpr double kEmptyStrangeness = 10;
/// Where fewer of a hundred pictures are without objects, such a picture is strange.
constexpr double kEmptyShare = 0.005;
/// Each measure is put in units of what this share of the pictures stays below, before they are joined.
constexpr double kUnitShare = 0.99;
constexpr double kJoiningPower = 3;

constexpr const char* kFileKind = "picture strangeness 1";

/// Rows of the objects, and of the region that is the whole picture (-1: none).
struct Rows {
    std::vector<std::int64_t> objects;
    std::int64_t whole = -1;
};

Rows rowsOf(const ExtractedRegions& regions)
{
    Rows rows;
    for (std::size_t i = 0; i < regions.regions.regions.size(); ++i) {
        if (regions.regions.regions[i].wholeImage)
            rows.whole = std::int64_t(i);
        else
            rows.objects.push_back(std::int64_t(i));
    }
    return rows;
}

/// How much the extractor doubts the names that it gives: mean of -log(score) over labels and attributes.
double doubtOf(const RegionSet& regions)
{
    constexpr double kLeastScore = 1e-6;
    double sum = 0;
    std::size_t names = 0;
    for (const Region& region : regions.regions) {
        if (!region.wholeImage)
            sum -= std::log(std::max(kLeastScore, double(region.score)));
        if (!region.attribute.empty())
            sum -= std::log(std::max(kLeastScore, double(region.attributeScore)));
        names += (region.wholeImage ? 0u : 1u) + (region.attribute.empty() ? 0u : 1u);
    }
    return names == 0 ? 0 : sum / double(names);
}

/// Lloyd's algorithm, from vectors that lie far from each other.
at::Tensor kindsOf(const at::Tensor& vectors, std::int64_t most)
{
    constexpr int kRounds = 30;
    const at::Tensor scaled = vectors / vectors.std(0).clamp_min(1e-6);
    const std::int64_t kinds = std::min(most, vectors.size(0));
    at::Tensor centres = scaled.mean(0, true);
    for (std::int64_t i = 0; i < kinds; ++i) {
        const at::Tensor nearest = std::get<0>(torch::cdist(scaled, centres).min(1));
        // Not the very farthest, which would be an outlier.
        const at::Tensor next = scaled[nearest.argsort()[std::int64_t(double(nearest.size(0) - 1) * 0.95)]];
        centres = i == 0 ? next.unsqueeze(0) : torch::cat({centres, next.unsqueeze(0)});
    }
    at::Tensor of;
    for (int round = 0; round < kRounds; ++round) {
        of = std::get<1>(torch::cdist(scaled, centres).min(1));
        const at::Tensor counts = torch::bincount(of, {}, kinds).to(torch::kDouble).unsqueeze(1);
        const at::Tensor sums = torch::zeros_like(centres).index_add_(0, of, scaled);
        centres = torch::where(counts > 0, sums / counts.clamp_min(1), centres);
    }
    return of;
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const auto place = std::size_t(std::ceil(share * double(values.size())));
    return values[std::min(values.size() - 1, place == 0 ? 0 : place - 1)];
}

} // namespace

PictureStrangeness PictureStrangeness::fit(const std::vector<ExtractedRegions>& pictures)
{
    std::vector<at::Tensor> objects, labels, whole;
    std::size_t empty = 0;
    for (const ExtractedRegions& picture : pictures) {
        Rows rows = rowsOf(picture);
        if (rows.whole >= 0)
            whole.push_back(picture.features[rows.whole]);
        if (rows.objects.empty()) {
            ++empty;
            continue;
        }
        if (std::int64_t(rows.objects.size()) > kObjectsOfPicture)
            rows.objects.resize(kObjectsOfPicture);
        const at::Tensor index = torch::tensor(rows.objects);
        objects.push_back(picture.features.index_select(0, index));
        labels.push_back(picture.labels.defined() ? picture.labels.index_select(0, index).clamp_min(-1) + 1
                                                  : torch::zeros({index.size(0)}, torch::kLong));
    }
    if (objects.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("No object was found in any of the pictures: give others."));
    PictureStrangeness fitted;
    fitted.m_objects = FeatureClusters::fit(torch::cat(objects), torch::cat(labels));
    if (std::int64_t(whole.size()) >= FeatureClusters::kFewestVectors) {
        const at::Tensor rows = torch::stack(whole).to(torch::kDouble);
        fitted.m_whole = FeatureClusters::fit(rows, kindsOf(rows, kKindsOfPictures));
    }
    fitted.m_emptyIsStrange = double(empty) < kEmptyShare * double(pictures.size());
    return fitted;
}

void PictureStrangeness::calibrate(const std::vector<ExtractedRegions>& pictures, double passing)
{
    constexpr std::size_t kFewest = 100;
    if (pictures.size() < kFewest) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are only %1 pictures to find the threshold with; give at least %2.",
                             pictures.size(), kFewest));
    }
    std::vector<Measures> all;
    for (const ExtractedRegions& picture : pictures)
        all.push_back(measure(picture));
    const auto unitOf = [&](double Measures::*member) {
        std::vector<double> values;
        for (const Measures& one : all)
            if (one.*member >= 0)
                values.push_back(one.*member);
        return values.empty() ? 1 : std::max(1e-9, quantile(std::move(values), kUnitShare));
    };
    m_wholeScale = unitOf(&Measures::whole);
    m_medianScale = unitOf(&Measures::median);
    m_meanScale = unitOf(&Measures::mean);
    m_mostScale = unitOf(&Measures::most);
    m_doubtScale = unitOf(&Measures::doubt);
    m_threshold = 1;
    std::vector<double> scores, wholes;
    for (const Measures& one : all) {
        scores.push_back(joined(one));
        wholes.push_back(one.whole / m_wholeScale);
    }
    m_threshold = std::max(1e-9, quantile(scores, passing));
    m_wholeThreshold = std::max(1e-9, quantile(wholes, passing));
}

PictureStrangeness::Measures PictureStrangeness::measure(const ExtractedRegions& regions) const
{
    if (regions.features.size(1) != featureSize()) {
        throw Error(ErrorCode::Mismatch,
                    sentence("Regions have %1 numbers each, but what is known of strange pictures is about %2.",
                             regions.features.size(1), featureSize()));
    }
    const Rows rows = rowsOf(regions);
    Measures measures;
    if (rows.whole >= 0 && m_whole.size() > 0)
        measures.whole = m_whole.distances(regions.features.slice(0, rows.whole, rows.whole + 1))[0].item<double>();
    measures.doubt = doubtOf(regions.regions);
    if (rows.objects.empty())
        return measures;
    const at::Tensor distances = m_objects.distances(regions.features.index_select(0, torch::tensor(rows.objects)));
    measures.empty = false;
    measures.median = distances.median().item<double>();
    measures.mean = distances.mean().item<double>();
    measures.most = distances.max().item<double>();
    return measures;
}

double PictureStrangeness::joined(const Measures& measures) const
{
    if (measures.empty && m_emptyIsStrange)
        return kEmptyStrangeness;
    const double parts[] = {measures.whole / m_wholeScale, measures.median / m_medianScale, measures.mean / m_meanScale,
                            measures.most / m_mostScale, measures.doubt / m_doubtScale};
    double joined = 0; // between their sum and their maximum: somewhat strange in several ways is strange, too
    for (const double part : parts)
        joined += std::pow(std::max(0.0, part), kJoiningPower);
    joined = std::pow(joined, 1 / kJoiningPower);
    return joined / m_threshold;
}

double PictureStrangeness::of(const ExtractedRegions& regions) const
{
    return joined(measure(regions));
}

double PictureStrangeness::ofWholePicture(const ExtractedRegions& regions) const
{
    const double whole = measure(regions).whole;
    return whole < 0 ? -1 : whole / m_wholeScale / m_wholeThreshold;
}

void PictureStrangeness::write(const std::filesystem::path& file, const std::string& about) const
{
    TensorMap tensors;
    m_objects.save(tensors, "objects.");
    if (m_whole.size() > 0)
        m_whole.save(tensors, "whole.");
    tensors["scales"] = torch::tensor(
        {m_wholeScale, m_medianScale, m_meanScale, m_mostScale, m_doubtScale, m_threshold, m_wholeThreshold},
        torch::kFloat);
    tensors["empty_is_strange"] = torch::full({1}, m_emptyIsStrange, torch::kBool);
    writeSafetensors(file, tensors, {{"kind", kFileKind}, {"pictures", about}});
}

PictureStrangeness PictureStrangeness::read(const std::filesystem::path& file)
{
    const SafetensorsFile read = readSafetensors(file);
    const auto fail = [&](const std::string& reason) {
        return Error(ErrorCode::CorruptData,
                     sentence("%1 does not say what strange pictures are: %2", file.string(), reason));
    };
    const auto kind = read.metadata.find("kind");
    if (kind == read.metadata.end() || kind->second != kFileKind)
        throw fail("its metadata name another kind of file.");
    PictureStrangeness result;
    try {
        result.m_objects = FeatureClusters::load(read.tensors, "objects.");
        if (read.tensors.contains("whole.centres"))
            result.m_whole = FeatureClusters::load(read.tensors, "whole.");
    } catch (const Error& e) {
        throw fail(e.what());
    }
    const auto scales = read.tensors.find("scales"), empty = read.tensors.find("empty_is_strange");
    if (scales == read.tensors.end() || scales->second.numel() != 7 || !scales->second.is_floating_point() ||
        !(scales->second > 0).all().item<bool>() || empty == read.tensors.end() || empty->second.numel() != 1 ||
        empty->second.scalar_type() != torch::kBool ||
        (result.m_whole.size() > 0 && result.m_whole.size() != result.m_objects.size()))
        throw fail("its thresholds are missing or make no sense.");
    const at::Tensor values = scales->second.to(torch::kDouble);
    double* const members[] = {&result.m_wholeScale,    &result.m_medianScale, &result.m_meanScale,
                               &result.m_mostScale,     &result.m_doubtScale,  &result.m_threshold,
                               &result.m_wholeThreshold};
    for (int i = 0; i < 7; ++i)
        *members[i] = values[i].item<double>();
    result.m_emptyIsStrange = empty->second.view({-1})[0].item<bool>();
    return result;
}

} // namespace vbs
