#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vbs {

/// The cells of each line of a CSV file, quotes as RFC 4180 has them within a line; empty lines are passed over.
/// White space around a line is cut off.
/// @param visit gets the line's number, from 1. @throws Error naming the file, and the line for a quote without end.
void forEachCsvLine(const std::filesystem::path& path,
                    const std::function<void(const std::vector<std::string>& cells, std::size_t line)>& visit);

/// White space around it is passed over. @param place of the cell, for messages. @throws Error (CorruptData) for what
/// is no finite number.
double numberInCell(const std::string& cell, const std::string& place);

} // namespace vbs
