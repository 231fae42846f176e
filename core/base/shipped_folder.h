#pragma once

#include <filesystem>
#include <string_view>

namespace vbs {

/// The program that runs, as people start it, absolute; empty where the system does not tell. The engine that
/// `visualbert` hands most commands to answers as that.
std::filesystem::path programFile();

/// The file of the engine, which stands beside the program or, installed, in the prefix's libexec; empty where it is
/// missing.
std::filesystem::path engineFile();

/// A folder of what comes with the program: "models", "lessons". It lies below share/visualbert-studio of the prefix
/// that the running program is installed in, wherever that was moved; a build folder has the same shape, with links
/// into the source tree, which are followed. It need not exist; empty where the system does not tell the program's
/// place.
std::filesystem::path shippedFolder(std::string_view name);

} // namespace vbs
