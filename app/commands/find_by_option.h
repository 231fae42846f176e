#pragma once

#include "core/engine/inference_types.h"

#include <CLI/CLI.hpp>

#include <string>

namespace vbs {

/// How phrases are found: head, names or hiding; empty for the best that the pack has.
void addFindByOption(CLI::App& app, const std::string& name, std::string& word);

/// What the option's word means.
PhraseSource phraseSourceOf(const std::string& word);

} // namespace vbs
