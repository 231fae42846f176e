#include "core/datasets/vqa_v2.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

class VqaV2Test : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatThePublishedFilesHold()
    {
        const VqaV2Questions questions = readVqaV2Questions(write("q.json", R"({
            "info": {"year": 2017}, "license": {}, "task_type": "Open-Ended", "data_type": "mscoco",
            "data_subtype": "val2014",
            "questions": [{"image_id": 458752, "question": "What is this photo taken looking through?",
                           "question_id": 458752000, "unknown": [1, {"a": 2}]}]})"));
        QCOMPARE(questions.head.dataSubtype, std::string("val2014"));
        QCOMPARE(questions.questions.size(), std::size_t(1));
        QVERIFY(
            (questions.questions[0] == VqaV2Question{458752000, 458752, "What is this photo taken looking through?"}));

        const VqaV2Annotations annotations = readVqaV2Annotations(write("a.json", R"({"annotations": [
            {"question_type": "what is this", "multiple_choice_answer": "net", "image_id": 458752,
             "answers": [{"answer": "net", "answer_confidence": "maybe", "answer_id": 1},
                         {"answer": "netting", "answer_confidence": "yes", "answer_id": 2}],
             "answer_type": "other", "question_id": 458752000}]})"));
        const VqaV2Annotation expected{458752000, 458752, "what is this",
                                       "other",   "net",  {{1, "net", "maybe"}, {2, "netting", "yes"}}};
        QCOMPARE(annotations.annotations.size(), std::size_t(1));
        QVERIFY(annotations.annotations[0] == expected);
    }

    void whatIsWrittenIsReadBack()
    {
        const VqaV2Head head{"Open-Ended", "picture_book", "seed1"};
        const VqaV2Questions questions{head, {{7000, 7, "Is it \"red\"?\n"}, {7001, 7, "¿Qué color? 猫"}}};
        const VqaV2Annotations annotations{
            head,
            {{7000, 7, "color", "other", "red", {{1, "red", "yes"}, {2, "dark red", "no"}}},
             {7001, 7, "count", "number", "2", {}}}};
        const std::filesystem::path q = write("q2.json", ""), a = write("a2.json", "");
        writeVqaV2Questions(q, questions);
        writeVqaV2Annotations(a, annotations);
        QVERIFY(readVqaV2Questions(q).head == head);
        QVERIFY(readVqaV2Questions(q).questions == questions.questions);
        QVERIFY(readVqaV2Annotations(a).head == head);
        QVERIFY(readVqaV2Annotations(a).annotations == annotations.annotations);
        const std::vector<VqaV2Result> results{{7000, "red"}, {7001, "2"}};
        writeVqaV2Results(q, results);
        QVERIFY(readVqaV2Results(q) == results);
    }

    void emptyListsAreWrittenAsLists()
    {
        const std::filesystem::path path = write("empty.json", "");
        writeVqaV2Questions(path, {});
        QVERIFY(readVqaV2Questions(path).questions.empty());
        writeVqaV2Results(path, {});
        QVERIFY(readVqaV2Results(path).empty());
    }

    void optionalKeysMayBeAbsentOrNull()
    {
        const VqaV2Annotations annotations = readVqaV2Annotations(write("few.json", R"({"annotations": [
            {"question_id": 1.0, "image_id": 2, "answers": [{"answer": "3"}, {"answer": "4"}], "question_type": null},
            {"question_id": 3, "image_id": 4, "multiple_choice_answer": "12"}]})"));
        QCOMPARE(annotations.annotations[0].questionId, std::int64_t(1));
        QCOMPARE(annotations.annotations[0].answers[1].answerId, std::int64_t(2));
        QCOMPARE(annotations.annotations[0].answerType, std::string());
        QCOMPARE(annotations.annotations[1].answerType, std::string("number"));
    }

    void errorsNameFileRecordAndKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no id")
            << QByteArray(R"({"questions":[{"question_id":1,"image_id":1,"question":"a"},{"question":"b"}]})")
            << QByteArray("questions[1] has no \"question_id\"");
        QTest::newRow("text id") << QByteArray(R"({"questions":[{"question_id":"x","image_id":1,"question":"a"}]})")
                                 << QByteArray("questions[0].question_id should be a whole number");
        QTest::newRow("fraction") << QByteArray(R"({"questions":[{"question_id":1.5,"image_id":1,"question":"a"}]})")
                                  << QByteArray("questions[0].question_id");
        QTest::newRow("too large")
            << QByteArray(R"({"questions":[{"question_id":18446744073709551615,"image_id":1,"question":"a"}]})")
            << QByteArray("questions[0].question_id");
        QTest::newRow("number question") << QByteArray(R"({"questions":[{"question_id":1,"image_id":1,"question":5}]})")
                                         << QByteArray("questions[0].question should be a string");
        QTest::newRow("record") << QByteArray(R"({"questions":[[]]})")
                                << QByteArray("questions[0] should be a JSON object");
        QTest::newRow("list") << QByteArray(R"({"questions":{}})") << QByteArray("questions should be an array");
        QTest::newRow("no list") << QByteArray("{}") << QByteArray("has no \"questions\"");
        QTest::newRow("array") << QByteArray("[]") << QByteArray("the file should be a JSON object");
        QTest::newRow("cut off") << QByteArray(R"({"questions":[)") << QByteArray("not valid JSON");
        QTest::newRow("empty") << QByteArray() << QByteArray("not valid JSON");
    }
    void errorsNameFileRecordAndKey()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        const std::filesystem::path path = write("wrong.json", text.toStdString());
        try {
            readVqaV2Questions(path);
            QFAIL("was read");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::CorruptData);
            QVERIFY2(QByteArray(e.what()).contains(named), e.what());
            QVERIFY2(QByteArray(e.what()).contains("wrong.json"), e.what());
        }
    }

    void errorsInsideAnswersNameThem()
    {
        const auto path =
            write("bad.json", R"({"annotations":[{"question_id":1,"image_id":1,"answers":[{"answer":"a"},{}]}]})");
        try {
            readVqaV2Annotations(path);
            QFAIL("was read");
        } catch (const Error& e) {
            QVERIFY2(QByteArray(e.what()).contains("annotations[0].answers[1] has no \"answer\""), e.what());
        }
        QVERIFY_EXCEPTION_THROWN(readVqaV2Results(path), Error);
        QVERIFY_EXCEPTION_THROWN(readVqaV2Results(this->path("none.json")), Error);
    }

    void namesPictures()
    {
        QCOMPARE(vqaV2ImageName({}, 458752), std::string("COCO_train2014_000000458752.jpg"));
        QCOMPARE(vqaV2ImageName({"", "abstract_v002", "val2015"}, 12),
                 std::string("abstract_v002_val2015_000000000012.png"));
        QCOMPARE(vqaV2ImageName({"", "picture_book", "seed3"}, 0), std::string("picture_book_seed3_000000000000.png"));
    }

    void tellsAnswerTypes()
    {
        QCOMPARE(vqaV2AnswerType("yes"), std::string_view("yes/no"));
        QCOMPARE(vqaV2AnswerType("no"), std::string_view("yes/no"));
        QCOMPARE(vqaV2AnswerType("8"), std::string_view("number"));
        QCOMPARE(vqaV2AnswerType("12"), std::string_view("number"));
        QCOMPARE(vqaV2AnswerType("2 cats"), std::string_view("other"));
        QCOMPARE(vqaV2AnswerType(""), std::string_view("other"));
    }
};

VBS_TEST_MAIN(VqaV2Test)
#include "vqa_v2_test.moc"
