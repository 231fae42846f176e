#include "core/regions/tuning_regions.h"

#include "core/base/hash.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/image_io.h"
#include "core/regions/region_extractor.h"

#include <charconv>

#include <torch/types.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMemoryBytes = std::size_t(1) << 30;
constexpr std::size_t kPicturesAtOnce = 8;

int metadataNumber(const SafetensorsFile& file, const char* key)
{
    const auto found = file.metadata.find(key);
    int number = 0;
    if (found != file.metadata.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
    return number;
}

/// Copies: views would keep a mapping for every picture. Empty when the file is of no use.
TuningRegions readRegions(const fs::path& path, std::int64_t featureSize)
{
    try {
        const SafetensorsFile file = readSafetensors(path);
        TuningRegions regions{file.tensors.at("features").to(torch::kFloat).clone(),
                              file.tensors.at("boxes").to(torch::kFloat).clone(), metadataNumber(file, "width"),
                              metadataNumber(file, "height")};
        const bool fits = regions.features.dim() == 2 && regions.features.size(1) == featureSize &&
                          regions.boxes.sizes() == at::IntArrayRef({regions.features.size(0), 4});
        return fits ? regions : TuningRegions();
    } catch (const std::exception&) {
        return {}; // damaged or of another release: as good as not there
    }
}

} // namespace

TuningRegionStore::TuningRegionStore(fs::path folder, RegionExtractor& extractor)
    : m_folder(std::move(folder)), m_extractor(extractor), m_fingerprint(extractor.fingerprint())
{
}

/// The file's path, size and time stand for its contents: hashing a data set would take as long as reading it.
std::string TuningRegionStore::keyOf(const TuningPicture& picture) const
{
    std::error_code code;
    const auto bytes = fs::file_size(picture.file, code);
    const auto time = fs::last_write_time(picture.file, code).time_since_epoch().count();
    std::string text = "1 " + m_fingerprint + " " + fs::absolute(picture.file, code).lexically_normal().string() + " " +
                       std::to_string(bytes) + " " + std::to_string(time);
    if (!picture.boxes.empty())
        text += " " + sha256(std::as_bytes(std::span(picture.boxes)));
    return sha256(text).substr(0, 32);
}

void TuningRegionStore::prepare(const std::vector<TuningPicture>& pictures, const JobControl& control)
{
    std::vector<TuningPicture> missing;
    std::unordered_map<std::string, bool> seen;
    for (const TuningPicture& picture : pictures) {
        const std::string key = keyOf(picture);
        std::error_code code;
        if (seen.try_emplace(key, true).second && !fs::exists(fileOf(key), code))
            missing.push_back(picture);
    }
    constexpr const char* kStage = "Extracting the regions of the pictures";
    for (std::size_t start = 0; start < missing.size(); start += kPicturesAtOnce) {
        control.throwIfStopped();
        control.report(kStage, double(start) / double(missing.size()));
        const std::size_t end = std::min(missing.size(), start + kPicturesAtOnce);
        extract({missing.begin() + std::ptrdiff_t(start), missing.begin() + std::ptrdiff_t(end)}, {control.stop, {}});
    }
    if (!missing.empty())
        control.report(kStage, 1);
}

void TuningRegionStore::extract(const std::vector<TuningPicture>& pictures, const JobControl& control)
{
    torch::NoGradGuard noGrad;
    std::vector<RgbImage> images;
    std::vector<const RgbImage*> found; // without boxes of their own: in one pass
    images.reserve(pictures.size());
    for (const TuningPicture& picture : pictures)
        images.push_back(readImage(picture.file));
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (pictures[i].boxes.empty())
            found.push_back(&images[i]);
    const std::vector<ExtractedRegions> batch =
        found.empty() ? std::vector<ExtractedRegions>() : m_extractor.extractBatch(found, control);
    std::size_t next = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        ExtractedRegions regions;
        try {
            regions = pictures[i].boxes.empty() ? batch.at(next++)
                                                : m_extractor.describe(images[i], pictures[i].boxes, control);
        } catch (const Error& e) {
            throw e.withContext(pictures[i].file.string());
        }
        writeSafetensors(fileOf(keyOf(pictures[i])),
                         {{"features", regions.features.to(torch::kFloat)}, {"boxes", regions.boxes.to(torch::kFloat)}},
                         {{"width", std::to_string(images[i].width)}, {"height", std::to_string(images[i].height)}});
    }
}

const TuningRegions& TuningRegionStore::of(const TuningPicture& picture)
{
    const bool plain = picture.boxes.empty();
    std::string key = plain ? m_keys[picture.file.string()] : keyOf(picture);
    if (key.empty())
        key = m_keys[picture.file.string()] = keyOf(picture);
    if (const auto known = m_memory.find(key); known != m_memory.end())
        return known->second;
    std::error_code code;
    TuningRegions regions;
    if (fs::exists(fileOf(key), code))
        regions = readRegions(fileOf(key), m_extractor.featureSize());
    if (!regions.features.defined()) {
        extract({picture}, {});
        regions = readRegions(fileOf(key), m_extractor.featureSize());
    }
    if (!regions.features.defined())
        throw Error(ErrorCode::FileUnreadable, fileOf(key).string() + " cannot be read back: is the disk full?");
    if (m_bytes > kMemoryBytes) {
        m_memory.clear();
        m_bytes = 0;
    }
    m_bytes += regions.features.nbytes() + regions.boxes.nbytes();
    return m_memory.emplace(key, std::move(regions)).first->second;
}

} // namespace vbs
