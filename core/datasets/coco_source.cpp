#include "core/datasets/coco_source.h"

#include "core/datasets/coco_boxes.h"
#include "core/datasets/coco_edits.h"

namespace vbs {

namespace {

class CocoSource : public BoxSource {
public:
    explicit CocoSource(const std::filesystem::path& path)
        : m_file(path.string()), m_coco(CocoBoxes::read(path)), m_names(path.parent_path())
    {
        for (std::size_t i = 0; i < m_coco.images().size(); ++i)
            m_names.add(m_coco.images()[i].fileName, i);
    }

    std::vector<std::string> pictures() const override
    {
        std::vector<std::string> names;
        for (const CocoBoxes::Image& image : m_coco.images())
            names.push_back(withSlashes(image.fileName));
        return names;
    }

    const PictureNames& names() const override { return m_names; }

    DrawnBoxes boxesOf(std::size_t picture) const override
    {
        const CocoBoxes::Image& stated = m_coco.images().at(picture);
        return {m_coco.boxesOf(picture), stated.width, stated.height, {}, m_file, "annotations", {}};
    }

    std::vector<Sentence> remarks() const override { return m_coco.remarks(); }

    void write(const std::filesystem::path& to, const std::map<std::size_t, std::vector<LabelledBox>>& changed,
               const std::set<std::size_t>& left) const override
    {
        CocoEdits edits(m_coco);
        for (const auto& [picture, boxes] : changed)
            edits.setBoxes(picture, boxes);
        for (const std::size_t picture : left)
            edits.removeImage(picture);
        edits.write(to);
    }

private:
    std::string m_file;
    CocoBoxes m_coco;
    PictureNames m_names;
};

} // namespace

bool isCocoSource(const std::filesystem::path&, const std::map<std::string, char>& keys)
{
    return keys.contains("images");
}

std::unique_ptr<BoxSource> openCocoSource(const std::filesystem::path& path)
{
    return std::make_unique<CocoSource>(path);
}

} // namespace vbs
