#include "core/diff/model_diff.h"

#include "core/report/result_csv.h"

#include <cstdio>

namespace vbs {
namespace {

std::string format(const char* pattern, auto... values)
{
    char line[256];
    std::snprintf(line, sizeof line, pattern, values...);
    return line;
}

std::string percent(double share)
{
    return format("%.1f %%", 100 * share);
}

OrderedJson answerJson(const ModelAnswer& answer)
{
    OrderedJson json = {{"answer", answer.text}, {"probability", answer.probability}};
    if (answer.score >= 0)
        json["score"] = answer.score;
    return json;
}

std::string answerFields(const ModelAnswer& answer)
{
    return csvText(answer.text) + "," + csvNumber(answer.probability) + "," +
           (answer.score < 0 ? "" : csvNumber(answer.score));
}

std::string answerLine(const std::string& name, const ModelAnswer& answer)
{
    return "  " + name + ": " + answer.text + " (" + percent(answer.probability) + ")" +
           (answer.score < 0      ? ""
            : answer.score >= 0.5 ? ", right"
                                  : ", wrong") +
           "\n";
}

std::string accuracyLines(const ModelDiff& diff)
{
    std::string text;
    for (const Figure& figure : diff.accuracies.figures) {
        text += format("%-14s %6.2f %%", figure.name.c_str(), 100 * figure.value);
        if (figure.interval)
            text += format("  [%.2f, %.2f]", 100 * figure.interval->low, 100 * figure.interval->high);
        text += "\n";
    }
    const ModelDiff::Right& right = diff.right;
    text += format("both right %zu, only A %zu, only B %zu, neither %zu\n", right.both, right.onlyA, right.onlyB,
                   right.neither);
    text += format("if both were equally good, a division as uneven as this would have a probability of %.3g "
                   "(McNemar's exact test)\n",
                   right.chance);
    return text;
}

} // namespace

OrderedJson diffJson(const ModelDiff& diff)
{
    OrderedJson json = {{"examples", diff.examples}, {"same", diff.same}, {"mean_distance", diff.meanDistance}};
    if (diff.right.count() > 0) {
        json["right"] = {{"both", diff.right.both},
                         {"only_a", diff.right.onlyA},
                         {"only_b", diff.right.onlyB},
                         {"neither", diff.right.neither},
                         {"mcnemar_p", diff.right.chance}};
        json["accuracies"] = reportJson(diff.accuracies);
    }
    json["differing"] = OrderedJson::array();
    for (const DifferingExample& example : diff.differing) {
        OrderedJson entry = {{"number", example.number}, {"id", example.id}, {"text", example.text}};
        if (!example.type.empty())
            entry["type"] = example.type;
        for (const auto& picture : example.pictures)
            entry["pictures"].push_back(picture.string());
        entry["a"] = answerJson(example.answers[0]);
        entry["b"] = answerJson(example.answers[1]);
        entry["distance"] = example.distance;
        json["differing"].push_back(std::move(entry));
    }
    json["failures"] = OrderedJson::array();
    for (const ModelDiff::Failure& failure : diff.failures)
        json["failures"].push_back({{"example", failure.example}, {"reason", failure.reason}});
    return json;
}

std::string diffCsv(const ModelDiff& diff)
{
    std::string text = "number,id,picture,right_picture,text,type,answer_a,probability_a,score_a,answer_b,"
                       "probability_b,score_b,distance\r\n";
    for (const DifferingExample& example : diff.differing) {
        text += std::to_string(example.number) + "," + csvText(example.id);
        for (std::size_t side = 0; side < 2; ++side)
            text += "," + (side < example.pictures.size() ? csvText(example.pictures[side].string()) : "");
        text += "," + csvText(example.text) + "," + csvText(example.type);
        for (const ModelAnswer& answer : example.answers)
            text += "," + answerFields(answer);
        text += "," + csvNumber(example.distance) + "\r\n";
    }
    return text;
}

std::string diffText(const ModelDiff& diff, const std::array<std::string, 2>& names, std::size_t most)
{
    std::string text = "A is " + names[0] + ", B is " + names[1] + ".\n";
    text += format("%zu examples, the same answer to %zu of them (", diff.examples, diff.same) +
            percent(double(diff.same) / double(diff.examples)) + "); " +
            format("mean distance of the answers %.3f\n", diff.meanDistance);
    if (diff.right.count() > 0)
        text += accuracyLines(diff);
    for (std::size_t i = 0; i < std::min(most, diff.differing.size()); ++i) {
        const DifferingExample& example = diff.differing[i];
        text += "\n" + example.id;
        for (const auto& picture : example.pictures)
            text += " " + picture.filename().string();
        text +=
            "\n  " + example.text + "\n" + answerLine("A", example.answers[0]) + answerLine("B", example.answers[1]);
    }
    if (most > 0 && diff.differing.size() > most)
        text += format("\n%zu more differ.\n", diff.differing.size() - most);
    return text;
}

} // namespace vbs
