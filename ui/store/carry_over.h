#pragma once

#include "core/base/progress.h"
#include "ui/store/review_project_file.h"
#include "ui/store/sql_review_store.h"

namespace vbs {

/// See carryReviewProject. @param to an empty project. Others may go on working on the first.
CarryReport carryOver(const SqlReviewStore& from, SqlReviewStore& to, const ProjectDraft& draft,
                      const std::string& reviewer, const JobControl& control);

} // namespace vbs
