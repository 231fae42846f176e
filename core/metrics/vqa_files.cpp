#include "core/datasets/record_file.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/results_by_id.h"
#include "core/metrics/vqa_metrics.h"

#include <algorithm>
#include <unordered_set>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// The people's answers. Records without an id of their own are told apart by what they say, as the challenge's code
/// does it.
std::vector<VqaV2Answer> peopleOf(const JsonRecord& record, const std::string& id)
{
    std::vector<VqaV2Answer> people;
    record.forEach("answers", false, [&](const JsonRecord& answer) {
        people.push_back(
            {answer.integerOr("answer_id", 0), answer.text("answer"), answer.textOr("answer_confidence", "")});
    });
    if (people.empty())
        record.fail("answers", "of the question " + id +
                                   " is missing or empty: results can only be measured by people's answers.");
    return people;
}

/// The questions' ids; those that are annotated are taken out.
std::unordered_set<std::string> idsOf(const fs::path& questions)
{
    std::unordered_set<std::string> ids;
    if (!questions.empty())
        forEachRecordOf(questions, "questions",
                        [&](const JsonRecord& record, const RecordPlace&) { ids.insert(record.id("question_id")); });
    return ids;
}

} // namespace

MetricReport vqaFilesReport(const fs::path& annotations, const fs::path& results, const BootstrapOptions& options,
                            const fs::path& questions, bool partial)
{
    std::unordered_set<std::string> ids = idsOf(questions);
    ResultsById<std::string> answers(results, "question");
    forEachRecord(results, [&](const JsonRecord& record, const RecordPlace&) {
        const std::string id = record.id("question_id");
        answers.add(id, record.text("answer"));
    });
    VqaMetrics metrics;
    NamedIds unasked;
    forEachRecordOf(annotations, "annotations", [&](const JsonRecord& record, const RecordPlace&) {
        const std::string id = record.id("question_id");
        if (!questions.empty() && ids.erase(id) == 0)
            unasked.add(id);
        const std::vector<VqaV2Answer> people = peopleOf(record, id);
        if (const std::string* answer = answers.take(id, annotations))
            metrics.add({record.id("image_id"), record.textOr("question_type", ""), record.textOr("answer_type", ""),
                         record.textOr("multiple_choice_answer", people.front().answer), people, *answer, id});
    });
    if (unasked.count() > 0)
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 answers %2, which %3 has not: name the files that belong together.",
                             annotations.string(), unasked.inWords("question"), questions.string()));
    const std::size_t missing = answers.requireFit(annotations, partial);
    MetricReport report = metrics.report(options);
    noteMissing(missing, "question", report.remarks);
    if (!ids.empty())
        report.remarks.push_back(std::to_string(ids.size()) + " questions of " + questions.string() +
                                 " have no annotation and are left out.");
    return report;
}

} // namespace vbs
