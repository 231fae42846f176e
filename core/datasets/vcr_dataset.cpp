#include "core/datasets/vcr_dataset.h"

#include "core/base/error.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/record_edits.h"

#include <algorithm>

namespace vbs {

namespace {

/// The data set's boxes; what has no area is left out, since nothing can be seen in it.
struct UsableBoxes {
    std::vector<Box> boxes;
    std::vector<int> ofObject; ///< where each object's box is among them; -1: left out
};

/// @param empty counts what is left out.
UsableBoxes usableBoxes(const VcrMetadata& metadata, std::size_t& empty)
{
    UsableBoxes usable;
    for (Box box : metadata.boxes) {
        box.x1 = std::max(0.f, box.x1);
        box.y1 = std::max(0.f, box.y1);
        if (metadata.width > 0 && metadata.height > 0) {
            box.x2 = std::min(float(metadata.width), box.x2);
            box.y2 = std::min(float(metadata.height), box.y2);
        }
        const bool hasArea = box.width() >= 1 && box.height() >= 1;
        usable.ofObject.push_back(hasArea ? int(usable.boxes.size()) : -1);
        if (hasArea)
            usable.boxes.push_back(box);
        else
            ++empty;
    }
    return usable;
}

/// Those of objects whose boxes are looked at.
std::vector<BoxMention> mentionsOf(const VcrQuery& query, const UsableBoxes& usable)
{
    std::vector<BoxMention> mentions;
    for (BoxMention mention : query.mentions) {
        if (mention.box >= usable.ofObject.size() || usable.ofObject[mention.box] < 0)
            continue;
        mention.box = std::size_t(usable.ofObject[mention.box]);
        mentions.push_back(mention);
    }
    return mentions;
}

class VcrDataset : public Dataset {
public:
    VcrDataset(const DatasetFiles& files, const DatasetOptions& options)
        : m_file(files.dataset), m_stamp(FileStamp::of(files.dataset))
    {
        PictureFolder pictures(files.images);
        forEachRecord(m_file, [&](const JsonRecord& record, const RecordPlace& place) {
            VcrExample example;
            Scene scene{record.place(), {}, {}, false};
            const std::string fault = faultOf([&] {
                example = vcrExampleOf(record);
                scene.id = example.id;
                const std::string needed = m_file.string() + ": the record " + example.id;
                scene.picture = pictures.place(example.image, needed);
                if (scene.picture.fault.empty() && options.annotatedRegions && !example.metadata.empty() &&
                    !files.images.empty())
                    scene.boxes = usableBoxes(readVcrMetadata(pictures.findFile(example.metadata, needed)), m_empty);
            });
            if (!fault.empty())
                scene.picture.fault = fault;
            add(std::move(scene), example, options, place);
        });
    }

    std::size_t count() const override { return m_questions.size(); }

    Example at(std::size_t number) const override
    {
        const Question& question = m_questions.at(number);
        const Scene& scene = m_scenes.at(question.scene);
        Example example;
        example.type = question.mode == VcrMode::Answer ? "answer" : "reason";
        example.id = scene.both ? scene.id + " " + example.type : scene.id;
        example.group = scene.picture.file;
        example.pictures = {scene.picture.file};
        example.fault = scene.picture.fault;
        example.boxes = scene.boxes.boxes;
        example.task = Task::MultipleChoice;
        example.text = question.query.text;
        example.choices = question.query.choices;
        example.mentions = mentionsOf(question.query, scene.boxes);
        if (question.query.label >= 0)
            example.truth.label = std::size_t(question.query.label);
        // The place in the file, since ids may be missing.
        if (scene.both)
            example.truth.together = std::to_string(question.scene);
        return example;
    }

    std::vector<Sentence> remarks() const override
    {
        if (m_empty == 0)
            return {};
        return {sentence("%1 boxes of the pictures' metadata have no area and are left out.", m_empty)};
    }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        RecordEdits edits(m_file, m_stamp);
        for (const auto& [number, now] : changed) {
            const Example& example = now; // Clang 14 captures no structured binding
            const Question& question = m_questions.at(number);
            if (left.contains(number))
                continue;
            if (example.text != question.query.text || example.choices != question.query.choices) {
                throw Error(ErrorCode::UnsupportedFormat,
                            sentence("The words of the VCR record %1 cannot be changed, since they stand for objects: "
                                     "change its label only.",
                                     example.id));
            }
            if (example.truth.label && int(*example.truth.label) != question.query.label) {
                const char* key = question.mode == VcrMode::Answer ? "answer_label" : "rationale_label";
                edits.edit(question.place, [&](OrderedJson& record) { record[key] = *example.truth.label; });
            }
        }
        std::vector<RecordPlace> places(m_scenes.size());
        std::vector<bool> stays(m_scenes.size());
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            places[m_questions[i].scene] = m_questions[i].place;
            if (!left.contains(i))
                stays[m_questions[i].scene] = true;
        }
        std::vector<std::size_t> removed;
        for (std::size_t i = 0; i < stays.size(); ++i)
            if (!stays[i])
                removed.push_back(i);
        edits.removeRecords(places, removed);
        edits.write(to.dataset);
    }

private:
    struct Scene {
        std::string id;
        PictureFolder::Place picture; ///< with the fault of the record or of its metadata
        UsableBoxes boxes;
        bool both = false; ///< its answer and its reason are examples with labels
    };
    struct Question {
        std::size_t scene = 0;
        VcrMode mode = VcrMode::Answer;
        VcrQuery query;
        RecordPlace place;
    };

    void add(Scene scene, const VcrExample& example, const DatasetOptions& options, const RecordPlace& place)
    {
        const bool answers = options.vcrMode != VcrMode::Rationale;
        const bool reasons = options.vcrMode == VcrMode::Rationale ||
                             (!options.vcrMode && example.answerLabel >= 0 && !example.rationales.empty());
        scene.both = answers && reasons && example.rationaleLabel >= 0;
        for (const VcrMode mode : {VcrMode::Answer, VcrMode::Rationale}) {
            if (mode == VcrMode::Answer ? !answers : !reasons)
                continue;
            Question question{m_scenes.size(), mode, {}, place};
            if (!example.answers.empty()) { // the record could be read, though its picture may be missing
                const std::string fault = faultOf([&] {
                    question.query = vcrQuery(example, mode);
                    requireAsManyChoices(scene.id, question.query.choices.size());
                });
                scene.picture.fault = scene.picture.fault.empty() ? fault : scene.picture.fault;
            }
            m_questions.push_back(std::move(question));
        }
        m_scenes.push_back(std::move(scene));
    }

    void requireAsManyChoices(const std::string& id, std::size_t count)
    {
        m_choices = m_choices == 0 ? count : m_choices;
        if (count != m_choices) {
            throw Error(ErrorCode::Mismatch,
                        sentence("%1: the record %2 has %3 choices, the first one %4: every record needs as many.",
                                 m_file.string(), id, count, m_choices));
        }
    }

    std::filesystem::path m_file;
    FileStamp m_stamp;
    std::vector<Scene> m_scenes;
    std::vector<Question> m_questions;
    std::size_t m_choices = 0; ///< of every question
    std::size_t m_empty = 0;   ///< boxes without area
};

} // namespace

bool isVcrDataset(const DatasetFiles& files)
{
    return firstKeysOf(files.dataset).contains("answer_choices");
}

std::unique_ptr<Dataset> openVcrDataset(const DatasetFiles& files, const DatasetOptions& options)
{
    return std::make_unique<VcrDataset>(files, options);
}

} // namespace vbs
