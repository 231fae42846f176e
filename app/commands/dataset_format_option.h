#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace vbs {

/// --format: which of the formats that a task can learn from or be measured on a data set has.
void addDatasetFormatOption(CLI::App& app, std::string& format);

} // namespace vbs
