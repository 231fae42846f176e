#pragma once

#include "app/manual/program_doc.h"

#include <CLI/CLI.hpp>

namespace vbs {

/// What CLI11 knows of a program with its commands. @param name how the program is called.
ProgramDoc cliDoc(const CLI::App& app, const std::string& name);

} // namespace vbs
