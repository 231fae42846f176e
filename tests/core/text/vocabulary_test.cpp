#include "core/text/vocabulary.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/text/bert_tokenizer.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

class VocabularyTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const std::string& contents)
    {
        const std::filesystem::path file = m_folder.filePath("vocab.txt").toStdString();
        writeFileAtomically(file, contents);
        return file;
    }

private Q_SLOTS:
    void everyLineEnd()
    {
        const Vocabulary vocabulary(write("a\nb \r\nc\rd"));
        QCOMPARE(vocabulary.size(), std::size_t(4));
        QCOMPARE(vocabulary.idOf("a"), std::optional<std::int64_t>(0));
        QCOMPARE(vocabulary.idOf("b "), std::optional<std::int64_t>(1));
        QCOMPARE(vocabulary.idOf("c"), std::optional<std::int64_t>(2));
        QCOMPARE(vocabulary.idOf("d"), std::optional<std::int64_t>(3));
        QVERIFY(!vocabulary.idOf("b"));
        QCOMPARE(vocabulary.tokenOf(3), std::string("d"));
    }

    void theLastOfTwoWins()
    {
        const Vocabulary vocabulary(write("a\nb\na\n"));
        QCOMPARE(vocabulary.size(), std::size_t(3));
        QCOMPARE(vocabulary.idOf("a"), std::optional<std::int64_t>(2));
    }

    void anIdOutOfRangeIsRefused()
    {
        const Vocabulary vocabulary(write("a\n"));
        QVERIFY_EXCEPTION_THROWN(vocabulary.tokenOf(1), Error);
        QVERIFY_EXCEPTION_THROWN(vocabulary.tokenOf(-1), Error);
    }

    void badFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << "is empty";
        QTest::newRow("not UTF-8") << QByteArray("[UNK]\n\xFF\n") << "line 2";
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80\n") << "line 1";
        QTest::newRow("no [MASK]") << QByteArray("[PAD]\n[UNK]\n[CLS]\n[SEP]\n") << "[MASK]";
    }

    void badFilesAreNamed()
    {
        QFETCH(QByteArray, contents);
        QFETCH(QString, message);
        const auto file = write(contents.toStdString());
        try {
            BertTokenizer tokenizer(file);
            QFAIL("the file was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::CorruptData);
            QVERIFY2(QString(error.what()).contains(message), error.what());
            QVERIFY2(QString(error.what()).contains("vocab.txt"), error.what());
        }
    }

    void aMissingFileIsNamed()
    {
        try {
            BertTokenizer tokenizer("/nowhere/vocab.txt");
            QFAIL("a file that is not there was read");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QVERIFY2(QString(error.what()).contains("/nowhere/vocab.txt"), error.what());
        }
    }
};

VBS_TEST_MAIN(VocabularyTest)
#include "vocabulary_test.moc"
