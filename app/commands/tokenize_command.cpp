#include "app/commands/tokenize_command.h"

#include "app/commands/tokenize_lines.h"
#include "core/base/error.h"
#include "core/pack/pack_catalog.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <iostream>
#include <map>

namespace vbs {
namespace {

std::string padded(std::string text, std::size_t width)
{
    const auto characters = unicode::decodeUtf8(text);
    std::size_t columns = 0;
    for (const auto& character : characters)
        columns += unicode::terminalColumns(character.value);
    return text.append(width > columns ? width - columns : 0, ' ');
}

/// Cuts the padding off again.
void removePadding(Encoding& encoding)
{
    while (!encoding.attentionMask.empty() && encoding.attentionMask.back() == 0) {
        encoding.inputIds.pop_back();
        encoding.tokenTypeIds.pop_back();
        encoding.attentionMask.pop_back();
        encoding.tokens.pop_back();
        encoding.offsets.pop_back();
    }
}

class TokenizeCommand : public Command {
public:
    std::string name() const override { return "tokenize"; }
    std::string help() const override { return "Split a text into word pieces and their ids"; }

    void declare(CLI::App& app) override
    {
        auto* text = app.add_option("text", m_text, "the text to split");
        m_pairOption = app.add_option("pair", m_pair, "second text of a pair");
        auto* source = app.add_option_group("vocabulary", "where the word pieces come from");
        source->add_option("--vocab", m_vocabFile, "vocabulary file: one token a line");
        source->add_option("--pack", m_pack, "pack: its name or folder");
        source->require_option(1);
        app.add_flag("--cased", m_cased, "keep capital letters and accents (a pack decides for itself)");
        auto* maxLength = app.add_option("--max-length", m_maxLength, "cut to this many tokens, longest text first")
                              ->check(CLI::Range(1, kLargestMaxLength));
        app.add_flag("--pad", m_pad, "fill with [PAD] up to the maximum length")->needs(maxLength);
        app.add_flag("--json", m_json, "print JSON");
        auto* jsonl = app.add_flag("--jsonl", m_jsonl,
                                   "read one {\"text\", \"pair\"?, \"max_length\"?, \"do_lower_case\"?} a line on "
                                   "standard input and print one JSON object a line");
        jsonl->excludes(text)->excludes(maxLength);
        app.parse_complete_callback([this, text] { // the final one is taken by the program
            if (!m_jsonl && text->count() == 0)
                throw CLI::RequiredError("text");
        });
    }

    void run() override
    {
        if (!m_pack.empty())
            usePack();
        if (m_jsonl) {
            std::ios::sync_with_stdio(false);
            tokenizeLines(std::cin, std::cout, !m_cased,
                          [this](bool lowerCase) -> const BertTokenizer& { return tokenizer(lowerCase); });
            return;
        }
        const std::optional<std::string_view> pair =
            m_pairOption->count() > 0 ? std::optional<std::string_view>(m_pair) : std::nullopt;
        const std::optional<int> maxLength = m_maxLength > 0 ? std::optional(m_maxLength) : std::nullopt;
        Encoding encoding = tokenizer(!m_cased).encode(m_text, pair, maxLength);
        if (!m_pad)
            removePadding(encoding);
        m_json ? printJson(encoding) : printTable(encoding);
    }

private:
    void usePack()
    {
        const ModelPack pack = readPack(findPack(m_pack));
        m_vocabFile = pack.resolve(pack.manifest.tokenizer.vocab, "vocabulary").string();
        m_cased = m_cased || !pack.manifest.tokenizer.doLowerCase;
    }

    const BertTokenizer& tokenizer(bool lowerCase)
    {
        const auto found = m_tokenizers.find(lowerCase);
        if (found != m_tokenizers.end())
            return found->second;
        return m_tokenizers.emplace(lowerCase, BertTokenizer(m_vocabFile, lowerCase)).first->second;
    }

    std::vector<std::string> unknownWords()
    {
        std::vector<std::string> words = tokenizer(!m_cased).unknownWords(m_text);
        for (const std::string& word : tokenizer(!m_cased).unknownWords(m_pair))
            if (std::find(words.begin(), words.end(), word) == words.end())
                words.push_back(word);
        return words;
    }

    void printJson(const Encoding& encoding)
    {
        OrderedJson json = encodingToJson(encoding);
        json["offsets"] = OrderedJson::array();
        for (const TokenOffset& offset : encoding.offsets)
            json["offsets"].push_back(offset.sequence < 0 ? OrderedJson() : OrderedJson({offset.begin, offset.end}));
        json["unknown_words"] = unknownWords();
        std::cout << json.dump(2, ' ', true, OrderedJson::error_handler_t::replace) << '\n';
    }

    void printTable(const Encoding& encoding)
    {
        constexpr std::size_t kPieceColumns = 20, kNumberColumns = 8;
        std::cout << padded("piece", kPieceColumns) << padded("id", kNumberColumns) << padded("type", kNumberColumns)
                  << "bytes\n";
        for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
            const TokenOffset& offset = encoding.offsets[i];
            std::cout << padded(encoding.tokens[i], kPieceColumns - 1) << ' '
                      << padded(std::to_string(encoding.inputIds[i]), kNumberColumns)
                      << padded(std::to_string(encoding.tokenTypeIds[i]), kNumberColumns)
                      << (offset.sequence < 0 ? "-" : std::to_string(offset.begin) + "-" + std::to_string(offset.end))
                      << '\n';
        }
    }

    std::string m_text, m_pair, m_vocabFile, m_pack;
    CLI::Option* m_pairOption = nullptr;
    bool m_cased = false, m_pad = false, m_json = false, m_jsonl = false;
    int m_maxLength = 0;
    std::map<bool, BertTokenizer> m_tokenizers; ///< by lowerCase
};

} // namespace

std::unique_ptr<Command> makeTokenizeCommand()
{
    return std::make_unique<TokenizeCommand>();
}

} // namespace vbs
