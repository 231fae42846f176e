#include "core/lesson/lesson_html.h"

#include "core/base/base64.h"
#include "core/base/hash.h"
#include "core/lesson/lesson_page_data.h"
#include "core/lesson/lesson_page_files.h"
#include "core/report/xml_text.h"

#include <span>

namespace vbs {
namespace {

/// As a policy names an inline script or style.
std::string policyHash(std::string_view text)
{
    const std::string hex = sha256(text);
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += char(std::stoi(hex.substr(i, 2), nullptr, 16));
    return "'sha256-" + toBase64(std::as_bytes(std::span(bytes))) + "'";
}

/// JSON inside an HTML element: no character that could end it, begin a comment, or be a line end to some script.
std::string jsonForHtml(const OrderedJson& json)
{
    std::string text;
    for (const char c : json.dump(-1, ' ', true, OrderedJson::error_handler_t::replace)) {
        if (c == '<')
            text += "\\u003c";
        else if (c == '>')
            text += "\\u003e";
        else if (c == '&')
            text += "\\u0026";
        else
            text += c;
    }
    return text;
}

} // namespace

std::string lessonHtml(const Lesson& lesson, const LessonPageOptions& options)
{
    const std::string script(lessonPageScript()), style(lessonPageStyle());
    const bool german = lesson.language == LessonLanguage::German;
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(nameOf(lesson.language)) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
           "'none'; img-src data:; script-src " +
           policyHash(script) + "; style-src " + policyHash(style) +
           "; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" "
           "href=\"data:,\">\n<title>" +
           xmlText(lesson.title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<noscript>" +
           (german ? "Diese Lektion braucht JavaScript." : "This lesson needs JavaScript.") +
           "</noscript>\n<script type=\"application/json\" id=\"lesson\">" +
           jsonForHtml(lessonPageData(lesson, options)) + "</script>\n<script>" + script +
           "</script>\n</body>\n</html>\n";
}

} // namespace vbs
