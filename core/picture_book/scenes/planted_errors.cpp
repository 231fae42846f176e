#include "core/picture_book/scenes/planted_errors.h"

#include "core/base/json.h"
#include "core/base/splitmix.h"
#include "core/picture_book/scenes/questions.h"

#include <algorithm>
#include <span>

namespace vbs {

namespace {

// Streams of their own beside the scene's and its questions'.
constexpr std::uint64_t kAnswerErrorStream = 0x616e737765722121, kBoxErrorStream = 0x626f786572726f72;

using Words = std::span<const std::string_view>;

/// The kind of answer that a word is.
std::vector<std::string_view> kindOf(std::string_view answer)
{
    static constexpr std::string_view kYesNo[] = {"yes", "no"}, kSides[] = {"left", "right"},
                                      kHeights[] = {"above", "below"};
    static constexpr std::string_view kNumbers[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8"};
    const Words kinds[] = {kYesNo, kNumbers, kSceneColors, kSceneSizes, kScenePlaces, kSides, kHeights};
    for (const Words words : kinds)
        if (std::ranges::find(words, answer) != words.end())
            return {words.begin(), words.end()};
    std::vector<std::string_view> things(kSceneCategories.begin(), kSceneCategories.end());
    if (answer == "nothing")
        things.push_back("nothing");
    return things;
}

std::string otherOf(Rng& rng, std::vector<std::string_view> words, std::string_view right)
{
    std::erase(words, right);
    return std::string(words[rng.below(words.size())]);
}

void plantInBoxes(double share, std::uint64_t seed, CocoDataset& coco, PlantedErrors& errors)
{
    std::vector<CocoAnnotation> kept;
    for (CocoAnnotation& box : coco.annotations) {
        Rng rng(splitMix(splitMix(seed, std::uint64_t(box.id)), kBoxErrorStream));
        if (!rng.chance(share)) {
            kept.push_back(std::move(box));
            continue;
        }
        const std::string right(kSceneCategories[std::size_t(box.categoryId - 1)]);
        if (rng.chance(.5)) {
            errors.boxes.push_back({box.imageId, box.id, right, ""});
            continue;
        }
        const std::string planted = otherOf(rng, {kSceneCategories.begin(), kSceneCategories.end()}, right);
        errors.boxes.push_back({box.imageId, box.id, right, planted});
        box.categoryId = std::ranges::find(kSceneCategories, planted) - kSceneCategories.begin() + 1;
        kept.push_back(std::move(box));
    }
    coco.annotations = std::move(kept);
}

} // namespace

std::string wrongAnswerFor(Rng& rng, const std::string& answer)
{
    return otherOf(rng, kindOf(answer), answer);
}

PlantedErrors plantErrors(double share, std::uint64_t seed, VqaV2Annotations& annotations, CocoDataset& coco)
{
    PlantedErrors errors;
    for (VqaV2Annotation& annotation : annotations.annotations) {
        Rng rng(splitMix(splitMix(seed, std::uint64_t(annotation.questionId)), kAnswerErrorStream));
        if (!rng.chance(share))
            continue;
        const std::string right = annotation.multipleChoiceAnswer;
        annotation.multipleChoiceAnswer = wrongAnswerFor(rng, right);
        for (VqaV2Answer& person : annotation.answers)
            person.answer = annotation.multipleChoiceAnswer;
        errors.answers.push_back({annotation.questionId, right, annotation.multipleChoiceAnswer});
    }
    plantInBoxes(share, seed, coco, errors);
    return errors;
}

void writePlantedErrors(const std::filesystem::path& path, const PlantedErrors& errors)
{
    OrderedJson json = {{"answers", OrderedJson::array()}, {"boxes", OrderedJson::array()}};
    for (const PlantedErrors::Answer& error : errors.answers)
        json["answers"].push_back(
            {{"question_id", error.questionId}, {"right", error.right}, {"planted", error.planted}});
    for (const PlantedErrors::BoxError& error : errors.boxes) {
        json["boxes"].push_back(
            {{"image_id", error.imageId}, {"annotation_id", error.annotationId}, {"right", error.label}});
        json["boxes"].back()["planted"] = error.planted.empty() ? OrderedJson() : OrderedJson(error.planted);
    }
    writeJsonFile(path, json);
}

} // namespace vbs
