#include "core/datasets/record_file.h"
#include "core/datasets/vcr.h"
#include "core/metrics/label_metrics.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/result_lines.h"
#include "core/metrics/results_by_id.h"

#include <algorithm>
#include <array>
#include <map>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChoices = 4;

struct VcrChosen {
    int answer = -1;
    std::array<int, kChoices> reasons{}; ///< by the answer that is taken to be right
};

/// The columns of a file, by what they hold: probabilities as VCR's leaderboard takes them, or the chosen labels.
class VcrColumns {
public:
    VcrColumns(const std::vector<std::string>& head, const fs::path& file) : m_file(file), m_cells(head.size())
    {
        for (std::size_t i = 0; i < head.size(); ++i)
            if (!m_columns.try_emplace(head[i], i).second)
                throw Error(ErrorCode::CorruptData,
                            sentence("%1 has the column \"%2\" twice.", m_file.string(), head[i]));
        m_id = column("annot_id");
        m_labels = m_columns.contains("answer_label");
        if (m_labels) {
            m_answers[0] = column("answer_label");
            m_reasons[0][0] = column("rationale_label");
            return;
        }
        for (std::size_t choice = 0; choice < kChoices; ++choice) {
            m_answers[choice] = column("answer_" + std::to_string(choice));
            for (std::size_t answer = 0; answer < kChoices; ++answer)
                m_reasons[answer][choice] =
                    column("rationale_conditioned_on_a" + std::to_string(answer) + "_" + std::to_string(choice));
        }
    }

    std::pair<std::string, VcrChosen> read(const std::vector<std::string>& cells, std::size_t line) const
    {
        const std::string place = m_file.string() + ": line " + std::to_string(line);
        if (cells.size() != m_cells)
            throw Error(ErrorCode::CorruptData,
                        sentence("%1 has %2 cells, the head has %3.", place, cells.size(), m_cells));
        VcrChosen chosen;
        if (m_labels) {
            chosen.answer = labelIn(cells[m_answers[0]], place);
            chosen.reasons.fill(labelIn(cells[m_reasons[0][0]], place));
            return {cells[m_id], chosen};
        }
        chosen.answer = best(cells, m_answers, place);
        for (std::size_t answer = 0; answer < kChoices; ++answer)
            chosen.reasons[answer] = best(cells, m_reasons[answer], place);
        return {cells[m_id], chosen};
    }

private:
    std::size_t column(const std::string& name) const
    {
        const auto found = m_columns.find(name);
        if (found == m_columns.end())
            throw Error(
                ErrorCode::CorruptData,
                sentence("%1 has no column \"%2\" in its first line, which names the columns.", m_file.string(), name));
        return found->second;
    }

    /// The most probable, of equal ones the first.
    static int best(const std::vector<std::string>& cells, const std::array<std::size_t, kChoices>& columns,
                    const std::string& place)
    {
        std::array<double, kChoices> values{};
        for (std::size_t i = 0; i < kChoices; ++i)
            values[i] = numberInCell(cells[columns[i]], place);
        return int(std::ranges::max_element(values) - values.begin());
    }

    static int labelIn(const std::string& cell, const std::string& place)
    {
        if (cell.size() != 1 || cell.front() < '0' || cell.front() > '3')
            throw Error(ErrorCode::CorruptData,
                        sentence("%1 has \"%2\" where a choice from 0 to 3 should be.", place, cell));
        return cell.front() - '0';
    }

    fs::path m_file;
    std::size_t m_cells = 0;
    std::map<std::string, std::size_t> m_columns;
    bool m_labels = false;
    std::size_t m_id = 0;
    std::array<std::size_t, kChoices> m_answers{};
    std::array<std::array<std::size_t, kChoices>, kChoices> m_reasons{};
};

} // namespace

MetricReport vcrFilesReport(const fs::path& dataset, const fs::path& results, const BootstrapOptions& options,
                            bool partial)
{
    ResultsById<VcrChosen> choices(results, "record");
    std::optional<VcrColumns> columns;
    forEachCsvLine(results, [&](const std::vector<std::string>& cells, std::size_t line) {
        if (!columns) {
            columns.emplace(cells, results);
            return;
        }
        auto [id, read] = columns->read(cells, line);
        choices.add(id, read);
    });
    std::vector<VcrMeasured> records;
    forEachRecord(dataset, [&](const JsonRecord& record, const RecordPlace&) {
        const VcrExample example = vcrExampleOf(record);
        if (example.answerLabel < 0 || example.answerLabel >= int(kChoices))
            record.fail("answer_label", "is missing or above 3: results can only be measured by labels.");
        if (const VcrChosen* chosen = choices.take(example.id, dataset))
            records.push_back({example.image, example.answerLabel, example.rationaleLabel, chosen->answer,
                               chosen->reasons[std::size_t(example.answerLabel)], example.id});
    });
    const std::size_t missing = choices.requireFit(dataset, partial);
    MetricReport report = vcrReport(records, options);
    noteMissing(missing, "record", report.remarks);
    return report;
}

} // namespace vbs
