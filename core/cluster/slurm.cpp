#include "core/cluster/slurm.h"

#include "core/base/child_program.h"
#include "core/base/error.h"
#include "core/base/one_line.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace vbs::slurm {

namespace {

/// The last line that a program printed, without its end.
std::string lastLine(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(" \n\r\t");
    if (end == std::string::npos)
        return {};
    const std::size_t begin = text.find_last_of('\n', end);
    return text.substr(begin == std::string::npos ? 0 : begin + 1,
                       end - (begin == std::string::npos ? 0 : begin + 1) + 1);
}

/// What a command prints; nothing where it fails or is not here.
std::string printedBy(const std::vector<std::string>& command)
{
    try {
        const ChildOutcome outcome = runChildProgram(command);
        return outcome.exitCode == 0 ? outcome.out : "";
    } catch (const Error&) {
        return {};
    }
}

std::string reasonOf(const ChildOutcome& outcome)
{
    const std::string said = lastLine(outcome.err);
    return said.empty() ? "exit code " + std::to_string(outcome.exitCode) : said;
}

} // namespace

std::map<std::string, SlurmState> readSlurmStates(const std::string& text)
{
    std::map<std::string, SlurmState> states;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> fields;
        std::istringstream parts(line);
        for (std::string part; std::getline(parts, part, '|');)
            fields.push_back(part);
        if (fields.size() < 2 || fields[0].find('.') != std::string::npos) // a step of a job
            continue;
        fields.resize(4);
        const std::size_t task = fields[0].find('_');
        SlurmState state{fields[1].substr(0, fields[1].find(' ')), fields[2], fields[3]}; // "CANCELLED by 0"
        if (state.reason == "None")
            state.reason.clear();
        states[task == std::string::npos ? "" : fields[0].substr(task + 1)] = state;
    }
    return states;
}

std::string submit(const std::filesystem::path& script, const std::filesystem::path& folder,
                   const std::vector<std::string>& options, const std::vector<std::string>& arguments)
{
    std::vector<std::string> command{"sbatch", "--parsable", "--chdir=" + folder.string()};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(script.string());
    command.insert(command.end(), arguments.begin(), arguments.end());
    ChildOutcome outcome;
    try {
        outcome = runChildProgram(command);
    } catch (const Error& e) {
        throw Error(e.code(),
                    sentence("Slurm's commands are not here (%1): submit where they are, or look at the scripts "
                             "with --dry-run.",
                             e.said()));
    }
    std::string job = lastLine(outcome.out);
    job = job.substr(0, job.find(';')); // "12;cluster"
    const bool isNumber = !job.empty() && job.find_first_not_of("0123456789") == std::string::npos;
    if (outcome.exitCode != 0 || !isNumber)
        throw Error(ErrorCode::InvalidArgument, sentence("Slurm did not take the job: %1", reasonOf(outcome)));
    return job;
}

std::map<std::string, SlurmState> statesOf(const std::string& job, std::size_t tasks)
{
    auto states = readSlurmStates(
        printedBy({"squeue", "--noheader", "--array", "--states=all", "--format=%i|%T|%r|%N", "--jobs=" + job}));
    if (states.size() < tasks) {
        states.merge(readSlurmStates(printedBy({"sacct", "--noheader", "--parsable2", "--array",
                                                "--format=JobID,State,Reason,NodeList", "--jobs=" + job})));
    }
    return states;
}

bool isAlive(const std::string& state)
{
    constexpr std::array kAlive{"PENDING",  "RUNNING",     "SUSPENDED", "COMPLETING",   "CONFIGURING", "REQUEUED",
                                "RESIZING", "REQUEUE_FED", "SIGNALING", "REQUEUE_HOLD", "STAGE_OUT",   "STOPPED"};
    return std::ranges::find(kAlive, state) != kAlive.end();
}

void cancel(const std::vector<std::string>& jobs)
{
    std::vector<std::string> command{"scancel"};
    command.insert(command.end(), jobs.begin(), jobs.end());
    const ChildOutcome outcome = runChildProgram(command);
    if (outcome.exitCode != 0)
        throw Error(ErrorCode::InvalidArgument, sentence("Slurm did not cancel the jobs: %1", reasonOf(outcome)));
}

} // namespace vbs::slurm
