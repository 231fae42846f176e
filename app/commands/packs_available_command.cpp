#include "app/commands/packs_available_command.h"

#include "app/commands/model_status_text.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace vbs {

namespace {

std::string stateText(const ModelStatus& status)
{
    switch (status.state) {
    case ModelState::Absent:
        return "not on disk";
    case ModelState::Partly:
        return sizeText(status.bytesOnDisk) + " on disk";
    case ModelState::Present:
        return "on disk, not made ready";
    case ModelState::Installed:
        return "ready";
    case ModelState::Damaged:
        return "damaged";
    }
    return "";
}

class PacksAvailableCommand : public Command {
public:
    std::string name() const override { return "available"; }
    std::string help() const override { return "List the published models that pull can get"; }

    void declare(CLI::App& app) override
    {
        app.add_option("names", m_names, "of these alone, with all that is known of them");
        app.add_flag("--json", m_json, "print JSON");
    }

    void run() override
    {
        const ModelStore store = ModelStore::ofProcess();
        std::vector<ModelStatus> list;
        for (const std::string& name : m_names)
            list.push_back(store.status(name));
        if (m_names.empty())
            list = store.statuses();
        if (m_json)
            return printJson(store, list);
        std::size_t width = 0;
        for (const ModelStatus& status : list)
            width = std::max(width, status.name.size());
        for (const ModelStatus& status : list) {
            const CatalogEntry& entry = store.catalog().entry(status.name);
            std::cout << std::left << std::setw(int(width) + 2) << entry.name << entry.title << ", "
                      << sizeText(status.bytes) << ": " << stateText(status) << '\n';
            if (!m_names.empty())
                details(entry, status);
        }
    }

private:
    static void printJson(const ModelStore& store, const std::vector<ModelStatus>& list)
    {
        OrderedJson entries = OrderedJson::array();
        for (const ModelStatus& status : list)
            entries.push_back(statusJson(store.catalog().entry(status.name), status));
        std::cout << jsonText(OrderedJson{{"available", entries}}) << '\n';
    }

    static void details(const CatalogEntry& entry, const ModelStatus& status)
    {
        const auto line = [](const char* what, const std::string& text) {
            if (!text.empty())
                std::cout << "  " << std::left << std::setw(12) << what << text << '\n';
        };
        line("", entry.description);
        line("license", entry.license);
        line("accuracy", entry.accuracy);
        for (const std::string& weakness : entry.weaknesses)
            line("weakness", weakness);
        if (entry.memoryBytes > 0)
            line("memory", "about " + sizeText(entry.memoryBytes));
        line("damaged", status.message);
        for (const ModelFile& file : status.files)
            line("file", file.id + ", " + (file.bytesExact ? "" : "about ") + sizeText(file.bytes) + ": " +
                             (file.path.empty() ? file.address : file.path.string()));
    }

    std::vector<std::string> m_names;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makePacksAvailableCommand()
{
    return std::make_unique<PacksAvailableCommand>();
}

} // namespace vbs
