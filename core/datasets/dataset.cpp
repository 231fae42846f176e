#include "core/datasets/dataset.h"

#include "core/base/error.h"

namespace vbs {

InferenceRequest requestOf(const Example& example)
{
    if (!example.task)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The example %1 asks nothing: it has boxes only.", example.id));
    InferenceRequest request;
    request.task = *example.task;
    request.text = example.text;
    request.choices = example.choices;
    request.phrases = example.phrases;
    request.boxes = example.boxes;
    request.mentions = example.mentions;
    return request;
}

void Dataset::write(const DatasetFiles&, const std::map<std::size_t, Example>&, const std::set<std::size_t>&) const
{
    throw Error(ErrorCode::UnsupportedFormat, sentence("Data sets of this format cannot be written."));
}

} // namespace vbs
