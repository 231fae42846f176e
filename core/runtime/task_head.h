#pragma once

#include "core/engine/inference_types.h"
#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/pack/answer_vocabulary.h"
#include "core/runtime/phrase_position.h"
#include "core/text/bert_tokenizer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// A request's text as the network reads it: one sequence, or one for each choice.
struct EncodedRequest {
    at::Tensor inputIds, attentionMask, tokenTypeIds; ///< int64 [sequences, T], padded on the right
    at::Tensor positions;                             ///< int64 [1, P]: of phrases or masks; undefined for others
    std::vector<std::vector<TextToken>> tokens;       ///< one list a sequence, without padding
    std::vector<TextSpan> spans;                      ///< of the masks
};

/// How a request's text is to be written, beside what the task knows.
struct EncodingRules {
    std::int64_t longest = 512; ///< word pieces that the network reads
    bool cut = false; ///< shorten longer texts, the longer one of a pair first, instead of refusing them: for learning
    PhraseReadAt phrases = PhraseReadAt::Head;
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
    virtual at::Tensor scores(const VisualBertOutputs& outputs) const = 0;

    /// The position whose state the answer is read from.
    virtual std::size_t readAt(const EncodedRequest& encoded) const = 0;

    struct Words {
        const InferenceRequest& request;
        const BertTokenizer& tokenizer;
        const AnswerVocabulary& answers;
    };
    /// What answer i is called.
    virtual std::string answerName(std::size_t i, const Words& words) const = 0;

    /// Fills the task's own fields of the result from the outputs of one sample.
    virtual void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
                      InferenceResult& result) const = 0;
};

const TaskHead& headOf(Task task);

/// Softmax of one sample's scores and their names, most probable first. @param most at most so many.
std::vector<Answer> namedAnswers(const TaskHead& head, const at::Tensor& scores, const TaskHead::Words& words,
                                 std::int64_t most);

} // namespace vbs
