#pragma once

#include "core/datasets/dataset.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/predict/run_pictures.h"
#include "core/runtime/prepared_question.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// An example on its way from the data set to its line. Each stage fills in something and hands it on.
struct AskedExample {
    std::uint32_t number = 0; ///< in the data set
    bool endsPiece = false;   ///< the last one of a ShardPlan::Piece
    bool isDone = false;      ///< an earlier run wrote its line: it is here for the batch's sake
    Example example;
    std::vector<RunPicturePtr> pictures; ///< one or two; dropped once their regions are known
    InferenceRequest request;            ///< without pictures
    PreparedQuestion question;           ///< points to the request
    std::string fault;                   ///< why it cannot be asked; empty when it can
    InferenceResult result;              ///< where it was found without a batch
};
using AskedPtr = std::unique_ptr<AskedExample>;

/// Examples that are computed together, or (without inputs) were answered otherwise or not at all.
struct AskedBatch {
    std::vector<AskedPtr> examples;
    VisualBertInputs inputs;
    VisualBertOutputs outputs; ///< on the processor
    bool isComputed = false;   ///< outputs hold a sample for each example
};

} // namespace vbs
