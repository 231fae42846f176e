#include "core/datasets/lxmert_dataset.h"

#include "core/base/error.h"
#include "core/datasets/lxmert_vqa.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/record_edits.h"

namespace vbs {

namespace {

class LxmertDataset : public Dataset {
public:
    explicit LxmertDataset(const DatasetFiles& files) : m_file(files.dataset), m_stamp(FileStamp::of(files.dataset))
    {
        PictureFolder pictures(files.images);
        forEachRecord(m_file, [&](const JsonRecord& record, const RecordPlace& place) {
            LxmertQuestion question;
            PictureFolder::Place picture;
            question.id = record.place();
            const std::string fault = faultOf([&] {
                question = lxmertQuestionOf(record);
                if (question.question.find_first_not_of(" \t\r\n") == std::string::npos)
                    record.fail("sent", "is empty: give it a text, or take the record out.");
                picture = pictures.place(question.image, m_file.string() + ": the question " + question.id);
            });
            if (!fault.empty())
                picture.fault = fault;
            m_pictures.push_back(std::move(picture));
            m_questions.push_back(std::move(question));
            m_places.push_back(place);
        });
    }

    std::size_t count() const override { return m_questions.size(); }

    Example at(std::size_t number) const override
    {
        const LxmertQuestion& question = m_questions.at(number);
        Example example;
        example.id = question.id;
        example.group = m_pictures[number].file;
        example.pictures = {m_pictures[number].file};
        example.fault = m_pictures[number].fault;
        example.task = Task::VisualQuestionAnswering;
        example.text = question.question;
        example.type = question.answerType;
        example.truth.scores = question.scores;
        example.truth.answerType = question.answerType;
        return example;
    }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        RecordEdits edits(m_file, m_stamp);
        for (const auto& [number, now] : changed) {
            const Example& example = now; // Clang 14 captures no structured binding
            const LxmertQuestion& before = m_questions.at(number);
            if (left.contains(number))
                continue;
            if (example.text != before.question)
                edits.edit(m_places[number], [&](OrderedJson& record) { record["sent"] = example.text; });
            if (example.truth.scores != before.scores)
                edits.edit(m_places[number], [&](OrderedJson& record) { record["label"] = example.truth.scores; });
        }
        edits.removeRecords(m_places, {left.begin(), left.end()});
        edits.write(to.dataset);
    }

private:
    std::filesystem::path m_file;
    FileStamp m_stamp;
    std::vector<LxmertQuestion> m_questions;
    std::vector<PictureFolder::Place> m_pictures; ///< with the faults of their records
    std::vector<RecordPlace> m_places;
};

} // namespace

bool isLxmertDataset(const DatasetFiles& files)
{
    const auto keys = firstKeysOf(files.dataset);
    return keys.contains("sent") && keys.contains("img_id");
}

std::unique_ptr<Dataset> openLxmertDataset(const DatasetFiles& files, const DatasetOptions&)
{
    return std::make_unique<LxmertDataset>(files);
}

} // namespace vbs
