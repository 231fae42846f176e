#include "app/commands/packs_list_command.h"

#include "app/commands/packs_text.h"
#include "core/base/utf8.h"
#include "core/pack/pack_catalog.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace vbs {

namespace {

class PacksListCommand : public Command {
public:
    std::string name() const override { return "list"; }
    std::string help() const override { return "List all packs"; }

    void declare(CLI::App& app) override { app.add_flag("--json", m_json, "print JSON"); }

    void run() override
    {
        const std::vector<FoundPack> packs = listPacks();
        m_json ? printJson(packs) : printText(packs);
    }

private:
    static void printJson(const std::vector<FoundPack>& packs)
    {
        OrderedJson list = OrderedJson::array();
        for (const FoundPack& pack : packs) {
            OrderedJson entry = {{"name", pack.folder.filename().string()}, {"folder", pack.folder.string()}};
            if (pack.fault.english().empty()) {
                entry["title"] = pack.manifest.title;
                entry["tasks"] = OrderedJson::array();
                for (const auto& [key, task] : pack.manifest.tasks)
                    entry["tasks"].push_back(key);
                entry["bytes"] = bytesOf(pack.manifest);
            } else {
                entry["error"] = pack.fault.english();
            }
            list.push_back(entry);
        }
        std::cout << jsonText(OrderedJson{{"packs", list}}) << '\n';
    }

    static void printText(const std::vector<FoundPack>& packs)
    {
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
            if (pack.fault.english().empty())
                std::cout << withoutControls(pack.manifest.title) << " (" << tasksOf(pack.manifest) << ")\n";
            else
                std::cout << "cannot be used: " << withoutControls(pack.fault.english()) << '\n';
        }
    }

    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makePacksListCommand()
{
    return std::make_unique<PacksListCommand>();
}

} // namespace vbs
