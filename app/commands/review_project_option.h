#pragma once

#include "core/review/review_store.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace vbs {

/// PROJECT of the review commands.
struct ReviewProjectOption {
    std::string where; ///< see ServerAddress for those on a server

    void declare(CLI::App& app);

    /// The project, and a line on standard error for each of its sources that changed and for what happened to acts
    /// that waited for its server. @throws Error.
    std::unique_ptr<ReviewStore> open() const;
};

/// On PROJECT, for a command's footer.
inline constexpr const char* kServerProjects =
    "A project on a PostgreSQL server is postgresql://[USER@]HOST[:PORT]/DATABASE/PROJECT. Passwords are read from "
    "~/.pgpass or PGPASSWORD.";

/// What Qt needs before a project can be opened or made. Several calls do no harm.
void prepareReviewStores();

/// --reviewer: who acts; without it the user's login.
struct ReviewerOption {
    std::string name;

    void declare(CLI::App& app);
};

} // namespace vbs
