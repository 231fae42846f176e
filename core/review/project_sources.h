#pragma once

#include "core/base/progress.h"
#include "core/review/review_project.h"

#include <string>
#include <vector>

namespace vbs {

/// The files of a data set as they are now. Of a folder every file below it counts.
/// @throws Error naming the file (FileNotFound, FileUnreadable; Cancelled).
std::vector<SourceFile> sourcesOf(const DatasetFiles& files, const JobControl& control = {});

/// A source that is not what it was when the project was made.
struct ChangedSource {
    std::filesystem::path path;
    bool isThere = false; ///< it can be read, and is another
    std::string sentence; ///< on it, with the way out in the terminal
};

/// A file of the same size and time is taken to be the same without a look inside. @throws Error (Cancelled).
std::vector<ChangedSource> changedSources(const ReviewProject& project, const JobControl& control = {});

} // namespace vbs
