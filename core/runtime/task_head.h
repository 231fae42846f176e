#pragma once

#include "core/engine/inference_types.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/task_form.h"
#include "core/runtime/phrase_position.h"
#include "core/text/bert_tokenizer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// Visual token types of the regions: of a single picture, of the left and the right of two.
struct RegionTypes {
    std::int64_t single = 1, left = 0, right = 1;

    /// @param picture from 0. @param pictures how many there are.
    std::int64_t of(std::size_t picture, std::size_t pictures) const;
};

/// A request's text as the network reads it: one sequence, or one for each choice. Also what the pack's form says of
/// all else that the network is asked with.
struct EncodedRequest {
    at::Tensor inputIds, attentionMask, tokenTypeIds; ///< int64 [sequences, T], padded on the right
    at::Tensor positions;                             ///< int64 [1, P]: of phrases or masks; undefined for others
    std::vector<std::vector<TextToken>> tokens;       ///< one list a sequence, without padding
    std::vector<TextSpan> spans;                      ///< of the masks
    RegionTypes regionTypes;
    at::Tensor listed;          ///< int64: the outputs that are answers, of an answer list; undefined: all
    std::int64_t fitsClass = 0; ///< of the sentence-image head
    bool tellsBoxes = false;    ///< see TaskForm
};

/// How a request's text is to be written, beside what the task knows.
struct EncodingRules {
    std::int64_t longest = 512; ///< word pieces that the network reads
    bool cut = false; ///< shorten longer texts, the longer one of a pair first, instead of refusing them: for learning
    PhraseReadAt phrases = PhraseReadAt::Head;
    TaskForm form{};
    at::Tensor listed{}; ///< see EncodedRequest
};

/// What a task knows beyond the network: how its text is written, what its scores mean, and how they become a result.
/// Stateless; every member works on one request's tensors.
class TaskHead {
public:
    virtual ~TaskHead() = default;

    /// The one encoding, for learning and for asking. The position of a phrase that was cut off is -1.
    /// @throws Error (InvalidArgument, TooLarge) for a text, choices or phrases that the task cannot be asked.
    virtual EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                                  const EncodingRules& rules) const = 0;

    /// The scores whose softmax is the distribution over answers: [samples, answers]. Undefined when the task has no
    /// such distribution (phrases).
    virtual at::Tensor scores(const VisualBertOutputs& outputs, const EncodedRequest& encoded) const = 0;

    /// The position whose state the answer is read from.
    virtual std::size_t readAt(const EncodedRequest& encoded) const = 0;

    /// The network's inputs as its class wants them. @param inputs hold text and regions, (sequences, …).
    virtual void shape(const EncodedRequest& encoded, VisualBertInputs& inputs) const;

    using Names = std::shared_ptr<const std::vector<std::string>>;
    struct Words {
        const InferenceRequest& request;
        Names names; ///< what the answers are called, in the order of their scores
    };
    /// What the answers are called, in the order of their scores; empty where each request brings its own names.
    virtual std::vector<std::string> names(const BertTokenizer& tokenizer, const AnswerVocabulary& answers) const = 0;

    /// Fills the task's own fields of the result from the outputs of one sample.
    virtual void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
                      InferenceResult& result) const = 0;
};

const TaskHead& headOf(Task task);

struct PreparedQuestion;

/// Fills what of the result comes from the network's outputs: the task's fields and the tokens.
/// @return whose tokens they are: the best choice's sequence, or 0.
std::size_t readResult(const PreparedQuestion& question, const VisualBertOutputs& outputs, const TaskHead::Words& words,
                       InferenceResult& result);

struct RankedAnswers {
    std::vector<Answer> answers; ///< the request's topK and those that it names, most probable first
    DistributionPtr all;
};
/// Softmax of one sample's scores: [answers].
RankedAnswers rankAnswers(const at::Tensor& scores, const TaskHead::Words& words);

/// The most probable answers and those of these names, most probable first.
std::vector<Answer> firstAnswers(const AnswerDistribution& all, std::size_t most,
                                 const std::vector<std::string>& named);

} // namespace vbs
