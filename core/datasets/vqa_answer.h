#pragma once

#include <string>
#include <string_view>

/// How the VQA challenge makes answers comparable (vqaEval.py of GT-Vision-Lab/VQA): unless all people gave the same
/// answer, theirs and the predicted one are normalised.
namespace vbs {

/// Line breaks become spaces, punctuation goes: without a trace where it stands beside a space (or digits are parted by
/// a comma), else it leaves a space. Full stops go unless a digit follows.
std::string withoutVqaPunctuation(std::string_view answer);

/// The same, then in lower case, number words up to ten as digits, without articles, apostrophes of contractions put
/// in.
std::string normalizedVqaAnswer(std::string_view answer);

/// Line breaks and tabs become spaces, those around it go: how answers are compared when all people gave the same.
std::string strippedVqaAnswer(std::string_view answer);

} // namespace vbs
