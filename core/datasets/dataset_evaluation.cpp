#include "core/datasets/dataset_evaluation.h"

#include "core/base/error.h"

namespace vbs {

namespace {

/// Pictures of an example; the ones before are kept, since questions on a picture mostly follow each other.
class Pictures {
public:
    explicit Pictures(const Dataset& dataset) : m_dataset(dataset) {}

    ImagePtr of(const Example& example, std::size_t which)
    {
        Kept& kept = m_kept.at(which);
        if (!kept.image || kept.file != example.pictures.at(which)) {
            kept.image.reset();
            kept.image = std::make_shared<const RgbImage>(m_dataset.picture(example, which));
            kept.file = example.pictures[which];
        }
        return kept.image;
    }

private:
    struct Kept {
        std::filesystem::path file;
        ImagePtr image;
    };
    const Dataset& m_dataset;
    std::vector<Kept> m_kept{2};
};

/// Errors that belong to an example, not to the pack.
bool isOfExample(ErrorCode code)
{
    return code != ErrorCode::Cancelled && code != ErrorCode::UnsupportedFormat && code != ErrorCode::Mismatch &&
           code != ErrorCode::Internal;
}

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
    Pictures pictures(dataset);
    const JobControl quiet{control.stop, {}};
    for (std::size_t i = 0; i < dataset.count(); ++i) {
        control.throwIfStopped();
        control.report("Evaluating", double(i) / double(dataset.count()));
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
            request.image = pictures.of(example, 0);
            if (example.pictures.size() > 1)
                request.rightImage = pictures.of(example, 1);
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
                    evaluation.failures.empty() ? "The data set holds nothing to measure: its examples have no labels."
                                                : evaluation.failures.front().reason);
    }
    control.report("Evaluating", 1);
    return evaluation;
}

} // namespace vbs
