#include "core/datasets/coco_source.h"

#include "core/base/error.h"
#include "core/datasets/coco_boxes.h"

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30;

class CocoSource : public BoxSource {
public:
    explicit CocoSource(const std::filesystem::path& path)
        : m_file(path.string()), m_coco(CocoBoxes::fromJson(readOrderedJsonFile(path, kMaxBytes), m_file))
    {
    }

    std::vector<std::string> pictures() const override
    {
        std::vector<std::string> names;
        for (const CocoBoxes::Image& image : m_coco.images())
            names.push_back(image.fileName);
        return names;
    }

    DrawnBoxes boxesOf(const std::string& picture) const override
    {
        const std::size_t image = find(picture);
        const CocoBoxes::Image& stated = m_coco.images()[image];
        return {m_coco.boxesOf(image), stated.width, stated.height, "", m_file, "annotations"};
    }

    void write(const std::filesystem::path& to,
               const std::map<std::string, std::vector<LabelledBox>>& changed) const override
    {
        CocoBoxes written = m_coco;
        for (const auto& [picture, boxes] : changed)
            written.setBoxes(find(picture), boxes);
        written.write(to);
    }

private:
    std::size_t find(const std::string& picture) const
    {
        if (const auto image = m_coco.findImage(picture))
            return *image;
        throw Error(ErrorCode::InvalidArgument, m_file + " has no picture named " + picture + ".");
    }

    std::string m_file;
    CocoBoxes m_coco;
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
