#include "core/datasets/labelme_source.h"

#include "core/base/error.h"
#include "core/datasets/labelme.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

DrawnBoxes drawnIn(const LabelmeFile& file, const fs::path& path)
{
    DrawnBoxes drawn{file.boxes(), file.width(), file.height(), file.otherShapes(), path.string(), "shapes", {}};
    if (!file.imagePath().empty())
        drawn.picture = path.parent_path() / withSlashes(file.imagePath());
    return drawn;
}

class LabelmeSource : public BoxSource {
public:
    explicit LabelmeSource(fs::path path)
        : m_path(std::move(path)), m_file(LabelmeFile::read(m_path)), m_names(m_path.parent_path())
    {
        if (!m_file.imagePath().empty())
            m_names.add(m_file.imagePath(), 0);
        m_names.add(m_path.filename().string(), 0); // it may be renamed together with its picture
    }

    std::vector<std::string> pictures() const override
    {
        return {m_file.imagePath().empty() ? m_path.stem().string() : withSlashes(m_file.imagePath())};
    }

    const PictureNames& names() const override { return m_names; }

    DrawnBoxes boxesOf(std::size_t) const override { return drawnIn(m_file, m_path); }

    void write(const fs::path& to, const std::map<std::size_t, std::vector<LabelledBox>>& changed,
               const std::set<std::size_t>& left) const override
    {
        if (left.contains(0))
            return;
        LabelmeFile written = m_file;
        for (const auto& [picture, boxes] : changed)
            written.setBoxes(boxes);
        written.write(to);
    }

private:
    fs::path m_path;
    LabelmeFile m_file;
    PictureNames m_names;
};

/// The files below a folder, each called as its picture: labels/train/1.json has the boxes of train/1.png.
class LabelmeFolder : public BoxSource {
public:
    explicit LabelmeFolder(fs::path folder) : m_folder(std::move(folder))
    {
        try {
            for (const auto& entry : fs::recursive_directory_iterator(m_folder))
                if (entry.path().extension() == ".json")
                    m_pictures.push_back(entry.path().lexically_relative(m_folder).replace_extension().string());
        } catch (const fs::filesystem_error& e) {
            throw Error(ErrorCode::FileUnreadable,
                        sentence("%1 cannot be listed: %2.", m_folder.string(), e.code().message()));
        }
        std::ranges::sort(m_pictures);
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            m_names.add(m_pictures[i] + ".json", i);
    }

    std::vector<std::string> pictures() const override { return m_pictures; }

    const PictureNames& names() const override { return m_names; }

    DrawnBoxes boxesOf(std::size_t picture) const override
    {
        return drawnIn(LabelmeFile::read(fileOf(picture)), fileOf(picture));
    }

    void write(const fs::path& to, const std::map<std::size_t, std::vector<LabelledBox>>& changed,
               const std::set<std::size_t>& left) const override
    {
        for (std::size_t picture = 0; picture < m_pictures.size(); ++picture) {
            if (left.contains(picture))
                continue;
            LabelmeFile file = LabelmeFile::read(fileOf(picture));
            const auto found = changed.find(picture);
            if (found != changed.end())
                file.setBoxes(found->second);
            if (found != changed.end() || to != m_folder)
                file.write(to / (m_pictures[picture] + ".json"));
        }
    }

private:
    fs::path fileOf(std::size_t picture) const { return m_folder / (m_pictures.at(picture) + ".json"); }

    fs::path m_folder;
    std::vector<std::string> m_pictures; ///< paths in the folder, without suffix
    PictureNames m_names;
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
