#include "core/look/hiding_curves.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/engine/explanation_methods.h"
#include "core/explain/removal_curve.h"
#include "core/look/region_hiding.h"
#include "core/look/single_answer.h"

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

double areaUnder(const std::vector<double>& curve)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i)
        area += (curve[i - 1] + curve[i]) / 2;
    return area / double(curve.size() - 1);
}

class Curves {
public:
    Curves(InferenceBackend& engine, const InferenceRequest& request, const JobControl& control)
        : m_engine(engine), m_request(request), m_control(control), m_hiding(engine, request, control)
    {
        m_curves.answer = singleAnswerOf(m_hiding.first());
        if (m_hiding.shown().empty())
            throw Error(ErrorCode::InvalidArgument, sentence("There is no region that could be hidden."));
    }

    HidingCurves run(std::uint64_t seed)
    {
        Rng rng(seed);
        for (std::size_t m = 0; m < kMethodCount; ++m) {
            m_control.report(forPeople("Hiding regions in order"), double(m) / double(kMethodCount));
            const auto method = ExplanationMethod(m);
            std::vector<double> weights(m_hiding.regions());
            if (method == ExplanationMethod::None)
                std::ranges::generate(weights, [&] { return rng.uniform(); });
            else
                weights = weightsOf(method);
            m_curves.curves.push_back(
                curveOf(method == ExplanationMethod::None ? "random" : std::string(nameOf(method)), weights));
        }
        m_curves.runs += m_hiding.runs();
        return std::move(m_curves);
    }

private:
    std::vector<double> weightsOf(ExplanationMethod method)
    {
        InferenceRequest request = m_request;
        request.explanation = {method, -1, -1, m_curves.answer.text};
        const Explanation why = m_engine.run(request, {m_control.stop, {}}).explanation;
        ++m_curves.runs;
        std::vector<double> weights = why.regions;
        weights.insert(weights.end(), why.rightRegions.begin(), why.rightRegions.end());
        weights.resize(m_hiding.regions());
        return weights;
    }

    HidingCurve curveOf(const std::string& name, const std::vector<double>& weights)
    {
        HidingCurve curve;
        curve.method = name;
        const std::vector<std::size_t> shown = m_hiding.shown();
        for (const std::size_t region : removalOrder(weights, RemovalOrder::MostImportantFirst))
            if (std::ranges::binary_search(shown, region))
                curve.order.push_back(region);
        curve.deletion = probabilities(curve.order, false);
        curve.insertion = probabilities(curve.order, true);
        curve.deletionArea = areaUnder(curve.deletion);
        curve.insertionArea = areaUnder(curve.insertion);
        return curve;
    }

    /// With 0, 1, … all regions of the order hidden, or shown and the others hidden.
    std::vector<double> probabilities(const std::vector<std::size_t>& order, bool insertion)
    {
        std::vector<std::vector<bool>> sets;
        std::vector<bool> hidden(m_hiding.regions(), insertion);
        sets.push_back(hidden);
        for (const std::size_t region : order) {
            hidden[region] = !insertion;
            sets.push_back(hidden);
        }
        std::vector<double> curve;
        for (const InferenceResult& result : m_hiding.run(sets))
            curve.push_back(probabilityOf(m_curves.answer.text, result));
        return curve;
    }

    InferenceBackend& m_engine;
    const InferenceRequest& m_request;
    const JobControl& m_control;
    RegionHiding m_hiding;
    HidingCurves m_curves;
};

} // namespace

HidingCurves hidingCurves(InferenceBackend& engine, const InferenceRequest& request, std::uint64_t seed,
                          const JobControl& control)
{
    return Curves(engine, request, control).run(seed);
}

} // namespace vbs
