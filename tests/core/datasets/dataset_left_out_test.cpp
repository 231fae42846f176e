#include "core/base/file_io.h"
#include "core/datasets/dataset_formats.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

using namespace vbs;

namespace {

constexpr const char* kQuestions = R"({"data_type": "own", "questions": [
  {"image_id": 1, "question": "A?", "question_id": 1},
  {"image_id": 1, "question": "B?", "question_id": 2},
  {"image_id": 2, "question": "C?", "question_id": 3}
], "last": 1})";
constexpr const char* kAnswers = R"({"annotations": [
  {"question_id": 3, "image_id": 2, "multiple_choice_answer": "c", "answers": [{"answer": "c"}]},
  {"question_id": 9, "image_id": 7, "multiple_choice_answer": "of another", "answers": [{"answer": "x"}]},
  {"question_id": 2, "image_id": 1, "multiple_choice_answer": "b", "answers": [{"answer": "b"}, {"answer": "z"}]},
  {"question_id": 1, "image_id": 1, "multiple_choice_answer": "a", "answers": [{"answer": "a"}]}
]})";
constexpr const char* kNlvr2 = R"({"identifier": "d-0-0-0", "sentence": "a", "label": "False"}
{"identifier": "d-1-0-0", "sentence": "b",  "label": "True"}

{"identifier": "d-2-0-0", "sentence": "c", "label": "True"}
)";
constexpr const char* kLxmert = R"([{"img_id":"r","sent":"a","label":{"red":1},"question_id":7},
 {"img_id":"r","sent":"b","label":{"red":1},"question_id":8},
 {"img_id":"r","sent":"c","label":{"red":1},"question_id":9}])";
constexpr const char* kVcr =
    R"({"img_fn":"r.png","annot_id":"v-0","objects":[],"question":["is","it"],"answer_choices":[["yes"],["no"]],"answer_label":1,"rationale_choices":[["a"],["b"]],"rationale_label":0}
{"img_fn":"r.png","annot_id":"v-1","objects":[],"question":["is","it"],"answer_choices":[["yes"],["no"]],"answer_label":0,"rationale_choices":[["a"],["b"]],"rationale_label":1}
)";
constexpr const char* kCoco = R"({"images":[{"id":5,"file_name":"r.png","width":40,"height":30},
 {"id":6,"file_name":"s.png","width":40,"height":30}],
"annotations":[{"id":1,"image_id":6,"category_id":2,"bbox":[1,2,3,4]},
 {"id":2,"image_id":5,"category_id":2,"bbox":[1, 2, 3, 4]}],"categories":[{"id":2,"name":"cat"}]})";
constexpr const char* kSentences = "[/EN#1/people a man] sits\n\nnothing here\n[/EN#1/people he] waits\n";
constexpr const char* kEntities =
    R"(<annotation><filename>36.jpg</filename><size><width>40</width><height>30</height></size>
<object><name>1</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>20</xmax><ymax>30</ymax></bndbox></object></annotation>)";

} // namespace

class DatasetLeftOutTest : public QObject, private TextFiles {
    Q_OBJECT

    std::string after(const char* name, const char* text, std::set<std::size_t> left)
    {
        const auto file = write(name, text);
        const DatasetFiles files{file, {}, {}};
        formatOf(files).open(files, {})->write({path("new.json"), {}, {}}, {}, left);
        return readTextFile(path("new.json"));
    }

private Q_SLOTS:
    void questionsTakeTheirAnswersAlong()
    {
        const DatasetFiles files{write("q.json", kQuestions), write("a.json", kAnswers), {}};
        const auto dataset = formatOf(files).open(files, {});
        const DatasetFiles to{path("new-q.json"), path("new-a.json"), {}};
        Example changed = dataset->at(1);
        changed.truth.answers[0] = "y";
        dataset->write(to, {{1, changed}, {0, dataset->at(0)}}, {0});
        const auto again = formatOf(to).open(to, {});
        QCOMPARE(again->count(), std::size_t(2));
        QCOMPARE(again->at(0).truth.answers, (std::vector<std::string>{"y", "z"}));
        const QString answers = QString::fromStdString(readTextFile(to.annotations));
        QVERIFY2(answers.contains("of another") && !answers.contains("\"a\""), qPrintable(answers));
        dataset->write(to, {}, {0, 1, 2});
        QVERIFY(readTextFile(to.dataset).find("\"last\": 1") != std::string::npos);
        QVERIFY(readTextFile(to.annotations).find("of another") != std::string::npos);
    }

    void linesGo_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        for (int first = 0; first < 3; ++first)
            for (int last = first; last < 3; ++last)
                QTest::addRow("%d to %d", first, last) << first << last;
    }
    /// Independently of how: what stays are the other lines, and every form can be read again.
    void linesGo()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        std::set<std::size_t> left;
        for (int i = first; i <= last; ++i)
            left.insert(std::size_t(i));
        QStringList kept;
        const QStringList lines = QString(kNlvr2).split('\n', Qt::SkipEmptyParts);
        for (int i = 0; i < 3; ++i)
            if (!left.contains(std::size_t(i)))
                kept << lines[i];
        const QString now = QString::fromStdString(after("dev.json", kNlvr2, left));
        QCOMPARE(now.split('\n', Qt::SkipEmptyParts), kept);
        const Json array = Json::parse(after("l.json", kLxmert, left));
        QCOMPARE(array.size(), std::size_t(3) - left.size());
        std::size_t at = 0;
        for (std::size_t i = 0; i < 3; ++i)
            if (!left.contains(i))
                QCOMPARE(array[at++]["question_id"], Json(7 + i));
    }

    void aRecordStaysWhileHalfOfItDoes()
    {
        QCOMPARE(after("v.jsonl", kVcr, {0}), std::string(kVcr));
        const std::string now = after("v.jsonl", kVcr, {0, 1, 3});
        QCOMPARE(now, std::string(kVcr).substr(std::string(kVcr).find('\n') + 1));
        QCOMPARE(after("v.jsonl", kVcr, {0, 1, 2, 3}), std::string());
    }

    void picturesTakeTheirBoxesAlong()
    {
        const Json json = Json::parse(after("coco.json", kCoco, {1}));
        QCOMPARE(json["images"].size(), std::size_t(1));
        QCOMPARE(json["images"][0]["id"], Json(5));
        QCOMPARE(json["annotations"].size(), std::size_t(1));
        QCOMPARE(json["annotations"][0]["image_id"], Json(5));
        QCOMPARE(json["categories"].size(), std::size_t(1));
    }

    void captionsGo()
    {
        write("e/Sentences/36.txt", kSentences);
        write("e/Annotations/36.xml", kEntities);
        const DatasetFiles files{path("e"), {}, {}};
        const auto dataset = formatOf(files).open(files, {});
        QCOMPARE(dataset->count(), std::size_t(2));
        dataset->write({path("new"), {}, {}}, {}, {0});
        QCOMPARE(readTextFile(path("new/Sentences/36.txt")), std::string("\nnothing here\n[/EN#1/people he] waits\n"));
        QCOMPARE(readTextFile(path("new/Annotations/36.xml")), std::string(kEntities));
    }
};

VBS_TEST_MAIN(DatasetLeftOutTest)
#include "dataset_left_out_test.moc"
