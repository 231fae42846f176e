#include "core/datasets/flickr_dataset.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/flickr_entities.h"
#include "core/datasets/picture_folder.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

class FlickrDataset : public Dataset {
public:
    explicit FlickrDataset(const DatasetFiles& files)
        : m_folder(files.annotations.empty() ? files.dataset : files.annotations)
    {
        std::error_code code;
        const bool all = files.dataset.empty() || fs::is_directory(files.dataset, code);
        PictureFolder pictures(files.images);
        forEachEntityPicture(m_folder, all ? fs::path() : files.dataset, [&](EntityPicture picture) {
            const std::string needed = annotationsOf(picture.id).string();
            const std::string& name = picture.annotation.filename;
            for (std::size_t i = 0; i < picture.sentences.size(); ++i)
                add(picture.sentences[i], picture, i);
            if (picture.sentences.empty() && !picture.fault.empty())
                m_captions.push_back({m_pictures.size(), 0, {}, {}}); // so that it is counted
            m_emptyBoxes += picture.annotation.emptyBoxes;
            PictureFolder::Place file = pictures.place(name.empty() ? picture.id : name, needed);
            file.fault = picture.fault.empty() ? file.fault : picture.fault;
            m_pictures.push_back({picture.id, std::move(file), std::move(picture.annotation)});
        });
    }

    std::size_t count() const override { return m_captions.size(); }

    Example at(std::size_t number) const override
    {
        const Caption& caption = m_captions.at(number);
        const Picture& picture = m_pictures[caption.picture];
        Example example;
        example.id = picture.id + "#" + std::to_string(caption.line);
        example.group = picture.file.file;
        example.pictures = {picture.file.file};
        example.fault = picture.file.fault;
        example.task = Task::RegionToPhrase;
        example.text = caption.text;
        for (const EntityPhrase& phrase : caption.phrases) {
            if (!picture.annotation.boxes.contains(phrase.id))
                continue; // the annotations cannot be read, see the fault
            example.phrases.push_back({phrase.begin, phrase.end});
            example.truth.phraseBoxes.push_back(picture.annotation.boxes.at(phrase.id));
            example.truth.phraseTypes.push_back(phrase.types.empty() ? "" : phrase.types.front());
        }
        example.truth.width = picture.annotation.width;
        example.truth.height = picture.annotation.height;
        return example;
    }

    std::vector<Sentence> remarks() const override
    {
        if (m_emptyBoxes == 0)
            return {};
        return {sentence("%1 boxes in Annotations have no area and are left out.", m_emptyBoxes)};
    }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        std::map<std::size_t, std::map<std::string, std::vector<Box>>> boxes; // by picture and thing
        for (const auto& [number, example] : changed) {
            const Caption& caption = m_captions.at(number);
            const Example before = at(number);
            if (left.contains(number))
                continue;
            if (example.text != before.text || example.phrases != before.phrases ||
                example.truth.phraseBoxes.size() != before.truth.phraseBoxes.size()) {
                throw Error(
                    ErrorCode::UnsupportedFormat,
                    sentence("The caption %1 can have other boxes, but no other words or phrases.", example.id));
            }
            for (std::size_t i = 0; i < caption.phrases.size(); ++i)
                if (example.truth.phraseBoxes[i] != before.truth.phraseBoxes[i])
                    boxes[caption.picture][caption.phrases[i].id] = example.truth.phraseBoxes[i];
        }
        const fs::path folder = to.annotations.empty() ? to.dataset : to.annotations;
        std::map<std::size_t, std::set<std::size_t>> lines; // that are left out, by picture
        for (const std::size_t number : left)
            lines[m_captions.at(number).picture].insert(m_captions[number].line);
        for (std::size_t i = 0; i < m_pictures.size(); ++i)
            writePicture(m_pictures[i].id, folder, boxes[i], lines[i]);
    }

private:
    struct Picture {
        std::string id;
        PictureFolder::Place file; ///< with the fault of its Sentences or Annotations
        EntityAnnotation annotation;
    };
    struct Caption {
        std::size_t picture = 0, line = 0;
        std::string text;
        std::vector<EntityPhrase> phrases; ///< those with boxes
    };

    fs::path annotationsOf(const std::string& id) const { return m_folder / "Annotations" / (id + ".xml"); }

    void add(EntitySentence& sentence, const EntityPicture& picture, std::size_t line)
    {
        if (picture.fault.empty())
            std::erase_if(sentence.phrases,
                          [&](const EntityPhrase& phrase) { return !picture.annotation.boxes.contains(phrase.id); });
        if (!sentence.phrases.empty())
            m_captions.push_back({m_pictures.size(), line, std::move(sentence.text), std::move(sentence.phrases)});
    }

    void writePicture(const std::string& id, const fs::path& folder,
                      const std::map<std::string, std::vector<Box>>& boxes, const std::set<std::size_t>& left) const
    {
        const fs::path annotations = fs::path("Annotations") / (id + ".xml");
        const fs::path sentences = fs::path("Sentences") / (id + ".txt");
        const std::string kept = left.empty() ? "" : withoutEntityLines(m_folder / sentences, left);
        if (!left.empty() && kept.find_first_not_of(" \t\r\n") == std::string::npos)
            return; // no caption stays
        std::error_code code;
        fs::create_directories(folder / "Annotations", code);
        fs::create_directories(folder / "Sentences", code);
        for (const fs::path& file : {annotations, sentences}) {
            if (!fs::exists(m_folder / file, code) || fs::equivalent(m_folder / file, folder / file, code))
                continue;
            fs::copy_file(m_folder / file, folder / file, fs::copy_options::overwrite_existing, code);
            if (code) {
                throw Error(ErrorCode::FileUnwritable,
                            sentence("%1 cannot be written: %2.", (folder / file).string(), code.message()));
            }
        }
        if (!left.empty())
            writeFileAtomically(folder / sentences, kept);
        if (!boxes.empty())
            writeEntityBoxes(m_folder / annotations, folder / annotations, boxes);
    }

    fs::path m_folder;
    std::vector<Picture> m_pictures;
    std::vector<Caption> m_captions;
    std::size_t m_emptyBoxes = 0;
};

} // namespace

bool isFlickrDataset(const DatasetFiles& files)
{
    std::error_code code;
    const fs::path& folder = files.annotations.empty() ? files.dataset : files.annotations;
    return fs::is_directory(folder / "Sentences", code) && fs::is_directory(folder / "Annotations", code);
}

std::unique_ptr<Dataset> openFlickrDataset(const DatasetFiles& files, const DatasetOptions&)
{
    return std::make_unique<FlickrDataset>(files);
}

} // namespace vbs
