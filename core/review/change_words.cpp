#include "core/review/change_words.h"

#include "core/review/example_record.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vbs {

namespace {

std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text.empty() ? "nothing" : text;
}

std::string countedAnswers(const std::vector<std::string>& answers)
{
    std::vector<std::pair<std::string, int>> counted; // in the order of first mention
    for (const std::string& answer : answers) {
        const auto known = std::ranges::find(counted, answer, [](const auto& one) { return one.first; });
        if (known == counted.end())
            counted.emplace_back(answer, 1);
        else
            ++known->second;
    }
    std::vector<std::string> parts;
    for (const auto& [answer, count] : counted)
        parts.push_back(answer + (count > 1 ? " \u00d7 " + std::to_string(count) : ""));
    return listed(parts);
}

std::string scoredAnswers(const std::map<std::string, double>& scores)
{
    std::vector<std::string> parts;
    for (const auto& [answer, score] : scores)
        parts.push_back(answer + " " + plainNumber(score, 2));
    return listed(parts);
}

std::string boxInWords(const Box& box)
{
    std::string words;
    for (const float edge : {box.x1, box.y1, box.x2, box.y2})
        words += (words.empty() ? "" : ", ") + plainNumber(edge, 1);
    return "(" + words + ")";
}

std::string inWords(const LabelledBox& box)
{
    return (box.label.empty() ? "unnamed" : box.label) + " " + boxInWords(box.box);
}

std::string inWords(const Box& box)
{
    return boxInWords(box);
}

/// Those of some boxes that are not among others, each as often as it is missing there.
template <typename Kind> std::string boxesBut(const std::vector<Kind>& boxes, std::vector<Kind> others)
{
    std::vector<std::string> parts;
    for (const Kind& box : boxes) {
        const auto same = std::ranges::find(others, box);
        if (same == others.end())
            parts.push_back(inWords(box));
        else
            others.erase(same);
    }
    return listed(parts);
}

std::string phraseOf(const Example& example, std::size_t phrase)
{
    if (phrase >= example.phrases.size())
        return "phrase " + std::to_string(phrase + 1);
    const TextSpan& span = example.phrases[phrase];
    return "\"" + example.text.substr(span.begin, span.end - span.begin) + "\"";
}

} // namespace

std::vector<ChangedWords> changedWords(const Example& before, const Example& after)
{
    const ExampleTruth &was = before.truth, &is = after.truth;
    std::vector<ChangedWords> changes;
    if (after.text != before.text)
        changes.push_back({"text", before.text, after.text});
    if (is.answers != was.answers)
        changes.push_back({"answers", countedAnswers(was.answers), countedAnswers(is.answers)});
    if (is.scores != was.scores)
        changes.push_back({"scores", scoredAnswers(was.scores), scoredAnswers(is.scores)});
    if (is.label != was.label)
        changes.push_back({"label", was.label ? truthInWords(before) : "nothing", truthInWords(after)});
    for (std::size_t p = 0; p < std::min(was.phraseBoxes.size(), is.phraseBoxes.size()); ++p)
        if (is.phraseBoxes[p] != was.phraseBoxes[p])
            changes.push_back({"boxes of " + phraseOf(before, p), boxesBut(was.phraseBoxes[p], is.phraseBoxes[p]),
                               boxesBut(is.phraseBoxes[p], was.phraseBoxes[p])});
    if (is.boxes != was.boxes)
        changes.push_back({"boxes", boxesBut(was.boxes, is.boxes), boxesBut(is.boxes, was.boxes)});
    return changes;
}

std::string fixedNumber(double value, int decimals)
{
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    return {buffer.data(), end};
}

std::string plainNumber(double value, int decimals)
{
    std::string text = fixedNumber(value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

} // namespace vbs
