#pragma once

#include "core/review/project_import.h"
#include "core/review/review_store.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace vbs {

/// The suffix of projects: "NAME.vbsreview".
inline constexpr const char* kReviewSuffix = ".vbsreview";

/// Makes a project of a data set. It appears once it is whole; an import that fails or is cancelled leaves nothing
/// behind. Needs a QCoreApplication, see SqlConnection.
/// @param where a file, or a project on a server as ServerAddress describes it: those have a ReviewStore::team.
/// @throws Error (InvalidArgument) when it exists; (FileUnwritable); ConnectionLost; as importInto.
std::unique_ptr<ReviewStore> makeReviewProject(const std::string& where, const ProjectDraft& draft,
                                               const JobControl& control = {});

/// Opens a project. What waits for a server is kept below the user's data folder.
/// @throws Error naming the project: FileNotFound, FileUnreadable, CorruptData, UnsupportedFormat.
std::unique_ptr<ReviewStore> openReviewProject(const std::string& where);

/// Copies a project as it is at this moment, with all acts and their order, from a file to a server, back or beside.
/// @throws Error as makeReviewProject and openReviewProject; (Cancelled).
void copyReviewProject(const std::string& from, const std::string& to, const JobControl& control = {});

/// What came of bringing a copy's acts together with the project's.
struct MergeReport {
    std::size_t added = 0;
    std::size_t undone = 0;  ///< acts of both that only the copy had undone
    std::size_t unknown = 0; ///< acts on items that the project does not have, which stay out
};

/// Adds the acts of a copy that a project lacks, after those that it has and in their order; what the copy undid is
/// undone. Done twice, the second time changes nothing. Items are matched by their ids.
/// @throws Error as openReviewProject.
MergeReport mergeReviewProject(const std::string& from, const std::string& into);

} // namespace vbs
