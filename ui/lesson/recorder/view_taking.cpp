#include "ui/lesson/recorder/view_taking.h"

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/image/picture_header.h"
#include "core/lesson/lesson_file.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/question_request.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

namespace vbs {
namespace {

struct TakingText {
    Q_DECLARE_TR_FUNCTIONS(vbs::TakingText)
};

std::span<const std::uint8_t> spanOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::vector<std::size_t> markedOf(const std::vector<bool>& marks)
{
    std::vector<std::size_t> marked;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i])
            marked.push_back(i);
    return marked;
}

TakenPicture takenOf(const OpenPicture& picture)
{
    return {picture.pixels->image(), picture.path, picture.name};
}

/// Empty where the file is of another kind, damaged, or was changed since it was opened.
std::string fileAsItIs(const TakenPicture& picture)
try {
    if (picture.path.isEmpty())
        return {};
    std::string bytes = readTextFile(toPath(picture.path), LessonLimits::kPicture);
    const auto format = formatOf(spanOf(bytes));
    if (format != PictureFormat::Png && format != PictureFormat::Jpeg)
        return {};
    const RgbImage decoded = decodeImage(spanOf(bytes), picture.name.toStdString());
    const bool same = decoded.width == picture.pixels->width && decoded.height == picture.pixels->height &&
                      decoded.pixels == picture.pixels->pixels;
    return same ? bytes : std::string();
} catch (const Error&) {
    return {};
}

std::string titleOfView(const LessonStep& step, const OpenPicture& picture)
{
    const QString asked = toQString(step.asked).simplified();
    return (asked.isEmpty() ? QFileInfo(picture.name).completeBaseName() : asked).toStdString();
}

void takeQuestion(const WorkbenchState& state, const ViewInSight& sight, LessonStep& step)
{
    const InferenceRequest request = requestFor(state, questionOf(state));
    step.task = request.task;
    step.asked = request.text;
    step.choices = request.choices;
    step.phrases = request.phrases;
    step.hidden = markedOf(request.hiddenRegions);
    step.rightHidden = markedOf(request.hiddenRightRegions);
    step.ownBoxes = request.boxes;
    step.rightOwnBoxes = request.rightBoxes;
    if (sight.heatmap && taskSpec(state.task).explained)
        step.explanation = request.explanation;
    step.view = sight.view;
    step.choice = sight.choice;
}

} // namespace

QString whyNothingToTake(const WorkbenchState& state)
{
    const auto isCopy = [](const SideState& side) { return side.picture && side.picture->smallCopy; };
    if (!state.left.picture)
        return TakingText::tr("There is no picture to take: open one in the main window first.");
    if (isCopy(state.left) || (state.twoPictures() && isCopy(state.right)))
        return TakingText::tr("Only a small copy of this picture is here: locate the picture first.");
    return {};
}

TakenView viewOf(const WorkbenchState& state, const ViewInSight& sight)
{
    TakenView view;
    view.step.boxes = view.step.labels = sight.boxes;
    view.picture = takenOf(*state.left.picture);
    if (missingInput(state).isEmpty() && (!state.twoPictures() || state.right.picture)) {
        takeQuestion(state, sight, view.step);
        if (state.twoPictures())
            view.rightPicture = takenOf(*state.right.picture);
    }
    view.step.title = titleOfView(view.step, *state.left.picture);
    return view;
}

std::string bytesOf(const TakenPicture& picture)
{
    std::string bytes = fileAsItIs(picture);
    if (!bytes.empty())
        return bytes;
    QByteArray png;
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::WriteOnly) || !wrapImage(picture.pixels).save(&buffer, "PNG"))
        throw Error(ErrorCode::TooLarge,
                    sentence("%1 cannot be put into the lesson: make a smaller copy.", picture.name.toStdString()));
    return png.toStdString();
}

ReadView readView(TakenView view)
{
    ReadView read{std::move(view.step)};
    if (view.picture)
        read.picture = {view.picture->name.toStdString(), bytesOf(*view.picture)};
    if (view.rightPicture)
        read.rightPicture = {view.rightPicture->name.toStdString(), bytesOf(*view.rightPicture)};
    return read;
}

LessonStep addView(Lesson& lesson, ReadView view)
{
    if (!view.picture.bytes.empty())
        view.step.picture = addPicture(lesson, view.picture.name, std::move(view.picture.bytes));
    if (!view.rightPicture.bytes.empty())
        view.step.rightPicture = addPicture(lesson, view.rightPicture.name, std::move(view.rightPicture.bytes));
    return std::move(view.step);
}

} // namespace vbs
