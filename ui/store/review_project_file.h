#pragma once

#include "core/review/project_import.h"
#include "core/review/review_store.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

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

/// The tag of items that are undecided again because the data set changed.
inline constexpr const char* kChangedTag = "data set changed";

/// What became of a project's items and acts when its data set changed.
struct CarryReport {
    struct Item {
        std::string id;
        std::vector<std::string> what; ///< see whatDiffers
        std::string verdict;           ///< that it had
    };
    std::size_t items = 0, same = 0;          ///< of the new project
    std::vector<Item> applied, changed, gone; ///< see ItemFate; gone: the data set has them no more
    std::vector<std::string> came;            ///< new ones
    std::size_t acts = 0;                     ///< carried over
    std::size_t actsLeft = 0;                 ///< on items that are gone, which only the first project has
    std::size_t answers = 0;                  ///< of models, carried over
    std::size_t answersLeft = 0;              ///< of models, on items that changed or are gone
};

/// Makes a new project of a data set that changed, with everything that was done in a project of it as it was. Items
/// are matched by their ids; acts keep their order, so that copies of the first project can be merged into the new one.
/// Items of which something changed that was decided on are undecided again and get kChangedTag: their decisions are
/// kept as undone. Models have to be asked about them again. The first project stays as it is. Notes of where reviewers
/// left off stay behind, since they are about places in the old one.
/// @param draft the new data set. Name, reviewers wanted and model are the first project's.
/// @param reviewer who tags. @throws Error as makeReviewProject and openReviewProject.
CarryReport carryReviewProject(const std::string& from, const std::string& to, ProjectDraft draft,
                               const std::string& reviewer, const JobControl& control = {});

} // namespace vbs
