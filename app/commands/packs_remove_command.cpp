#include "app/commands/packs_remove_command.h"

#include "app/commands/model_status_text.h"

#include <iostream>

namespace vbs {

namespace {

class PacksRemoveCommand : public Command {
public:
    std::string name() const override { return "remove"; }
    std::string help() const override { return "Remove a model that pull got, and its files unless others use them"; }

    void declare(CLI::App& app) override
    {
        app.add_option("name", m_name, "as \"packs available\" lists it")->required();
        app.add_flag("--json", m_json, "print JSON");
    }

    void run() override
    {
        const RemovedModel removed = ModelStore::ofProcess().remove(m_name);
        if (m_json) {
            OrderedJson json = {{"removed", m_name}, {"bytes", removed.bytes}, {"kept", OrderedJson::array()}};
            for (const auto& path : removed.kept)
                json["kept"].push_back(path.string());
            std::cout << jsonText(json) << '\n';
            return;
        }
        std::cout << m_name << " is removed: " << sizeText(removed.bytes) << " are free.\n";
        for (const auto& path : removed.kept)
            std::cout << "Kept, since something else uses it or put it there: " << path.string() << '\n';
    }

private:
    std::string m_name;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makePacksRemoveCommand()
{
    return std::make_unique<PacksRemoveCommand>();
}

} // namespace vbs
