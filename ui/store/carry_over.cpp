#include "ui/store/carry_over.h"

#include "core/review/carried_item.h"
#include "core/review/standing.h"
#include "ui/store/sql_rows.h"
#include "ui/store/sql_text.h"

#include <chrono>
#include <map>

namespace vbs {

namespace {

constexpr std::size_t kPredictionsAtOnce = 2048;

/// An item of the first project in the second one.
struct Place {
    std::uint32_t number = 0;
    bool answerHolds = false;
};

class CarryOver {
public:
    CarryOver(const SqlReviewStore& from, SqlReviewStore& to, const JobControl& control)
        : m_from(from), m_to(to), m_control(control), m_wanted(from.project().reviewersWanted)
    {
        from.forEachToken([&](const Decision& act, const std::string& token) {
            m_acts[act.item].push_back(act);
            m_tokens[act.id] = token;
        });
    }

    void matchItems()
    {
        const std::size_t count = m_to.count();
        m_report.items = count;
        std::vector<bool> matched(m_from.count());
        for (std::uint32_t number = 0; number < count; ++number) {
            m_control.throwIfStopped();
            m_control.report("Matching the items", double(number) / double(count));
            const Example now = m_to.item(number).example;
            const auto old = m_from.numberOf(now.id);
            if (!old) {
                m_report.came.push_back(now.id);
                continue;
            }
            matched.at(*old) = true;
            match(*old, number, now);
        }
        for (std::uint32_t old = 0; old < matched.size(); ++old) {
            if (matched[old])
                continue;
            const std::vector<Decision> acts = actsOf(old);
            m_report.actsLeft += acts.size();
            m_report.gone.push_back({m_from.item(old).example.id, {}, std::string(nameOf(verdictOf(acts)))});
        }
    }

    /// What is undone comes first: what is younger than all that stands could be redone.
    void addActs()
    {
        m_report.acts = m_first.size() + m_others.size();
        for (std::map<std::int64_t, Decision>* acts : {&m_first, &m_others})
            for (const auto& [id, act] : *acts) {
                m_control.throwIfStopped();
                m_to.addOnce(act, m_tokens.at(id));
            }
    }

    void tagReopened(const std::string& reviewer)
    {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        for (const std::uint32_t number : m_reopened) {
            Decision tag;
            tag.item = number;
            tag.reviewer = reviewer;
            tag.time = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
            tag.kind = DecisionKind::Tag;
            tag.value = kChangedTag;
            m_to.add(tag);
        }
    }

    void copyPredictions()
    {
        std::vector<std::string> models;
        QSqlQuery query = m_from.connection().run(QStringLiteral("SELECT DISTINCT model FROM prediction"));
        while (query.next())
            models.push_back(textAt(query, 0));
        query.finish();
        for (const std::string& model : models)
            copyPredictionsOf(model);
    }

    CarryReport report() const { return m_report; }

private:
    std::vector<Decision> actsOf(std::uint32_t old) const
    {
        const auto found = m_acts.find(old);
        return found == m_acts.end() ? std::vector<Decision>() : found->second;
    }
    Verdict verdictOf(const std::vector<Decision>& acts) const { return standingOf(acts, m_wanted).verdict; }

    void match(std::uint32_t old, std::uint32_t number, const Example& now)
    {
        const Example before = m_from.item(old).example;
        const std::vector<Decision> acts = actsOf(old);
        const Standing standing = standingOf(acts, m_wanted);
        ItemFate fate = ItemFate::Same;
        try {
            fate = fateOf(before, now, standing.verdict == Verdict::Accepted ? standing.correction : "");
            keep(carriedActs(acts, fate, before, now), number, fate);
        } catch (const Error& e) {
            throw e.withContext("Item " + before.id);
        }
        m_places[old] = {number, answerHolds(fate, before, now)};
        const CarryReport::Item item{now.id, whatDiffers(before, now), std::string(nameOf(standing.verdict))};
        if (fate == ItemFate::Same) {
            ++m_report.same;
            return;
        }
        (fate == ItemFate::Applied ? m_report.applied : m_report.changed).push_back(item);
        if (fate == ItemFate::Changed && !standing.reviewers.empty())
            m_reopened.push_back(number);
    }

    void keep(const std::vector<Decision>& acts, std::uint32_t number, ItemFate fate)
    {
        for (Decision act : acts) {
            act.item = number;
            (fate == ItemFate::Changed && decides(act.kind) ? m_first : m_others)[act.id] = act;
        }
    }

    void copyPredictionsOf(const std::string& model)
    {
        m_control.report("Copying the model's answers");
        std::vector<Prediction> waiting;
        const auto flush = [&] {
            m_to.putPredictions(model, waiting);
            waiting.clear();
        };
        m_from.forEachPrediction(model, [&](const Prediction& prediction) {
            m_control.throwIfStopped();
            const auto place = m_places.find(prediction.item);
            if (place == m_places.end() || !place->second.answerHolds || !prediction.fault.empty()) {
                ++m_report.answersLeft;
                return;
            }
            waiting.push_back(prediction);
            waiting.back().item = place->second.number;
            ++m_report.answers;
            if (waiting.size() >= kPredictionsAtOnce)
                flush();
        });
        flush();
    }

    const SqlReviewStore& m_from;
    SqlReviewStore& m_to;
    const JobControl& m_control;
    int m_wanted;
    std::map<std::uint32_t, std::vector<Decision>> m_acts; ///< by the first project's item
    std::map<std::int64_t, std::string> m_tokens;          ///< by act
    std::map<std::uint32_t, Place> m_places;               ///< by the first project's item
    std::map<std::int64_t, Decision> m_first, m_others;    ///< for the second project, by the first one's id
    std::vector<std::uint32_t> m_reopened;
    CarryReport m_report;
};

} // namespace

CarryReport carryOver(const SqlReviewStore& from, SqlReviewStore& to, const ProjectDraft& draft,
                      const std::string& reviewer, const JobControl& control)
{
    importInto(to, draft, control);
    const SqlConnection& source = from.connection();
    // One moment of the source, while others go on with it.
    const SqlTransaction moment(source, source.isServer() ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ")
                                                          : QStringLiteral("BEGIN"));
    const auto change = to.beginChange();
    CarryOver carry(from, to, control);
    carry.matchItems();
    carry.addActs();
    carry.tagReopened(reviewer);
    carry.copyPredictions();
    for (const auto& [name, filter] : from.filters())
        to.setFilter(name, filter);
    change->commit();
    return carry.report();
}

} // namespace vbs
