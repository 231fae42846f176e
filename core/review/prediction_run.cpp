#include "core/review/prediction_run.h"

#include "core/base/error.h"
#include "core/datasets/example_pictures.h"
#include "core/image/image_io.h"
#include "core/report/answer_origin.h"
#include "core/review/prediction_of.h"

namespace vbs {

namespace {

constexpr int kAnswersKept = 10;
constexpr std::size_t kManifestDigits = 12;

/// Pictures of a batch; the last ones are kept, since items on a picture mostly follow each other.
class BatchPictures {
public:
    ImagePtr of(const std::filesystem::path& file)
    {
        for (const auto& [known, image] : m_kept)
            if (known == file)
                return image;
        if (m_kept.size() == kKept)
            m_kept.erase(m_kept.begin());
        m_kept.emplace_back(file, std::make_shared<const RgbImage>(readImage(file)));
        return m_kept.back().second;
    }

private:
    static constexpr std::size_t kKept = 4;
    std::vector<std::pair<std::filesystem::path, ImagePtr>> m_kept;
};

Prediction faultOfItem(const ReviewItem& item, const std::string& why)
{
    Prediction prediction;
    prediction.item = item.number;
    prediction.fault = why;
    return prediction;
}

void noteLabels(const Example& example, const std::vector<Region>& regions, std::set<std::string>& knownLabels)
{
    if (example.task)
        return;
    for (const Region& region : regions)
        if (!region.wholeImage)
            knownLabels.insert(region.label);
}

/// One by one, so that an item that cannot be asked costs itself alone.
void predictEach(std::span<const ReviewItem> items, const std::vector<InferenceRequest>& requests,
                 InferenceBackend& engine, std::set<std::string>& knownLabels, const JobControl& control,
                 std::vector<Prediction>& predictions)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        try {
            const InferenceResult result = engine.run(requests[i], control);
            noteLabels(items[i].example, result.regions.regions, knownLabels);
            predictions.push_back(predictionOf(items[i], result, knownLabels));
        } catch (const Error& e) {
            if (!isOfExample(e.code()))
                throw;
            predictions.push_back(faultOfItem(items[i], e.what()));
        }
    }
}

} // namespace

std::string reviewModelOf(const PackInfo& pack)
{
    const std::string manifest = originOf(pack, {}).packManifest;
    return pack.name + (manifest.empty() ? "" : "@" + manifest.substr(0, kManifestDigits));
}

InferenceRequest reviewRequestOf(const Example& example)
{
    InferenceRequest request;
    if (example.task)
        request = requestOf(example);
    else
        request.regionsOnly = true;
    request.topK = kAnswersKept;
    return request;
}

PredictionPlan::PredictionPlan(const ReviewStore& store, const std::string& model) : m_asked(store.count())
{
    store.forEachPrediction(model, [&](const Prediction& prediction) { setDone(prediction.item); });
}

std::vector<std::uint32_t> PredictionPlan::next(std::size_t most) const
{
    std::vector<std::uint32_t> items;
    for (std::size_t i = m_first; i < m_asked.size() && items.size() < most; ++i)
        if (!m_asked[i])
            items.push_back(std::uint32_t(i));
    return items;
}

void PredictionPlan::setDone(std::uint32_t item)
{
    m_done += m_asked.at(item) ? 0 : 1;
    m_asked[item] = true;
    while (m_first < m_asked.size() && m_asked[m_first])
        ++m_first;
}

std::vector<Prediction> predict(std::span<const ReviewItem> items, InferenceBackend& engine, PackId pack,
                                std::set<std::string>& knownLabels, const JobControl& control)
{
    std::vector<Prediction> predictions;
    std::vector<ReviewItem> asked;
    std::vector<InferenceRequest> requests;
    BatchPictures pictures;
    for (const ReviewItem& item : items) {
        control.throwIfStopped();
        try {
            if (!item.example.fault.empty())
                throw Error(ErrorCode::InvalidArgument, item.example.fault);
            InferenceRequest request = reviewRequestOf(item.example);
            request.pack = pack;
            request.image = pictures.of(item.example.pictures.at(0));
            if (item.example.pictures.size() > 1)
                request.rightImage = pictures.of(item.example.pictures[1]);
            requests.push_back(std::move(request));
            asked.push_back(item);
        } catch (const Error& e) {
            predictions.push_back(faultOfItem(item, e.what()));
        }
    }
    try {
        const std::vector<InferenceResult> results = engine.runBatch(requests, control);
        for (std::size_t i = 0; i < asked.size(); ++i)
            noteLabels(asked[i].example, results.at(i).regions.regions, knownLabels);
        for (std::size_t i = 0; i < asked.size(); ++i)
            predictions.push_back(predictionOf(asked[i], results[i], knownLabels));
    } catch (const Error& e) {
        if (!isOfExample(e.code()))
            throw;
        predictEach(asked, requests, engine, knownLabels, control, predictions);
    }
    return predictions;
}

std::set<std::string> labelsSeenBy(const ReviewStore& store, const std::string& model)
{
    std::set<std::string> labels;
    store.forEachPrediction(model, [&](const Prediction& prediction) {
        if (prediction.result.empty())
            return;
        for (const Region& region : predictedResultOf(prediction.result).regions)
            labels.insert(region.label);
    });
    return labels;
}

std::vector<Prediction> judgeBoxesAgain(ReviewStore& store, const std::string& model,
                                        const std::set<std::string>& knownLabels)
{
    std::vector<Prediction> changed;
    store.forEachPrediction(model, [&](const Prediction& prediction) {
        if (prediction.result.empty())
            return;
        Prediction again = predictionAgain(store.item(prediction.item), prediction, knownLabels);
        if (again != prediction)
            changed.push_back(std::move(again));
    });
    if (!changed.empty())
        store.putPredictions(model, changed);
    return changed;
}

void predictProject(ReviewStore& store, InferenceBackend& engine, const std::string& model, PackId pack,
                    const JobControl& control, const PredictionRun& run)
{
    const auto tell = [&](std::span<const Prediction> predictions) {
        if (run.onPredicted)
            run.onPredicted(predictions);
    };
    ReviewProject project = store.project();
    if (project.model != model) {
        project.model = model;
        store.setProject(project);
    }
    PredictionPlan plan(store, model);
    const bool boxes = store.count() > 0 && !store.item(0).example.task;
    std::set<std::string> labels = boxes ? labelsSeenBy(store, model) : std::set<std::string>();
    const JobControl quiet{control.stop, {}};
    while (plan.done() < plan.total()) {
        control.throwIfStopped();
        control.report(forPeople("Asking the model"), double(plan.done()) / double(plan.total()));
        std::vector<ReviewItem> items;
        for (const std::uint32_t number : plan.next(run.itemsABatch))
            items.push_back(store.item(number));
        const std::vector<Prediction> predictions = predict(items, engine, pack, labels, quiet);
        store.putPredictions(model, predictions);
        for (const Prediction& prediction : predictions)
            plan.setDone(prediction.item);
        tell(predictions);
    }
    if (boxes)
        tell(judgeBoxesAgain(store, model, labels));
    control.report(forPeople("Asking the model"), 1);
}

} // namespace vbs
