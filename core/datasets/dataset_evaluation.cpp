#include "core/datasets/dataset_evaluation.h"

#include "core/base/error.h"
#include "core/datasets/example_pictures.h"

namespace vbs {

namespace {

OrderedJson jsonOf(const ScoreSum& sum)
{
    OrderedJson json = {{"measures", sum.means()}, {"by_type", OrderedJson::object()}};
    for (const auto& [type, mean] : sum.accuracyByType())
        if (!type.empty())
            json["by_type"][type] = {{"accuracy", mean.mean}, {"count", mean.count}};
    return json;
}

} // namespace

OrderedJson DatasetEvaluation::toJson() const
{
    OrderedJson json = {{"examples", examples}, {"without_truth", withoutTruth}, {"failed", failures.size()}};
    json["seen"] = jsonOf(seen);
    if (blind.count() > 0)
        json["blind"] = jsonOf(blind);
    for (const Failure& failure : failures)
        json["failures"].push_back({{"example", failure.example}, {"reason", failure.reason}});
    return json;
}

DatasetEvaluation evaluateOnDataset(InferenceBackend& engine, const Dataset& dataset, bool blind, PhraseSource findBy,
                                    const JobControl& control)
{
    DatasetEvaluation evaluation;
    ExamplePictures pictures;
    const JobControl quiet{control.stop, {}};
    for (std::size_t i = 0; i < dataset.count(); ++i) {
        control.throwIfStopped();
        control.report(forPeople("Evaluating"), double(i) / double(dataset.count()));
        const Example example = dataset.at(i);
        if (!example.fault.empty()) {
            evaluation.failures.push_back({example.id, example.fault});
            continue;
        }
        if (!example.task || example.truth.empty()) {
            ++evaluation.withoutTruth;
            continue;
        }
        InferenceRequest request = requestOf(example);
        request.topK = 1;
        request.phraseSource = findBy;
        try {
            pictures.give(example, request);
        } catch (const Error& e) {
            evaluation.failures.push_back({example.id, e.what()});
            continue;
        }
        try {
            evaluation.seen.add(scoreOf(example, engine.run(request, quiet)));
            if (blind) {
                request.blind = true;
                evaluation.blind.add(scoreOf(example, engine.run(request, quiet)));
            }
            ++evaluation.examples;
        } catch (const Error& e) {
            if (!isOfExample(e.code()))
                throw;
            evaluation.failures.push_back({example.id, e.what()});
        }
    }
    if (evaluation.examples == 0) {
        throw Error(ErrorCode::InvalidArgument,
                    evaluation.failures.empty()
                        ? sentence("The data set holds nothing to measure: its examples have no labels.")
                        : Sentence(evaluation.failures.front().reason));
    }
    control.report(forPeople("Evaluating"), 1);
    return evaluation;
}

} // namespace vbs
