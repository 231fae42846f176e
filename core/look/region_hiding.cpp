#include "core/look/region_hiding.h"

#include "core/look/single_answer.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kRunsAtOnce = 32;

bool isMarked(const std::vector<bool>& marks, std::size_t place)
{
    return place < marks.size() && marks[place];
}

} // namespace

RegionHiding::RegionHiding(InferenceBackend& engine, const InferenceRequest& request, const JobControl& control)
    : m_engine(engine), m_request(request), m_quiet{control.stop, {}}
{
    m_request.explanation = {};
    m_request.blindToo = m_request.presenceToo = false; // which take runs of their own
    m_first = engine.run(m_request, m_quiet);
    m_request = asksFor(std::move(m_request), singleAnswerOf(m_first).text);
    m_left = m_first.regions.regions.size();
    m_right = m_first.rightRegions.regions.size();
}

bool RegionHiding::isHidden(std::size_t region) const
{
    return region < m_left ? isMarked(m_request.hiddenRegions, region)
                           : isMarked(m_request.hiddenRightRegions, region - m_left);
}

std::vector<std::size_t> RegionHiding::shown() const
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < regions(); ++i)
        if (!isHidden(i))
            shown.push_back(i);
    return shown;
}

InferenceRequest RegionHiding::hiding(const std::vector<bool>& set) const
{
    InferenceRequest request = m_request;
    request.hiddenRegions.assign(m_left, false);
    request.hiddenRightRegions.assign(m_right, false);
    for (std::size_t i = 0; i < regions(); ++i) {
        const bool hidden = isHidden(i) || isMarked(set, i);
        (i < m_left ? request.hiddenRegions[i] : request.hiddenRightRegions[i - m_left]) = hidden;
    }
    return request;
}

std::vector<InferenceResult> RegionHiding::run(const std::vector<std::vector<bool>>& sets)
{
    std::vector<InferenceResult> results;
    for (std::size_t begin = 0; begin < sets.size(); begin += kRunsAtOnce) {
        m_quiet.throwIfStopped();
        std::vector<InferenceRequest> requests;
        for (std::size_t i = begin; i < std::min(begin + kRunsAtOnce, sets.size()); ++i)
            requests.push_back(hiding(sets[i]));
        for (InferenceResult& result : m_engine.runBatch(requests, m_quiet))
            results.push_back(std::move(result));
        m_runs += requests.size();
    }
    return results;
}

} // namespace vbs
