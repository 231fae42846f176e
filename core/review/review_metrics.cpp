#include "core/review/review_metrics.h"

#include "core/base/error.h"
#include "core/datasets/example_score.h"
#include "core/metrics/coco_metrics.h"
#include "core/metrics/label_metrics.h"
#include "core/metrics/phrase_metrics.h"
#include "core/metrics/vqa_metrics.h"
#include "core/review/correction.h"
#include "core/review/decisions_by_item.h"
#include "core/review/example_record.h"
#include "core/review/predicted_result.h"
#include "core/review/standing.h"

#include <algorithm>
#include <map>
#include <memory>

namespace vbs {

namespace {

constexpr std::size_t kItemsPerReport = 1000;

/// Collects the items of one kind of data set.
class KindOfMetric {
public:
    virtual ~KindOfMetric() = default;
    virtual void add(const Example& example, const PredictedResult& result) = 0;
    virtual MetricReport report(const BootstrapOptions& options) const = 0;
};

class QuestionMetric : public KindOfMetric {
public:
    void add(const Example& example, const PredictedResult& result) override
    {
        const ExampleTruth& truth = example.truth;
        if (truth.answers.empty() && truth.scores.empty())
            return;
        const std::string answer = result.answers.empty() ? "" : result.answers.front().text;
        m_metrics.add({example.group, example.type, truth.answerType, bestAnswerOf(truth), {}, answer},
                      vqaAccuracyOf(truth, answer));
    }
    MetricReport report(const BootstrapOptions& options) const override { return m_metrics.report(options); }

private:
    VqaMetrics m_metrics;
};

class StatementMetric : public KindOfMetric {
public:
    void add(const Example& example, const PredictedResult& result) override
    {
        if (example.truth.label && !result.answers.empty())
            m_statements.push_back({example.id, *example.truth.label == 1, result.answers.front().text == "true"});
    }
    MetricReport report(const BootstrapOptions& options) const override { return nlvr2Report(m_statements, options); }

private:
    std::vector<Nlvr2Measured> m_statements;
};

class ChoiceMetric : public KindOfMetric {
public:
    void add(const Example& example, const PredictedResult& result) override
    {
        if (!example.truth.label || result.answers.empty())
            return;
        // Both halves of a record share what they count together by; without one it is a record of its own.
        const std::string key = example.truth.together.empty() ? "item " + example.id : example.truth.together;
        VcrMeasured& record = m_records[key];
        record.picture = example.group;
        const int chosen =
            int(std::ranges::max_element(result.answers, {}, &Answer::probability) - result.answers.begin());
        const bool reason = example.type == "reason";
        (reason ? record.rationaleLabel : record.answerLabel) = int(*example.truth.label);
        (reason ? record.rationale : record.answer) = chosen;
    }
    MetricReport report(const BootstrapOptions& options) const override
    {
        std::vector<VcrMeasured> records;
        for (const auto& [key, record] : m_records)
            records.push_back(record);
        return vcrReport(records, options);
    }

private:
    std::map<std::string, VcrMeasured> m_records;
};

class PhraseMetric : public KindOfMetric {
public:
    void add(const Example& example, const PredictedResult& result) override
    {
        const ExampleTruth& truth = example.truth;
        RegionSet regions{result.width, result.height, {}};
        for (std::size_t p = 0; p < std::min(truth.phraseBoxes.size(), result.phrases.size()); ++p) {
            if (truth.phraseBoxes[p].empty())
                continue;
            regions.regions.clear();
            for (const Box& box : result.phrases[p].boxes) {
                regions.regions.emplace_back();
                regions.regions.back().box = box;
            }
            const std::vector<bool> fits = regionsFittingPhrase(truth, p, regions);
            const auto first = std::ranges::find(fits, true);
            const std::string type = p < truth.phraseTypes.size() ? truth.phraseTypes[p] : example.type;
            m_metrics.add(example.group, type, first == fits.end() ? -1 : int(first - fits.begin()),
                          first != fits.end() || result.phrases[p].within);
        }
    }
    MetricReport report(const BootstrapOptions& options) const override { return m_metrics.report(options); }

private:
    PhraseMetrics m_metrics;
};

class BoxMetric : public KindOfMetric {
public:
    void add(const Example& example, const PredictedResult& result) override
    {
        CocoPicture picture;
        for (const LabelledBox& box : example.truth.boxes)
            picture.truth.push_back({cocoBox(box.box), double(box.box.area()), categoryOf(box.label), false, true});
        for (const Region& region : result.regions)
            picture.found.push_back({cocoBox(region.box), categoryOf(region.label), double(region.score)});
        m_pictures.push_back(std::move(picture));
    }
    MetricReport report(const BootstrapOptions& options) const override
    {
        std::vector<std::pair<std::int64_t, std::string>> categories;
        for (const auto& [name, number] : m_categories)
            categories.emplace_back(number, name);
        std::ranges::sort(categories);
        return cocoReport(m_pictures, categories, options);
    }

private:
    static CocoBox cocoBox(const Box& box)
    {
        return {box.x1, box.y1, double(box.x2) - double(box.x1), double(box.y2) - double(box.y1)};
    }
    std::int64_t categoryOf(const std::string& label)
    {
        return m_categories.try_emplace(label, std::int64_t(m_categories.size())).first->second;
    }

    std::map<std::string, std::int64_t> m_categories;
    std::vector<CocoPicture> m_pictures;
};

std::unique_ptr<KindOfMetric> metricFor(const Example& example)
{
    if (!example.task)
        return std::make_unique<BoxMetric>();
    switch (*example.task) {
    case Task::VisualReasoning:
        return std::make_unique<StatementMetric>();
    case Task::MultipleChoice:
        return std::make_unique<ChoiceMetric>();
    case Task::RegionToPhrase:
        return std::make_unique<PhraseMetric>();
    default:
        return std::make_unique<QuestionMetric>();
    }
}

/// Whether any region of the picture fits a phrase was noted for its boxes as they were.
PredictedResult withoutBoundOfChanged(const PredictedResult& result, const Example& before, const Example& after)
{
    PredictedResult now = result;
    for (std::size_t p = 0; p < now.phrases.size(); ++p)
        if (p < after.truth.phraseBoxes.size() && after.truth.phraseBoxes[p] != before.truth.phraseBoxes[p])
            now.phrases[p].within = false;
    return now;
}

} // namespace

ReviewMetrics reviewMetricsOf(const ReviewStore& store, const BootstrapOptions& options, const JobControl& control)
{
    const ReviewProject project = store.project();
    const DecisionsByItem decisions = decisionsByItem(store);
    std::unique_ptr<KindOfMetric> before, after;
    ReviewMetrics metrics;
    const double count = double(store.count());
    store.forEachPrediction(project.model, [&](const Prediction& prediction) {
        control.throwIfStopped();
        if (prediction.result.empty())
            return;
        const Example example = store.item(prediction.item).example;
        const PredictedResult result = predictedResultOf(prediction.result);
        if (!before) {
            before = metricFor(example);
            after = metricFor(example);
        }
        if (metrics.items++ % kItemsPerReport == 0)
            control.report(forPeople("Comparing the model's answers"), double(prediction.item) / count);
        before->add(example, result);
        const auto acts = decisions.find(prediction.item);
        const Standing standing =
            acts == decisions.end() ? Standing() : standingOf(acts->second, project.reviewersWanted);
        if (standing.verdict == Verdict::Accepted && !standing.correction.empty()) {
            const Example now = corrected(example, standing.correction);
            after->add(now, withoutBoundOfChanged(result, example, now));
        } else if (standing.verdict != Verdict::Rejected) {
            after->add(example, result);
        }
    });
    if (!before)
        throw Error(ErrorCode::InvalidArgument, sentence("No model was asked about the project's items yet."));
    control.report(forPeople("Drawing pictures anew for the intervals"));
    metrics.before = before->report(options);
    control.throwIfStopped();
    metrics.after = after->report(options);
    return metrics;
}

ReviewerRatings ratingsOf(const std::vector<Decision>& decisions)
{
    std::map<std::uint32_t, std::map<std::string, std::vector<Decision>>> byItem;
    std::map<std::string, std::size_t> reviewers;
    for (const Decision& decision : decisions) {
        if (decision.undone || !decides(decision.kind))
            continue;
        byItem[decision.item][decision.reviewer].push_back(decision);
        reviewers.try_emplace(decision.reviewer, 0);
    }
    ReviewerRatings result;
    for (auto& [name, number] : reviewers) {
        number = result.reviewers.size();
        result.reviewers.push_back(name);
    }
    result.ratings.assign(reviewers.size(), std::vector<std::optional<std::string>>(byItem.size()));
    std::size_t item = 0;
    for (const auto& [number, acts] : byItem) {
        for (const auto& [reviewer, own] : acts) {
            const Standing standing = standingOf(own, 1);
            const bool changed = standing.verdict == Verdict::Accepted && !standing.correction.empty();
            result.ratings[reviewers.at(reviewer)][item] =
                std::string(nameOf(standing.verdict)) + (changed ? " " + standing.correction : "");
        }
        ++item;
    }
    return result;
}

} // namespace vbs
