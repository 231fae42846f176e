#pragma once

#include "core/base/json.h"
#include "core/report/annotate_tasks.h"
#include "core/report/result_rows.h"

#include <string>
#include <vector>

/// How a task's results are written. For sources only.
namespace vbs {

struct TaskReport {
    annotation::Page (*page)(const annotation::Input&, TextPainter&); ///< the annotated picture
    std::string (*tables)(const InferenceResult&);                    ///< in the HTML report
    const char* text;                                                 ///< what JSON calls the request's text
    void (*json)(OrderedJson&, const InferenceResult&);               ///< adds what was answered
    std::vector<ResultRow> (*rows)(const InferenceRequest&, const InferenceResult&); ///< of the CSV table
};

const TaskReport& taskReport(Task task);

} // namespace vbs
