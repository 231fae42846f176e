#include "core/report/result_csv.h"

#include "core/base/ranking.h"
#include "core/engine/region_name.h"
#include "core/engine/task_names.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

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

struct Row {
    std::string item;
    std::size_t rank = 1;
    std::string value;
    double probability = 0;
    std::string score{};
    const Box* box = nullptr;
};

std::string lineOf(const InferenceRequest& request, const Row& row)
{
    std::array<std::string, 13> fields = {request.image ? request.image->name : "",
                                          request.rightImage ? request.rightImage->name : "",
                                          std::string(nameOf(request.task)),
                                          request.text,
                                          row.item,
                                          std::to_string(row.rank),
                                          row.value,
                                          numberText(row.probability),
                                          row.score};
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

void addAnswers(std::vector<Row>& rows, const std::vector<Answer>& answers, const std::string& item)
{
    for (std::size_t i = 0; i < answers.size(); ++i)
        rows.push_back({item, i + 1, answers[i].text, answers[i].probability});
}

void addChoices(std::vector<Row>& rows, const InferenceResult& result)
{
    std::vector<double> probabilities;
    for (const ChoiceScore& choice : result.choices)
        probabilities.push_back(choice.probability);
    const std::vector<std::size_t> order = greatestFirst(probabilities);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const ChoiceScore& choice = result.choices[order[rank]];
        rows.push_back({"", rank + 1, choice.text, choice.probability, numberText(choice.score)});
    }
}

void addPhrase(std::vector<Row>& rows, const PhraseRegions& phrase, const InferenceResult& result, int topK)
{
    std::size_t rank = 0;
    for (const std::size_t i : greatestFirst(phrase.regions)) {
        if (i >= result.regions.regions.size() || int(rank) >= topK)
            continue;
        const Region& region = result.regions.regions[i];
        const std::string value = nameOf(region);
        rows.push_back({phrase.text, ++rank, value, phrase.regions[i], "", &region.box});
    }
}

std::vector<Row> rowsOf(const InferenceRequest& request, const InferenceResult& result)
{
    std::vector<Row> rows;
    if (request.task == Task::VisualQuestionAnswering || request.task == Task::VisualReasoning)
        addAnswers(rows, result.answers, "");
    addChoices(rows, result);
    for (const PhraseRegions& phrase : result.phrases)
        addPhrase(rows, phrase, result, request.topK);
    for (std::size_t i = 0; i < result.masks.size(); ++i)
        addAnswers(rows, result.masks[i].words, std::to_string(i + 1));
    if (result.match >= 0)
        rows.push_back({"", 1, "match", result.match});
    return rows;
}

} // namespace

std::string csvHeader()
{
    return "picture,right_picture,task,text,item,rank,value,probability,score,x1,y1,x2,y2\r\n";
}

std::string csvRows(const InferenceRequest& request, const InferenceResult& result)
{
    std::string lines;
    for (const Row& row : rowsOf(request, result))
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
