#include "core/regions/extraction_output.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/regions/region_file.h"
#include "core/regions/tsv_output.h"

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// A .safetensors file for each picture, in a folder or under the one name given.
class FileOutput : public ExtractionOutput {
public:
    FileOutput(fs::path path, bool isFolder, ExtractionSettings settings, bool resume)
        : m_path(std::move(path)), m_isFolder(isFolder), m_settings(std::move(settings)), m_resume(resume)
    {
    }

    State stateOf(const ListedPicture& picture, const std::string& boxesKey) override
    {
        std::error_code code;
        const fs::path file = fileOf(picture);
        if (!m_resume || !fs::exists(file, code))
            return State::Missing;
        try {
            const auto metadata = readRegionFile(file).metadata;
            for (const auto& [key, value] : madeOf(picture, boxesKey))
                if (const auto found = metadata.find(key); found == metadata.end() || found->second != value)
                    return State::Outdated;
            return State::Done;
        } catch (const Error&) {
            return State::Outdated;
        }
    }

    void write(const ListedPicture& picture, const std::string& boxesKey, const RegionFeatures& regions) override
    {
        writeRegionFile(fileOf(picture), {regions, madeOf(picture, boxesKey)});
    }

private:
    fs::path fileOf(const ListedPicture& picture) const
    {
        return m_isFolder ? m_path / (picture.id + ".safetensors") : m_path;
    }

    std::map<std::string, std::string> madeOf(const ListedPicture& picture, const std::string& boxesKey) const
    {
        std::map<std::string, std::string> metadata = {{"extractor", m_settings.extractor},
                                                       {"fingerprint", m_settings.fingerprint},
                                                       {"picture_sha256", sha256OfFile(picture.path)}};
        if (!boxesKey.empty())
            metadata["boxes_sha256"] = boxesKey;
        return metadata;
    }

    fs::path m_path;
    bool m_isFolder;
    ExtractionSettings m_settings;
    bool m_resume;
};

} // namespace

OutputForm outputFormOf(const fs::path& path)
{
    std::error_code code;
    if (fs::is_directory(path, code))
        return OutputForm::Folder;
    if (path.extension() == ".safetensors")
        return OutputForm::File;
    return path.extension() == ".tsv" ? OutputForm::Tsv : OutputForm::Folder;
}

std::unique_ptr<ExtractionOutput> makeExtractionOutput(const fs::path& path, const ExtractionSettings& settings,
                                                       bool resume)
{
    const OutputForm form = outputFormOf(path);
    if (form == OutputForm::Tsv)
        return std::make_unique<TsvOutput>(path, settings, resume);
    std::error_code code;
    if (form == OutputForm::Folder && fs::exists(path, code) && !fs::is_directory(path, code)) {
        throw Error(ErrorCode::FileUnwritable,
                    path.string() + " is a file: name a folder, or a file that ends in .safetensors or .tsv.");
    }
    if (form == OutputForm::Folder) {
        fs::create_directories(path, code);
        if (code)
            throw Error(ErrorCode::FileUnwritable, path.string() + " cannot be made: " + code.message() + ".");
    }
    return std::make_unique<FileOutput>(path, form == OutputForm::Folder, settings, resume);
}

} // namespace vbs
