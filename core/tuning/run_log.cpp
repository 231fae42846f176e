#include "core/tuning/run_log.h"

#include "core/base/duration_text.h"
#include "core/base/error.h"
#include "core/base/json.h"

#include <cstdio>
#include <fstream>

namespace vbs {

namespace {

std::string measuresText(const Measures& measures)
{
    std::string text;
    for (const auto& [name, value] : measures) {
        char number[32];
        std::snprintf(number, sizeof number, "%.4g", value);
        text += (text.empty() ? "" : "  ") + name + " " + number;
    }
    return text;
}

} // namespace

RunLog::RunLog(std::filesystem::path file, int totalSteps, LineSink lines)
    : m_file(std::move(file)), m_totalSteps(totalSteps), m_lines(std::move(lines)),
      m_begin(std::chrono::steady_clock::now())
{
    if (m_file.has_parent_path())
        std::filesystem::create_directories(m_file.parent_path());
}

void RunLog::begin(int step)
{
    m_firstStep = step;
    m_begin = std::chrono::steady_clock::now();
    m_sums.clear();
}

void RunLog::add(const Measures& measures)
{
    for (const auto& [name, value] : measures) {
        auto& [sum, count] = m_sums[name];
        sum += value;
        ++count;
    }
}

void RunLog::report(int step, double learningRate)
{
    Measures means;
    for (const auto& [name, sum] : m_sums)
        means[name] = sum.first / sum.second;
    m_sums.clear();
    append("train", step, means, learningRate);
    if (!m_lines)
        return;
    const int done = step - m_firstStep;
    const double spent = secondsSinceBegin();
    const std::string left = done > 0 ? durationText(spent / done * (m_totalSteps - step)) : "?";
    char pace[32];
    std::snprintf(pace, sizeof pace, "%.2f", done > 0 ? spent / done : 0.0);
    m_lines("step " + std::to_string(step) + "/" + std::to_string(m_totalSteps) + "  " + left + " left  " + pace +
            " s a step  " + measuresText(means));
}

void RunLog::evaluation(int step, const Measures& measures)
{
    append("evaluation", step, measures, 0);
    if (m_lines)
        m_lines("evaluation after " + std::to_string(step) + " steps: " + measuresText(measures));
}

double RunLog::secondsSinceBegin() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

void RunLog::append(const std::string& kind, int step, const Measures& measures, double learningRate)
{
    if (m_file.empty())
        return;
    OrderedJson line = {{"kind", kind}, {"step", step}, {"seconds", secondsSinceBegin()}};
    if (learningRate > 0)
        line["learning_rate"] = learningRate;
    for (const auto& [name, value] : measures)
        line[name] = value;
    std::ofstream stream(m_file, std::ios::app);
    stream << line.dump() << '\n';
    if (!stream)
        throw Error(ErrorCode::FileUnwritable, m_file.string() + " cannot be written.");
}

} // namespace vbs
