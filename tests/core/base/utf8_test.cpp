#include "core/base/utf8.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class Utf8Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWellFormedText_data();
    void knowsWellFormedText();
    void takesCommandsFromTerminals();
};

void Utf8Test::knowsWellFormedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("of every length") << QByteArray("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\xA0") << true;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9") << false;
    QTest::newRow("cut off") << QByteArray("\xE2\x82") << false;
    QTest::newRow("overlong") << QByteArray("\xC0\x80") << false;
    QTest::newRow("a surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
}

void Utf8Test::knowsWellFormedText()
{
    QFETCH(QByteArray, text);
    QTEST(isUtf8(std::string_view(text.constData(), std::size_t(text.size()))), "good");
}

void Utf8Test::takesCommandsFromTerminals()
{
    QCOMPARE(withoutControls("a red ball\t\xC3\xA9\n"), std::string("a red ball\t\xC3\xA9\n"));
    QCOMPARE(withoutControls("\x1B[2Jred\x7F\xC2\x9B"
                             "1m"),
             std::string("\uFFFD[2Jred\uFFFD\uFFFD1m"));
    QCOMPARE(withoutControls(std::string_view("a\0b", 3)), std::string("a\uFFFD"
                                                                       "b"));
    QCOMPARE(withoutControls("\xC2"), std::string("\xC2"));
}

VBS_TEST_MAIN(Utf8Test)
#include "utf8_test.moc"
