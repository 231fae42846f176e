#pragma once

#include <filesystem>
#include <string_view>

namespace vbs {

/// The running program, absolute; empty where the system does not tell.
std::filesystem::path programFile();

/// A folder of what comes with the program: "models", "lessons". It lies below share/visualbert-studio of the prefix
/// that the running program is installed in, wherever that was moved; a build folder has the same shape, with links
/// into the source tree, which are followed. It need not exist; empty where the system does not tell the program's
/// place.
std::filesystem::path shippedFolder(std::string_view name);

} // namespace vbs
