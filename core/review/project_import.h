#pragma once

#include "core/base/progress.h"
#include "core/base/sentence.h"
#include "core/review/review_project.h"
#include "core/review/review_store.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// A data set that a project is to be made of.
struct ProjectDraft {
    ReviewProject project;            ///< with absolute paths; without sources yet
    std::unique_ptr<Dataset> dataset; ///< never null
};

/// Opens a data set. @param name of the project; empty: the data set's. @param format of --format; empty: told by the
/// contents. @throws Error as formatOf and the format's open; (InvalidArgument) for a data set without examples.
ProjectDraft draftOf(const DatasetFiles& files, const std::string& format = {}, const std::string& name = {});

/// What a data set holds, for the page that offers to make a project of it.
struct DraftSummary {
    std::size_t items = 0, pictures = 0;
    std::size_t faulty = 0;          ///< items that the model cannot be asked: a picture is missing …
    std::vector<std::string> faults; ///< the first kMostFaultsShown of them
    std::vector<Sentence> remarks;   ///< Dataset::remarks
    Example first;
};
inline constexpr std::size_t kMostFaultsShown = 100;

/// Looks at every example once. @throws Error (Cancelled).
DraftSummary summaryOf(const ProjectDraft& draft, const JobControl& control = {});

/// Puts every example into a new store that knows the draft's project, and notes last what its files look like.
/// Examples are read one at a time and written some thousands at once.
/// @throws Error as ReviewStore; (Cancelled); (CorruptData) for two examples with one id.
void importInto(ReviewStore& store, const ProjectDraft& draft, const JobControl& control = {});

} // namespace vbs
