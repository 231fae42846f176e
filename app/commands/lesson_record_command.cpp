#include "app/commands/engine_options.h"
#include "app/commands/lesson_command.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_recording.h"

#include <cstdio>
#include <iostream>

namespace vbs {
namespace {

class LessonRecordCommand : public Command {
public:
    std::string name() const override { return "record"; }
    std::string help() const override { return "Ask a pack everything that a lesson asks, and keep the answers in it"; }

    void declare(CLI::App& app) override
    {
        app.add_option("lesson", m_file, "a .vbslesson file, or its folder")->required();
        m_engine.declare(app);
    }

    void run() override
    {
        Lesson lesson = readLesson(m_file);
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        recordLesson(*engine, pack, lesson, m_engine.control());
        writeLesson(m_file, lesson);
        if (m_engine.json)
            std::cout << jsonText({{"lesson", m_file}, {"steps", lesson.steps.size()}, {"pack", lesson.pack}}) << '\n';
        else
            std::printf("%s: %zu steps recorded with %s\n", m_file.c_str(), lesson.steps.size(), lesson.pack.c_str());
    }

private:
    std::string m_file;
    EngineOptions m_engine;
};

class LessonCheckCommand : public Command {
public:
    std::string name() const override { return "check"; }
    std::string help() const override { return "Compare what a lesson recorded with what a pack says now"; }

    void declare(CLI::App& app) override
    {
        app.add_option("lesson", m_file, "a .vbslesson file, or its folder")->required();
        app.add_option("--tolerance", m_tolerance, "probabilities and shares may differ by so much")
            ->check(CLI::Range(0., 1.))
            ->capture_default_str();
        m_engine.declare(app);
        app.footer("The exit status is 1 where something differs.");
    }

    void run() override
    {
        const Lesson lesson = readLesson(m_file);
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        const auto differences = checkLesson(*engine, lesson, m_engine.control(), m_tolerance);
        if (m_engine.json)
            std::cout << jsonText(jsonOf(differences)) << '\n';
        else
            for (const LessonDifference& difference : differences)
                std::printf("%s\n", difference.message.english().c_str());
        if (!differences.empty())
            throw Error(ErrorCode::Mismatch, m_file + ": " + std::to_string(differences.size()) +
                                                 " recorded values differ from what " + pack.name +
                                                 " says; visualbert lesson record replaces them.");
        if (!m_engine.json)
            std::printf("%s: all %zu steps are as %s says.\n", m_file.c_str(), lesson.steps.size(), pack.name.c_str());
    }

private:
    static OrderedJson jsonOf(const std::vector<LessonDifference>& differences)
    {
        OrderedJson list = OrderedJson::array();
        for (const LessonDifference& one : differences)
            list.push_back({{"step", one.step + 1},
                            {"what", one.what},
                            {"largest", one.largest},
                            {"message", one.message.english()}});
        return {{"differences", std::move(list)}};
    }

    std::string m_file;
    double m_tolerance = kLessonTolerance;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeLessonRecordCommand()
{
    return std::make_unique<LessonRecordCommand>();
}

std::unique_ptr<Command> makeLessonCheckCommand()
{
    return std::make_unique<LessonCheckCommand>();
}

} // namespace vbs
