#include "core/report/result_csv.h"

#include "core/report/task_report.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vbs {

namespace {

/// The shortest text that reads back as the same number, in every locale; empty for what is no number.
template <typename Number> std::string numberText(Number number)
{
    if (!std::isfinite(number))
        return {};
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

/// A spreadsheet takes a field that begins like this for a formula; texts of packs and names of files are none.
std::string literal(const std::string& text)
{
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return formula ? "'" + text : text;
}

std::string lineOf(const InferenceRequest& request, const ResultRow& row)
{
    std::array<std::string, 13> fields = {request.image ? literal(request.image->name) : "",
                                          request.rightImage ? literal(request.rightImage->name) : "",
                                          std::string(nameOf(request.task)),
                                          literal(request.text),
                                          literal(row.item),
                                          std::to_string(row.rank),
                                          literal(row.value),
                                          numberText(row.probability),
                                          row.score ? numberText(*row.score) : ""};
    if (row.box) {
        fields[9] = numberText(row.box->x1);
        fields[10] = numberText(row.box->y1);
        fields[11] = numberText(row.box->x2);
        fields[12] = numberText(row.box->y2);
    }
    std::string line;
    for (const std::string& field : fields)
        line += csvField(field) + ",";
    line.pop_back();
    return line + "\r\n";
}

} // namespace

std::string csvHeader()
{
    return "picture,right_picture,task,text,item,rank,value,probability,score,x1,y1,x2,y2\r\n";
}

std::string csvRows(const InferenceRequest& request, const InferenceResult& result)
{
    std::string lines;
    for (const ResultRow& row : taskReport(request.task).rows(request, result))
        lines += lineOf(request, row);
    return lines;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace vbs
