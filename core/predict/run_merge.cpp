#include "core/predict/run_merge.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/shard.h"
#include "core/datasets/dataset_formats.h"
#include "core/engine/task_table.h"
#include "core/metrics/metric_formats.h"
#include "core/predict/collected_lines.h"
#include "core/predict/shard_plan.h"
#include "core/predict/shard_run.h"
#include "core/review/result_writers.h"

#include <fstream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReportEvery = 4096;

/// A file of lines that takes its place as a whole.
class LinesOfWhole {
public:
    explicit LinesOfWhole(fs::path file) : m_file(std::move(file)), m_part(m_file)
    {
        m_part += ".part";
        m_stream.open(m_part, std::ios::binary | std::ios::trunc);
        require();
    }
    void add(const std::string& line) { m_stream << line << '\n'; }
    void finish()
    {
        m_stream.close();
        require();
        synchroniseFile(m_part);
        std::error_code code;
        fs::rename(m_part, m_file, code);
        if (code)
            throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", m_file, code.message()));
    }

private:
    void require() const
    {
        if (!m_stream)
            throw Error(ErrorCode::FileUnwritable,
                        sentence("%1 cannot be written: check the folder and the space on its disk.", m_part));
    }

    fs::path m_file, m_part;
    std::ofstream m_stream;
};

class RunMerge {
public:
    RunMerge(const RunMergeOptions& options, const JobControl& control)
        : m_options(options), m_control(control), m_lines(options.runs)
    {
        const RunDescription& run = m_lines.run();
        m_files = run.files;
        for (auto member : {&DatasetFiles::dataset, &DatasetFiles::annotations, &DatasetFiles::images})
            if (!(options.files.*member).empty())
                m_files.*member = options.files.*member;
        m_output = options.output.empty() ? options.runs.front() : options.output;
        m_report.items = run.items;
        m_report.shards = m_lines.shards();
    }

    RunMergeReport merge()
    {
        m_lines.requireAll();
        const DatasetFormat& format = datasetFormat(m_lines.run().format);
        const std::unique_ptr<Dataset> dataset = openToAsk(format, m_files);
        requireSame(*dataset);
        std::error_code code;
        fs::create_directories(m_output, code);
        writeLines(*dataset);
        measure();
        return std::move(m_report);
    }

private:
    void requireSame(const Dataset& dataset) const
    {
        const ShardPlan plan = planShard(dataset, m_files.images, {}, m_lines.run().batch, m_control);
        if (plan.fingerprint != m_lines.run().fingerprint)
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 is not what the run was asked about: name the data set as it was, and the folder "
                                 "of pictures.",
                                 m_files.dataset));
    }

    void writeLines(const Dataset& dataset)
    {
        const Task task = *taskNamed(m_lines.run().task);
        const auto results = resultWriterFor(task, m_files.images);
        m_report.predictions = m_output / "predictions.jsonl";
        m_report.failureFile = m_output / "failures.jsonl";
        LinesOfWhole answers(m_report.predictions), failures(m_report.failureFile);
        for (std::size_t i = 0; i < m_report.items; ++i) {
            if (i % kReportEvery == 0) {
                m_control.throwIfStopped();
                m_control.report(forPeople("Putting the shards together"), double(i) / double(m_report.items));
            }
            const std::string line = m_lines.line(i);
            const AnswerLine read = answerLineOf(line, m_lines.placeOf(i));
            results->add({std::uint32_t(i), dataset.at(i)}, read.result);
            if (read.fault.empty()) {
                ++m_report.answered;
                answers.add(line);
                continue;
            }
            if (m_report.failed++ < kFailuresNamed)
                m_report.failures.push_back({read.id, read.fault});
            failures.add(line);
        }
        answers.finish();
        failures.finish();
        writeResults(*results, task);
    }

    void writeResults(ResultWriter& results, Task task)
    {
        const bool table = task == Task::VisualReasoning || task == Task::MultipleChoice;
        const fs::path file = m_output / (table ? "results.csv" : "results.json");
        try {
            PredictionExport written = results.finish();
            if (m_lines.run().format != "vqa-v2") // it was opened without its annotations, which they are about
                m_report.remarks = std::move(written.remarks);
            writeFileAtomically(file, written.text);
            m_report.results = file;
        } catch (const Error& e) {
            if (e.code() != ErrorCode::UnsupportedFormat)
                throw;
            m_report.unmeasured = e.what();
        }
    }

    void measure()
    {
        const fs::path file = m_output / "metrics.json";
        std::error_code code;
        fs::remove(file, code); // of an earlier merge
        if (m_report.results.empty())
            return;
        const bool phrases = m_lines.run().task == nameOf(Task::RegionToPhrase);
        const bool questions = m_lines.run().format == "vqa-v2";
        if (questions && m_files.annotations.empty()) {
            m_report.unmeasured = "The data set has no annotations that results could be compared with: name them "
                                  "with --annotations.";
            return;
        }
        try {
            m_control.report(forPeople("Measuring"));
            MetricFiles files{{}, {}, m_report.results, true};
            if (!phrases) {
                files.dataset = m_files.dataset;
                files.annotations = m_files.annotations;
            }
            const MetricFormat& format = metricFormatOf(files);
            m_report.metrics = format.report(files, m_options.bootstrap);
            OrderedJson json = {{"kind", format.name}};
            json.update(reportJson(*m_report.metrics));
            json["seed"] = m_options.bootstrap.seed;
            writeJsonFile(file, json);
            m_report.metricsFile = file;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::FileUnwritable)
                throw;
            m_report.unmeasured = e.what();
        }
    }

    const RunMergeOptions& m_options;
    const JobControl& m_control;
    CollectedLines m_lines;
    DatasetFiles m_files;
    fs::path m_output;
    RunMergeReport m_report;
};

} // namespace

OrderedJson RunMergeReport::toJson() const
{
    OrderedJson json = {{"items", items},
                        {"answered", answered},
                        {"failed", failed},
                        {"shards", shards},
                        {"predictions", predictions.string()},
                        {"failures", failureFile.string()},
                        {"failed_items", OrderedJson::array()},
                        {"results", nullptr},
                        {"metrics", nullptr},
                        {"remarks", remarks}};
    for (const Failure& failure : failures)
        json["failed_items"].push_back({{"id", failure.id}, {"reason", failure.reason}});
    if (!results.empty())
        json["results"] = results.string();
    if (metrics)
        json["metrics"] = reportJson(*metrics);
    if (!unmeasured.empty())
        json["unmeasured"] = unmeasured;
    return json;
}

RunMergeReport mergeRuns(const RunMergeOptions& options, const JobControl& control)
{
    return RunMerge(options, control).merge();
}

} // namespace vbs
