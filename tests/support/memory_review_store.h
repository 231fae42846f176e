#pragma once

#include "core/base/error.h"
#include "core/review/review_store.h"

#include <string>
#include <utility>
#include <vector>

namespace vbs::test {

/// A project in memory, for what only reads one. Everything else is refused.
class MemoryReviewStore : public ReviewStore {
public:
    explicit MemoryReviewStore(std::vector<Example> examples, int reviewersWanted = 1)
    {
        m_project.name = "memory";
        m_project.format = "vqa-v2";
        m_project.model = "model";
        m_project.reviewersWanted = reviewersWanted;
        for (Example& example : examples)
            m_items.push_back({std::uint32_t(m_items.size()), std::move(example)});
    }

    /// What the model says of the next item.
    void predict(const std::string& result, const std::string& guess = {})
    {
        Prediction& prediction = m_predictions.emplace_back();
        prediction.item = std::uint32_t(m_predictions.size() - 1);
        prediction.result = result;
        prediction.guess = guess;
        prediction.fault = result.empty() ? "The picture is missing." : "";
    }

    ReviewProject project() const override { return m_project; }
    void setProject(const ReviewProject& project) override { m_project = project; }
    std::size_t count() const override { return m_items.size(); }
    ReviewItem item(std::uint32_t number) const override { return m_items.at(number); }
    void forEachPrediction(const std::string& model, const std::function<void(const Prediction&)>& visit) const override
    {
        for (const Prediction& prediction : m_predictions)
            if (model == m_project.model)
                visit(prediction);
    }
    Decision add(const Decision& decision) override
    {
        m_decisions.push_back(decision);
        m_decisions.back().id = std::int64_t(m_decisions.size());
        return m_decisions.back();
    }
    std::vector<Decision> decisions() const override { return m_decisions; }

    void addItems(std::span<const ReviewItem>) override { refuse(); }
    std::optional<std::uint32_t> numberOf(const std::string&) const override { refuse(); }
    ReviewSummaries summaries() const override { refuse(); }
    std::vector<ItemLine> lines(std::span<const std::uint32_t>) const override { refuse(); }
    std::vector<std::uint32_t> search(const std::string&) const override { refuse(); }
    std::vector<std::uint32_t> withGroupOf(std::uint32_t) const override { refuse(); }
    void putPredictions(const std::string&, std::span<const Prediction>) override { refuse(); }
    std::optional<Prediction> prediction(const std::string& model, std::uint32_t item) const override
    {
        return model == m_project.model && item < m_predictions.size() ? std::optional(m_predictions[item])
                                                                       : std::nullopt;
    }
    std::optional<Decision> undo(const std::string&) override { refuse(); }
    std::optional<Decision> redo(const std::string&) override { refuse(); }
    std::vector<Decision> decisionsOf(std::uint32_t) const override { refuse(); }
    std::map<std::string, ReviewFilter> filters() const override { refuse(); }
    void setFilter(const std::string&, const ReviewFilter&) override { refuse(); }
    void removeFilter(const std::string&) override { refuse(); }
    std::string note(const std::string&, const std::string&) const override { refuse(); }
    void setNote(const std::string&, const std::string&, const std::string&) override { refuse(); }

private:
    [[noreturn]] static void refuse() { throw Error(ErrorCode::Internal, "This store is only read."); }

    ReviewProject m_project;
    std::vector<ReviewItem> m_items;
    std::vector<Prediction> m_predictions;
    std::vector<Decision> m_decisions;
};

} // namespace vbs::test
