#include "core/review/prediction_export.h"

#include "core/base/error.h"
#include "core/review/predicted_result.h"
#include "core/review/result_writers.h"

namespace vbs {

namespace {

std::unique_ptr<ResultWriter> writerFor(const ReviewProject& project, const Example& example, const JobControl& control)
{
    return example.task ? resultWriterFor(*example.task, project.files.images) : cocoResultWriter(project, control);
}

} // namespace

std::unique_ptr<ResultWriter> resultWriterFor(Task task, const std::filesystem::path& images)
{
    switch (task) {
    case Task::VisualReasoning:
        return statementResultWriter();
    case Task::MultipleChoice:
        return choiceResultWriter();
    case Task::RegionToPhrase:
        return phraseResultWriter(images);
    default:
        return questionResultWriter();
    }
}

PredictionExport exportPredictions(const ReviewStore& store, const JobControl& control)
{
    const ReviewProject project = store.project();
    std::unique_ptr<ResultWriter> writer;
    std::size_t asked = 0;
    store.forEachPrediction(project.model, [&](const Prediction& prediction) {
        control.throwIfStopped();
        if (prediction.result.empty())
            return;
        const ReviewItem item = store.item(prediction.item);
        if (!writer)
            writer = writerFor(project, item.example, control);
        ++asked;
        writer->add(item, predictedResultOf(prediction.result));
        control.report(forPeople("Writing the model's answers"), double(prediction.item) / double(store.count()));
    });
    if (!writer)
        throw Error(ErrorCode::InvalidArgument, sentence("No model was asked about the project's items yet."));
    PredictionExport results = writer->finish();
    if (asked < store.count())
        results.remarks.insert(results.remarks.begin(),
                               std::to_string(store.count() - asked) + " of " + std::to_string(store.count()) +
                                   " items have no answer and are not in the file: `visualbert metrics` asks for every "
                                   "one, and counts pictures without boxes as missed.");
    return results;
}

} // namespace vbs
