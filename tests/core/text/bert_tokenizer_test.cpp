#include "core/text/bert_tokenizer.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/text/unicode.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

#include <cstdlib>
#include <random>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(vbs::test::dataFolder()) / "text";

/// The folder of reference data, which is too big for the repository; empty when it is not there.
fs::path referenceFolder()
{
    const char* named = std::getenv("VBS_REFERENCE_DIR");
    const fs::path folder = named ? fs::path(named) : fs::path(vbs::test::sourceFolder()) / "../shared/reference";
    return fs::exists(folder / "tokenizer/cases.jsonl") ? folder / "tokenizer" : fs::path();
}

template <class T> std::optional<T> optionalOf(const Json& row, const char* key)
{
    const auto found = row.find(key);
    return found == row.end() || found->is_null() ? std::nullopt : std::optional(found->template get<T>());
}

/// What is wrong with the encoding of a reference row; empty when nothing is.
QString fault(const BertTokenizer& tokenizer, const Json& row)
{
    const auto text = row["text"].get<std::string>();
    const auto pair = optionalOf<std::string>(row, "pair");
    const Encoding got = tokenizer.encode(text, pair, optionalOf<int>(row, "max_length"));
    const bool same = Json(got.inputIds) == row["input_ids"] && Json(got.tokenTypeIds) == row["token_type_ids"] &&
                      Json(got.attentionMask) == row["attention_mask"] && Json(got.tokens) == row["tokens"] &&
                      got.offsets.size() == got.tokens.size();
    return same ? QString() : QString::fromStdString(row.dump(-1, ' ', true) + "\ngot " + Json(got.tokens).dump());
}

/// @return how many rows were compared; the first fault in `message`.
int compareRows(const fs::path& cases, const fs::path& vocab, QString& message)
{
    const BertTokenizer uncased(vocab, true), cased(vocab, false);
    int count = 0;
    for (const std::string& line : readLines(cases)) {
        const Json row = Json::parse(line);
        const QString found = fault(row["do_lower_case"].get<bool>() ? uncased : cased, row);
        if (message.isEmpty())
            message = found;
        ++count;
    }
    return count;
}

/// The piece behind each token as it was typed.
std::vector<std::string> typedPieces(const Encoding& encoding, const std::string& text)
{
    std::vector<std::string> pieces;
    for (const TokenOffset& offset : encoding.offsets)
        if (offset.sequence == 0)
            pieces.push_back(text.substr(offset.begin, offset.end - offset.begin));
    return pieces;
}

/// Characters that make tokenizers stumble, and any others.
std::string randomText(std::mt19937& random)
{
    static const std::vector<std::string> kPieces = {
        "the",          "Cat",    "unaffable",      "[MASK]", "[SEP",
        "\u0130",       "\u03A3", "e\u0301\u0327",  "\u1EC7", "\uD55C",
        "日本",         " ",      "\u3000",         "\u200B", "\u2028",
        "\xED\xA0\x80", "\xFF",   "か\u302E\u1B44", "!",      std::string(1, '\0')};
    std::string text;
    for (auto left = random() % 20; left > 0; --left) {
        if (random() % 2)
            text += kPieces[random() % kPieces.size()];
        else
            unicode::appendUtf8(text, static_cast<char32_t>(random() % (random() % 2 ? 0x400 : 0x110000)));
    }
    return text;
}

} // namespace

class BertTokenizerTest : public QObject {
    Q_OBJECT

    BertTokenizer m_tokenizer{kData / "vocab.txt"};

private Q_SLOTS:
    void madeCases()
    {
        QString message;
        QCOMPARE(compareRows(kData / "cases.jsonl", kData / "vocab.txt", message), 215);
        QVERIFY2(message.isEmpty(), qPrintable(message));
    }

    void referenceCases()
    {
        const fs::path folder = referenceFolder();
        if (folder.empty())
            QSKIP("The reference data is not here; VBS_REFERENCE_DIR names its folder.");
        QString message;
        QCOMPARE(compareRows(folder / "cases.jsonl", folder / "bert-base-uncased-vocab.txt", message), 477);
        QVERIFY2(message.isEmpty(), qPrintable(message));
    }

    void referenceLoneSurrogates()
    {
        const fs::path folder = referenceFolder();
        if (folder.empty())
            QSKIP("The reference data is not here; VBS_REFERENCE_DIR names its folder.");
        const BertTokenizer tokenizer(folder / "bert-base-uncased-vocab.txt");
        const auto lines = readLines(folder / "lone-surrogates.jsonl");
        QVERIFY(!lines.empty());
        for (const std::string& line : lines) {
            const Json row = Json::parse(line);
            std::string text;
            for (const Json& value : row["code_points"])
                unicode::appendUtf8(text, value.get<std::uint32_t>());
            QVERIFY2(Json(tokenizer.encode(text).inputIds) == row["input_ids"], line.c_str());
        }
    }

    void loneSurrogatesAreDropped()
    {
        QCOMPARE(m_tokenizer
                     .encode("c\xED\xA0\x80"
                             "at")
                     .tokens,
                 (std::vector<std::string>{"[CLS]", "cat", "[SEP]"}));
        // Dropped after the special tokens are found, not before.
        QCOMPARE(m_tokenizer.encode("[MA\xED\xB0\x80SK]").tokens[1], std::string("["));
    }

    void offsets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("typed");
        QTest::newRow("words") << "The  CAT!" << QStringList{"The", "CAT", "!"};
        QTest::newRow("pieces") << "Unaffable" << QStringList{"Un", "aff", "able"};
        QTest::newRow("composed accents") << "Café naïve" << QStringList{"Café", "naïve"};
        QTest::newRow("separate accents") << "cafe\u0301 a" << QStringList{"cafe\u0301", "a"};
        QTest::newRow("accent in a word of pieces") << "xy\u0301y\u0301" << QStringList{"xy\u0301", "y\u0301"};
        QTest::newRow("dotted I") << "\u0130S a" << QStringList{"\u0130S", "a"};
        QTest::newRow("one syllable, three pieces") << "\uD55C" << QStringList{"\uD55C", "\uD55C", "\uD55C"};
        QTest::newRow("dropped inside") << "c\u200Ba\u00ADt a" << QStringList{"c\u200Ba\u00ADt", "a"};
        QTest::newRow("dropped around") << "\u200Bcat\u200B a" << QStringList{"cat", "a"};
        QTest::newRow("special") << "a [MASK]b" << QStringList{"a", "[MASK]", "b"};
        QTest::newRow("unknown is the whole word") << "catz! a" << QStringList{"catz", "!", "a"};
        QTest::newRow("ideographs") << "日本cat" << QStringList{"日", "本", "cat"};
        QTest::newRow("NFD splits a character") << "a\u2260b" << QStringList{"a", "\u2260", "b"};
    }

    void offsets()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, typed);
        const std::string bytes = text.toStdString();
        QStringList got;
        for (const std::string& piece : typedPieces(m_tokenizer.encode(bytes), bytes))
            got << QString::fromStdString(piece);
        QCOMPARE(got, typed);
    }

    void offsetsOfAPair()
    {
        const Encoding encoding = m_tokenizer.encode("the cat", "a b", 10);
        std::vector<int> sequences;
        for (const TokenOffset& offset : encoding.offsets)
            sequences.push_back(offset.sequence);
        QCOMPARE(sequences, (std::vector<int>{-1, 0, 0, -1, 1, 1, -1, -1, -1, -1}));
        QCOMPARE(encoding.offsets[5].begin, std::size_t(2));
    }

    void anyTextKeepsOffsetsInOrder()
    {
        const BertTokenizer cased(kData / "vocab.txt", false);
        std::mt19937 random(7);
        for (int round = 0; round < 4000; ++round) {
            const std::string text = randomText(random);
            for (const BertTokenizer* tokenizer : std::initializer_list<const BertTokenizer*>{&m_tokenizer, &cased}) {
                const Encoding encoding = tokenizer->encode(text);
                TokenOffset before;
                for (const TokenOffset& offset : encoding.offsets) {
                    if (offset.sequence != 0)
                        continue;
                    const bool inOrder = offset.begin < offset.end && offset.end <= text.size() &&
                                         before.begin <= offset.begin && before.end <= offset.end;
                    QVERIFY2(inOrder, QByteArray::fromStdString(text).toHex());
                    before = offset;
                }
                tokenizer->unknownWords(text);
            }
        }
    }

    /// The characters behind a word, encoded alone, give the same pieces again.
    void theTypedWordGivesItsTokensAgain()
    {
        std::mt19937 random(8);
        int compared = 0;
        for (int round = 0; round < 2000; ++round) {
            const std::string text = randomText(random);
            const Encoding whole = m_tokenizer.encode(text);
            for (std::size_t i = 1; i + 1 < whole.tokens.size(); ++i) {
                const TokenOffset offset = whole.offsets[i];
                const bool isAlone = whole.offsets[i - 1].end <= offset.begin &&
                                     (whole.offsets[i + 1].sequence < 0 || whole.offsets[i + 1].begin >= offset.end);
                if (!isAlone || whole.tokens[i].starts_with("##") || whole.tokens[i + 1].starts_with("##"))
                    continue;
                const auto again = m_tokenizer.encode(text.substr(offset.begin, offset.end - offset.begin));
                QCOMPARE(again.tokens, (std::vector<std::string>{"[CLS]", whole.tokens[i], "[SEP]"}));
                ++compared;
            }
        }
        QVERIFY(compared > 2000);
    }

    void aNegativeLengthCutsLikeOne()
    {
        QCOMPARE(m_tokenizer.encode("a b", "c", -5).tokens, m_tokenizer.encode("a b", "c", 1).tokens);
    }

    void unknownWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("known") << "What color is the cat?" << QStringList{};
        QTest::newRow("as typed, once") << "Quagga, Zebra QUAGGA quagga!" << QStringList{"Quagga"};
        QTest::newRow("pieces are not a word") << "the Unaffable cat" << QStringList{"Unaffable"};
        QTest::newRow("accents") << "Café Quágga" << QStringList{"Quágga"};
        QTest::newRow("punctuation and special tokens") << "[MASK] & \u2026 cat" << QStringList{};
        QTest::newRow("ideographs side by side")
            << QString::fromUtf8("什么颜色? 球 什么") << QStringList{"什么颜色", "球"};
        QTest::newRow("ideographs said twice") << QString::fromUtf8("球球球 cat 球") << QStringList{"球球球"};
        QTest::newRow("symbols count") << "\u2603" << QStringList{"\u2603"};
    }

    void unknownWords()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QStringList got;
        for (const std::string& word : m_tokenizer.unknownWords(text.toStdString()))
            got << QString::fromStdString(word);
        QCOMPARE(got, words);
    }
};

VBS_TEST_MAIN(BertTokenizerTest)
#include "bert_tokenizer_test.moc"
