#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/captions.h"
#include "core/picture_book/scenes/choices.h"
#include "core/picture_book/scenes/pair_statements.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/training/training_net.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/run_log.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// What the sources of a run share.
struct SourceContext {
    TrainingNet net{nullptr};
    const BertTokenizer* tokenizer = nullptr;
    const RegionBank* bank = nullptr;
};

/// How a stage of the run draws its examples.
struct StageOptions {
    double duplicateRichShare = 0.4; ///< share of the scenes in which attributes and relations decide
    QuestionOptions naming;          ///< category-only names in the first steps
    std::vector<ClauseKind> clauses; ///< of captions
    double relationMaskShare = 0.6;  ///< how often a caption's relation word is masked
    double relationShare = 0.6;      ///< of the statements to verify
    double denseCaptionShare = 0;    ///< how often a caption is verified instead of one statement
    std::vector<QuestionType> questionTypes;
    std::vector<QuestionType> regionQuestionTypes;
    std::vector<PairStatementType> pairTypes; ///< empty: all alike
    std::vector<ChoiceType> choiceTypes;      ///< empty: all alike
};

/// Ends the name of a measure that is the share of right answers in a batch.
inline constexpr std::string_view kRightShare = " right";

/// One source of examples with its loss; a training step sums the losses of several. A new head is trained by
/// a new source.
class ExampleSource {
public:
    virtual ~ExampleSource() = default;

    /// The loss of a fresh batch, ready for backward(). Adds what is worth watching to the measures.
    virtual at::Tensor loss(SourceContext& context, const StageOptions& stage, Rng& rng, Measures& measures) = 0;
};

/// Dense captions: masked words, region-to-phrase alignment, and the same alignment and the phrase's place after
/// layer 2, so that references are resolved early.
std::unique_ptr<ExampleSource> makeCaptionSource(int batch);

/// Questions of all types with their answers.
std::unique_ptr<ExampleSource> makeQuestionSource(int batch);

/// Statements to verify: sentence-image match on [CLS], and the truth at the relation word after layer 4.
std::unique_ptr<ExampleSource> makeVerificationSource(int batch);

/// Statements about two pictures: their truth on [CLS]; and, after layer 5, what each picture says on its own, and
/// after layer 4 which regions a statement counts. The pairs are drawn from the context's bank.
std::unique_ptr<ExampleSource> makePairSource(int batch);

/// Questions with four candidate sentences.
std::unique_ptr<ExampleSource> makeChoiceSource(int questions);

/// Questions with a label on every region: relations and extremes after layer 5, counted sets after layer 4.
std::unique_ptr<ExampleSource> makeSelectionSource(int batch);

} // namespace vbs
