#pragma once

#include "tests/support/scripted_backend.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/review/review_desk.h"

#include <QSignalSpy>

namespace vbs::test {

/// A desk over a project, with a scripted engine that nothing is asked of. A base of the test's class.
class DeskParts : protected DialogParts {
protected:
    std::unique_ptr<InferenceService> service;
    std::unique_ptr<ReviewDesk> desk;

    void makeDesk()
    {
        desk.reset();
        service =
            std::make_unique<InferenceService>(std::make_unique<ScriptedBackend>(std::make_shared<BackendScript>()));
        desk = std::make_unique<ReviewDesk>(*service);
        desk->setReviewer("ann");
    }
    void openDesk(const std::string& where)
    {
        desk->open(QString::fromStdString(where));
        QTRY_VERIFY(desk->state().index && desk->state().item);
    }
    /// What the model says to some items, with its score and whether it is stored.
    static std::vector<Prediction> predictions(std::uint32_t first, std::uint32_t count, const std::string& guess,
                                               double score = 0)
    {
        std::vector<Prediction> all;
        for (std::uint32_t item = first; item < first + count; ++item)
            all.push_back(
                {item, {}, 0.5, 0.25, score, guess, recordOf(PredictedResult{{{guess, 0.75}}, {}, {}, 0, 0})});
        return all;
    }
    static void store(const std::string& where, const std::vector<Prediction>& predictions)
    {
        const auto open = openReviewProject(where);
        ReviewProject project = open->project();
        project.model = "model";
        open->setProject(project);
        open->putPredictions("model", predictions);
    }
};

} // namespace vbs::test
