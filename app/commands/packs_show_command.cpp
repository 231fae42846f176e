#include "app/commands/packs_show_command.h"

#include "app/commands/packs_text.h"
#include "core/base/utf8.h"
#include "core/pack/pack_catalog.h"
#include "core/pack/pack_manifest.h"

#include <iomanip>
#include <iostream>

namespace vbs {

namespace {

void line(const char* what, const std::string& text)
{
    if (!text.empty())
        std::cout << std::left << std::setw(14) << what << withoutControls(text) << '\n';
}

std::string kindOf(const Json& extractor)
{
    const Json kind = extractor.is_object() ? extractor.value("kind", Json()) : Json();
    return kind.is_string() ? kind.get<std::string>() : "";
}

class PacksShowCommand : public Command {
public:
    std::string name() const override { return "show"; }
    std::string help() const override { return "Show what a pack contains and can do"; }

    void declare(CLI::App& app) override
    {
        app.add_flag("--json", m_json, "print JSON");
        app.add_option("name", m_name, "name or folder of the pack")->required();
    }

    void run() override
    {
        const ModelPack pack = readPack(findPack(m_name));
        m_json ? printJson(pack) : printText(pack);
    }

private:
    static void printJson(const ModelPack& pack)
    {
        OrderedJson result = {{"folder", pack.folder.string()}};
        result.update(toJson(pack.manifest));
        for (const auto& [key, task] : pack.manifest.tasks)
            result["asked"][key] = describeForm(task.form, key).english();
        std::cout << jsonText(result) << '\n';
    }

    static void printText(const ModelPack& pack)
    {
        const PackManifest& manifest = pack.manifest;
        line("name", manifest.name);
        line("title", manifest.title);
        line("description", manifest.description);
        line("license", manifest.license);
        line("source", manifest.source);
        line("folder", pack.folder.string());
        line("tasks", tasksOf(manifest));
        for (const auto& [key, task] : manifest.tasks)
            line("asked", key + ": " + describeForm(task.form, key).english());
        line("extractor", kindOf(manifest.extractor));
        for (const auto& [key, task] : manifest.tasks)
            if (const std::string kind = kindOf(task.extractor); !kind.empty())
                line("extractor", kind + " for " + key);
        line("files", std::to_string(manifest.files.size()) + " with " + std::to_string(bytesOf(manifest)) + " bytes");
        for (const std::string& question : manifest.exampleQuestions)
            line("try asking", question);
    }

    std::string m_name;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makePacksShowCommand()
{
    return std::make_unique<PacksShowCommand>();
}

} // namespace vbs
