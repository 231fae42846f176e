#include "app/commands/lesson_command.h"

#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/base/utf8.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_html.h"

#include <cstdio>
#include <filesystem>
#include <iostream>

namespace vbs {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLessonHelp = "a .vbslesson file, or its folder";

/// "toys" of "lessons/toys.vbslesson" and of the folder "lessons/toys".
fs::path withSuffix(const fs::path& lesson, const char* suffix)
{
    const fs::path path = lesson.has_filename() ? lesson : lesson.parent_path();
    fs::path name = isFolder(path) ? path.filename() : path.stem();
    return path.parent_path() / (name += suffix);
}

class LessonShowCommand : public Command {
public:
    std::string name() const override { return "show"; }
    std::string help() const override { return "Say what a lesson holds"; }

    void declare(CLI::App& app) override
    {
        app.add_option("lesson", m_file, kLessonHelp)->required();
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const Lesson lesson = readLesson(m_file);
        if (m_json) {
            std::cout << jsonText(jsonOf(lesson)) << '\n';
            return;
        }
        std::printf("%s (%s), %zu steps, %zu pictures, recorded with %s\n", withoutControls(lesson.title).c_str(),
                    std::string(nameOf(lesson.language)).c_str(), lesson.steps.size(), lesson.pictures.size(),
                    lesson.pack.empty() ? "no pack yet" : withoutControls(lesson.pack).c_str());
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            const LessonStep& step = lesson.steps[i];
            std::printf("%3zu  %-36s %-8s %-9s %-8s %s\n", i + 1, withoutControls(step.title).c_str(),
                        step.task ? std::string(taskInfo(*step.task).command).c_str() : "-",
                        std::string(nameOf(step.view)).c_str(), std::string(nameOf(step.quiz.kind)).c_str(),
                        step.task && !step.recorded ? "not recorded" : "");
        }
    }

private:
    static OrderedJson jsonOf(const Lesson& lesson)
    {
        OrderedJson steps = OrderedJson::array();
        for (const LessonStep& step : lesson.steps)
            steps.push_back({{"title", step.title},
                             {"task", step.task ? OrderedJson(nameOf(*step.task)) : OrderedJson()},
                             {"view", nameOf(step.view)},
                             {"quiz", nameOf(step.quiz.kind)},
                             {"recorded", step.recorded.has_value()}});
        return {{"id", lesson.id},
                {"title", lesson.title},
                {"language", nameOf(lesson.language)},
                {"author", lesson.author},
                {"pack", lesson.pack},
                {"manifest_sha256", lesson.packManifest},
                {"pictures", lesson.pictures.size()},
                {"steps", std::move(steps)}};
    }

    std::string m_file;
    bool m_json = false;
};

class LessonHtmlCommand : public Command {
public:
    std::string name() const override { return "html"; }
    std::string help() const override { return "Write a lesson as one web page that plays it"; }

    void declare(CLI::App& app) override
    {
        app.add_option("lesson", m_file, kLessonHelp)->required();
        app.add_option("-o,--output", m_output, "the page; NAME.html beside the lesson unless given");
        app.add_flag("--notes", m_options.notes, "with the teacher's notes, shown on the key N");
        app.add_option("--picture-size", m_options.longestSide, "pictures are shrunk to so many pixels")
            ->check(CLI::Range(64, 8192))
            ->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const std::string page = lessonHtml(readLesson(m_file), m_options);
        const fs::path output = m_output.empty() ? withSuffix(m_file, ".html") : fs::path(m_output);
        writeFileAtomically(output, page);
        if (m_json)
            std::cout << jsonText({{"page", output.string()}, {"bytes", page.size()}}) << '\n';
        else
            std::printf("%s: %.1f MB\n", output.c_str(), double(page.size()) / 1e6);
    }

private:
    std::string m_file, m_output;
    LessonPageOptions m_options;
    bool m_json = false;
};

class LessonPackCommand : public Command {
public:
    std::string name() const override { return "pack"; }
    std::string help() const override { return "Make a .vbslesson file of a lesson's folder, or a folder of the file"; }

    void declare(CLI::App& app) override
    {
        app.add_option("lesson", m_file, kLessonHelp)->required();
        app.add_option("-o,--output", m_output, "NAME.vbslesson, or the folder NAME, beside the lesson unless given");
    }

    void run() override
    {
        const Lesson lesson = readLesson(m_file);
        const bool folder = isFolder(m_file);
        const fs::path output = m_output.empty() ? withSuffix(m_file, folder ? ".vbslesson" : "") : fs::path(m_output);
        if (folder)
            writeLesson(output, lesson);
        else
            writeLessonFolder(output, lesson);
        std::printf("%s\n", output.c_str());
    }

private:
    std::string m_file, m_output;
};

} // namespace

std::unique_ptr<Command> makeLessonShowCommand()
{
    return std::make_unique<LessonShowCommand>();
}

std::unique_ptr<Command> makeLessonHtmlCommand()
{
    return std::make_unique<LessonHtmlCommand>();
}

std::unique_ptr<Command> makeLessonPackCommand()
{
    return std::make_unique<LessonPackCommand>();
}

} // namespace vbs
