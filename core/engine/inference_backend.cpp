#include "core/engine/inference_backend.h"

namespace vbs {

std::vector<InferenceResult> InferenceBackend::runBatch(const std::vector<InferenceRequest>& questions,
                                                        const JobControl& control)
{
    std::vector<InferenceResult> results;
    for (const InferenceRequest& question : questions) {
        control.throwIfStopped();
        results.push_back(run(question, control));
    }
    return results;
}

Inspection InferenceBackend::inspect(const InspectRequest&, const JobControl&)
{
    throw Error(ErrorCode::UnsupportedFormat, sentence("This engine cannot show the inside of a network."));
}

} // namespace vbs
