#pragma once

#include <filesystem>
#include <string_view>

namespace vbs::test {

/// The clone's root; its `models` folder holds the shipped pack.
const char* sourceFolder();

/// tests/data: fixtures, each with its origin beside it.
const char* dataFolder();

/// Where the built programs are.
const char* programFolder();

/// A file or folder below dataFolder().
std::filesystem::path dataFile(std::string_view relative);

} // namespace vbs::test
