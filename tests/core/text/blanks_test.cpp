#include "core/text/blanks.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

/// What people write for a word that they leave out.
class BlanksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        const auto row = [](const char* name, const char* text, const char* masked) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(masked);
        };
        row("the token itself", "a [MASK] ball", "a [MASK] ball");
        row("small letters", "a [mask] ball", "a [MASK] ball");
        row("underscores", "The book is ___.", "The book is [MASK].");
        row("two of each kind", "a __ and a …", "a [MASK] and a [MASK]");
        row("dots", "the ... ball", "the [MASK] ball");
        row("in quotes", "it is \"___\"", "it is \"[MASK]\"");
        row("alone", "___", "[MASK]");
        row("an ellipsis that ends a word", "the ball...", "the ball...");
        row("the same as one character", "the ball…", "the ball…");
        row("one underscore", "file_name _ x", "file_name _ x");
        row("inside a word", "a__b", "a__b");
        row("nothing", "", "");
        row("umlauts before it", "die größe ist ___", "die größe ist [MASK]");
    }
    void masks()
    {
        QFETCH(QString, text);
        QFETCH(QString, masked);
        QCOMPARE(QString::fromStdString(withMasks(text.toStdString())), masked);
    }

    void places() { QCOMPARE(blanksIn("a ___ b [mask]"), (std::vector<Blank>{{2, 5}, {8, 14}})); }
};

VBS_TEST_MAIN(BlanksTest)
#include "blanks_test.moc"
