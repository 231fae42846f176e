#pragma once

#include "core/base/progress.h"
#include "ui/store/review_project_file.h"
#include "ui/store/sql_review_store.h"

namespace vbs {

/// Puts all that a project holds into an empty one. Others may go on working on the first. @throws Error (Cancelled).
void copyTables(const SqlReviewStore& from, SqlReviewStore& to, const JobControl& control);

/// See mergeReviewProject. Everything or nothing.
MergeReport mergeActs(const SqlReviewStore& from, SqlReviewStore& into);

} // namespace vbs
