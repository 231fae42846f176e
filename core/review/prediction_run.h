#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_backend.h"
#include "core/review/review_store.h"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace vbs {

/// A model's name for ReviewProject::model: the pack's name, '@' and the first digits of its manifest's SHA-256, so
/// that another version of a pack counts as another model.
std::string reviewModelOf(const PackInfo& pack);

/// What a model is asked about an item, without pictures: its question with ten answers, or its regions alone where the
/// data set has boxes.
InferenceRequest reviewRequestOf(const Example& example);

/// Which items of a project a model has not been asked yet.
class PredictionPlan {
public:
    PredictionPlan(const ReviewStore& store, const std::string& model);

    std::size_t total() const { return m_asked.size(); }
    std::size_t done() const { return m_done; }

    /// The first ones that are left, in data set order, so that questions on a picture come together; at most so many.
    std::vector<std::uint32_t> next(std::size_t most) const;
    void setDone(std::uint32_t item);

private:
    std::vector<bool> m_asked;
    std::size_t m_done = 0;
    std::size_t m_first = 0; ///< all before it are done
};

/// Asks a model about items. What concerns one item (a missing or damaged picture) is its prediction's fault.
/// @param knownLabels of boxes, see findingsOf; gets those that these pictures show.
/// @throws Error as InferenceBackend::runBatch where the model fails at every item.
std::vector<Prediction> predict(std::span<const ReviewItem> items, InferenceBackend& engine, PackId pack,
                                std::set<std::string>& knownLabels, const JobControl& control);

/// Every label that a model's detector gave in this project; none where it has no boxes.
std::set<std::string> labelsSeenBy(const ReviewStore& store, const std::string& model);

/// Judges boxes anew after the last picture: the first ones were judged when few of the detector's labels were known.
/// @return those that are judged otherwise now, as they are stored.
std::vector<Prediction> judgeBoxesAgain(ReviewStore& store, const std::string& model,
                                        const std::set<std::string>& knownLabels);

/// How a run over a project goes on.
struct PredictionRun {
    std::size_t itemsABatch = 32; ///< what is lost when a run is cut off
    /// Called with each batch once it is stored, on the thread that does the work; items may come twice.
    std::function<void(std::span<const Prediction>)> onPredicted{};
};

/// Asks a model about all items that it was not asked yet, and makes it the project's. Goes on where a run that was cut
/// off ended. @param pack 0: the one that was loaded last. @throws Error as predict and as ReviewStore.
void predictProject(ReviewStore& store, InferenceBackend& engine, const std::string& model, PackId pack,
                    const JobControl& control, const PredictionRun& run = {});

} // namespace vbs
