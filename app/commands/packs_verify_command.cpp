#include "app/commands/packs_verify_command.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/hub/model_store.h"
#include "core/pack/pack_catalog.h"

#include <iostream>

namespace vbs {

namespace {

class PacksVerifyCommand : public Command {
public:
    std::string name() const override { return "verify"; }
    std::string help() const override { return "Compare a pack's files with their stated sizes and SHA-256"; }

    void declare(CLI::App& app) override
    {
        app.add_flag("--json", m_json, "print JSON");
        app.add_option("name", m_name, "name or folder of the pack")->required();
        app.add_flag("--quiet", m_quiet, "no progress on standard error");
    }

    void run() override
    {
        const ModelPack pack = readPack(findPack(m_name));
        JobControl control;
        if (!m_quiet)
            control.onProgress = [](const Progress& progress) { std::cerr << progress.stage << '\n'; };
        const std::vector<PackFault> faults = faultsOf(pack, control);
        m_json ? printJson(pack, faults) : printText(faults);
        requireWhole(pack, faults);
        if (!m_json)
            std::cout << "All " << pack.manifest.files.size() << " files of the pack \"" << pack.manifest.name
                      << "\" match its pack.json.\n";
    }

private:
    /// Of a pack that pull made the files lie elsewhere, and the catalogue knows how to mend it.
    static std::vector<PackFault> faultsOf(const ModelPack& pack, const JobControl& control)
    {
        if (ModelStore::isPulled(pack.folder)) {
            const ModelStore store = ModelStore::ofProcess();
            for (const CatalogEntry& entry : store.catalog().entries)
                if (entry.name == pack.manifest.name && store.status(entry.name).folder == pack.folder)
                    return store.verify(entry.name, control);
        }
        return verifyPack(pack, control);
    }

    static void printJson(const ModelPack& pack, const std::vector<PackFault>& faults)
    {
        OrderedJson list = OrderedJson::array();
        for (const PackFault& fault : faults)
            list.push_back({{"file", fault.file}, {"error", fault.message}});
        std::cout << jsonText(OrderedJson{{"name", pack.manifest.name},
                                          {"folder", pack.folder.string()},
                                          {"files", pack.manifest.files.size()},
                                          {"faults", list}})
                  << '\n';
    }

    static void printText(const std::vector<PackFault>& faults)
    {
        for (const PackFault& fault : faults)
            std::cout << withoutControls(fault.message) << '\n';
    }

    static void requireWhole(const ModelPack& pack, const std::vector<PackFault>& faults)
    {
        if (pack.manifest.files.empty())
            throw Error(ErrorCode::CorruptData, "The pack \"" + pack.manifest.name +
                                                    "\" lists no files in its pack.json, so nothing can be verified.");
        if (!faults.empty()) {
            throw Error(ErrorCode::CorruptData,
                        "The pack \"" + pack.manifest.name + "\" has " + std::to_string(faults.size()) +
                            (faults.size() == 1 ? " damaged file: " : " damaged files, the first: ") +
                            faults.front().message);
        }
    }

    std::string m_name;
    bool m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makePacksVerifyCommand()
{
    return std::make_unique<PacksVerifyCommand>();
}

} // namespace vbs
