#pragma once

#include "core/lesson/lesson_document.h"
#include "core/lesson/lesson_file.h"
#include "tests/core/lesson/measured.h"

namespace vbs::test {

inline constexpr const char *kSees = "1-what-the-model-sees", *kLayers = "2-attention-layer-by-layer",
                            *kGuess = "3-look-or-guess", *kTrust = "4-trust-the-explanation",
                            *kTasks = "5-compare-choose-find";
inline constexpr const char* kShippedLessons[] = {kSees, kLayers, kGuess, kTrust, kTasks};

inline std::filesystem::path shippedLessons()
{
    return std::filesystem::path(sourceFolder()) / "resources" / "lessons";
}

inline Lesson shippedLesson(const std::string& language, const std::string& name)
{
    return readLesson(shippedLessons() / language / name);
}

/// What a lesson's text says about a step, counted from 1, and what was recorded.
struct Claim {
    const char* lesson;
    int step;
    const char* typed;    ///< the number as both texts have it, with a point; empty: they say it in words
    const char* quantity; ///< as Measured has them
    const char* expected;
};

inline constexpr Claim kClaims[] = {
    {kSees, 1, "47", "lines answers.txt", "47"},
    {kSees, 1, "", "answer", "blue"},
    {kSees, 2, "", "regions", "6"},
    {kSees, 2, "", "region 5", "pink boat"},
    {kSees, 3, "278", "card 256 box features and 22 numbers of box geometry a region", "yes"},
    {kSees, 3, "256", "card 256 box features", "yes"},
    {kSees, 3, "22", "card 22 numbers of box geometry", "yes"},
    {kSees, 4, "", "nearest 0", "white hat, white hat"},
    {kSees, 5, "", "answer", "meadow"},
    {kSees, 5, "", "blind", "paper"},
    {kSees, 5, "256", "card 256 box features", "yes"},
    {kSees, 6, "453", "lines vocab.txt", "453"},
    {kSees, 6, "30.000", "told of other models", "of other models"},
    {kSees, 6, "7", "tokens", "[CLS] is there a u ##n ##i ##c ##o ##r ##n ? [SEP]"},
    {kSees, 6, "1", "told an option", "an option"},
    {kSees, 6, "2", "told an option", "an option"},
    {kSees, 7, "", "answer", "hat"},
    {kSees, 8, "", "answer", "pink"},
    {kSees, 8, "", "sure", "44.5"},
    {kSees, 9, "99", "card recall 0.993", "yes"},
    {kSees, 9, "100", "card recall 0.993", "yes"},
    {kSees, 9, "0.993", "card recall 0.993", "yes"},
    {kSees, 9, "99.9", "sure", "99.9"},
    {kSees, 9, "", "answer", "fish"},
    {kSees, 10, "", "regions", "7"},
    {kSees, 10, "", "answer", "star"},
    {kSees, 11, "6", "answer", "6"},
    {kSees, 11, "4", "told an option", "an option"},
    {kSees, 11, "5", "told an option", "an option"},
    {kSees, 11, "", "region 6", "red flower"},

    {kLayers, 1, "", "answer", "green"},
    {kLayers, 2, "", "words 6", "89.6"},
    {kLayers, 3, "", "watched 5", "green star"},
    {kLayers, 3, "", "voters itself", "12 of 13"},
    {kLayers, 4, "", "watched 9", "star"},
    {kLayers, 4, "", "voters 5", "13 of 13"},
    {kLayers, 5, "24", "heads", "24"},
    {kLayers, 5, "", "stripe 3 0", "color, 0 elsewhere"},
    {kLayers, 6, "98", "watch 12", "98"},
    {kLayers, 7, "", "settled", "5"},
    {kLayers, 7, "", "layer 4", "yellow"},
    {kLayers, 8, "4", "answer", "4"},
    {kLayers, 8, "5", "told an option", "an option"},
    {kLayers, 8, "3", "layer 3", "3"},
    {kLayers, 8, "3", "layer 4", "3"},
    {kLayers, 8, "3", "layer 5", "3"},
    {kLayers, 9, "", "alone 5", "star, green star"},
    {kLayers, 9, "", "alone 6", "star, green star"},
    {kLayers, 10, "", "flow", "green star"},
    {kLayers, 11, "", "answer", "orange"},
    {kLayers, 11, "", "sure", "95.7"},

    {kGuess, 1, "", "answer", "paper"},
    {kGuess, 2, "", "answer", "sea"},
    {kGuess, 2, "", "blind", "paper"},
    {kGuess, 3, "", "answer", "paper"},
    {kGuess, 3, "", "blind", "paper"},
    {kGuess, 4, "", "answer", "small"},
    {kGuess, 4, "", "blind", "small"},
    {kGuess, 4, "", "named purple cup", "0, 0"},
    {kGuess, 5, "", "answer", "red"},
    {kGuess, 5, "", "blind", "blue"},
    {kGuess, 5, "", "blindly", "32.8"},
    {kGuess, 6, "", "flip", "orange fish, then bird"},
    {kGuess, 7, "", "flip", "orange house, orange car, orange book, orange cat, orange flower, then blue"},
    {kGuess, 7, "", "named orange", "5, 0"},
    {kGuess, 8, "2", "answer", "2"},
    {kGuess, 8, "1", "told by tests/app", "by tests/app"},
    {kGuess, 8, "0", "told an option", "an option"},
    {kGuess, 9, "", "answer", "yes"},
    {kGuess, 9, "", "blind", "yes"},
    {kGuess, 10, "", "answer", "no"},
    {kGuess, 10, "", "flip", "the word cat, then yes"},
    {kGuess, 11, "2000", "card | Ask (VQA) | 97.2 % | 27.1 % | 2000 |", "yes"},
    {kGuess, 11, "97.2", "card | Ask (VQA) | 97.2 % | 27.1 % | 2000 |", "yes"},
    {kGuess, 11, "27.1", "card | Ask (VQA) | 97.2 % | 27.1 % | 2000 |", "yes"},
    {kGuess, 11, "12.0", "card | Ask (VQA) | color | 100.0 % | 12.0 % |", "yes"},
    {kGuess, 11, "52.8", "card | Ask (VQA) | exist | 100.0 % | 52.8 % |", "yes"},
    {kGuess, 11, "12.5", "told one of eight", "one of eight"},
    {kGuess, 11, "100", "told of 100 cases", "of 100 cases"},
    {kGuess, 11, "53", "told 52.8, rounded", "52.8, rounded"},

    {kTrust, 1, "", "answer", "big"},
    {kTrust, 1, "", "blind", "small"},
    {kTrust, 2, "", "explained", "pink car"},
    {kTrust, 3, "", "explained", "pink hat"},
    {kTrust, 5, "", "worst", "relevance"},
    {kTrust, 5, "", "unlucky", "relevance"},
    {kTrust, 5, "", "place relevance 2", "1"},
    {kTrust, 6, "99", "sure", "99.9"},
    {kTrust, 6, "", "explained 3", "4.3"},
    {kTrust, 6, "", "named orange", "5, 0"},
    {kTrust, 7, "", "best", "relevance"},
    {kTrust, 7, "", "area occlusion", "91.3"},
    {kTrust, 7, "", "area random", "93.2"},
    {kTrust, 8, "", "unlucky", "attention, relevance"},
    {kTrust, 8, "", "sure", "99.9"},
    {kTrust, 9, "", "answer", "sun"},
    {kTrust, 9, "", "named sun", "3, 0"},
    {kTrust, 10, "", "answer", "no"},
    {kTrust, 10, "", "area random", "100.0"},
    {kTrust, 10, "", "area occlusion", "100.0"},
    {kTrust, 11, "300", "accuracy for 300 questions", "yes"},
    {kTrust, 11, "100", "told per cents", "per cents"},
    {kTrust, 11, "61.3", "accuracy | random | 0.613 (", "yes"},
    {kTrust, 11, "37.8", "accuracy | attention | 0.378 (", "yes"},
    {kTrust, 11, "37.8", "accuracy | relevance | 0.378 (", "yes"},
    {kTrust, 11, "35.2", "accuracy | rollout | 0.352 (", "yes"},
    {kTrust, 11, "33.6", "accuracy | occlusion | 0.336 (", "yes"},
    {kTrust, 12, "", "explained", "pink car"},

    {kTasks, 1, "4", "answer", "4"},
    {kTasks, 1, "3", "told an option", "an option"},
    {kTasks, 1, "5", "told an option", "an option"},
    {kTasks, 1, "4", "named house", "4, 0"},
    {kTasks, 1, "5.8", "card its trunk serves all tasks | 5.8 MB", "yes"},
    {kTasks, 1, "0.4", "card the heads of the other tasks | 0.4 MB", "yes"},
    {kTasks, 2, "", "answer", "true"},
    {kTasks, 2, "", "blind", "false"},
    {kTasks, 2, "", "named bird", "1, 0"},
    {kTasks, 3, "", "answer", "false"},
    {kTasks, 3, "2", "named whole picture", "1, 1"},
    {kTasks, 3, "0", "told an option", "an option"},
    {kTasks, 3, "1", "told an option", "an option"},
    {kTasks, 4, "", "answer", "true"},
    {kTasks, 4, "", "named house", "4, 4"},
    {kTasks, 4, "100", "told of 100 statements", "of 100 statements"},
    {kTasks, 4, "98", "card | Compare (NLVR) | more | 98.0 %", "yes"},
    {kTasks, 5, "", "answer", "true"},
    {kTasks, 6, "", "answer", "the blue umbrella"},
    {kTasks, 7, "", "answer", "the red flower"},
    {kTasks, 7, "453", "lines vocab.txt", "453"},
    {kTasks, 8, "", "phrase 0", "3"},
    {kTasks, 8, "", "phrase 1", "2"},
    {kTasks, 9, "", "phrase 0", "4"},
    {kTasks, 9, "", "region 4", "green star"},
    {kTasks, 10, "", "answer", "big"},
    {kTasks, 10, "", "second", "orange"},
    {kTasks, 10, "91", "card | Fill in (masked words) | 91.0 % |", "yes"},
    {kTasks, 11, "", "answer", "false"},
    {kTasks, 12, "", "answer", "true"},
};

} // namespace vbs::test
