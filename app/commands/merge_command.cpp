#include "app/commands/merge_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/run_report.h"
#include "app/commands/terminal_progress.h"

#include <iostream>

namespace vbs {

namespace {

class MergeCommand : public Command {
public:
    std::string name() const override { return "merge"; }
    std::string help() const override { return "Put the shards of `predict` together, and measure the whole"; }

    void declare(CLI::App& app) override
    {
        app.add_option("RUN", m_options.runs, "folders that `predict --shard` wrote to")->required();
        app.add_option("--output", m_options.output, "where the results go; default: the first RUN");
        app.add_option("--dataset", m_options.files.dataset, "the data set, where it lies elsewhere now");
        app.add_option("--annotations", m_options.files.annotations, "likewise its annotations");
        app.add_option("--images", m_options.files.images, "likewise the folder of its pictures");
        app.add_option("--resamples", m_options.bootstrap.resamples, "drawings behind the metrics' 95 % intervals")
            ->check(CLI::Range(0, 100000))
            ->capture_default_str();
        app.add_option("--seed", m_options.bootstrap.seed, "of the intervals")->capture_default_str();
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
        app.add_flag("--quiet", m_quiet, "no progress");
        app.footer("Every item has to be in one shard: gaps and doubles are named. The exit code is 1 when items could "
                   "not be\nasked; everything is written then, and failures.jsonl has them with their reasons.");
    }

    void run() override
    {
        JobControl control = terminalProgress(m_quiet);
        control.stop = stopOnInterrupt();
        const RunMergeReport report = mergeRuns(m_options, control);
        if (m_json)
            std::cout << jsonText(report.toJson()) << std::endl;
        else
            printMerged(report);
        requireAllAnswered(report);
    }

private:
    RunMergeOptions m_options;
    bool m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeMergeCommand()
{
    return std::make_unique<MergeCommand>();
}

} // namespace vbs
