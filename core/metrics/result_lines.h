#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vbs {

/// The cells of each line of a CSV file, quotes as RFC 4180 has them within a line; empty lines are passed over.
/// @param visit gets the line's number, from 1. @throws Error naming the file.
void forEachCsvLine(const std::filesystem::path& path,
                    const std::function<void(const std::vector<std::string>& cells, std::size_t line)>& visit);

} // namespace vbs
