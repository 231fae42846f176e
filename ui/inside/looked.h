#pragma once

#include "core/engine/inference_types.h"

#include <QRect>
#include <QString>

#include <memory>
#include <vector>

namespace vbs {

/// A question that the network was looked into with, and what was seen.
struct Looked {
    InferenceRequest request;
    Inspection inspection; ///< its regions are called as the user calls them
};
using LookedPtr = std::shared_ptr<const Looked>;

/// What a position of the network is, for people.
struct PositionFacts {
    enum class Kind { Word, Mark, LeftRegion, RightRegion }; ///< marks: [CLS] and [SEP]
    Kind kind = Kind::Word;
    QString name;        ///< the word piece as it is in the vocabulary, or the region's name
    QString description; ///< whole sentences: place and kind
    QRect crop{};        ///< of a region: in pixels of its picture
    int region = -1;     ///< of its picture's regions; -1: none
    bool whole = false;  ///< the region that covers the whole picture

    bool isRegion() const { return kind == Kind::LeftRegion || kind == Kind::RightRegion; }
};

/// In the order in which the network sees them.
std::vector<PositionFacts> positionsOf(const Looked& looked);

/// Whether both ask the same of the same pack; how it is explained does not count.
bool sameRequest(const InferenceRequest& a, const InferenceRequest& b);

/// Roughly what it keeps in memory, without the pictures.
std::size_t bytesOf(const Looked& looked);

} // namespace vbs
