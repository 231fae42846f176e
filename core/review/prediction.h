#pragma once

#include <cstdint>
#include <string>

namespace vbs {

/// What a model says of an item, and how far that is from the annotation.
struct Prediction {
    std::uint32_t item = 0;
    std::string fault;    ///< why it could not be asked, a sentence; empty when it was
    double surprise = -1; ///< how improbable the annotation is to the model, 0 or more; negative: it has none
    double entropy = -1;  ///< of the model's answers, in nats; negative: there is no single answer
    double score = -1;    ///< of its first answer by the official metric, 0..1; negative: there is no truth
    std::string guess;    ///< its first answer in words
    std::string result;   ///< predictedResultOf reads it; empty with a fault

    friend bool operator==(const Prediction&, const Prediction&) = default;
};

} // namespace vbs
