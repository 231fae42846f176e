#pragma once

#include "core/review/review_store.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace vbs {

/// PROJECT of the review commands.
struct ReviewProjectOption {
    std::filesystem::path file;

    void declare(CLI::App& app);

    /// The project, and a line on standard error for each of its sources that changed. @throws Error.
    std::unique_ptr<ReviewStore> open() const;
};

/// What Qt needs before a project can be opened or made. Several calls do no harm.
void prepareReviewStores();

/// --reviewer: who acts; without it the user's login.
struct ReviewerOption {
    std::string name;

    void declare(CLI::App& app);
};

} // namespace vbs
