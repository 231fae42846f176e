#include "core/picture_book/scenes/scene_export.h"

#include "core/base/splitmix.h"
#include "core/datasets/coco.h"
#include "core/datasets/vqa_v2.h"
#include "core/image/image_io.h"
#include "core/picture_book/scenes/planted_errors.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr int kMaxQuestionsPerScene = 1000;                   // question ids have three digits for them
constexpr std::int64_t kMaxSceneNumber = 999'999'999'999;     // twelve digits in a file's name
constexpr std::uint64_t kQuestionStream = 0x7175657374696f6e; // a stream of its own beside the scene's
constexpr int kHumans = 10;

struct SceneFiles {
    CocoDataset coco;
    VqaV2Questions questions;
    VqaV2Annotations annotations;
};

void check(const SceneExportOptions& options)
{
    if (options.count < 1)
        throw Error(ErrorCode::InvalidArgument, "The number of scenes must be at least 1.");
    if (options.first < 0 || options.count > kMaxSceneNumber || options.first > kMaxSceneNumber - options.count)
        throw Error(ErrorCode::InvalidArgument, "Scene numbers go from 0 to 999999999999.");
    if (!(options.errors >= 0 && options.errors <= 1))
        throw Error(ErrorCode::InvalidArgument, "The share of errors must be 0 to 1.");
    if (options.questionsPerScene < 0 || options.questionsPerScene > kMaxQuestionsPerScene)
        throw Error(ErrorCode::InvalidArgument, "The number of questions a scene must be 0 to 1000.");
}

// Annotation ids start at 1: pycocotools takes 0 for "no match".
void addBoxes(const Scene& scene, std::int64_t imageId, const std::string& fileName, CocoDataset& coco)
{
    coco.images.push_back({imageId,
                           fileName,
                           kSceneWidth,
                           kSceneHeight,
                           {{"place", std::string(kScenePlaces[std::size_t(scene.place)])}}});
    for (std::size_t i = 0; i < scene.objects.size(); ++i) {
        const SceneObject& object = scene.objects[i];
        coco.annotations.push_back({imageId * 10 + std::int64_t(i) + 1,
                                    imageId,
                                    object.category + 1,
                                    object.box,
                                    double(object.box.area()),
                                    false,
                                    {{"color", std::string(kSceneColors[std::size_t(object.color)])},
                                     {"size", std::string(kSceneSizes[std::size_t(object.size)])}}});
    }
}

/// Up to count questions with different words.
std::vector<SceneQuestion> differentQuestions(Rng& rng, const Scene& scene, int count)
{
    std::vector<SceneQuestion> questions;
    for (int tries = 0; int(questions.size()) < count && tries < 8 * count; ++tries) {
        SceneQuestion question = randomQuestion(rng, scene);
        if (std::none_of(questions.begin(), questions.end(),
                         [&](const SceneQuestion& other) { return other.text == question.text; }))
            questions.push_back(std::move(question));
    }
    return questions;
}

void addQuestion(const SceneQuestion& question, std::int64_t questionId, std::int64_t imageId, SceneFiles& files)
{
    files.questions.questions.push_back({questionId, imageId, question.text});
    const std::string& answer = question.answers.front();
    VqaV2Annotation annotation{questionId, imageId, question.type, std::string(vqaV2AnswerType(answer)), answer, {}};
    for (int human = 1; human <= kHumans; ++human)
        annotation.answers.push_back({human, answer, "yes"});
    files.annotations.annotations.push_back(std::move(annotation));
}

} // namespace

SceneExportSummary exportScenes(const SceneExportOptions& options, const JobControl& control)
{
    check(options);
    const VqaV2Head head{"Open-Ended", "picture_book", "seed" + std::to_string(options.seed)};
    SceneFiles files{{}, {head, {}}, {head, {}}};
    for (std::size_t i = 0; i < kSceneCategories.size(); ++i)
        files.coco.categories.push_back({std::int64_t(i) + 1, std::string(kSceneCategories[i]), "picture_book"});
    for (std::int64_t done = 0; done < options.count; ++done) {
        control.throwIfStopped();
        control.report("Painting scenes", double(done) / double(options.count));
        const std::int64_t id = options.first + done;
        const Scene scene = sceneOfSeries(options.seed, std::uint64_t(id));
        const std::string name = vqaV2ImageName(head, id);
        writeImage(options.folder / "images" / name, drawScene(scene));
        addBoxes(scene, id, name, files.coco);
        Rng rng(splitMix(splitMix(options.seed, std::uint64_t(id)), kQuestionStream));
        std::int64_t number = 0;
        for (const SceneQuestion& question : differentQuestions(rng, scene, options.questionsPerScene))
            addQuestion(question, id * 1000 + number++, id, files);
    }
    control.report("Writing the annotations", 1);
    PlantedErrors planted;
    if (options.errors > 0) {
        planted = plantErrors(options.errors, options.seed, files.annotations, files.coco);
        writePlantedErrors(options.folder / "errors.json", planted);
    }
    writeCoco(options.folder / "instances.json", files.coco);
    writeVqaV2Questions(options.folder / "questions.json", files.questions);
    writeVqaV2Annotations(options.folder / "annotations.json", files.annotations);
    return {options.count, std::int64_t(files.coco.annotations.size()), std::int64_t(files.questions.questions.size()),
            std::int64_t(planted.answers.size()), std::int64_t(planted.boxes.size())};
}

} // namespace vbs
