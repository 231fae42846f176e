#pragma once

#include "core/engine/inference_backend.h"

#include <functional>
#include <set>

namespace vbs::test {

/// An engine whose answer follows from which regions are shown, by a rule of the test's.
class RuledEngine : public InferenceBackend {
public:
    /// How probable "yes" is, given the regions that are shown; of two pictures the right one's follow.
    using Rule = std::function<double(const std::set<std::size_t>& shown)>;

    RuledEngine(std::size_t left, std::size_t right, Rule rule) : m_left(left), m_right(right), m_rule(std::move(rule))
    {
    }

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }

    InferenceResult run(const InferenceRequest& request, const JobControl& control) override
    {
        control.throwIfStopped();
        ++runs;
        std::set<std::size_t> shown;
        for (std::size_t i = 0; i < m_left + m_right; ++i) {
            const std::vector<bool>& hidden = i < m_left ? request.hiddenRegions : request.hiddenRightRegions;
            const std::size_t place = i < m_left ? i : i - m_left;
            if (!(place < hidden.size() && hidden[place]))
                shown.insert(i);
        }
        const double yes = m_rule(shown);
        InferenceResult result;
        result.task = request.task;
        result.regions.regions.resize(m_left);
        result.rightRegions.regions.resize(m_right);
        result.answers = {{"yes", yes}, {"no", 1 - yes}};
        if (yes < .5)
            std::swap(result.answers[0], result.answers[1]);
        result.match = yes;
        // Attention alone knows what counts: the first regions count most.
        const bool knows = request.explanation.method == ExplanationMethod::Attention;
        for (std::size_t i = 0; i < m_left; ++i)
            result.explanation.regions.push_back(knows ? double(m_left - i) : double(i));
        for (std::size_t i = 0; i < m_right; ++i)
            result.explanation.rightRegions.push_back(0);
        return result;
    }

    std::size_t runs = 0;

private:
    std::size_t m_left, m_right;
    Rule m_rule;
};

} // namespace vbs::test
