#include "core/text/unicode.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <vector>

using namespace vbs;
using unicode::Character;

namespace {

std::vector<char32_t> valuesOf(const std::vector<Character>& characters)
{
    std::vector<char32_t> values;
    for (const Character& character : characters)
        values.push_back(character.value);
    return values;
}

std::string encode(char32_t value)
{
    std::string text;
    unicode::appendUtf8(text, value);
    return text;
}

} // namespace

class UnicodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodePointSurvivesItsBytes()
    {
        for (char32_t value = 0; value <= 0x10FFFF; ++value) {
            const std::string bytes = encode(value);
            const auto characters = unicode::decodeUtf8(bytes);
            if (characters.size() != 1 || characters[0].value != value || characters[0].end != bytes.size())
                QFAIL(qPrintable(QString("U+%1").arg(uint(value), 0, 16)));
        }
    }

    void brokenBytesBecomeReplacements()
    {
        using Values = std::vector<char32_t>;
        QCOMPARE(valuesOf(unicode::decodeUtf8("a\xFF"
                                              "b")),
                 (Values{'a', 0xFFFD, 'b'}));
        QCOMPARE(valuesOf(unicode::decodeUtf8("\xE2\x82")), (Values{0xFFFD}));                 // cut short
        QCOMPARE(valuesOf(unicode::decodeUtf8("\xC0\xAF")), (Values{0xFFFD, 0xFFFD}));         // overlong slash
        QCOMPARE(valuesOf(unicode::decodeUtf8("\xF4\x90\x80\x80")).front(), char32_t(0xFFFD)); // above 10FFFF
    }

    void surrogatesInThreeBytesStaySurrogates()
    {
        QCOMPARE(valuesOf(unicode::decodeUtf8("\xED\xA0\xBD\xED\xB8\x80")), (std::vector<char32_t>{0xD83D, 0xDE00}));
    }

    void aNewerCodePointIsUnassigned_data()
    {
        QTest::addColumn<uint>("value");
        QTest::addColumn<bool>("assigned");
        // From DerivedAge.txt: the first and last of what 15.0 added, and neighbours that 14.0 had.
        QTest::newRow("U+0CF3, 15.0") << 0x0CF3u << false;
        QTest::newRow("U+1FAE8, 15.0") << 0x1FAE8u << false;
        QTest::newRow("U+323AF, 15.0") << 0x323AFu << false;
        QTest::newRow("U+2B739, 15.0") << 0x2B739u << false;
        QTest::newRow("U+0CF2, older") << 0x0CF2u << true;
        QTest::newRow("U+1FAE7, 14.0") << 0x1FAE7u << true;
        QTest::newRow("U+2B738, 14.0") << 0x2B738u << true;
        QTest::newRow("U+9FFF, 14.0") << 0x9FFFu << true;
        QTest::newRow("never assigned") << 0xE0FFFu << false;
    }

    void aNewerCodePointIsUnassigned()
    {
        QFETCH(uint, value);
        QFETCH(bool, assigned);
        QCOMPARE(unicode::isControl(value), !assigned);
    }

    void lowerCaseKeepsTheBytes()
    {
        const auto lower = unicode::toLower(unicode::decodeUtf8("A\u0130\u03A3"));
        QCOMPARE(valuesOf(lower), (std::vector<char32_t>{'a', 'i', 0x307, 0x3C3}));
        QCOMPARE(lower[1].begin, lower[2].begin);
        QCOMPARE(lower[2].end, std::size_t(3));
        QCOMPARE(lower[3].begin, std::size_t(3));
    }

    void decompositionReordersAndSharesBytes()
    {
        // ccc: U+0301 230, U+0327 202; they swap. The letter before stays as it is.
        const auto text = unicode::toNfd(unicode::decodeUtf8("e\u0301\u0327"));
        QCOMPARE(valuesOf(text), (std::vector<char32_t>{'e', 0x327, 0x301}));
        QCOMPARE(text[0].end, std::size_t(1));
        for (int i : {1, 2}) {
            QCOMPARE(text[i].begin, std::size_t(1));
            QCOMPARE(text[i].end, std::size_t(5));
        }
        QCOMPARE(valuesOf(unicode::toNfd(unicode::decodeUtf8("\uD55C\u1EC7"))),
                 (std::vector<char32_t>{0x1112, 0x1161, 0x11AB, 'e', 0x323, 0x302}));
    }

    void terminalWidths()
    {
        QCOMPARE(unicode::terminalColumns('a'), std::size_t(1));
        QCOMPARE(unicode::terminalColumns(0x65E5), std::size_t(2));
        QCOMPARE(unicode::terminalColumns(0x301), std::size_t(0));
    }
};

VBS_TEST_MAIN(UnicodeTest)
#include "unicode_test.moc"
