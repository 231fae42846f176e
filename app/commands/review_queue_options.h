#pragma once

#include "core/review/review_index.h"
#include "core/review/review_store.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace vbs {

/// --order, --seed and --filter: which items, and in what order.
struct ReviewQueueOptions {
    std::string order = "most-surprising";
    std::uint64_t seed = 1;
    std::vector<std::string> filters; ///< "KEY=VALUE", or the name of a filter that is kept in the project

    void declare(CLI::App& app);

    /// @throws Error (InvalidArgument) naming what it does not know.
    ReviewFilter filter(const ReviewStore& store) const;
    std::vector<std::uint32_t> queue(const ReviewStore& store, const ReviewIndex& index) const;
};

/// All of a project's items with what was done to them.
ReviewIndex indexOf(const ReviewStore& store);

/// An item by its id in the data set. @throws Error (InvalidArgument).
std::uint32_t itemNamed(const ReviewStore& store, const std::string& id);

} // namespace vbs
