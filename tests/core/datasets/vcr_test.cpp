#include "core/datasets/vcr.h"

#include "core/base/error.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

namespace {

// Made up in the form of VCR's train.jsonl.
constexpr const char* kRecord =
    R"({"movie":"m","objects":["person","car","person","person"],"interesting_scores":[0],"img_fn":"lsmdc_1/a@0.jpg",)"
    R"("metadata_fn":"lsmdc_1/a@0.json","question":["Does",[2],"like","the",[1],"?"],)"
    R"("answer_choices":[["Yes",",",[2],"does","."],["No",".",[0,3],"does","."],["No","."],["Maybe","."]],"answer_label":1,)"
    R"("rationale_choices":[[[2],"smiles","."],[[0],"waves","."],["It","is","new","."],["So","."]],"rationale_label":1,)"
    R"("img_id":"train-0","annot_id":"train-7"})";

} // namespace

class VcrTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsRecords()
    {
        const auto examples = readVcr(write("train.jsonl", std::string(kRecord) + "\n" + kRecord + "\n"));
        QCOMPARE(examples.size(), std::size_t(2));
        const VcrExample& example = examples[1];
        QCOMPARE(example.id, std::string("train-7"));
        QCOMPARE(example.image, std::string("lsmdc_1/a@0.jpg"));
        QCOMPARE(example.metadata, std::string("lsmdc_1/a@0.json"));
        QCOMPARE(example.objects.size(), std::size_t(4));
        QVERIFY((example.question.at(1) == VcrToken{"", {2}}));
        QVERIFY((example.answers.at(1).at(2) == VcrToken{"", {0, 3}}));
        QCOMPARE(example.answerLabel, 1);
        QCOMPARE(example.rationaleLabel, 1);
    }

    void objectsBecomeWords()
    {
        const VcrExample example = readVcr(write("train.jsonl", kRecord)).at(0);
        const VcrQuery answer = vcrQuery(example, VcrMode::Answer);
        QCOMPARE(answer.text, std::string("Does Casey like the car ?"));
        QCOMPARE(answer.choices.at(0), std::string("Yes , Casey does ."));
        QCOMPARE(answer.choices.at(1), std::string("No . Riley Jessie does ."));
        QCOMPARE(answer.label, 1);
        // Casey is object 2, the car 1; "No . Riley Jessie does ." names the objects 0 and 3.
        QVERIFY((answer.mentions ==
                 std::vector<BoxMention>{
                     {-1, {5, 10}, 2}, {-1, {20, 23}, 1}, {0, {6, 11}, 2}, {1, {5, 10}, 0}, {1, {11, 17}, 3}}));

        const VcrQuery rationale = vcrQuery(example, VcrMode::Rationale);
        QCOMPARE(rationale.text, std::string("Does Casey like the car ? No . Riley Jessie does ."));
        QCOMPARE(rationale.choices.at(0), std::string("Casey smiles ."));
        QCOMPARE(rationale.choices.at(1), std::string("Riley waves ."));
    }

    void rationalesNeedTheirAnswer()
    {
        VcrExample example = readVcr(write("train.jsonl", kRecord)).at(0);
        example.answerLabel = -1;
        QCOMPARE(vcrQuery(example, VcrMode::Answer).label, -1);
        QVERIFY_THROWS_EXCEPTION(Error, vcrQuery(example, VcrMode::Rationale));
    }

    void readsMetadata()
    {
        const VcrMetadata metadata = readVcrMetadata(write(
            "m.json",
            R"({"boxes":[[1,2,30.5,40,0.99],[0,0,5,6]],"segms":[[],[]],"names":["person","car"],"width":100,"height":50})"));
        QCOMPARE(metadata.width, 100);
        QCOMPARE(metadata.height, 50);
        QCOMPARE(metadata.boxes.size(), std::size_t(2));
        QVERIFY((metadata.boxes[0] == Box{1, 2, 30.5f, 40}));
        for (const char* bad :
             {R"({"boxes":[[1,2,3]]})", R"({"boxes":[["a",1,2,3]]})", R"({"segms":[]})", R"({"boxes":[[1e99,1,2,3]]})"})
            QVERIFY_THROWS_EXCEPTION(Error, readVcrMetadata(write("m.json", bad)));
        QVERIFY(test::messageOf([&] {
                    readVcrMetadata(write("m.json", R"({"boxes":[[1,NaN,3,4]]})"));
                }).endsWith("m.json: boxes holds NaN instead of a number."));
    }

    void faultsNameFileLineAndKey_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("object that is not there") << "[0,3]"
                                                  << "[0,4]"
                                                  << "line 1.answer_choices names the object 4";
        QTest::newRow("negative object") << "[0,3]"
                                         << "[-1]"
                                         << "line 1.answer_choices names the object -1";
        QTest::newRow("empty reference") << "[0,3]"
                                         << "[]"
                                         << "answer_choices";
        QTest::newRow("label") << "\"answer_label\":1"
                               << "\"answer_label\":4"
                               << "line 1.answer_label is 4";
        QTest::newRow("no picture") << "img_fn"
                                    << "img"
                                    << "has no \"img_fn\"";
        QTest::newRow("objects") << "\"car\","
                                 << "7,"
                                 << "line 1.objects";
        QTest::newRow("question") << R"("question":[)"
                                  << R"("question":[{},)"
                                  << "line 1.question";
    }

    void faultsNameFileLineAndKey()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        const auto path = write("bad.jsonl", QString(kRecord).replace(from, to).toStdString());
        try {
            readVcr(path);
            QFAIL("read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY2(QString(e.what()).contains("bad.jsonl"), e.what());
        }
    }
};

VBS_TEST_MAIN(VcrTest)
#include "vcr_test.moc"
