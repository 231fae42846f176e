#pragma once

#include "core/engine/inference_types.h"

#include <string>
#include <vector>

/// What was answered, as lines of the CSV table: one function for each kind of result. For sources only.
namespace vbs {

/// The columns in which the lines of one result differ (see result_csv.h).
struct ResultRow {
    std::string item;
    std::size_t rank = 1;
    std::string value;
    double probability = 0;
    const double* score = nullptr; ///< in the result; null: none
    const Box* box = nullptr;      ///< in the result; null: none
};

std::vector<ResultRow> answerRows(const InferenceRequest& request, const InferenceResult& result);
std::vector<ResultRow> choiceRows(const InferenceRequest& request, const InferenceResult& result);
std::vector<ResultRow> phraseRows(const InferenceRequest& request, const InferenceResult& result);
std::vector<ResultRow> maskRows(const InferenceRequest& request, const InferenceResult& result);
std::vector<ResultRow> matchRows(const InferenceRequest& request, const InferenceResult& result);

} // namespace vbs
