#pragma once

#include "core/lesson/lesson.h"

#include <string>
#include <string_view>

namespace vbs {

/// A lesson's Markdown as HTML. HTML in the text is left out, links lead to http, https and mailto alone, and pictures
/// are those of the lesson: <img data-picture="pictures/toys.png" alt="…">, without an address that a browser would
/// load. For sources only.
std::string lessonMarkdownHtml(std::string_view markdown, const Lesson& lesson);

} // namespace vbs
