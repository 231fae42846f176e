#pragma once

#include "core/lesson/lesson.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// A text as answers are compared: lower case, without accents, white space as single spaces with none at the ends, and
/// without the punctuation marks at the end ("Der Löwe!" is "der lowe"). Umlauts lose their dots; "ss" and "ß" differ.
std::string forgivingText(std::string_view text);

/// Whether an answer is one of the accepted ones, as forgivingText has them. An empty answer never is.
bool isAccepted(std::string_view answer, const std::vector<std::string>& accepted);

/// What a student answered to one quiz. What does not belong to its kind is ignored.
struct LessonResponse {
    std::vector<std::size_t> options; ///< chosen ones
    std::string text;
    int region = -1; ///< clicked on; -1: none
    bool ofRightPicture = false;
};

/// The single answer that a step recorded, which Predict asks for; empty where there is none.
std::string recordedAnswer(const LessonStep& step);

/// Whether the response is right. An option of Predict is the recorded answer when forgivingText makes them the same.
bool isRight(const LessonStep& step, const LessonResponse& response);

/// The region that a click means: of those that hold the point the smallest, never the whole picture; -1: none.
int regionAt(const RegionSet& regions, float x, float y);

/// The response in words, as it stands in the table.
std::string responseText(const LessonStep& step, const LessonResponse& response);

/// A line of a student's results.
struct LessonResult {
    std::size_t step = 0; ///< from 0
    LessonResponse response;
    int tries = 1;      ///< how many answers were given; the last one counts
    double seconds = 0; ///< from the quiz's appearance to this answer
};

/// A student's results as a table (RFC 4180 as csvRows of core/report; spreadsheets compute nothing). Columns:
///   lesson, title      its id and title
///   student            as given; may be empty
///   step               from 1
///   step_title, kind, question
///   answer             options joined by "; ", a text, or the region's name
///   right              1 or 0
///   tries, seconds     the latter with one decimal
std::string lessonResultsCsv(const Lesson& lesson, const std::vector<LessonResult>& results,
                             const std::string& student);

} // namespace vbs
