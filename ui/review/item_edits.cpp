#include "ui/review/item_edits.h"

#include <algorithm>

namespace vbs {
namespace {

Box scaled(const Box& box, float x, float y)
{
    return {box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y};
}

} // namespace

std::vector<AnswerRow> answerRowsOf(const ExampleTruth& truth, bool each)
{
    std::vector<AnswerRow> rows;
    for (std::size_t person = 0; person < truth.answers.size(); ++person) {
        const std::string& answer = truth.answers[person];
        const auto known = each ? rows.end() : std::ranges::find(rows, answer, &AnswerRow::answer);
        if (known == rows.end())
            rows.push_back({answer, {person}, -1});
        else
            known->people.push_back(person);
    }
    if (!each)
        std::ranges::stable_sort(rows, std::greater(), [](const AnswerRow& row) { return row.people.size(); });
    if (!truth.answers.empty())
        return rows;
    for (const auto& [answer, score] : truth.scores)
        rows.push_back({answer, {}, score});
    std::ranges::stable_sort(rows, std::greater(), &AnswerRow::score);
    return rows;
}

Example withAnswer(Example example, const AnswerRow& row, const std::string& answer)
{
    if (answer.empty())
        return example;
    for (const std::size_t person : row.people)
        example.truth.answers.at(person) = answer;
    if (row.people.empty()) {
        example.truth.scores.erase(row.answer);
        example.truth.scores[answer] = row.score < 0 ? 1 : row.score;
    }
    return example;
}

Example withScore(Example example, const AnswerRow& row, double score)
{
    example.truth.scores[row.answer] = std::clamp(score, 0., 1.);
    if (score <= 0 && example.truth.scores.size() > 1)
        example.truth.scores.erase(row.answer);
    return example;
}

Example withText(Example example, const std::string& text)
{
    if (!text.empty())
        example.text = text;
    return example;
}

Example withLabel(Example example, std::size_t label)
{
    example.truth.label = label;
    return example;
}

BoxScale boxScaleOf(const Example& example, int width, int height)
{
    const ExampleTruth& truth = example.truth;
    if (!example.task || truth.width <= 0 || truth.height <= 0 || width <= 0 || height <= 0)
        return {};
    return {float(width) / float(truth.width), float(height) / float(truth.height)};
}

bool hasBoxes(const Example& example)
{
    return !example.task || !example.phrases.empty();
}

std::vector<ItemBox> boxesOf(const Example& example, const BoxScale& scale)
{
    std::vector<ItemBox> boxes;
    if (!example.task) {
        for (std::size_t i = 0; i < example.truth.boxes.size(); ++i)
            boxes.push_back({example.truth.boxes[i].box, example.truth.boxes[i].label, 0, i});
        return boxes;
    }
    const auto& phrases = example.truth.phraseBoxes;
    for (std::size_t phrase = 0; phrase < phrases.size() && phrase < example.phrases.size(); ++phrase) {
        const TextSpan& span = example.phrases[phrase];
        for (std::size_t i = 0; i < phrases[phrase].size(); ++i)
            boxes.push_back({scaled(phrases[phrase][i], scale.x, scale.y),
                             example.text.substr(span.begin, span.end - span.begin), phrase, i});
    }
    return boxes;
}

Example withBox(Example example, const ItemBox& box, const BoxScale& scale)
{
    if (!example.task) {
        LabelledBox& known = example.truth.boxes.at(box.place);
        known.box = box.box;
        known.label = box.label;
        return example;
    }
    example.truth.phraseBoxes.at(box.phrase).at(box.place) = scaled(box.box, 1 / scale.x, 1 / scale.y);
    return example;
}

Example withNewBox(Example example, const ItemBox& box, const BoxScale& scale)
{
    if (!example.task) {
        example.truth.boxes.push_back({box.box, box.label, -1});
        return example;
    }
    example.truth.phraseBoxes.resize(std::max(example.truth.phraseBoxes.size(), example.phrases.size()));
    example.truth.phraseBoxes.at(box.phrase).push_back(scaled(box.box, 1 / scale.x, 1 / scale.y));
    return example;
}

Example withoutBox(Example example, const ItemBox& box)
{
    if (!example.task) {
        example.truth.boxes.erase(example.truth.boxes.begin() + std::ptrdiff_t(box.place));
        return example;
    }
    std::vector<Box>& boxes = example.truth.phraseBoxes.at(box.phrase);
    boxes.erase(boxes.begin() + std::ptrdiff_t(box.place));
    return example;
}

} // namespace vbs
