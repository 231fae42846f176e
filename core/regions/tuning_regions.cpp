#include "core/regions/tuning_regions.h"

#include "core/base/duration_text.h"
#include "core/base/hash.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_errors.h"
#include "core/image/image_io.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extraction_run.h"
#include "core/regions/picture_reader.h"
#include "core/regions/region_extractor.h"
#include "core/regions/region_store.h"
#include "core/regions/tensor_checksum.h"

#include <charconv>
#include <cstdio>

#include <torch/types.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMemoryBytes = std::size_t(1) << 30;
constexpr std::size_t kPicturesAhead = 16;
constexpr char kRegionsChecksum[] = "sha256"; ///< in a file's metadata

int metadataNumber(const SafetensorsFile& file, const char* key)
{
    const auto found = file.metadata.find(key);
    int number = 0;
    if (found != file.metadata.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
    return number;
}

/// Of all that readRegions gives.
std::string checksumOfRegions(const TensorMap& tensors, int width, int height)
{
    return sha256(checksumOf(tensors) + " " + std::to_string(width) + "x" + std::to_string(height));
}

/// Copies: views would keep a mapping for every picture. Empty when the file is of no use.
TuningRegions readRegions(const fs::path& path, std::int64_t featureSize)
{
    try {
        const SafetensorsFile file = readSafetensors(path);
        TuningRegions regions{file.tensors.at("features").to(torch::kFloat).clone(),
                              file.tensors.at("boxes").to(torch::kFloat).clone(), metadataNumber(file, "width"),
                              metadataNumber(file, "height")};
        const std::string& sum = file.metadata.at(kRegionsChecksum);
        const bool isOlder = sum == checksumOf(file.tensors); // which was of the tensors alone
        if (!isOlder && sum != checksumOfRegions(file.tensors, regions.width, regions.height))
            return {};
        const bool fits = regions.features.dim() == 2 && regions.features.size(1) == featureSize &&
                          regions.boxes.sizes() == at::IntArrayRef({regions.features.size(0), 4});
        return fits ? regions : TuningRegions();
    } catch (const std::exception&) {
        return {}; // damaged or of another release: as good as not there
    }
}

std::string progressText(std::size_t done, std::size_t all, double seconds)
{
    std::string text = "Extracting: " + std::to_string(done) + " of " + std::to_string(all) + " pictures";
    if (done == 0 || !(seconds > 0))
        return text;
    char rate[64];
    std::snprintf(rate, sizeof rate, ", %.2f a second, ", double(done) / seconds);
    return text + rate + durationText(seconds / double(done) * double(all - done)) + " left";
}

} // namespace

TuningRegionStore::TuningRegionStore(fs::path folder, RegionExtractor& extractor, RegionStore& known)
    : m_folder(std::move(folder)), m_extractor(extractor), m_known(known), m_fingerprint(extractor.fingerprint()),
      m_memory(kMemoryBytes)
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

std::vector<UnreadablePicture> TuningRegionStore::prepare(const std::vector<TuningPicture>& pictures,
                                                          const JobControl& control)
{
    std::vector<TuningPicture> missing;
    std::vector<ListedPicture> listed;
    std::unordered_map<std::string, bool> seen;
    for (const TuningPicture& picture : pictures) {
        const std::string key = keyOf(picture);
        std::error_code code;
        if (!seen.try_emplace(key, true).second || fs::exists(fileOf(key), code))
            continue;
        missing.push_back(picture);
        listed.push_back({picture.file, key});
    }
    std::vector<UnreadablePicture> unreadable;
    PictureReader reader(listed, kPicturesAhead);
    const Stopwatch watch;
    const JobControl quiet{control.stop, {}};
    for (std::size_t taken = 0; const auto read = reader.next(); ++taken) {
        control.throwIfStopped();
        control.report(progressText(taken, missing.size(), watch.seconds()), double(taken) / double(missing.size()));
        const TuningPicture& picture = missing[taken];
        if (!read->fault.empty()) {
            unreadable.push_back({picture.file, read->fault});
            continue;
        }
        try {
            extract(picture, read->image, quiet);
        } catch (const std::exception& fault) {
            const Error e = asError(fault);
            if (e.code() == ErrorCode::FileUnwritable || e.code() == ErrorCode::Cancelled)
                throw e;
            unreadable.push_back({picture.file, picture.file.string() + ": " + e.what()});
        }
    }
    if (!missing.empty())
        control.report("Regions extracted", 1);
    return unreadable;
}

void TuningRegionStore::extract(const TuningPicture& picture, const RgbImage& image, const JobControl& control)
{
    const auto found = m_known.look(m_known.keyOf(image, m_extractor), image, picture.boxes, m_extractor, control);
    const TensorMap tensors{{"features", found.regions->features.to(torch::kFloat)},
                            {"boxes", found.regions->boxes.to(torch::kFloat)}};
    writeSafetensors(fileOf(keyOf(picture)), tensors,
                     {{"width", std::to_string(image.width)},
                      {"height", std::to_string(image.height)},
                      {kRegionsChecksum, checksumOfRegions(tensors, image.width, image.height)}});
}

const TuningRegions& TuningRegionStore::of(const TuningPicture& picture)
{
    const bool plain = picture.boxes.empty();
    std::string key = plain ? m_keys[picture.file.string()] : keyOf(picture);
    if (key.empty())
        key = m_keys[picture.file.string()] = keyOf(picture);
    if (const TuningRegions* known = m_memory.find(key))
        return *known;
    std::error_code code;
    TuningRegions regions;
    if (fs::exists(fileOf(key), code))
        regions = readRegions(fileOf(key), m_extractor.featureSize());
    if (!regions.features.defined()) {
        try {
            extract(picture, readImage(picture.file), {});
        } catch (const Error& e) {
            throw e.withContext(picture.file.string());
        }
        regions = readRegions(fileOf(key), m_extractor.featureSize());
    }
    if (!regions.features.defined())
        throw Error(ErrorCode::FileUnreadable,
                    sentence("%1 cannot be read back: is the disk full?", fileOf(key).string()));
    const std::size_t bytes = regions.features.nbytes() + regions.boxes.nbytes();
    return m_memory.put(key, std::move(regions), bytes);
}

} // namespace vbs
