#include "core/datasets/lxmert_vqa.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

// The records are made up in the form of LXMERT's files.
class LxmertVqaTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(std::string_view text)
    {
        const std::filesystem::path path = m_folder.filePath("minival.json").toStdString();
        writeFileAtomically(path, text);
        return path;
    }

private Q_SLOTS:
    void readsRecords()
    {
        const auto questions = readLxmertVqa(write(R"([{"answer_type":"other","img_id":"COCO_val2014_000000000042",
            "label":{"net":1,"netting":0.3},"question_id":42000,"question_type":"what is","sent":"What is it?"},
            {"img_id":"n1","question_id":"g7","sent":"Is it?"}])"));
        QCOMPARE(questions.size(), std::size_t(2));
        QCOMPARE(questions[0].id, std::string("42000"));
        QCOMPARE(questions[0].image, std::string("COCO_val2014_000000000042"));
        QCOMPARE(questions[0].scores.at("netting"), 0.3);
        QCOMPARE(questions[1].id, std::string("g7"));
        QVERIFY(questions[1].scores.empty());
    }

    void faultsNameFileRecordAndKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no picture") << QByteArray(R"([{"sent":"a"}])") << "[0] has no \"img_id\"";
        QTest::newRow("no question") << QByteArray(R"({"img_id":"a"})") << "line 1 has no \"sent\"";
        QTest::newRow("label") << QByteArray(R"({"img_id":"a","sent":"b","label":["net"]})") << "line 1.label";
        QTest::newRow("score") << QByteArray(R"({"img_id":"a","sent":"b","label":{"net":2}})") << "\"net\"";
    }

    void faultsNameFileRecordAndKey()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        try {
            readLxmertVqa(write(text.toStdString()));
            QFAIL("read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY2(QString(e.what()).contains("minival.json"), e.what());
        }
    }
};

VBS_TEST_MAIN(LxmertVqaTest)
#include "lxmert_vqa_test.moc"
