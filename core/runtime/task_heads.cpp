#include "core/runtime/task_head.h"

#include "core/base/error.h"
#include "core/runtime/prepared_question.h"
#include "core/runtime/task_text.h"

#include <algorithm>
#include <numeric>

#include <torch/types.h>

namespace vbs {

namespace {

/// One text, in the pack's form. @param usual closes it where the form says nothing.
EncodedRequest encodeOne(const std::string& text, std::string (*usual)(const std::string&),
                         const BertTokenizer& tokenizer, const EncodingRules& rules)
{
    WrittenText own = written(text, rules.form, usual);
    if (rules.form.sentences == 2)
        return encodeTexts({{rules.form.firstSentence, std::move(own.text), own.ownLength, true}}, tokenizer, rules);
    return encodeTexts({{std::move(own.text), std::nullopt, own.ownLength}}, tokenizer, rules);
}

class QuestionHead : public TaskHead {
public:
    EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                          const EncodingRules& rules) const override
    {
        return encodeOne(request.text, asQuestion, tokenizer, rules);
    }
    at::Tensor scores(const VisualBertOutputs& outputs, const EncodedRequest& encoded) const override
    {
        const at::Tensor& listed = encoded.listed;
        return listed.defined() ? outputs.logits.index_select(1, listed.to(outputs.logits.device())) : outputs.logits;
    }
    std::size_t readAt(const EncodedRequest& encoded) const override { return encoded.tokens.front().size() - 2; }
    std::vector<std::string> names(const BertTokenizer&, const AnswerVocabulary& answers) const override
    {
        return answers.answers();
    }
    void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
              InferenceResult& result) const override
    {
        RankedAnswers ranked = rankAnswers(scores(outputs, encoded)[0], words);
        result.answers = std::move(ranked.answers);
        result.allAnswers = std::move(ranked.all);
    }
};

/// NLVR2's labels are 0 for false and 1 for true.
class VerdictHead : public TaskHead {
public:
    EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                          const EncodingRules& rules) const override
    {
        return encodeOne(request.text, asSentence, tokenizer, rules);
    }
    at::Tensor scores(const VisualBertOutputs& outputs, const EncodedRequest&) const override
    {
        return outputs.logits.slice(1, 0, 2);
    }
    std::size_t readAt(const EncodedRequest&) const override { return 0; }
    std::vector<std::string> names(const BertTokenizer&, const AnswerVocabulary&) const override
    {
        return {"false", "true"};
    }
    void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
              InferenceResult& result) const override
    {
        result.allAnswers = rankAnswers(scores(outputs, encoded)[0], words).all;
        result.answers = firstAnswers(*result.allAnswers, 2, {});
    }
};

class ChoiceHead : public TaskHead {
public:
    EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                          const EncodingRules& rules) const override
    {
        const std::size_t count = request.choices.size();
        if (count < kFewestChoices || count > kMostChoices) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("There are %1 choices; give %2 to %3.", count, kFewestChoices, kMostChoices));
        }
        const bool asked = request.text.find_first_not_of(" \t\r\n") != std::string::npos;
        const WrittenText context = asked ? written(request.text, rules.form, asContext) : WrittenText();
        std::vector<TextToEncode> texts;
        for (const std::string& choice : request.choices) {
            if (choice.find_first_not_of(" \t\r\n") == std::string::npos)
                throw Error(ErrorCode::InvalidArgument, sentence("A choice is empty: type something, or remove it."));
            texts.push_back({context.text, choice, context.ownLength});
        }
        return encodeTexts(texts, tokenizer, rules);
    }
    at::Tensor scores(const VisualBertOutputs& outputs, const EncodedRequest&) const override { return outputs.logits; }
    std::size_t readAt(const EncodedRequest&) const override { return 0; }
    void shape(const EncodedRequest&, VisualBertInputs& inputs) const override
    {
        for (const VisualBertInputField& field : visualBertInputFields())
            if ((inputs.*field.member).defined())
                inputs.*field.member = (inputs.*field.member).unsqueeze(0); // (1, choices, …)
    }
    std::vector<std::string> names(const BertTokenizer&, const AnswerVocabulary&) const override { return {}; }
    void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
              InferenceResult& result) const override
    {
        const at::Tensor logits = scores(outputs, encoded)[0].to(torch::kFloat).cpu(),
                         probabilities = torch::softmax(logits, 0);
        for (std::size_t i = 0; i < words.request.choices.size(); ++i) {
            const auto index = static_cast<std::int64_t>(i);
            result.choices.push_back(
                {words.request.choices[i], logits[index].item<double>(), probabilities[index].item<double>()});
        }
    }
};

/// Masked words and the match; a sentence without masks asks for the match alone.
class SentenceHead : public TaskHead {
public:
    constexpr explicit SentenceHead(bool wordsWanted) : m_wordsWanted(wordsWanted) {}

    EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                          const EncodingRules& rules) const override
    {
        EncodedRequest encoded = encodeOne(request.text, asSentence, tokenizer, rules);
        std::vector<std::int64_t> masks;
        const std::vector<TextToken>& tokens = encoded.tokens.front();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].text == kMask && !tokens[i].special) { // special: part of the form
                masks.push_back(static_cast<std::int64_t>(i));
                encoded.spans.push_back({tokens[i].begin, tokens[i].end});
            }
        }
        if (m_wordsWanted && masks.empty()) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The sentence has no [MASK]: write it where a word is to be filled in."));
        }
        // Word scores are as wide as the vocabulary: they are computed where they are wanted, or once for nothing.
        encoded.positions =
            masks.empty() || !m_wordsWanted ? torch::zeros({1, 1}, torch::kLong) : torch::tensor(masks).unsqueeze(0);
        return encoded;
    }
    at::Tensor scores(const VisualBertOutputs& outputs, const EncodedRequest& encoded) const override
    {
        if (m_wordsWanted)
            return outputs.prediction_logits.select(1, 0);
        const at::Tensor& relation = outputs.seq_relationship_logits; // [samples, 2]
        return encoded.fitsClass == 0 ? relation : relation.flip(1);
    }
    std::size_t readAt(const EncodedRequest& encoded) const override
    {
        return m_wordsWanted ? std::size_t(encoded.positions[0][0].item<std::int64_t>()) : 0;
    }
    std::vector<std::string> names(const BertTokenizer& tokenizer, const AnswerVocabulary&) const override
    {
        if (!m_wordsWanted)
            return {"fits", "does not fit"}; // whichever class says so
        std::vector<std::string> words;
        for (std::size_t i = 0; i < tokenizer.vocabularySize(); ++i)
            words.push_back(tokenizer.tokenOf(std::int64_t(i)));
        return words;
    }
    void read(const VisualBertOutputs& outputs, const EncodedRequest& encoded, const Words& words,
              InferenceResult& result) const override
    {
        result.match =
            torch::softmax(outputs.seq_relationship_logits[0].to(torch::kFloat), 0)[encoded.fitsClass].item<double>();
        for (std::size_t i = 0; i < (m_wordsWanted ? encoded.spans.size() : 0); ++i) {
            const at::Tensor mask = outputs.prediction_logits[0][std::int64_t(i)];
            RankedAnswers ranked = rankAnswers(mask, words);
            result.masks.push_back({encoded.spans[i], std::move(ranked.answers), std::move(ranked.all)});
        }
    }

private:
    bool m_wordsWanted;
};

class PhraseHead : public TaskHead {
public:
    EncodedRequest encode(const InferenceRequest& request, const BertTokenizer& tokenizer,
                          const EncodingRules& rules) const override
    {
        if (request.phrases.empty()) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("No phrase is marked: mark the words whose regions you want to find."));
        }
        EncodedRequest encoded = encodeOne(request.text, asSentence, tokenizer, rules);
        std::vector<std::int64_t> positions;
        for (const TextSpan& span : request.phrases)
            positions.push_back(positionOf(request, span, encoded.tokens.front(), rules));
        encoded.positions = torch::tensor(positions).unsqueeze(0);
        return encoded;
    }
    at::Tensor scores(const VisualBertOutputs&, const EncodedRequest&) const override { return {}; }
    std::size_t readAt(const EncodedRequest& encoded) const override
    {
        return std::size_t(std::max<std::int64_t>(0, encoded.positions[0][0].item<std::int64_t>()));
    }
    void shape(const EncodedRequest& encoded, VisualBertInputs& inputs) const override
    {
        inputs.region_to_phrase_position = encoded.positions;
    }
    std::vector<std::string> names(const BertTokenizer&, const AnswerVocabulary&) const override { return {}; }
    void read(const VisualBertOutputs& outputs, const EncodedRequest&, const Words& words,
              InferenceResult& result) const override
    {
        const at::Tensor shares =
            torch::softmax(outputs.logits[0].to(torch::kFloat).cpu(), 1).to(torch::kDouble).contiguous();
        for (std::size_t i = 0; i < words.request.phrases.size(); ++i) {
            const TextSpan& span = words.request.phrases[i];
            const double* row = shares.data_ptr<double>() + std::int64_t(i) * shares.size(1);
            result.phrases.push_back(
                {span, words.request.text.substr(span.begin, span.end - span.begin), {row, row + shares.size(1)}});
        }
    }

private:
    static std::int64_t positionOf(const InferenceRequest& request, const TextSpan& span,
                                   const std::vector<TextToken>& tokens, const EncodingRules& rules)
    {
        if (span.begin >= span.end || span.end > request.text.size())
            throw Error(ErrorCode::InvalidArgument,
                        sentence("A phrase lies outside its sentence: mark words of the sentence."));
        const std::int64_t position = phrasePosition(request.text, span, tokens, rules.phrases);
        if (position < 0 && !rules.cut) {
            throw Error(ErrorCode::InvalidArgument, sentence("The phrase \"%1\" holds no whole word: mark whole words.",
                                                             request.text.substr(span.begin, span.end - span.begin)));
        }
        return position;
    }
};

const QuestionHead kQuestion;
const VerdictHead kVerdict;
const ChoiceHead kChoice;
const PhraseHead kPhrase;
const SentenceHead kWords(true), kMatch(false);

constexpr PerTask<const TaskHead*> kHeads({{Task::VisualQuestionAnswering, &kQuestion},
                                           {Task::VisualReasoning, &kVerdict},
                                           {Task::MultipleChoice, &kChoice},
                                           {Task::RegionToPhrase, &kPhrase},
                                           {Task::MaskedWords, &kWords},
                                           {Task::CaptionMatch, &kMatch}});

} // namespace

const TaskHead& headOf(Task task)
{
    return *kHeads[task];
}

void TaskHead::shape(const EncodedRequest& encoded, VisualBertInputs& inputs) const
{
    if (encoded.positions.defined())
        inputs.prediction_positions = encoded.positions;
}

std::size_t readResult(const PreparedQuestion& question, const VisualBertOutputs& outputs, const TaskHead::Words& words,
                       InferenceResult& result)
{
    question.head->read(outputs, question.encoded, words, result);
    const at::Tensor scores = question.head->scores(outputs, question.encoded);
    const auto& tokens = question.encoded.tokens;
    const bool choices = scores.defined() && tokens.size() > 1;
    const auto sequence = choices ? std::size_t(scores[0].argmax().item<std::int64_t>()) : 0;
    result.tokens = tokens[sequence];
    return sequence;
}

RankedAnswers rankAnswers(const at::Tensor& scores, const TaskHead::Words& words)
{
    const at::Tensor probabilities = torch::softmax(scores.to(torch::kFloat).cpu(), 0).contiguous();
    const float* first = probabilities.data_ptr<float>();
    auto all = std::make_shared<AnswerDistribution>();
    all->names = words.names;
    all->probabilities.assign(first, first + probabilities.numel());
    return {firstAnswers(*all, std::size_t(std::max(1, words.request.topK)), words.request.named), all};
}

std::vector<Answer> firstAnswers(const AnswerDistribution& all, std::size_t most, const std::vector<std::string>& named)
{
    const std::vector<float>& probabilities = all.probabilities;
    std::vector<std::uint32_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto moreProbable = [&](std::uint32_t a, std::uint32_t b) {
        return probabilities[a] != probabilities[b] ? probabilities[a] > probabilities[b] : a < b;
    };
    const auto cut = order.begin() + std::ptrdiff_t(std::min(most, order.size()));
    std::partial_sort(order.begin(), cut, order.end(), moreProbable);
    auto end = cut;
    for (const std::string& name : named) {
        const auto wanted = std::find_if(end, order.end(), [&](std::uint32_t i) { return (*all.names)[i] == name; });
        if (wanted != order.end())
            std::iter_swap(end++, wanted);
    }
    std::sort(cut, end, moreProbable);
    std::vector<Answer> answers;
    for (auto i = order.begin(); i != end; ++i)
        answers.push_back({(*all.names)[*i], probabilities[*i]});
    return answers;
}

} // namespace vbs
