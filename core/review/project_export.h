#pragma once

#include "core/base/progress.h"
#include "core/review/review_store.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Which items an export holds.
enum class ExportScope {
    All, ///< every item
    WithoutRejected,
    AcceptedOnly
};

/// "all", "without-rejected", "accepted"
std::string_view nameOf(ExportScope scope);
std::optional<ExportScope> exportScopeNamed(std::string_view name);

struct ExportReport {
    std::size_t items = 0;   ///< written
    std::size_t changed = 0; ///< of those
    std::size_t left = 0;    ///< out
};

/// Writes the data set as its reviewers left it, in its own format: the corrections of accepted items are applied, and
/// every byte that they do not concern stays.
/// @param to files or folders for the roles that the project's data set has, images apart.
/// @throws Error (InvalidArgument) for a file that is one of the sources, or a role without a file; (Mismatch) for a
/// source that changed since the project was made; as Dataset::write; (Cancelled).
ExportReport exportDataset(const ReviewStore& store, ExportScope scope, const DatasetFiles& to,
                           const JobControl& control = {});

/// One item that reviewers changed, rejected or were unsure of.
struct ListedChange {
    std::uint32_t number = 0;
    std::string id, verdict;
    std::string before, after; ///< the changed fields as JSON; empty where nothing is changed
    std::vector<std::string> reviewers;
    std::int64_t time = 0; ///< of the last decision, milliseconds since 1970, UTC
    std::string comment;   ///< all of them, a line each
};

/// By number.
std::vector<ListedChange> changesOf(const ReviewStore& store);

/// The list for other programs. CSV has a head, quotes as RFC 4180 says, and times as ISO 8601; a cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
std::string changesAsCsv(const std::vector<ListedChange>& changes);
OrderedJson changesAsJson(const std::vector<ListedChange>& changes);

} // namespace vbs
