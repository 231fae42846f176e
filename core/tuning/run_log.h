#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace vbs {

/// Named numbers of a training step, e.g. losses.
using Measures = std::map<std::string, double>;

/// Takes a run's lines for people, one at a time and without a line end; empty: nobody reads them.
using LineSink = std::function<void(const std::string&)>;

/// Collects a run's measures: means go to a JSON-lines file (one object a report) and to a sink as one line with the
/// time left. Used by one thread.
class RunLog {
public:
    /// @param file appended to; parent folders are made. Empty: no file.
    RunLog(std::filesystem::path file, int totalSteps, LineSink lines);

    /// Called once at the start and after a resume, with the first step to come.
    void begin(int step);

    void add(const Measures& measures);

    /// Writes the means since the last report. @param step steps done so far.
    void report(int step, double learningRate);

    /// Writes an evaluation's numbers at once.
    void evaluation(int step, const Measures& measures);

    double secondsSinceBegin() const;

private:
    void append(const std::string& kind, int step, const Measures& measures, double learningRate);

    std::filesystem::path m_file;
    int m_totalSteps;
    LineSink m_lines;
    int m_firstStep = 0;
    std::chrono::steady_clock::time_point m_begin;
    std::map<std::string, std::pair<double, int>> m_sums;
};

} // namespace vbs
