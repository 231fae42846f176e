#pragma once

#include "core/datasets/dataset.h"

#include <QString>

#include <string>
#include <vector>

namespace vbs {

// What a reviewer changes of an example: each gives the example with the change.

/// An answer with the people who gave it, or with its score: a row of the editor.
struct AnswerRow {
    std::string answer;
    std::vector<std::size_t> people; ///< their places in ExampleTruth::answers; empty: it has a score
    double score = -1;               ///< of a data set that has scores in the place of people

    friend bool operator==(const AnswerRow&, const AnswerRow&) = default;
};
/// The most frequent answer first. @param each a row for each person, in the data set's order.
std::vector<AnswerRow> answerRowsOf(const ExampleTruth& truth, bool each = false);
/// The people of the row say this instead. A row without an answer adds one with its score. An empty one changes
/// nothing.
Example withAnswer(Example example, const AnswerRow& row, const std::string& answer);
/// A score of 0 takes the answer away, unless it is the only one.
Example withScore(Example example, const AnswerRow& row, double score);

Example withText(Example example, const std::string& text);
Example withLabel(Example example, std::size_t label);

/// The annotated boxes that a canvas shows: of all phrases, those of one after those of the other, or a box data set's.
struct ItemBox {
    Box box; ///< pixels of the picture that is shown
    std::string label;
    std::size_t phrase = 0; ///< whose
    std::size_t place = 0;  ///< among the phrase's, or the data set's
};

/// How many pixels of the picture that is shown make one of that the boxes were drawn on.
struct BoxScale {
    float x = 1, y = 1;
};
BoxScale boxScaleOf(const Example& example, int width, int height);

bool hasBoxes(const Example& example); ///< that can be edited: phrases', or a box data set's
std::vector<ItemBox> boxesOf(const Example& example, const BoxScale& scale);
Example withBox(Example example, const ItemBox& box, const BoxScale& scale); ///< in the place of the one that it names
Example withNewBox(Example example, const ItemBox& box, const BoxScale& scale); ///< its place is not looked at
Example withoutBox(Example example, const ItemBox& box);

} // namespace vbs
