#include "core/datasets/box_dataset.h"

#include "core/datasets/box_file.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/record_file.h"

#include <algorithm>

namespace vbs {

namespace {

class BoxesDataset : public Dataset {
public:
    explicit BoxesDataset(const DatasetFiles& files)
        : m_source(openBoxSource(files.dataset)), m_names(m_source->pictures())
    {
        PictureFolder pictures(files.images);
        for (const std::string& name : m_names)
            m_pictures.push_back(pictures.place(name, files.dataset.string()));
    }

    std::size_t count() const override { return m_names.size(); }

    Example at(std::size_t number) const override
    {
        Example example;
        example.id = m_names.at(number);
        example.group = m_pictures[number].file;
        example.pictures = {m_pictures[number].file};
        const std::string damage = faultOf([&] {
            DrawnBoxes drawn = m_source->boxesOf(number);
            example.truth.boxes = std::move(drawn.boxes);
            example.truth.width = drawn.width;
            example.truth.height = drawn.height;
        });
        example.fault = damage.empty() ? m_pictures[number].fault : damage;
        return example;
    }

    std::vector<Sentence> remarks() const override { return m_source->remarks(); }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        std::map<std::size_t, std::vector<LabelledBox>> boxes;
        for (const auto& [number, example] : changed)
            if (!left.contains(number))
                boxes[number] = example.truth.boxes;
        m_source->write(to.dataset, boxes, left);
    }

private:
    std::unique_ptr<BoxSource> m_source;
    std::vector<std::string> m_names;
    std::vector<PictureFolder::Place> m_pictures;
};

} // namespace

bool isBoxesDataset(const DatasetFiles& files)
{
    std::error_code code;
    const bool folder = std::filesystem::is_directory(files.dataset, code);
    const auto keys = folder ? std::map<std::string, char>() : firstKeysOf(files.dataset);
    return std::ranges::any_of(boxFormats(),
                               [&](const BoxFormat& format) { return format.recognises(files.dataset, keys); });
}

std::unique_ptr<Dataset> openBoxesDataset(const DatasetFiles& files, const DatasetOptions&)
{
    return std::make_unique<BoxesDataset>(files);
}

} // namespace vbs
