#include "core/cluster/cluster_run.h"

#include "core/base/duration_text.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/cluster/slurm.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace fs = std::filesystem;

namespace {

fs::path jobsFile(const fs::path& run)
{
    return run / "cluster" / "jobs.json";
}

bool isJobNumber(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// @throws Error while jobs of an earlier submission of the run wait or run.
void requireNoneAlive(const fs::path& run)
{
    std::error_code code;
    if (!fs::exists(jobsFile(run), code))
        return;
    for (const std::string& job : ClusterRun::read(run).jobs()) {
        for (const auto& [task, state] : slurm::statesOf(job)) {
            if (slurm::isAlive(state.state)) {
                throw Error(ErrorCode::InvalidArgument,
                            sentence("Job %1 of %2 is still there (%3): look at it with \"cluster status\", or end it "
                                     "with \"cluster cancel\".",
                                     job, run, state.state));
            }
        }
    }
}

/// A shard's own word; null where there is none that can be read.
Json progressOf(const fs::path& run, int shard, int shards)
{
    const fs::path file = run / "shards" / (std::to_string(shard) + "-of-" + std::to_string(shards)) / "progress.json";
    std::error_code code;
    if (!fs::exists(file, code))
        return nullptr;
    try {
        Json progress = readJsonFile(file);
        return progress.is_object() ? progress : Json();
    } catch (const Error&) {
        return nullptr;
    }
}

std::string numbersText(const Json& progress)
{
    if (!progress.is_object())
        return {};
    const auto number = [&](const char* key) {
        const Json value = progress.value(key, Json());
        return isFiniteNumber(value) ? value.get<double>() : -1.;
    };
    char text[128];
    std::snprintf(text, sizeof text, "%.0f of %.0f items", std::max(0., number("done")), std::max(0., number("items")));
    std::string all = text;
    if (number("failed") > 0) {
        std::snprintf(text, sizeof text, ", %.0f without an answer", number("failed"));
        all += text;
    }
    if (progress.value("state", Json()) == "running") {
        if (number("items_per_second") > 0) {
            std::snprintf(text, sizeof text, ", %.1f a second", number("items_per_second"));
            all += text;
        }
        if (number("seconds_left") >= 0)
            all += ", " + durationText(number("seconds_left")) + " left";
    }
    return all;
}

/// What Slurm's word for a job means here; "unknown" where it has none.
std::string stateOf(const SlurmState* known)
{
    if (!known)
        return "unknown";
    if (known->state == "COMPLETED")
        return "finished";
    if (known->state == "CANCELLED")
        return "cancelled";
    if (!slurm::isAlive(known->state))
        return "failed";
    return known->state == "RUNNING" || known->state == "COMPLETING" ? "running" : "waiting";
}

/// "waiting (Dependency)", "running on node1", "TIMEOUT".
std::string wordsOf(const SlurmState* known, const std::string& state)
{
    if (!known)
        return {};
    if (state == "waiting")
        return known->reason;
    if (state == "running")
        return known->node.empty() ? "" : "on " + known->node;
    return state == "failed" ? known->state : "";
}

std::string joined(std::initializer_list<std::string> parts)
{
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : "; ") + part;
    return text;
}

ClusterLine shardLine(const ClusterRun& run, int shard, const SlurmState* known)
{
    ClusterLine line{"shard " + std::to_string(shard), stateOf(known), "", progressOf(run.run, shard, run.shards)};
    const std::string own = line.progress.is_object() && line.progress.value("state", Json()).is_string()
                                ? line.progress["state"].get<std::string>()
                                : "";
    const bool isAlive = line.state == "waiting" || line.state == "running";
    if (own == "finished" || (!isAlive && line.state != "cancelled" && (own == "stopped" || own == "failed")))
        line.state = own;
    std::string log;
    if (line.state == "failed" || line.state == "cancelled" || line.state == "unknown" || line.state == "stopped")
        log = "see " + (run.run / "cluster" / ("shard-" + std::to_string(shard) + ".log")).string();
    line.detail = joined({numbersText(line.progress), wordsOf(known, line.state), log});
    return line;
}

ClusterLine mergeLine(const ClusterRun& run)
{
    const auto states = slurm::statesOf(run.merge);
    const SlurmState* known = states.empty() ? nullptr : &states.begin()->second;
    ClusterLine line{"merge", stateOf(known), "", nullptr};
    line.detail = joined({wordsOf(known, line.state), line.state == "waiting" || line.state == "running"
                                                          ? ""
                                                          : "see " + (run.run / "cluster" / "merge.log").string()});
    return line;
}

} // namespace

std::vector<ClusterScript> scriptsOf(const ClusterJob& job)
{
    job.check();
    return {{"predict.sh", predictScript(job)}, {"merge.sh", mergeScript(job)}};
}

ClusterRun ClusterRun::read(const fs::path& folder)
{
    std::error_code code;
    if (!fs::exists(jobsFile(folder), code)) {
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 was not given to a cluster: there is no %2.", folder, jobsFile(folder)));
    }
    const Json json = readJsonFile(jobsFile(folder));
    const auto text = [&](const char* key) {
        const Json value = json.is_object() ? json.value(key, Json()) : Json();
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    ClusterRun run{folder, 0, text("array"), text("merge")};
    if (json.is_object() && json.value("shards", Json()).is_number_unsigned())
        run.shards = int(std::min<std::uint64_t>(json["shards"].get<std::uint64_t>(), 1'000'000));
    // They become words of Slurm's commands.
    if (run.shards < 1 || !isJobNumber(run.array) || !isJobNumber(run.merge))
        throw Error(ErrorCode::CorruptData, sentence("%1 does not say which jobs were submitted.", jobsFile(folder)));
    return run;
}

ClusterRun submitRun(const ClusterJob& job)
{
    const std::vector<ClusterScript> scripts = scriptsOf(job);
    requireNoneAlive(job.run);
    for (const ClusterScript& script : scripts)
        writeFileAtomically(job.run / "cluster" / script.name, script.text);
    const auto script = [&](const char* name) { return job.run / "cluster" / name; };
    ClusterRun run{job.run, job.shards, slurm::submit(script("predict.sh"), job.run, {}), {}};
    try {
        // Merging says itself what is missing, so that it also begins where a shard failed.
        run.merge = slurm::submit(script("merge.sh"), job.run, {"--dependency=afterany:" + run.array}, {run.array});
    } catch (const Error&) {
        slurm::cancel({run.array});
        throw;
    }
    writeJsonFile(jobsFile(job.run), {{"shards", run.shards}, {"array", run.array}, {"merge", run.merge}});
    return run;
}

std::vector<ClusterLine> statusOf(const ClusterRun& run)
{
    const auto tasks = slurm::statesOf(run.array, std::size_t(run.shards));
    std::vector<ClusterLine> lines;
    for (int shard = 1; shard <= run.shards; ++shard) {
        const auto known = tasks.find(std::to_string(shard));
        lines.push_back(shardLine(run, shard, known == tasks.end() ? nullptr : &known->second));
    }
    lines.push_back(mergeLine(run));
    return lines;
}

} // namespace vbs
