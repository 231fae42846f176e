#include "core/pack/pack_catalog.h"

#include "core/base/shipped_folder.h"
#include "core/base/user_folders.h"
#include "core/pack/known_checkpoints.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

namespace vbs {

namespace fs = std::filesystem;

namespace {

bool isPack(const fs::path& folder)
{
    std::error_code code;
    return fs::is_regular_file(folder / "pack.json", code);
}

template <typename Items, typename Text> std::string joined(const Items& items, Text text)
{
    std::string result;
    for (const auto& item : items)
        result += (result.empty() ? "" : ", ") + text(item);
    return result;
}

} // namespace

std::vector<fs::path> packFolders()
{
    std::vector<fs::path> folders;
    if (const char* given = std::getenv("VBS_PACKS")) {
        std::istringstream list(given);
        for (std::string folder; std::getline(list, folder, ':');)
            if (!folder.empty())
                folders.emplace_back(folder);
    }
    if (const fs::path own = userDataFolder(); !own.empty())
        folders.push_back(own / "packs");
    if (fs::path shipped = shippedFolder("models"); !shipped.empty())
        folders.push_back(std::move(shipped));
    return folders;
}

std::vector<FoundPack> listPacks(const std::vector<fs::path>& folders)
{
    std::map<std::string, FoundPack> packs;
    for (const fs::path& root : folders) {
        std::error_code code;
        for (fs::directory_iterator at(root, code), end; !code && at != end; at.increment(code)) {
            const fs::path& folder = at->path();
            const std::string name = folder.filename().string();
            if (name.starts_with('.') || !isPack(folder) || packs.contains(name)) // hidden: one that is being made
                continue;
            FoundPack found{folder, {}, {}};
            try {
                found.manifest = readPack(folder).manifest;
            } catch (const Error& e) {
                found.fault = e.said();
            }
            packs.emplace(name, std::move(found));
        }
    }
    std::vector<FoundPack> result;
    for (auto& [name, pack] : packs)
        result.push_back(std::move(pack));
    return result;
}

fs::path findPack(const std::string& nameOrFolder, const std::vector<fs::path>& folders)
{
    const bool isName = !nameOrFolder.empty() && nameOrFolder.find('/') == std::string::npos && nameOrFolder != "." &&
                        nameOrFolder != "..";
    if (isName)
        for (const fs::path& root : folders)
            if (isPack(root / nameOrFolder))
                return root / nameOrFolder;
    if (!nameOrFolder.empty() && isPack(nameOrFolder))
        return nameOrFolder;
    if (!nameOrFolder.empty() && isCheckpoint(nameOrFolder))
        throw Error(ErrorCode::FileNotFound, checkpointHint(nameOrFolder));
    if (!isName)
        throw Error(ErrorCode::FileNotFound,
                    sentence("\"%1\" is not a pack: it is not a folder with a pack.json.", nameOrFolder));
    const auto packs = listPacks(folders);
    const std::string names = joined(packs, [](const FoundPack& pack) { return pack.folder.filename().string(); });
    throw Error(ErrorCode::FileNotFound,
                sentence("There is no pack named \"%1\"; there %2. Packs are looked for in %3.", nameOrFolder,
                         (packs.empty() ? "is none" : std::string(packs.size() == 1 ? "is " : "are ") + names),
                         joined(folders, [](const fs::path& f) { return f.string(); })));
}

} // namespace vbs
