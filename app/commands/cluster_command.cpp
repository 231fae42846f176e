#include "app/commands/cluster_command.h"

#include "core/base/error.h"
#include "core/base/shipped_folder.h"
#include "core/cluster/cluster_run.h"
#include "core/cluster/slurm.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// What `visualbert predict` would refuse is refused before anything is queued.
void checkPredictArguments(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--shard", "1/1", "--resume"});
    for (const auto& command : allCommands()) {
        if (command->name() != "predict")
            continue;
        CLI::App app;
        app.name("predict");
        command->declare(app);
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        try {
            app.parse(std::move(reversed));
        } catch (const CLI::ParseError& e) {
            throw Error(ErrorCode::InvalidArgument,
                        std::string("visualbert predict would not take these options: ") + e.what());
        }
    }
}

class ClusterPredictCommand : public Command {
public:
    std::string name() const override { return "predict"; }
    std::string help() const override { return "Have a Slurm cluster answer a whole data set"; }

    void declare(CLI::App& app) override
    {
        app.allow_extras();
        app.add_option("--output", m_output, "folder of the run, which all nodes see")->required();
        app.add_option("--shards", m_job.shards, "parts of the data set, each a task of the job array")
            ->check(CLI::Range(1, 10000));
        app.add_option("--nodes", m_job.atOnce,
                       "parts that run at the same time; default: as many as there is room for")
            ->check(CLI::Range(1, 10000));
        app.add_option("--time", m_job.time, "time limit of a part, as sbatch takes it: 2:00:00")->required();
        app.add_option("--warning", m_job.warning, "seconds before the limit in which a part ends its batch")
            ->check(CLI::Range(1, 65535))
            ->capture_default_str();
        app.add_option("--partition", m_job.partition, "of the cluster");
        app.add_option("--gpus", m_job.gpus, "of a part: 1, or a100:1");
        app.add_option("--cpus", m_job.cpus, "of a part")->check(CLI::Range(1, 4096));
        app.add_option("--memory", m_job.memory, "of a part: 16G");
        app.add_option("--account", m_job.account, "that the time is charged to");
        app.add_option("--sbatch", m_job.options, "another option of sbatch, as --sbatch=--qos=high")
            ->allow_extra_args(false);
        app.add_flag("--dry-run", m_dryRun, "print the scripts and submit nothing");
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
        app.footer(
            "All other options are those of `visualbert predict`, but for --shard and --resume, which the job "
            "has by itself.\nThe scripts lie in RUN/cluster, the outputs beside them. A part that comes near its "
            "time limit ends its batch and\nis queued again. When all are done, a second job puts them together "
            "and measures the whole.");
        m_app = &app;
    }

    void run() override
    {
        if (m_app->count("--shards") == 0 && m_app->count("--nodes") == 0)
            throw Error(ErrorCode::InvalidArgument, "Say into how many parts the data set is divided: --shards N.");
        if (m_app->count("--shards") == 0)
            m_job.shards = m_job.atOnce;
        m_job.program = programFile();
        if (m_job.program.empty())
            throw Error(ErrorCode::FileUnreadable, "This program does not find itself: is /proc there?");
        m_job.workingFolder = fs::current_path();
        m_job.run = fs::absolute(m_output).lexically_normal();
        m_job.predictArguments = m_app->remaining();
        for (const std::string& word : m_job.predictArguments) {
            if (word == "--shard" || word.starts_with("--shard=") || word == "--resume")
                throw Error(ErrorCode::InvalidArgument, "Leave " + word + " out: each part gets its own.");
        }
        m_job.predictArguments.insert(m_job.predictArguments.end(), {"--output", m_job.run.string()});
        checkPredictArguments(m_job.predictArguments);
        if (m_dryRun)
            return printScripts();
        const ClusterRun run = submitRun(m_job);
        if (m_json) {
            std::cout << jsonText(OrderedJson{{"run", run.run.string()},
                                              {"shards", run.shards},
                                              {"array", run.array},
                                              {"merge", run.merge}})
                      << '\n';
            return;
        }
        std::printf("job %s: %d %s; job %s: merging and metrics\n", run.array.c_str(), run.shards,
                    run.shards == 1 ? "shard" : "shards", run.merge.c_str());
        std::printf("scripts and outputs: %s\n", (run.run / "cluster").c_str());
    }

private:
    void printScripts() const
    {
        const std::vector<ClusterScript> scripts = scriptsOf(m_job);
        if (m_json) {
            OrderedJson json = OrderedJson::object();
            for (const ClusterScript& script : scripts)
                json[script.name] = script.text;
            std::cout << jsonText(json) << '\n';
            return;
        }
        for (const ClusterScript& script : scripts)
            std::printf("### %s\n%s\n", script.name.c_str(), script.text.c_str());
    }

    CLI::App* m_app = nullptr;
    ClusterJob m_job;
    fs::path m_output;
    bool m_dryRun = false, m_json = false;
};

class ClusterStatusCommand : public Command {
public:
    std::string name() const override { return "status"; }
    std::string help() const override { return "Tell how far each part of a run is"; }

    void declare(CLI::App& app) override
    {
        app.add_option("RUN", m_run, "folder of the run")->required();
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        const ClusterRun run = ClusterRun::read(fs::absolute(m_run).lexically_normal());
        OrderedJson lines = OrderedJson::array();
        for (const ClusterLine& line : statusOf(run)) {
            if (m_json) {
                lines.push_back({{"name", line.name},
                                 {"state", line.state},
                                 {"detail", line.detail},
                                 {"progress", OrderedJson(line.progress)}});
            } else {
                std::printf("%-10s %-10s%s%s\n", line.name.c_str(), line.state.c_str(), line.detail.empty() ? "" : " ",
                            line.detail.c_str());
            }
        }
        if (m_json)
            std::cout << jsonText(OrderedJson{{"array", run.array}, {"merge", run.merge}, {"jobs", lines}}) << '\n';
    }

private:
    fs::path m_run;
    bool m_json = false;
};

class ClusterCancelCommand : public Command {
public:
    std::string name() const override { return "cancel"; }
    std::string help() const override { return "End the jobs of a run; what is done stays"; }

    void declare(CLI::App& app) override { app.add_option("RUN", m_run, "folder of the run")->required(); }

    void run() override
    {
        const ClusterRun run = ClusterRun::read(fs::absolute(m_run).lexically_normal());
        slurm::cancel(run.jobs());
        std::printf("Jobs %s and %s are cancelled. What is done stays: the same \"cluster predict\" goes on.\n",
                    run.array.c_str(), run.merge.c_str());
    }

private:
    fs::path m_run;
};

} // namespace

std::unique_ptr<Command> makeClusterPredictCommand()
{
    return std::make_unique<ClusterPredictCommand>();
}

std::unique_ptr<Command> makeClusterStatusCommand()
{
    return std::make_unique<ClusterStatusCommand>();
}

std::unique_ptr<Command> makeClusterCancelCommand()
{
    return std::make_unique<ClusterCancelCommand>();
}

} // namespace vbs
