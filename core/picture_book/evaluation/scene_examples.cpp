#include "core/picture_book/evaluation/scene_examples.h"

#include "core/picture_book/scenes/captions.h"
#include "core/picture_book/scenes/choices.h"
#include "core/picture_book/scenes/pair_statements.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/region_questions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vbs {

namespace {

using Examples = std::vector<SceneExample>;

/// An example of type number `type` about the scene, or nothing when the scene offers none.
using Maker = std::function<std::optional<SceneExample>(Rng&, std::size_t scene, std::size_t type)>;

/// As many examples of each type, each about a scene that allows it, scenes taken in turn.
Examples evenly(Rng& rng, std::size_t scenes, std::size_t perType, std::size_t types, const Maker& make)
{
    Examples examples;
    for (std::size_t type = 0; type < types; ++type) {
        std::size_t scene = rng.below(scenes), made = 0;
        // A type that hardly any scene allows (odd one out) may take several rounds; none loops for ever.
        for (std::size_t tried = 0; made < perType && tried < scenes * 200; ++tried) {
            scene = (scene + 1) % scenes;
            if (auto example = make(rng, scene, type)) {
                example->scene = scene;
                examples.push_back(std::move(*example));
                ++made;
            }
        }
    }
    return examples;
}

std::size_t perType(const std::vector<Scene>& scenes, int perScene, std::size_t types)
{
    return std::max<std::size_t>(1, scenes.size() * std::size_t(perScene) / types);
}

SceneExample example(Task task, std::string type, std::string text)
{
    SceneExample result;
    result.type = std::move(type);
    result.request.task = task;
    result.request.text = std::move(text);
    result.request.topK = 1;
    return result;
}

Examples questions(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    return evenly(rng, scenes.size(), perType(scenes, perScene, kQuestionTypes), kQuestionTypes,
                  [&](Rng& draw, std::size_t scene, std::size_t type) -> std::optional<SceneExample> {
                      auto question = makeQuestion(draw, scenes[scene], allQuestionTypes()[type]);
                      if (!question)
                          return std::nullopt;
                      auto result = example(Task::VisualQuestionAnswering, question->type, question->text);
                      result.countRight = [answers = std::move(question->answers)](const InferenceResult& r) {
                          return int(!r.answers.empty() && std::ranges::count(answers, r.answers.front().text) > 0);
                      };
                      return result;
                  });
}

Examples pairs(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    const ScenePairs source(scenes);
    Examples examples;
    for (const PairStatementType type : allPairStatementTypes()) {
        for (std::size_t i = 0; i < perType(scenes, perScene, kPairStatementTypes); ++i) {
            ScenePairs::Drawn drawn = source.draw(rng, std::span(&type, 1));
            auto result = example(Task::VisualReasoning, drawn.statement.type, drawn.statement.text);
            result.scene = std::size_t(drawn.left);
            result.rightScene = std::size_t(drawn.right);
            result.countRight = [truth = drawn.statement.truth](const InferenceResult& r) {
                return int(!r.answers.empty() && r.answers.front().text == (truth ? "true" : "false"));
            };
            examples.push_back(std::move(result));
        }
    }
    return examples;
}

Examples choices(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    return evenly(rng, scenes.size(), perType(scenes, perScene, kChoiceTypes), kChoiceTypes,
                  [&](Rng& draw, std::size_t scene, std::size_t type) -> std::optional<SceneExample> {
                      auto question = makeChoiceQuestion(draw, scenes[scene], allChoiceTypes()[type]);
                      if (!question)
                          return std::nullopt;
                      auto result = example(Task::MultipleChoice, question->type, question->text);
                      result.request.choices = question->choices;
                      result.countRight = [answer = std::size_t(question->answer)](const InferenceResult& r) {
                          const auto best = std::ranges::max_element(r.choices, {}, &ChoiceScore::probability);
                          return int(best != r.choices.end() && std::size_t(best - r.choices.begin()) == answer);
                      };
                      return result;
                  });
}

/// Where each word of a caption stands in its text.
std::vector<TextSpan> wordSpans(const Caption& caption)
{
    std::vector<TextSpan> spans;
    std::size_t end = 0;
    for (const std::string_view word : caption.words) {
        const std::size_t begin = end + (end == 0 || word == "." || word == "," ? 0 : 1);
        end = begin + word.size();
        spans.push_back({begin, end});
    }
    return spans;
}

/// Phrases that are right when their surest region covers one of their objects (IoU >= 0.5).
std::optional<SceneExample> phraseExample(const Scene& scene, const Caption& caption, PhraseKind kind,
                                          const std::string& type)
{
    auto result = example(Task::RegionToPhrase, type, caption.text());
    const std::vector<TextSpan> spans = wordSpans(caption);
    std::vector<std::vector<Box>> wanted;
    for (const CaptionPhrase& phrase : caption.phrases) {
        if (phrase.kind != kind)
            continue;
        result.request.phrases.push_back({spans[std::size_t(phrase.first)].begin, spans[std::size_t(phrase.head)].end});
        auto& boxes = wanted.emplace_back();
        for (const int object : phrase.objects)
            boxes.push_back(scene.objects[std::size_t(object)].box);
    }
    if (wanted.empty())
        return std::nullopt;
    result.count = int(wanted.size());
    result.countRight = [wanted](const InferenceResult& r) {
        int right = 0;
        for (std::size_t i = 0; i < std::min(wanted.size(), r.phrases.size()); ++i) {
            const std::vector<double>& shares = r.phrases[i].regions;
            const auto best = std::size_t(std::ranges::max_element(shares) - shares.begin());
            right += best < r.regions.regions.size() && std::ranges::any_of(wanted[i], [&](const Box& box) {
                         return intersectionOverUnion(box, r.regions.regions[best].box) >= .5f;
                     });
        }
        return right;
    };
    return result;
}

Examples phrases(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    constexpr std::array kKinds = {PhraseKind::Plain, PhraseKind::Multi, PhraseKind::Count, PhraseKind::RelRef};
    static const std::array<std::string, 4> names = {"one_thing", "one_of_several", "counted", "by_relation"};
    return evenly(rng, scenes.size(), perType(scenes, perScene, kKinds.size()), kKinds.size(),
                  [&](Rng& draw, std::size_t scene, std::size_t type) {
                      return phraseExample(scenes[scene], makeCaption(draw, scenes[scene]), kKinds[type], names[type]);
                  });
}

/// Captions in which one word that the scene determines is hidden.
Examples maskedWords(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    constexpr std::array kKinds = {CaptionWordKind::Category, CaptionWordKind::Color, CaptionWordKind::Size,
                                   CaptionWordKind::Number, CaptionWordKind::Relation};
    static const std::array<std::string, 5> names = {"category", "color", "size", "number", "relation"};
    return evenly(rng, scenes.size(), perType(scenes, perScene, kKinds.size()), kKinds.size(),
                  [&](Rng& draw, std::size_t scene, std::size_t type) -> std::optional<SceneExample> {
                      Caption caption = makeCaption(draw, scenes[scene]);
                      std::vector<int> fitting;
                      for (const DeterminedWord& word : caption.determined)
                          if (word.kind == kKinds[type])
                              fitting.push_back(word.index);
                      if (fitting.empty())
                          return std::nullopt;
                      std::string_view& hidden = caption.words[std::size_t(draw.pick(fitting))];
                      const std::string word(hidden);
                      hidden = "[MASK]";
                      auto result = example(Task::MaskedWords, names[type], caption.text());
                      result.countRight = [word](const InferenceResult& r) {
                          return int(!r.masks.empty() && !r.masks.front().words.empty() &&
                                     r.masks.front().words.front().text == word);
                      };
                      return result;
                  });
}

/// Statements, and captions of several clauses of which one word may be wrong: as many that fit as that do not.
Examples captions(const std::vector<Scene>& scenes, Rng& rng, int perScene)
{
    return evenly(rng, scenes.size(), perType(scenes, perScene, 2), 2,
                  [&](Rng& draw, std::size_t scene, std::size_t type) -> std::optional<SceneExample> {
                      std::string text;
                      bool truth = draw.chance(.5);
                      if (type == 0) {
                          const auto statement = makeVerificationStatement(draw, scenes[scene], .4);
                          text = statement.text;
                          truth = statement.truth;
                      } else {
                          const Caption caption = makeCaption(draw, scenes[scene]);
                          const auto wrong = captionWithAWordChanged(draw, caption);
                          if (!wrong)
                              return std::nullopt;
                          text = truth ? caption.text() : *wrong;
                      }
                      auto result = example(Task::CaptionMatch, type == 0 ? "statement" : "caption", text);
                      result.countRight = [truth](const InferenceResult& r) { return int((r.match >= .5) == truth); };
                      return result;
                  });
}

using Make = Examples (*)(const std::vector<Scene>&, Rng&, int);

/// What scenes can tell the truth about; another task needs no row.
constexpr std::pair<Task, Make> kMakers[] = {{Task::VisualQuestionAnswering, questions},
                                             {Task::VisualReasoning, pairs},
                                             {Task::MultipleChoice, choices},
                                             {Task::RegionToPhrase, phrases},
                                             {Task::MaskedWords, maskedWords},
                                             {Task::CaptionMatch, captions}};

} // namespace

std::vector<SceneExample> sceneExamples(Task task, const std::vector<Scene>& scenes, std::uint64_t seed, int perScene)
{
    Rng rng(seed ^ 0x9e3779b97f4a7c15ull);
    const auto maker = std::ranges::find(kMakers, task, &std::pair<Task, Make>::first);
    if (maker == std::end(kMakers))
        return {};
    Examples examples = maker->second(scenes, rng, perScene);
    std::ranges::stable_sort(examples, {}, &SceneExample::scene);
    return examples;
}

} // namespace vbs
