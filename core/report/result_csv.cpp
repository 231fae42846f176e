#include "core/report/result_csv.h"

#include "core/report/task_report.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vbs {
namespace {

template <typename Number> std::string shortest(Number number)
{
    if (!std::isfinite(number))
        return {};
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

std::string lineOf(const InferenceRequest& request, const ResultRow& row)
{
    std::array<std::string, 13> fields = {request.image ? csvText(request.image->name) : "",
                                          request.rightImage ? csvText(request.rightImage->name) : "",
                                          std::string(nameOf(request.task)),
                                          csvText(request.text),
                                          csvText(row.item),
                                          std::to_string(row.rank),
                                          csvText(row.value),
                                          csvNumber(row.probability),
                                          row.score ? csvNumber(*row.score) : ""};
    if (row.box) {
        fields[9] = csvNumber(row.box->x1);
        fields[10] = csvNumber(row.box->y1);
        fields[11] = csvNumber(row.box->x2);
        fields[12] = csvNumber(row.box->y2);
    }
    std::string line;
    for (const std::string& field : fields)
        line += field + ",";
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

std::string csvText(const std::string& text)
{
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return csvField(formula ? "'" + text : text);
}

std::string csvNumber(double number)
{
    return shortest(number);
}

std::string csvNumber(float number)
{
    return shortest(number);
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
