#include "core/datasets/example_score.h"
#include "core/tuning/task_labels.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

class PhraseLabels : public TaskLabels {
public:
    bool knows(const Example& example) const override { return !example.truth.phraseBoxes.empty(); }

    at::Tensor of(const Example& example, const RegionSet& regions) const override
    {
        const std::size_t phrases = example.truth.phraseBoxes.size();
        at::Tensor rows = torch::zeros({std::int64_t(phrases), std::int64_t(regions.regions.size())});
        for (std::size_t p = 0; p < phrases; ++p) {
            const std::vector<bool> fits = regionsFittingPhrase(example.truth, p, regions);
            const auto count = float(std::ranges::count(fits, true));
            for (std::size_t r = 0; r < fits.size(); ++r)
                if (fits[r])
                    rows[std::int64_t(p)][std::int64_t(r)] = 1.f / count;
        }
        return rows;
    }
};

} // namespace

std::unique_ptr<TaskLabels> makePhraseLabels()
{
    return std::make_unique<PhraseLabels>();
}

} // namespace vbs
