#include "app/commands/selftest_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/base/program_version.h"
#include "core/base/utf8.h"
#include "core/pack/pack_catalog.h"
#include "core/picture_book/evaluation/scene_evaluation.h"
#include "core/runtime/device.h"
#include "core/selftest/selftest.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

constexpr std::uint64_t kUnseenScenes = 777; ///< the series that accuracy is stated for

SceneMarks askAboutScenes(InferenceBackend& engine, const std::vector<Task>& tasks, int scenes,
                          const JobControl& control)
{
    SceneEvaluationOptions options;
    options.tasks = tasks;
    options.scenes = scenes;
    options.seed = kUnseenScenes;
    options.questionsPerScene = 1;
    const SceneEvaluation evaluation = evaluateOnScenes(engine, options, control);
    SceneMarks marks;
    marks.ap50 = evaluation.ap50;
    for (const auto& [task, scores] : evaluation.tasks) {
        marks.asked += scores.all().count;
        marks.right += scores.all().right;
    }
    return marks;
}

/// Whether this program computes right on every device that it finds.
class SelftestCommand : public Command {
public:
    std::string name() const override { return "selftest"; }
    std::string help() const override { return "Prove that every device of this machine computes right"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--device", m_options.devices, "auto (the processor and every GPU), cpu or cuda[:N]")
            ->default_str("auto");
        app.add_option("--precision", m_options.precisions, "float32, bfloat16 or both; default: both")
            ->check(CLI::IsMember({"float32", "bfloat16"}));
        app.add_option("--pack", m_pack, "name or folder of the model pack")->capture_default_str();
        app.add_option("--references", m_options.references,
                       "file of the reference cases; default: what comes with the program");
        app.add_flag("--quick", m_options.quick, "one reference case, few scenes, no speed");
        app.add_flag("--list", m_list, "print what is checked, and check nothing");
        addThreadsOption(app);
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
        app.add_flag("--quiet", m_quiet, "no progress");
        app.footer("The exit code is 0 if every check passed, and 1 if any failed.");
    }

    void run() override
    {
        if (m_list)
            return list();
        m_options.pack = findPack(m_pack);
        m_options.scenes = askAboutScenes;
        m_options.control = terminalProgress(m_quiet);
        m_options.control.stop = stopOnInterrupt();
        if (std::erase(m_options.devices, "auto") > 0)
            m_options.devices.clear();
        const DeviceInfo best = chooseDevice("auto");
        if (!m_json) {
            std::printf("VisualBERT Studio %s, LibTorch %s, %d threads. %s\n", programVersion().c_str(),
                        best.libtorch.c_str(), best.threads, best.reason.c_str());
            m_options.onLine = [this](const SelftestLine& line) { print(line); };
        }
        const SelftestReport report = runSelftest(m_options);
        m_options.control.report({}, 1); // clears the line of the progress
        m_json ? printJson(report, best) : printEnd(report);
        requirePassed(report);
    }

private:
    void list() const
    {
        OrderedJson json = OrderedJson::array();
        for (const SelftestCheckInfo& check : selftestChecks()) {
            json.push_back({{"check", check.name}, {"about", check.about}});
            if (!m_json)
                std::printf("%-12s %s\n", std::string(check.name).c_str(), std::string(check.about).c_str());
        }
        if (m_json)
            std::cout << jsonText({{"checks", json}}) << '\n';
    }

    void print(const SelftestLine& line) const
    {
        m_options.control.report({}, 1);
        const char* verdict = line.verdict == SelftestVerdict::Passed   ? "pass"
                              : line.verdict == SelftestVerdict::Failed ? "FAIL"
                                                                        : "-";
        const std::string name = line.check + (line.what.empty() ? "" : " " + line.what);
        std::printf("%-4s  %-6s %-8s  %-26s %5.1f s  %s\n", verdict, line.device.c_str(), line.precision.c_str(),
                    name.c_str(), line.seconds, withoutControls(line.text).c_str());
        std::fflush(stdout);
    }

    static void printEnd(const SelftestReport& report)
    {
        std::printf("%zu checks passed, %zu failed, in %.0f s.\n", report.count(SelftestVerdict::Passed),
                    report.count(SelftestVerdict::Failed), report.seconds);
    }

    static void printJson(const SelftestReport& report, const DeviceInfo& best)
    {
        OrderedJson json = report.toJson();
        json["version"] = programVersion();
        json["libtorch"] = best.libtorch;
        json["threads"] = best.threads;
        json["device_reason"] = best.reason;
        std::cout << jsonText(json) << '\n';
    }

    /// What failed is told by then; the exit code says so, too.
    static void requirePassed(const SelftestReport& report)
    {
        if (report.passed())
            return;
        std::fflush(stdout);
        const std::size_t failed = report.count(SelftestVerdict::Failed);
        for (const SelftestLine& line : report.lines)
            if (line.verdict == SelftestVerdict::Failed)
                throw Error(
                    ErrorCode::Mismatch,
                    (failed == 1 ? "1 check failed: " : std::to_string(failed) + " checks failed, the first: ") +
                        line.check + (line.what.empty() ? "" : " " + line.what) + " on " + line.device + " in " +
                        line.precision + ": do not trust what this device computes.");
        throw Error(ErrorCode::Mismatch, "Nothing was checked.");
    }

    SelftestOptions m_options;
    std::string m_pack = "picture-book";
    bool m_json = false, m_quiet = false, m_list = false;
};

} // namespace

std::unique_ptr<Command> makeSelftestCommand()
{
    return std::make_unique<SelftestCommand>();
}

} // namespace vbs
