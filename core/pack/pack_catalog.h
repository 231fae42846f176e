#pragma once

#include "core/base/sentence.h"
#include "core/pack/model_pack.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// The folders that hold packs, those that win first: $VBS_PACKS (separated by colons), the user's data folder,
/// and what comes with the program (shippedFolder). They need not exist.
std::vector<std::filesystem::path> packFolders();

struct FoundPack {
    std::filesystem::path folder;
    PackManifest manifest; ///< empty when the pack cannot be used
    Sentence fault;        ///< why not; empty when it can
};

/// Every pack of these folders by name; of two with one folder name the first wins.
std::vector<FoundPack> listPacks(const std::vector<std::filesystem::path>& folders = packFolders());

/// The folder of a pack, given as such a folder or by name. @throws Error (FileNotFound) that names the packs there
/// are and the places that were searched.
std::filesystem::path findPack(const std::string& nameOrFolder,
                               const std::vector<std::filesystem::path>& folders = packFolders());

} // namespace vbs
