#include "core/lesson/lesson.h"

#include "core/image/image_io.h"
#include "core/image/picture_header.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_members.h"
#include "core/text/blanks.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr std::array<std::string_view, 2> kLanguages{"en", "de"};
constexpr std::array<std::string_view, 8> kViews{"none", "sequence", "heads", "layers",
                                                 "flow", "points",   "flip",  "curves"};
constexpr std::array<std::string_view, 6> kQuizzes{"none", "one", "several", "text", "region", "predict"};

template <typename Kind, std::size_t size>
std::optional<Kind> kindNamed(const std::array<std::string_view, size>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(Kind(found - names.begin()));
}

std::span<const std::uint8_t> bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// "toys" of "/home/me/Toys (1).PNG", in what every file system takes.
std::string plainStem(const std::string& name)
{
    std::string stem = name.substr(name.find_last_of("/\\") + 1);
    stem = stem.substr(0, stem.rfind('.'));
    std::string plain;
    for (const char c : stem) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter || (c >= 'A' && c <= 'Z'))
            plain += letter ? c : char(c - 'A' + 'a');
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    while (!plain.empty() && plain.back() == '-')
        plain.pop_back();
    return plain.empty() ? "picture" : plain.substr(0, 60);
}

std::vector<bool> flagsOf(const std::vector<std::size_t>& hidden)
{
    std::vector<bool> flags(hidden.empty() ? 0 : *std::ranges::max_element(hidden) + 1, false);
    for (const std::size_t region : hidden)
        flags[region] = true;
    return flags;
}

} // namespace

bool hidesAnswer(const LessonStep& step)
{
    return step.answerHidden || step.quiz.kind == QuizKind::Predict;
}

std::string_view nameOf(LessonLanguage language)
{
    return kLanguages.at(std::size_t(language));
}

std::string_view nameOf(DockView view)
{
    return kViews.at(std::size_t(view));
}

std::string_view nameOf(QuizKind kind)
{
    return kQuizzes.at(std::size_t(kind));
}

std::optional<LessonLanguage> lessonLanguageNamed(std::string_view name)
{
    return kindNamed<LessonLanguage>(kLanguages, name);
}

std::optional<DockView> dockViewNamed(std::string_view name)
{
    return kindNamed<DockView>(kViews, name);
}

std::optional<QuizKind> quizKindNamed(std::string_view name)
{
    return kindNamed<QuizKind>(kQuizzes, name);
}

LessonPicture lessonPictureOf(std::string bytes, const std::string& name)
{
    const auto format = formatOf(bytesOf(bytes));
    if (format != PictureFormat::Png && format != PictureFormat::Jpeg)
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 is neither PNG nor JPEG, which a lesson's pictures are: convert it.", name));
    if (bytes.size() > LessonLimits::kPicture)
        throw Error(ErrorCode::TooLarge,
                    sentence("%1 is larger than %2 MiB: make a smaller copy.", name, LessonLimits::kPicture >> 20));
    const auto size = sizeInHeader(*format, bytesOf(bytes));
    if (!size || size->width < 1 || size->height < 1)
        throw Error(ErrorCode::CorruptData, sentence("%1 is damaged: its header states no size; copy it again.", name));
    if (std::int64_t(size->width) * size->height > kMaxPixels)
        throw Error(ErrorCode::TooLarge, sentence("%1 has %2 x %3 pixels; at most %4 are decoded: make a smaller copy.",
                                                  name, size->width, size->height, kMaxPixels));
    return {std::make_shared<const std::string>(std::move(bytes)), size->width, size->height};
}

ImagePtr imageOf(const Lesson& lesson, const std::string& picture)
{
    const auto found = lesson.pictures.find(picture);
    if (found == lesson.pictures.end())
        throw Error(ErrorCode::InvalidArgument, sentence("The lesson has no picture named \"%1\".", picture));
    return std::make_shared<const RgbImage>(decodeImage(bytesOf(*found->second.bytes), picture));
}

std::string addPicture(Lesson& lesson, const std::string& name, std::string bytes)
{
    LessonPicture picture = lessonPictureOf(std::move(bytes), name);
    for (const auto& [key, known] : lesson.pictures)
        if (*known.bytes == *picture.bytes)
            return key;
    const bool png = formatOf(bytesOf(*picture.bytes)) == PictureFormat::Png;
    const std::string stem = std::string(kLessonPictures) + plainStem(name), suffix = png ? ".png" : ".jpg";
    std::string key = stem + suffix;
    for (int number = 2; lesson.pictures.contains(key); ++number)
        key = stem + "-" + std::to_string(number) + suffix;
    lesson.pictures.emplace(key, std::move(picture));
    return key;
}

std::optional<InferenceRequest> requestOf(const Lesson& lesson, const LessonStep& step)
{
    if (!step.task)
        return std::nullopt;
    InferenceRequest request;
    request.task = *step.task;
    request.image = imageOf(lesson, step.picture);
    if (taskInfo(*step.task).pair)
        request.rightImage = imageOf(lesson, step.rightPicture);
    request.text = *step.task == Task::MaskedWords ? withMasks(step.asked) : step.asked;
    request.choices = step.choices;
    request.phrases = step.phrases;
    request.explanation = step.explanation;
    request.boxes = step.ownBoxes;
    request.rightBoxes = step.rightOwnBoxes;
    request.hiddenRegions = flagsOf(step.hidden);
    request.hiddenRightRegions = flagsOf(step.rightHidden);
    request.blindToo = true;
    return request;
}

} // namespace vbs
