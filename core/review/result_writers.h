#pragma once

#include "core/base/json.h"
#include "core/review/predicted_result.h"
#include "core/review/prediction_export.h"
#include "core/review/review_item.h"

#include <filesystem>
#include <memory>

/// The forms of exportPredictions, for all that write results.
namespace vbs {

class ResultWriter {
public:
    virtual ~ResultWriter() = default;
    /// By ascending item. @param result empty: of what was not answered.
    virtual void add(const ReviewItem& item, const PredictedResult& result) = 0;
    virtual PredictionExport finish() = 0; ///< once
};

/// The form of a task's results. @param images see phraseResultWriter.
std::unique_ptr<ResultWriter> resultWriterFor(Task task, const std::filesystem::path& images);

std::unique_ptr<ResultWriter> questionResultWriter();
std::unique_ptr<ResultWriter> statementResultWriter();
std::unique_ptr<ResultWriter> choiceResultWriter();
/// @param images the folder of pictures, which what phrases are drawn by does not name.
std::unique_ptr<ResultWriter> phraseResultWriter(const std::filesystem::path& images);
/// @throws Error (UnsupportedFormat, Mismatch) as exportPredictions.
std::unique_ptr<ResultWriter> cocoResultWriter(const ReviewProject& project, const JobControl& control);

/// A JSON list with a record a line.
class ResultList {
public:
    void add(const OrderedJson& record);
    PredictionExport finish();

private:
    PredictionExport m_export{"[", 0, {}};
};

/// Ids are numbers in the challenges' files where they are written as numbers.
OrderedJson resultId(const std::string& id);

} // namespace vbs
