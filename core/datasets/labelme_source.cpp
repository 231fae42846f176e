#include "core/datasets/labelme_source.h"

#include "core/base/error.h"
#include "core/data/region_features.h"
#include "core/datasets/labelme.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

DrawnBoxes drawnIn(const LabelmeFile& file, const fs::path& path)
{
    DrawnBoxes drawn{file.boxes(), file.width(), file.height(), "", path.string(), "shapes"};
    for (const auto& [type, count] : file.otherShapes())
        drawn.others += (drawn.others.empty() ? "" : ", ") + std::to_string(count) + " " + type;
    return drawn;
}

class LabelmeSource : public BoxSource {
public:
    explicit LabelmeSource(fs::path path) : m_path(std::move(path)), m_file(LabelmeFile::read(m_path)) {}

    std::vector<std::string> pictures() const override
    {
        return {m_file.imagePath().empty() ? m_path.stem().string() : m_file.imagePath()};
    }

    DrawnBoxes boxesOf(const std::string& picture) const override
    {
        // One file may be renamed together with its picture, so only another picture's name counts against it.
        if (!m_file.imagePath().empty() && pictureId(m_file.imagePath()) != pictureId(picture) &&
            m_path.stem() != pictureId(picture)) {
            throw Error(ErrorCode::InvalidArgument,
                        m_path.string() + " has the boxes of " + m_file.imagePath() + ", not of " + picture + ".");
        }
        return drawnIn(m_file, m_path);
    }

    void write(const fs::path& to, const std::map<std::string, std::vector<LabelledBox>>& changed) const override
    {
        LabelmeFile written = m_file;
        for (const auto& [picture, boxes] : changed)
            written.setBoxes(boxes);
        written.write(to);
    }

private:
    fs::path m_path;
    LabelmeFile m_file;
};

class LabelmeFolder : public BoxSource {
public:
    explicit LabelmeFolder(fs::path folder) : m_folder(std::move(folder)) {}

    std::vector<std::string> pictures() const override
    {
        std::vector<std::string> names;
        std::error_code code;
        for (fs::directory_iterator at(m_folder, code), end; !code && at != end; at.increment(code))
            if (at->path().extension() == ".json")
                names.push_back(at->path().stem().string());
        std::ranges::sort(names);
        return names;
    }

    DrawnBoxes boxesOf(const std::string& picture) const override
    {
        const fs::path own = fileOf(picture);
        std::error_code code;
        if (!fs::exists(own, code))
            throw Error(ErrorCode::InvalidArgument,
                        "There are no boxes for " + picture + ": " + own.string() + " does not exist.");
        return drawnIn(LabelmeFile::read(own), own);
    }

    void write(const fs::path& to, const std::map<std::string, std::vector<LabelledBox>>& changed) const override
    {
        for (const std::string& picture : pictures()) {
            LabelmeFile file = LabelmeFile::read(fileOf(picture));
            const auto found = changed.find(picture);
            if (found != changed.end())
                file.setBoxes(found->second);
            if (found != changed.end() || to != m_folder)
                file.write(to / (picture + ".json"));
        }
    }

private:
    fs::path fileOf(const std::string& picture) const { return m_folder / (pictureId(picture) + ".json"); }

    fs::path m_folder;
};

} // namespace

bool isLabelmeSource(const fs::path& path, const std::map<std::string, char>& keys)
{
    std::error_code code;
    return keys.contains("shapes") || fs::is_directory(path, code);
}

std::unique_ptr<BoxSource> openLabelmeSource(const fs::path& path)
{
    std::error_code code;
    if (fs::is_directory(path, code))
        return std::make_unique<LabelmeFolder>(path);
    return std::make_unique<LabelmeSource>(path);
}

} // namespace vbs
