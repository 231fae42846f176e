#pragma once

#include "core/review/project_import.h"
#include "core/review/review_store.h"

#include <filesystem>
#include <memory>

namespace vbs {

/// The suffix of projects: "NAME.vbsreview".
inline constexpr const char* kReviewSuffix = ".vbsreview";

/// Makes a project of a data set. The file appears once it is whole; an import that fails or is cancelled leaves
/// nothing behind. Needs a QCoreApplication, see SqlConnection.
/// @throws Error (InvalidArgument) when the file exists; (FileUnwritable); as importInto.
std::unique_ptr<ReviewStore> makeReviewProject(const std::filesystem::path& file, const ProjectDraft& draft,
                                               const JobControl& control = {});

/// Opens a project. @throws Error naming the file: FileNotFound, FileUnreadable, CorruptData, UnsupportedFormat.
std::unique_ptr<ReviewStore> openReviewProject(const std::filesystem::path& file);

} // namespace vbs
