#include "core/datasets/nlvr2_dataset.h"

#include "core/base/error.h"
#include "core/datasets/nlvr2.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/record_edits.h"

namespace vbs {

namespace {

/// In the words of the file: "True" or "False", 1 or 0, true or false.
void setLabel(OrderedJson& record, bool label)
{
    OrderedJson& value = record["label"];
    if (value.is_number())
        value = label ? 1 : 0;
    else if (value.is_boolean())
        value = label;
    else
        value = label ? "True" : "False";
}

class Nlvr2Dataset : public Dataset {
public:
    explicit Nlvr2Dataset(const DatasetFiles& files) : m_file(files.dataset), m_stamp(FileStamp::of(files.dataset))
    {
        PictureFolder pictures(files.images);
        forEachRecord(m_file, [&](const JsonRecord& record, const RecordPlace& place) {
            Statement statement{place, {}, {}, {}};
            statement.record.identifier = record.place();
            const std::string fault = faultOf([&] {
                statement.record = nlvr2ExampleOf(record);
                const std::string needed = m_file.string() + ": the statement " + statement.record.identifier;
                if (statement.record.sentence.find_first_not_of(" \t\r\n") == std::string::npos)
                    throw Error(ErrorCode::CorruptData,
                                sentence("%1 is empty: give it a text, or take it out.", needed));
                statement.left = pictures.place(statement.record.leftImage, needed);
                statement.right = pictures.place(statement.record.rightImage, needed);
            });
            if (!fault.empty())
                statement.left.fault = fault;
            m_statements.push_back(std::move(statement));
        });
    }

    std::size_t count() const override { return m_statements.size(); }

    Example at(std::size_t number) const override
    {
        const Statement& statement = m_statements.at(number);
        Example example;
        example.id = statement.record.identifier;
        example.group = nlvr2SetOf(example.id);
        example.pictures = {statement.left.file, statement.right.file};
        example.fault = statement.left.fault.empty() ? statement.right.fault : statement.left.fault;
        example.task = Task::VisualReasoning;
        example.text = statement.record.sentence;
        if (statement.record.label)
            example.truth.label = *statement.record.label ? 1 : 0;
        example.truth.votes.assign(statement.record.votes.begin(), statement.record.votes.end());
        example.truth.together = nlvr2ConsistencyGroupOf(example.id);
        return example;
    }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        RecordEdits edits(m_file, m_stamp);
        for (const auto& [number, now] : changed) {
            const Example& example = now; // Clang 14 captures no structured binding
            const Statement& statement = m_statements.at(number);
            if (left.contains(number))
                continue;
            const Example before = at(number);
            if (example.text != before.text)
                edits.edit(statement.place, [&](OrderedJson& record) {
                    record[record.contains("sentence") ? "sentence" : "sent"] = example.text;
                });
            if (example.truth.label && example.truth.label != before.truth.label)
                edits.edit(statement.place, [&](OrderedJson& record) { setLabel(record, *example.truth.label == 1); });
        }
        std::vector<RecordPlace> places;
        for (const Statement& statement : m_statements)
            places.push_back(statement.place);
        edits.removeRecords(places, {left.begin(), left.end()});
        edits.write(to.dataset);
    }

private:
    struct Statement {
        RecordPlace place;
        Nlvr2Example record;
        PictureFolder::Place left, right; ///< a fault of the record itself stands with the left one
    };

    std::filesystem::path m_file;
    FileStamp m_stamp;
    std::vector<Statement> m_statements;
};

} // namespace

bool isNlvr2Dataset(const DatasetFiles& files)
{
    const auto keys = firstKeysOf(files.dataset);
    return keys.contains("identifier") && (keys.contains("sentence") || keys.contains("sent"));
}

std::unique_ptr<Dataset> openNlvr2Dataset(const DatasetFiles& files, const DatasetOptions&)
{
    return std::make_unique<Nlvr2Dataset>(files);
}

} // namespace vbs
