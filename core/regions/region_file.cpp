#include "core/regions/region_file.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/tensor_text.h"
#include "core/data/picture_names.h"

#include <algorithm>
#include <charconv>
#include <climits>
#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr char kChecksum[] = "sha256";

template <typename T> std::string bytesOf(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::string checksumOf(const RegionFeatures& r)
{
    return sha256(sha256(bytesOf(r.boxes)) + sha256(bytesOf(r.features)) + sha256(bytesOf(r.scores)) +
                  sha256(bytesOf(r.labels)) + sha256(bytesOf(r.attributes)) + sha256(bytesOf(r.attributeScores)));
}

template <typename T>
void put(TensorMap& tensors, const char* name, const std::vector<T>& values, std::vector<std::int64_t> shape)
{
    if (values.empty() && shape.size() == 1 && shape[0] != 0)
        return; // the extractor has none
    const auto type = torch::CppTypeToScalarType<T>::value;
    // A copy, so that the tensor need not outlive the vector.
    tensors[name] = torch::from_blob(const_cast<T*>(values.data()), shape, type).clone();
}

/// The tensors of a file with messages that name them.
class Reader {
public:
    Reader(const SafetensorsFile& file, const std::filesystem::path& path) : m_file(file), m_name(path.string()) {}

    const at::Tensor& need(const char* name) const
    {
        if (const auto found = m_file.tensors.find(name); found != m_file.tensors.end())
            return found->second;
        std::string there;
        for (const auto& [other, tensor] : m_file.tensors) {
            if (there.size() > 200) {
                there += ", …";
                break;
            }
            there += (there.empty() ? "" : ", ") + other;
        }
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 has no tensor \"%2\", so it is no file of region features; it holds %3: a feature "
                             "file has boxes [n, 4] and features [n, d].",
                             m_name, name, (there.empty() ? "no tensors" : there)));
    }

    bool has(const char* name) const { return m_file.tensors.contains(name); }

    /// @param shape -1: any length.
    at::Tensor shaped(const char* name, const std::vector<std::int64_t>& shape, bool whole) const
    {
        const at::Tensor& tensor = need(name);
        bool fits = tensor.dim() == static_cast<std::int64_t>(shape.size());
        std::string wanted;
        for (std::size_t i = 0; i < shape.size(); ++i) {
            fits = fits && (shape[i] < 0 || tensor.size(static_cast<std::int64_t>(i)) == shape[i]);
            wanted += (i > 0 ? ", " : "") + (shape[i] < 0 ? std::string("any") : std::to_string(shape[i]));
        }
        if (!fits)
            throw fault(name, "has the shape " + shapeText(tensor.sizes()) + ", not (" + wanted + ")");
        const bool isWhole = torch::isIntegralType(tensor.scalar_type(), false);
        if (whole ? !isWhole : !tensor.is_floating_point())
            throw fault(name,
                        "holds " + typeText(tensor.scalar_type()) + (whole ? ", not whole numbers" : ", not floats"));
        return tensor.to(whole ? torch::kLong : torch::kFloat).contiguous();
    }

    template <typename T> std::vector<T> values(const char* name, const std::vector<std::int64_t>& shape) const
    {
        const at::Tensor tensor = shaped(name, shape, std::is_integral_v<T>);
        return {tensor.data_ptr<T>(), tensor.data_ptr<T>() + tensor.numel()};
    }

    template <typename T> std::vector<T> valuesOrNone(const char* name, std::int64_t count) const
    {
        return has(name) ? values<T>(name, {count}) : std::vector<T>();
    }

    /// A length of the picture; 0 when the metadata does not state it.
    int length(const char* key) const
    {
        const auto found = m_file.metadata.find(key);
        if (found == m_file.metadata.end())
            return 0;
        int value = 0;
        const char* end = found->second.data() + found->second.size();
        const auto [rest, error] = std::from_chars(found->second.data(), end, value);
        if (error != std::errc() || rest != end || value <= 0)
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: the metadata's \"%2\" is no length in pixels.", m_name, key));
        return value;
    }

    Error fault(const char* name, const std::string& what) const
    {
        return Error(ErrorCode::CorruptData, sentence("%1: the tensor \"%2\" %3.", m_name, name, what));
    }

private:
    const SafetensorsFile& m_file;
    std::string m_name;
};

int smallestLength(const std::vector<float>& boxes, std::size_t corner)
{
    float largest = 1;
    for (std::size_t i = corner; i < boxes.size(); i += 4)
        largest = std::isfinite(boxes[i]) ? std::max(largest, std::min(boxes[i], 1e8f)) : largest;
    return static_cast<int>(std::ceil(largest));
}

} // namespace

void writeRegionFile(const std::filesystem::path& path, const RegionFile& file)
{
    const RegionFeatures& r = file.regions;
    checkRegionFeatures(r, r.image);
    TensorMap tensors;
    put(tensors, "boxes", r.boxes, {r.count, 4});
    put(tensors, "features", r.features, {r.count, r.size});
    put(tensors, "scores", r.scores, {r.count});
    put(tensors, "labels", r.labels, {r.count});
    put(tensors, "attributes", r.attributes, {r.count});
    put(tensors, "attribute_scores", r.attributeScores, {r.count});
    std::map<std::string, std::string> metadata = file.metadata;
    metadata["image"] = r.image;
    metadata["width"] = std::to_string(r.width);
    metadata["height"] = std::to_string(r.height);
    metadata[kChecksum] = checksumOf(r);
    writeSafetensors(path, tensors, metadata);
}

RegionFile readRegionFile(const std::filesystem::path& path)
{
    const SafetensorsFile safetensors = readSafetensors(path);
    const Reader reader(safetensors, path);
    RegionFile file;
    RegionFeatures& r = file.regions;
    reader.need("boxes");
    reader.need("features");
    const at::Tensor boxes = reader.shaped("boxes", {-1, 4}, false);
    r.count = boxes.size(0);
    r.boxes = reader.values<float>("boxes", {r.count, 4});
    r.features = reader.values<float>("features", {r.count, -1});
    r.size = reader.need("features").size(1);
    r.scores = reader.valuesOrNone<float>("scores", r.count);
    r.labels = reader.valuesOrNone<std::int64_t>("labels", r.count);
    r.attributes = reader.valuesOrNone<std::int64_t>("attributes", r.count);
    r.attributeScores = reader.valuesOrNone<float>("attribute_scores", r.count);
    r.width = reader.length("width");
    r.height = reader.length("height");
    if (r.width == 0)
        r.width = smallestLength(r.boxes, 2);
    if (r.height == 0)
        r.height = smallestLength(r.boxes, 3);
    file.metadata = safetensors.metadata;
    if (const auto image = file.metadata.find("image"); image != file.metadata.end())
        r.image = image->second;
    else
        r.image = pictureId(path.string());
    checkRegionFeatures(r, path.string());
    if (const auto sum = file.metadata.find(kChecksum); sum != file.metadata.end() && sum->second != checksumOf(r))
        throw Error(ErrorCode::CorruptData, sentence("%1 is damaged: its checksum does not match.", path.string()));
    for (const char* known : {"image", "width", "height", kChecksum, "format"})
        file.metadata.erase(known);
    return file;
}

} // namespace vbs
