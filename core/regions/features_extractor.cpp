#include "core/regions/features_extractor.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/user_folders.h"
#include "core/data/picture_names.h"
#include "core/regions/region_file.h"

#include <algorithm>
#include <fstream>
#include <functional>

namespace vbs {

namespace fs = std::filesystem;

namespace {

std::string textAt(const Json& config, const char* key)
{
    const auto found = config.find(key);
    if (found == config.end() || found->is_null())
        return {};
    if (!found->is_string())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The feature files' configuration: \"%1\" should be a string.", key));
    return found->get<std::string>();
}

/// One name a line; of synonyms between commas the first, as the Visual Genome lists mean them.
std::vector<std::string> readNames(const Json& config, const char* key, const fs::path& folder)
{
    const std::string file = textAt(config, key);
    if (file.empty())
        return {};
    std::vector<std::string> names = readLines(folder / file);
    for (std::string& name : names) {
        name = name.substr(0, name.find(','));
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        name.erase(name.find_last_not_of(' ') + 1);
    }
    return names;
}

/// Refuses what is known not to be a feature file by its first bytes, with the way out.
void requireReadable(const fs::path& path)
{
    const std::string start = firstBytesOf(path, 8);
    const std::string name = path.string();
    if (start.starts_with("\x93NUMPY")) {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 is a NumPy file as ViLBERT writes them: it holds a pickled dictionary, which is never "
                             "unpickled. Convert it in Python to one .safetensors file a picture with the tensors "
                             "boxes [n, 4] and features [n, d].",
                             name));
    }
    if (start.starts_with("PK") || start.starts_with("\x89HDF") || start.starts_with("\x80")) {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 is %2, which is not a supported feature file: convert it to LXMERT's TSV or to one "
                             ".safetensors file a picture with the tensors boxes [n, 4] and features [n, d].",
                             name,
                             start[0] == 'P'      ? sentence("a zip archive (.npz or .pth)")
                             : start[0] == '\x89' ? sentence("an HDF5 file")
                                                  : sentence("a pickle")));
    }
}

bool looksLikeSafetensors(const fs::path& path)
{
    const std::string start = firstBytesOf(path, 9);
    return path.extension() == ".safetensors" || (start.size() == 9 && start[8] == '{' && start[7] == '\0');
}

/// Whether a file's name for its picture means this one.
bool means(const std::string& name, const std::string& picture)
{
    PictureNames names;
    names.add(name, 0);
    const PictureMatch match = names.find(picture);
    return match.isOne() && !match.byNameAlone;
}

/// Where the picture was read from says more than its name.
const std::string& pathOf(const RgbImage& image)
{
    return image.path.empty() ? image.name : image.path;
}

/// The file of a picture in a folder that is laid out like the pictures' own, as far as it has folders.
std::optional<fs::path> fileFor(const fs::path& folder, const fs::path& picture)
{
    std::error_code code;
    std::vector<fs::path> names{picture.filename()};
    for (fs::path at = fs::absolute(picture, code).lexically_normal().parent_path(); at.has_relative_path();
         at = at.parent_path())
        names.push_back(at.filename() / names.back());
    for (auto name = names.rbegin(); name != names.rend(); ++name)
        for (const fs::path& id : {fs::path(*name).replace_extension(), *name})
            if (const fs::path file = folder / (id.string() + ".safetensors"); fs::exists(file, code))
                return file;
    return std::nullopt;
}

/// The first that can be read tells the size; a picture in which nothing was found does not.
std::int64_t sizeOfFirst(std::size_t count, const std::function<RegionFeatures(std::size_t)>& read)
{
    std::optional<Error> fault;
    std::int64_t size = 0;
    bool any = false;
    for (std::size_t i = 0; i < count && size == 0; ++i) {
        try {
            size = read(i).size;
            any = true;
        } catch (const Error& e) {
            if (!fault)
                fault = e;
        }
    }
    if (!any && fault)
        throw *fault;
    return size;
}

} // namespace

FeaturesExtractor::FeaturesExtractor(const Json& config, const fs::path& folder)
{
    const std::string relative = textAt(config, "features");
    if (relative.empty()) {
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("The configuration of ready-made features names no \"features\": a TSV file, or a folder of "
                     ".safetensors files."));
    }
    m_path = folder / relative;
    m_names = {readNames(config, "labels", folder), readNames(config, "attributes", folder)};
    if (const auto most = config.find("max_regions"); most != config.end()) {
        if (!most->is_number_integer() || *most < 1)
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The feature files' configuration: \"max_regions\" should be 1 or more."));
        m_maxRegions = most->get<std::int64_t>();
    }
    if (const auto columns = config.find("columns"); columns != config.end()) {
        if (!columns->is_array() || !std::ranges::all_of(*columns, [](const Json& c) { return c.is_string(); }))
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The feature files' configuration: \"columns\" should be a list of names."));
        m_columns = columns->get<FeatureColumns>();
    }
    std::error_code code;
    const auto status = fs::status(m_path, code);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1, which the configuration names as \"features\", does not exist.", m_path.string()));
    std::string contents = fs::weakly_canonical(m_path, code).string();
    if (status.type() == fs::file_type::directory) {
        const std::vector<fs::path> files = filesInFolder();
        m_featureSize = sizeOfFirst(files.size(), [&](std::size_t i) { return readRegionFile(files[i]).regions; });
    } else {
        openFile();
        contents += " " + std::to_string(fs::file_size(m_path, code));
    }
    // Hashing tens of gigabytes takes longer than everything else, so size and time stand for the contents.
    contents += " " + std::to_string(fs::last_write_time(m_path, code).time_since_epoch().count());
    m_fingerprint = sha256("features " + config.dump() + " " + contents);
}

void FeaturesExtractor::openFile()
{
    const fs::path cache = userCacheFolder();
    requireReadable(m_path);
    if (looksLikeSafetensors(m_path)) {
        m_single = readRegionFile(m_path).regions;
        m_featureSize = m_single->size;
        return;
    }
    m_tsv = FeatureTsv::open(m_path, {m_columns, cache.empty() ? cache : cache / "feature-index"});
    if (m_tsv->rows().empty())
        throw Error(ErrorCode::CorruptData, sentence("%1 holds no picture.", m_path.string()));
    m_featureSize = sizeOfFirst(m_tsv->rows().size(), [&](std::size_t row) { return m_tsv->read(row); });
}

std::vector<fs::path> FeaturesExtractor::filesInFolder() const
{
    std::vector<fs::path> files;
    std::error_code code;
    for (fs::recursive_directory_iterator at(m_path, code), end; !code && at != end; at.increment(code)) {
        if (at->path().extension() == ".npy")
            requireReadable(at->path());
        if (at->path().extension() == ".safetensors")
            files.push_back(at->path());
    }
    if (files.empty())
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 holds no .safetensors file of region features.", m_path.string()));
    std::ranges::sort(files);
    return files;
}

RegionFeatures FeaturesExtractor::lookUp(const std::string& picture) const
{
    if (picture.empty()) {
        throw Error(ErrorCode::InvalidArgument, sentence("Ready-made features are looked up by the picture's name, "
                                                         "and this picture has none: open it from a file."));
    }
    if (m_tsv) {
        if (const auto regions = m_tsv->regionsOf(picture))
            return *regions;
    } else if (m_single) {
        if (means(m_single->image, picture))
            return *m_single;
    } else if (const auto file = fileFor(m_path, picture)) {
        return readRegionFile(*file).regions;
    }
    throw Error(
        ErrorCode::InvalidArgument,
        sentence("%1 has no features of the picture %2: extract them, or give the picture the name that is used there.",
                 m_path.string(), picture));
}

ExtractedRegions FeaturesExtractor::extract(const RgbImage& image, const JobControl& control)
{
    control.throwIfStopped();
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("There is no picture to look up."));
    RegionFeatures regions = lookUp(pathOf(image));
    if (regions.width != image.width || regions.height != image.height) {
        throw Error(ErrorCode::Mismatch,
                    sentence("The features of %1 in %2 are of a picture of %3 x %4 pixels, but this one has %5 x %6: "
                             "use the picture that they were made from.",
                             image.name, m_path.string(), regions.width, regions.height, image.width, image.height));
    }
    if (regions.count > 0 && regions.size != m_featureSize) {
        throw Error(ErrorCode::Mismatch, sentence("The features of %1 in %2 have %3 values per region, the others %4.",
                                                  image.name, m_path.string(), regions.size, m_featureSize));
    }
    regions.size = m_featureSize; // which a picture without regions cannot state
    if (m_maxRegions > 0 && regions.count > m_maxRegions)
        keepFirst(regions, m_maxRegions);
    return toExtractedRegions(regions, m_names);
}

std::vector<ExtractedRegions> FeaturesExtractor::extractBatch(const std::vector<const RgbImage*>& images,
                                                              const JobControl& control)
{
    std::vector<ExtractedRegions> all;
    for (const RgbImage* image : images)
        all.push_back(extract(*image, control));
    return all;
}

ExtractedRegions FeaturesExtractor::describe(const RgbImage& image, const std::vector<Box>&, const JobControl&)
{
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("Ready-made features describe the boxes that they were made for and no others: choose a pack "
                         "or extractor with a detector network to ask about boxes of your own%1",
                         (image.name.empty() ? std::string(".") : " on " + image.name + ".")));
}

std::unique_ptr<RegionExtractor> createFeaturesExtractor(const Json& config, const fs::path& folder, const c10::Device&)
{
    return std::make_unique<FeaturesExtractor>(config, folder);
}

} // namespace vbs
