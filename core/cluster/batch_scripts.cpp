#include "core/cluster/batch_scripts.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vbs {

namespace {

/// Letters, digits and these mean themselves to a shell and to Slurm's own reading of #SBATCH lines.
constexpr std::string_view kPlainMarks = "_-.,:=@+/";

bool isPlain(std::string_view word, std::string_view moreMarks = {})
{
    return std::ranges::all_of(word, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               kPlainMarks.find(c) != kPlainMarks.npos || moreMarks.find(c) != moreMarks.npos;
    });
}

/// What all jobs ask for.
std::string head(const ClusterJob& job, const std::string& name, const std::string& what)
{
    std::string text = "#!/bin/bash\n# " + what + " Written by visualbert cluster predict.\n";
    const auto ask = [&](const std::string& option, const std::string& value) {
        if (!value.empty())
            text += "#SBATCH --" + option + "=" + value + "\n";
    };
    ask("job-name", "visualbert-" + name);
    ask("partition", job.partition);
    ask("account", job.account);
    for (const std::string& option : job.options)
        text += "#SBATCH " + option + "\n";
    return text;
}

/// The command with one argument a line, so that people can read it.
std::string commandText(const ClusterJob& job, const std::vector<std::string>& words)
{
    std::string text = shellWord(job.program.string());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isOption = words[i].starts_with("--");
        text += (isOption ? " \\\n    " : " ") + shellWord(words[i]);
    }
    return text;
}

/// Slurm writes a job's output relative to RUN, but replaces %j and its like in the whole path. Where it would take
/// RUN's name apart, the script opens the file itself, without what Slurm says there of its own.
bool isTakenApart(const ClusterJob& job)
{
    return job.run.string().find_first_of("%\\") != std::string::npos;
}

std::string outputOption(const ClusterJob& job, const std::string& file)
{
    return "#SBATCH --open-mode=append\n#SBATCH --output=" + (isTakenApart(job) ? "/dev/null" : "cluster/" + file) +
           "\n";
}

/// @param ending the file's name behind RUN/cluster/, as the shell reads it.
std::string openOutput(const ClusterJob& job, const std::string& ending)
{
    return isTakenApart(job) ? "exec >>" + shellWord((job.run / "cluster").string()) + "/" + ending + " 2>&1\n" : "";
}

/// A time limit as sbatch's manual lists them: minutes, minutes:seconds, hours:minutes:seconds, or behind days- hours,
/// hours:minutes, hours:minutes:seconds. Nothing for other texts, of which sbatch is the judge.
std::optional<std::int64_t> secondsOfLimit(std::string_view time)
{
    const auto number = [](std::string_view digits) {
        std::int64_t value = -1;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool isNumber = code == std::errc() && end == digits.data() + digits.size();
        return isNumber && value >= 0 && value < 1'000'000'000 ? std::optional(value) : std::nullopt;
    };
    std::int64_t seconds = 0;
    const std::size_t dash = time.find('-');
    if (dash != time.npos) {
        const auto days = number(time.substr(0, dash));
        if (!days)
            return std::nullopt;
        seconds = *days * 24 * 3600;
        time.remove_prefix(dash + 1);
    }
    const auto colons = std::ranges::count(time, ':');
    if (colons > 2)
        return std::nullopt;
    std::int64_t unit = dash != time.npos || colons == 2 ? 3600 : 60;
    for (bool goesOn = true; goesOn; unit /= 60) {
        const std::size_t colon = time.find(':');
        goesOn = colon != time.npos;
        const auto part = number(time.substr(0, colon));
        if (!part)
            return std::nullopt;
        seconds += *part * unit;
        time.remove_prefix(goesOn ? colon + 1 : time.size());
    }
    return seconds;
}

std::string goTo(const ClusterJob& job)
{
    return "cd -- " + shellWord(job.workingFolder.string()) + " || exit\n";
}

} // namespace

void ClusterJob::check() const
{
    std::vector<std::string> values{time, partition, gpus, account, memory};
    values.insert(values.end(), options.begin(), options.end());
    for (const std::string& value : values) {
        if (!isPlain(value, "[]*%&|")) { // a shell takes these apart, Slurm's lines do not
            throw Error(ErrorCode::InvalidArgument,
                        sentence("\"%1\" cannot stand in a batch script: only letters, digits and _-.,:=@+/[]*%&| can.",
                                 value));
        }
    }
    for (const std::string& option : options) {
        if (!option.starts_with("--")) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("\"%1\" is no option of sbatch: write it as --name=value.", option));
        }
    }
    const std::optional<std::int64_t> seconds = secondsOfLimit(time);
    if (seconds && *seconds > 0 && *seconds <= warning) { // Slurm takes 0 for no limit
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A part would be told to end as it begins: its limit of %1 is %2 seconds, and it is "
                             "warned %3 seconds before. Give a longer --time or a smaller --warning.",
                             time, *seconds, warning));
    }
}

std::string shellWord(const std::string& word)
{
    if (!word.empty() && isPlain(word))
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string predictScript(const ClusterJob& job)
{
    std::string text = head(job, "predict", "Each task of this array does one shard.");
    text += "#SBATCH --array=1-" + std::to_string(job.shards) +
            (job.atOnce > 0 ? "%" + std::to_string(job.atOnce) : "") + "\n";
    text += "#SBATCH --time=" + job.time + "\n";
    text += "#SBATCH --signal=B:USR1@" + std::to_string(job.warning) + "\n";
    text += "#SBATCH --requeue\n" + outputOption(job, "shard-%a.log");
    if (!job.gpus.empty())
        text += "#SBATCH --gres=gpu:" + job.gpus + "\n";
    if (job.cpus > 0)
        text += "#SBATCH --cpus-per-task=" + std::to_string(job.cpus) + "\n";
    if (!job.memory.empty())
        text += "#SBATCH --mem=" + job.memory + "\n";
    std::vector<std::string> words{"predict"};
    words.insert(words.end(), job.predictArguments.begin(), job.predictArguments.end());
    words.insert(words.end(), {"--shard", "auto", "--resume"});
    text += openOutput(job, "\"shard-$SLURM_ARRAY_TASK_ID.log\"") + goTo(job);
    text += "answers=" + shellWord((job.run / "shards").string()) + "/$SLURM_ARRAY_TASK_ID-of-" +
            std::to_string(job.shards) + "/predictions.jsonl\n";
    text += R"sh(size() { stat -c %s -- "$answers" 2>/dev/null || echo 0; }
before=$(size)
signalled=0 near_limit=0 work=
# Cancelling reaches the program, too, and a second signal of one kind would end it at once: it gets another kind.
trap 'signalled=1; kill -USR1 "$work" 2>/dev/null' TERM
trap 'signalled=1; near_limit=1; kill -USR1 "$work" 2>/dev/null' USR1
)sh";
    text += commandText(job, words) + " &\n";
    text += R"sh(work=$!
[ "$signalled" = 0 ] || kill -USR1 "$work"
while :; do
    wait "$work"
    code=$?
    [ "$signalled" = 1 ] || break
    signalled=0 # the signal ended the waiting, not the program
done
# Slurm warned of the time limit, and the shard can go on later. One that came no further would never end. At its very
# start the program is ended by the signal itself.
[ "$code" != "$((128 + $(kill -l USR1)))" ] || code=)sh" +
            std::to_string(kGoOnLaterExitCode) + R"sh(
if [ "$code" = )sh" +
            std::to_string(kGoOnLaterExitCode) + R"sh( ] && [ "$near_limit" = 1 ]; then
    if [ "$(size)" -gt "$before" ]; then
        scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
    else
        echo "Nothing was finished within the time limit: give more with --time." >&2
    fi
fi
exit "$code"
)sh";
    return text;
}

std::string mergeScript(const ClusterJob& job)
{
    return head(job, "merge", "Puts the shards together and measures the whole.") + "#SBATCH --requeue\n" +
           outputOption(job, "merge.log") + openOutput(job, "merge.log") + goTo(job) +
           R"sh(# The array's number comes with sbatch. Once all its tasks have ended this job may begin, though one was cancelled and
# is queued again.
if [ -n "${1:-}" ] && [ -n "$(squeue --noheader --jobs="$1" 2>/dev/null)" ]; then
    scontrol requeue "$SLURM_JOB_ID"
    exit
fi
exec )sh" + commandText(job, {"merge", job.run.string()}) +
           "\n";
}

} // namespace vbs
