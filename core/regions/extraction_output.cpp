#include "core/regions/extraction_output.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/regions/folder_lock.h"
#include "core/regions/region_file.h"
#include "core/regions/tsv_output.h"

#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// A .safetensors file for each picture, in a folder or under the one name given.
class FileOutput : public ExtractionOutput {
public:
    FileOutput(fs::path path, bool isFolder, ExtractionSettings settings, bool resume)
        : m_path(std::move(path)), m_isFolder(isFolder), m_settings(std::move(settings)), m_resume(resume),
          m_lock(isFolder ? m_path : m_path.parent_path(), FolderLock::Kind::Shared)
    {
        if (m_lock.wasAlone() && m_isFolder)
            removeUnfinished(m_path, true, [](const fs::path& name) { return name.extension() == ".safetensors"; });
        else if (m_lock.wasAlone())
            removeUnfinished(m_path.has_parent_path() ? m_path.parent_path() : ".", false,
                             [&](const fs::path& name) { return name == m_path.filename(); });
    }

    State stateOf(const ListedPicture& picture, const std::string& boxesKey) override
    {
        std::error_code code;
        const fs::path file = fileOf(picture);
        if (!m_resume || !fs::exists(file, code))
            return State::Missing;
        try {
            const auto metadata = readRegionFile(file).metadata;
            for (const auto& [key, value] : madeOf({boxesKey, sha256OfFile(picture.path)}))
                if (const auto found = metadata.find(key); found == metadata.end() || found->second != value)
                    return State::Outdated;
            return State::Done;
        } catch (const Error&) {
            return State::Outdated;
        }
    }

    void write(const ListedPicture& picture, const Origin& from, const RegionFeatures& regions) override
    {
        try {
            writeRegionFile(fileOf(picture), {regions, madeOf(from)});
        } catch (const Error& e) {
            if (e.code() == ErrorCode::FileUnwritable && canWrite(bytesOf(regions)))
                throw Error(ErrorCode::InvalidArgument, e.what()); // a name that is too long, a folder in its place …
            throw;
        }
    }

private:
    fs::path fileOf(const ListedPicture& picture) const
    {
        return m_isFolder ? m_path / (picture.id + ".safetensors") : m_path;
    }

    static std::size_t bytesOf(const RegionFeatures& regions)
    {
        return sizeof(float) * (regions.features.size() + 8 * std::size_t(regions.count)) + 4096;
    }

    /// Whether another file of this size can be written in the folder, so that a failure is one picture's own.
    bool canWrite(std::size_t bytes) const
    {
        if (!m_isFolder)
            return false;
        const fs::path trial = m_path / (".trial-" + std::to_string(::getpid()));
        try {
            writeFileAtomically(trial, std::string(bytes, '\0'), Durability::Forgettable);
        } catch (const Error&) {
            return false;
        }
        std::error_code code;
        fs::remove(trial, code);
        return true;
    }

    std::map<std::string, std::string> madeOf(const Origin& from) const
    {
        std::map<std::string, std::string> metadata = {{"extractor", m_settings.extractor},
                                                       {"fingerprint", m_settings.fingerprint},
                                                       {"picture_sha256", from.sha256}};
        if (!from.boxesKey.empty())
            metadata["boxes_sha256"] = from.boxesKey;
        return metadata;
    }

    fs::path m_path;
    bool m_isFolder;
    ExtractionSettings m_settings;
    bool m_resume;
    FolderLock m_lock;
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
        throw Error(
            ErrorCode::FileUnwritable,
            sentence("%1 is a file: name a folder, or a file that ends in .safetensors or .tsv.", path.string()));
    }
    if (form == OutputForm::Folder) {
        fs::create_directories(path, code);
        if (code)
            throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be made: %2.", path.string(), code.message()));
    }
    return std::make_unique<FileOutput>(path, form == OutputForm::Folder, settings, resume);
}

} // namespace vbs
