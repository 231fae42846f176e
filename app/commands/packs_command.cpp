#include "app/commands/packs_command.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/pack/pack_catalog.h"
#include "core/pack/pack_manifest.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace vbs {
namespace {

std::string tasksOf(const PackManifest& manifest)
{
    std::string text;
    for (const auto& [key, task] : manifest.tasks)
        text += (text.empty() ? "" : ", ") + key;
    return text;
}

std::uintmax_t bytesOf(const PackManifest& manifest)
{
    std::uintmax_t total = 0;
    for (const auto& [path, file] : manifest.files)
        total += file.bytes;
    return total;
}

void listAll(bool json)
{
    const auto packs = listPacks();
    if (json) {
        OrderedJson list = OrderedJson::array();
        for (const FoundPack& pack : packs) {
            OrderedJson entry = {{"name", pack.folder.filename().string()}, {"folder", pack.folder.string()}};
            if (pack.fault.empty()) {
                entry["title"] = pack.manifest.title;
                entry["tasks"] = OrderedJson::array();
                for (const auto& [key, task] : pack.manifest.tasks)
                    entry["tasks"].push_back(key);
                entry["bytes"] = bytesOf(pack.manifest);
            } else {
                entry["error"] = pack.fault;
            }
            list.push_back(entry);
        }
        std::cout << jsonText(OrderedJson{{"packs", list}}) << '\n';
        return;
    }
    if (packs.empty())
        std::cerr << "There are no packs. Packs are looked for in:\n";
    for (const auto& folder : packFolders())
        if (packs.empty())
            std::cerr << "  " << folder.string() << '\n';
    std::size_t width = 0;
    for (const FoundPack& pack : packs)
        width = std::max(width, pack.folder.filename().string().size());
    for (const FoundPack& pack : packs) {
        std::cout << std::left << std::setw(int(width) + 2) << withoutControls(pack.folder.filename().string());
        if (pack.fault.empty())
            std::cout << withoutControls(pack.manifest.title) << " (" << tasksOf(pack.manifest) << ")\n";
        else
            std::cout << "cannot be used: " << withoutControls(pack.fault) << '\n';
    }
}

void show(const ModelPack& pack, bool json)
{
    const PackManifest& manifest = pack.manifest;
    if (json) {
        OrderedJson result = {{"folder", pack.folder.string()}};
        result.update(toJson(manifest));
        std::cout << jsonText(result) << '\n';
        return;
    }
    const auto line = [](const char* what, const std::string& text) {
        if (!text.empty())
            std::cout << std::left << std::setw(14) << what << withoutControls(text) << '\n';
    };
    line("name", manifest.name);
    line("title", manifest.title);
    line("description", manifest.description);
    line("license", manifest.license);
    line("source", manifest.source);
    line("folder", pack.folder.string());
    line("tasks", tasksOf(manifest));
    line("extractor", manifest.extractor.value("kind", Json()).is_string()
                          ? manifest.extractor["kind"].get<std::string>()
                          : std::string());
    line("files", std::to_string(manifest.files.size()) + " with " + std::to_string(bytesOf(manifest)) + " bytes");
    for (const std::string& question : manifest.exampleQuestions)
        line("try asking", question);
}

void verify(const ModelPack& pack, bool json, bool quiet)
{
    JobControl control;
    if (!quiet)
        control.onProgress = [](const Progress& progress) { std::cerr << progress.stage << '\n'; };
    const auto faults = verifyPack(pack, control);
    if (json) {
        OrderedJson list = OrderedJson::array();
        for (const PackFault& fault : faults)
            list.push_back({{"file", fault.file}, {"error", fault.message}});
        std::cout << jsonText(OrderedJson{{"name", pack.manifest.name},
                                          {"folder", pack.folder.string()},
                                          {"files", pack.manifest.files.size()},
                                          {"faults", list}})
                  << '\n';
    } else {
        for (const PackFault& fault : faults)
            std::cout << withoutControls(fault.message) << '\n';
    }
    if (pack.manifest.files.empty())
        throw Error(ErrorCode::CorruptData, "The pack \"" + pack.manifest.name +
                                                "\" lists no files in its pack.json, so nothing can be verified.");
    if (!faults.empty()) {
        throw Error(ErrorCode::CorruptData,
                    "The pack \"" + pack.manifest.name + "\" has " + std::to_string(faults.size()) +
                        (faults.size() == 1 ? " damaged file: " : " damaged files, the first: ") +
                        faults.front().message);
    }
    if (!json)
        std::cout << "All " << pack.manifest.files.size() << " files of the pack \"" << pack.manifest.name
                  << "\" match its pack.json.\n";
}

class PacksCommand : public Command {
public:
    std::string name() const override { return "packs"; }
    std::string help() const override { return "List, show and verify packs"; }

    void declare(CLI::App& app) override
    {
        app.require_subcommand(1);
        m_list = app.add_subcommand("list", "List all packs");
        m_show = app.add_subcommand("show", "Show what a pack contains and can do");
        m_verify = app.add_subcommand("verify", "Compare a pack's files with their stated sizes and SHA-256");
        for (CLI::App* sub : {m_list, m_show, m_verify})
            sub->add_flag("--json", m_json, "print JSON");
        for (CLI::App* sub : {m_show, m_verify})
            sub->add_option("name", m_name, "name or folder of the pack")->required();
        m_verify->add_flag("--quiet", m_quiet, "no progress on standard error");
    }

    void run() override
    {
        if (m_list->parsed())
            return listAll(m_json);
        const ModelPack pack = readPack(findPack(m_name));
        m_show->parsed() ? show(pack, m_json) : verify(pack, m_json, m_quiet);
    }

private:
    CLI::App *m_list = nullptr, *m_show = nullptr, *m_verify = nullptr;
    std::string m_name;
    bool m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makePacksCommand()
{
    return std::make_unique<PacksCommand>();
}

} // namespace vbs
