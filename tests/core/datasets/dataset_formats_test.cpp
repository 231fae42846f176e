#include "core/datasets/dataset_formats.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/box_file.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

#include <functional>

using namespace vbs;

namespace {

constexpr const char* kQuestions = R"({"info": {"own": [1,  2]}, "data_type": "own", "data_subtype": "x", "questions": [
  {"image_id": 2, "question": "Is it red?", "question_id": 20, "more": {"b": 1, "a": 2}},
  {"image_id": 1,   "question": "How many?", "question_id": 10}
], "last": null})";
constexpr const char* kAnswers = R"({"annotations": [
  {"question_id": 10, "image_id": 1, "question_type": "how many", "answer_type": "number", "multiple_choice_answer": "2",
   "answers": [{"answer_id": 1, "answer": "2", "answer_confidence": "yes"}, {"answer_id": 2, "answer": "3"}]}
], "kept": true})";
constexpr const char* kLxmert = R"([{"img_id":"r","sent":"is it red","label":{"red":1},"question_id":7,"own":5},
{"img_id":"b","sent":"is it?","label":{},"question_id":8}])";
constexpr const char* kNlvr2 =
    R"({"identifier":"dev-0-0-0","sentence":"both are red.","label":"False","validation":{"61":"False"}}
{"identifier":"dev-0-1-0","sentence":"blue"})";
constexpr const char* kVcr =
    R"({"img_fn":"r.png","annot_id":"val-0","objects":["person"],"question":["is",[0],"red","?"],"answer_choices":[["yes"],["no"]],"answer_label":1,"rationale_choices":[["a"],["b"]],"rationale_label":0,"own":1})";
constexpr const char* kSentences = "[/EN#1/people a man] and [/EN#2/scene sky]\n[/EN#0/notvisual it] is red\n";
constexpr const char* kEntities =
    R"(<annotation><filename>36.jpg</filename><size><width>40</width><height>30</height></size><own>kept</own>
<object><name>1</name><name>3</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>20</xmax><ymax>30</ymax></bndbox></object></annotation>)";
constexpr const char* kCoco = R"({"own":1,"images":[{"id":5,"file_name":"r.png","width":40,"height":30}],
"annotations":[{"id":1,"image_id":5,"category_id":2,"bbox":[1,2,3,4],"own":7}],"categories":[{"id":2,"name":"cat"}]})";
constexpr const char* kLabelme =
    R"({"version":"5","shapes":[{"label":"cat","points":[[1,2],[4,6]],"shape_type":"rectangle","own":1}],
"imagePath":"r.png","imageWidth":40,"imageHeight":30})";

} // namespace

class DatasetFormatsTest : public QObject, private TextFiles {
    Q_OBJECT

    DatasetFiles filesOf(const QString& form) const
    {
        std::filesystem::create_directories(path("images"));
        const std::filesystem::path images = path("images");
        if (form == "vqa-v2")
            return {write("questions.json", kQuestions), write("answers.json", kAnswers), images};
        if (form == "lxmert-vqa")
            return {write("lxmert.json", kLxmert), {}, images};
        if (form == "nlvr2")
            return {write("dev.json", kNlvr2), {}, images};
        if (form == "vcr")
            return {write("val.jsonl", kVcr), {}, images};
        if (form == "flickr30k-entities") {
            write("entities/Sentences/36.txt", kSentences);
            write("entities/Annotations/36.xml", kEntities);
            return {path("entities"), {}, images};
        }
        if (form == "coco")
            return {write("coco.json", kCoco), {}, images};
        return {write("labelme.json", kLabelme), {}, images};
    }

    std::unique_ptr<Dataset> open(const QString& form, const DatasetOptions& options = {}) const
    {
        const DatasetFiles files = filesOf(form);
        return formatOf(files).open(files, options);
    }

private Q_SLOTS:
    void formatsAreRecognised_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::size_t>("examples");
        QTest::addRow("vqa-v2") << "vqa-v2" << std::size_t(2);
        QTest::addRow("lxmert-vqa") << "lxmert-vqa" << std::size_t(2);
        QTest::addRow("nlvr2") << "nlvr2" << std::size_t(2);
        QTest::addRow("vcr") << "vcr" << std::size_t(2); // an answer and a reason
        QTest::addRow("flickr30k-entities") << "flickr30k-entities" << std::size_t(1);
        QTest::addRow("coco") << "boxes" << std::size_t(1);
        QTest::addRow("labelme") << "boxes" << std::size_t(1);
    }
    void formatsAreRecognised()
    {
        QFETCH(QString, name);
        QFETCH(std::size_t, examples);
        const DatasetFiles files = filesOf(QTest::currentDataTag());
        const DatasetFormat& format = formatOf(files);
        QCOMPARE(QString::fromUtf8(format.name.data(), qsizetype(format.name.size())), name);
        QCOMPARE(&datasetFormat(name.toStdString()), &format);
        const auto dataset = format.open(files, {});
        QCOMPARE(dataset->count(), examples);
        for (std::size_t i = 0; i < examples; ++i) {
            const Example example = dataset->at(i);
            QVERIFY(example.task == format.task);
            QVERIFY(!example.id.empty() && !example.group.empty());
            QCOMPARE(example.pictures.size(), std::size_t(example.task == Task::VisualReasoning ? 2 : 1));
            if (example.task)
                QCOMPARE(requestOf(example).text, example.text);
            else
                QVERIFY_THROWS_EXCEPTION(Error, requestOf(example));
        }
        QVERIFY_THROWS_EXCEPTION(Error, readImage(dataset->at(0).pictures.at(0))); // is not there
    }

    void examplesHoldTheTruth()
    {
        const Example unanswered = open("vqa-v2")->at(0), answered = open("vqa-v2")->at(1);
        QVERIFY(unanswered.truth.empty());
        QCOMPARE(unanswered.pictures[0].filename().string(), std::string("own_x_000000000002.png"));
        QVERIFY((answered.truth.answers == std::vector<std::string>{"2", "3"}));
        QVERIFY(answered.truth.fewPeople);
        QCOMPARE(answered.type, std::string("how many"));
        const Example statement = open("nlvr2")->at(0), unknown = open("nlvr2")->at(1);
        QVERIFY(statement.truth.label == std::size_t(0) && !unknown.truth.label);
        QCOMPARE(statement.group, std::string("dev-0"));
        QCOMPARE(statement.truth.together, unknown.truth.together);
        const auto vcr = open("vcr");
        QVERIFY(vcr->at(0).truth.label == std::size_t(1) && vcr->at(1).truth.label == std::size_t(0));
        QCOMPARE(vcr->at(1).text, std::string("is Casey red ? no"));
        QCOMPARE(open("vcr", {.vcrMode = VcrMode::Rationale})->count(), std::size_t(1));
        QCOMPARE(open("vcr", {.vcrMode = VcrMode::Answer})->at(0).truth.together, std::string());
        const Example caption = open("flickr30k-entities")->at(0);
        QCOMPARE(caption.text.substr(caption.phrases.at(0).begin, caption.phrases[0].end), std::string("a man"));
        QCOMPARE(caption.phrases.size(), std::size_t(1)); // the sky has no box
        QVERIFY((caption.truth.phraseBoxes[0] == std::vector<Box>{{0, 0, 20, 30}}));
        QVERIFY((open("coco")->at(0).truth.boxes == std::vector<LabelledBox>{{{1, 2, 4, 6}, "cat", 0}}));
    }

    void writingChangesNothingElse_data()
    {
        QTest::addColumn<QString>("from"); // in the file that changes
        QTest::addColumn<QString>("to");
        QTest::addRow("vqa-v2") << "How many?"
                                << "How many cats?";
        QTest::addRow("lxmert-vqa") << R"("label":{"red":1})"
                                    << R"("label":{"blue":0.5})";
        QTest::addRow("nlvr2") << R"("label":"False")"
                               << R"("label":"True")";
        QTest::addRow("vcr") << R"("answer_label":1)"
                             << R"("answer_label":0)";
    }
    /// The new file is the old one with one place changed, spaces and unknown keys included.
    void writingChangesNothingElse()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString form = QTest::currentDataTag();
        const DatasetFiles files = filesOf(form);
        const auto dataset = formatOf(files).open(files, {});
        const std::size_t number = form == "vqa-v2" ? 1 : 0;
        Example example = dataset->at(number);
        if (form == "vqa-v2")
            example.text = "How many cats?";
        else if (form == "lxmert-vqa")
            example.truth.scores = {{"blue", .5}};
        else
            example.truth.label = 1 - *example.truth.label;
        const DatasetFiles written{path("new.json"), path("new-answers.json"), {}};
        dataset->write(written, {});
        QCOMPARE(readTextFile(written.dataset), readTextFile(files.dataset));
        dataset->write(written, {{number, example}});
        const QString expected = QString::fromStdString(readTextFile(files.dataset)).replace(from, to);
        QCOMPARE(QString::fromStdString(readTextFile(written.dataset)), expected);
        if (!files.annotations.empty())
            QCOMPARE(readTextFile(written.annotations), readTextFile(files.annotations));
        const auto again = formatOf(written.annotations.empty() ? files : written)
                               .open({written.dataset, files.annotations, files.images}, {});
        QVERIFY(again->at(number).text == example.text && again->at(number).truth == example.truth);
    }

    void answersAndBoxesAreWritten()
    {
        const DatasetFiles to{path("new.json"), path("new-answers.json"), {}};
        const auto vqa = open("vqa-v2");
        Example question = vqa->at(1);
        question.truth.answers = {"3", "3"};
        vqa->write(to, {{1, question}});
        const QString answers = QString::fromStdString(readTextFile(to.annotations));
        QVERIFY2(answers.contains(R"("multiple_choice_answer": "3")") && answers.contains(R"("kept": true)") &&
                     answers.contains(R"({"answer_id": 1, "answer": "3", "answer_confidence": "yes"})"),
                 qPrintable(answers));
        question.truth.answers.push_back("4");
        QVERIFY_THROWS_EXCEPTION(Error, vqa->write(to, {{1, question}}));

        const auto flickr = open("flickr30k-entities");
        Example caption = flickr->at(0);
        caption.truth.phraseBoxes[0] = {{1, 2, 3, 4}, {5, 6, 7.5f, 8}};
        flickr->write({path("new-entities"), {}, {}}, {{0, caption}});
        const auto flickrAgain = datasetFormat("flickr30k-entities").open({path("new-entities"), {}, {}}, {});
        QVERIFY(flickrAgain->at(0).truth.phraseBoxes == caption.truth.phraseBoxes);
        const QString xml = QString::fromStdString(readTextFile(path("new-entities/Annotations/36.xml")));
        QVERIFY2(xml.contains("<own>kept</own>") && xml.contains("<name>3</name>"), qPrintable(xml));

        for (const char* form : {"coco", "labelme"}) {
            const auto boxes = open(form);
            Example picture = boxes->at(0);
            picture.truth.boxes[0].box.x2 = 9;
            boxes->write({path("new.json"), {}, {}}, {{0, picture}});
            const auto again = datasetFormat("boxes").open({path("new.json"), {}, {}}, {});
            QVERIFY2(again->at(0).truth.boxes == picture.truth.boxes, form);
            QVERIFY2(readTextFile(path("new.json")).find("\"own\"") != std::string::npos, form);
        }
    }

    void aChangedSourceIsNotOverwritten()
    {
        const auto dataset = open("nlvr2");
        std::string changed(kNlvr2);
        changed.push_back('\n');
        write("dev.json", changed);
        QVERIFY_THROWS_EXCEPTION(Error, dataset->write({path("new.json"), {}, {}}, {}));
    }

    /// One record is at fault, with a sentence that names what is missing; the others can be used.
    void aFaultIsOneExamples_data()
    {
        QTest::addColumn<QString>("file"); // that is missing or replaced
        QTest::addColumn<QString>("text"); // null: missing
        QTest::addColumn<QString>("named");
        const QString none;
        QTest::newRow("vqa-v2") << "images/own_x_000000000002.png" << none
                                << "needs the picture own_x_000000000002.png";
        QTest::newRow("vqa-v2 other answers")
            << "answers.json"
            << R"({"annotations":[{"question_id":20,"image_id":77,"multiple_choice_answer":"no"}]})"
            << "are about the picture 77, the question itself about 2";
        QTest::newRow("lxmert-vqa") << "images/r.png" << none << "needs the picture r";
        QTest::newRow("nlvr2") << "images/dev-0-0-img1.png" << none << "needs the picture dev-0-0-img1";
        const QString nlvr2 = kNlvr2, vcr = kVcr, lxmert = kLxmert;
        QTest::newRow("nlvr2 first line")
            << "dev.json" << QString(nlvr2).replace("}}", "") << "dev.json: line 1 is not valid JSON";
        QTest::newRow("nlvr2 last line") << "dev.json" << nlvr2.chopped(5) << "dev.json: line 2 is not valid JSON";
        QTest::newRow("vcr first line") << "val.jsonl" << vcr.left(20) + "\n" + vcr
                                        << "val.jsonl: line 1 is not valid JSON";
        QTest::newRow("lxmert-vqa record")
            << "lxmert.json"
            << "[{\"img_id\":1,\"sent\":2}," + lxmert.section("},\n", 1) << "[0].img_id should be a string";
        QTest::newRow("lxmert-vqa null") << "lxmert.json" << lxmert.section("},\n", 0, 0) + "},null]"
                                         << "[1] should be a JSON object, but is a null";
        QTest::newRow("flickr30k-entities list") << "ids.txt"
                                                 << "36\n../37\n"
                                                 << "ids.txt: line 2 should be a picture's id";
        QTest::newRow("vcr picture") << "images/m/v.png" << none << "needs the picture m/v.png, which is not in";
        QTest::newRow("vcr metadata") << "images/m/v.json" << none << "needs the file m/v.json, which is not in";
        QTest::newRow("vcr reversed box") << "images/m/v.json"
                                          << R"({"boxes":[[9,0,1,5]]})"
                                          << "ends before it begins";
        QTest::newRow("vcr far box") << "images/m/v.json"
                                     << R"({"boxes":[[0,0,1e30,5]]})"
                                     << "beyond every picture";
        QTest::newRow("vcr NaN") << "images/m/v.json"
                                 << R"({"boxes":[[0,0,NaN,5]]})"
                                 << "boxes holds NaN instead of a number";
        QTest::newRow("vcr damaged") << "images/m/v.json"
                                     << "{"
                                     << "v.json is not valid JSON";
        QTest::newRow("flickr30k-entities") << "entities/Annotations/36.xml" << none << "36.xml does not exist";
        QTest::newRow("flickr30k-entities sentences") << "entities/Sentences/36.txt" << none << "36.txt does not exist";
        QTest::newRow("flickr30k-entities mark") << "entities/Sentences/36.txt"
                                                 << "[/EN#1/people a man"
                                                 << "without its \"]\"";
        for (const auto& [name, x2, named] : {std::tuple("flickr30k-entities reversed", "-3", "ends before it begins"),
                                              {"flickr30k-entities far", "1e30", "beyond every"},
                                              {"flickr30k-entities beyond", "1e99", "beyond every"},
                                              {"flickr30k-entities NaN", "NaN", "object 1: <xmax> holds NaN instead"}})
            QTest::newRow(name) << "entities/Annotations/36.xml"
                                << QString(
                                       "<annotation><object><name>1</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>%1"
                                       "</xmax><ymax>30</ymax></bndbox></object></annotation>")
                                       .arg(x2)
                                << named;
    }
    void aFaultIsOneExamples()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, named);
        const QString form = QString(QTest::currentDataTag()).section(' ', 0, 0);
        DatasetFiles files = filesOf(form);
        for (const char* picture :
             {"own_x_000000000001.png", "own_x_000000000002.png", "r.png", "b.png", "dev-0-0-img0.png",
              "dev-0-0-img1.png", "dev-0-1-img0.png", "dev-0-1-img1.png", "36.jpg", "37.jpg", "m/v.png"})
            write((std::string("images/") + picture).c_str(), "\x89PNG\r\n\x1a\n");
        write("images/m/v.json", R"({"boxes":[[1,1,5,5],[2,2,2,2]]})");
        if (form == "vcr") {
            std::string record = kVcr;
            record.replace(record.find("r.png\""), 6, "m\\\\v.png\",\"metadata_fn\":\"m\\\\v.json\"");
            write("val.jsonl", record + "\n" + kVcr + "\n");
        }
        if (form.startsWith("flickr")) {
            write("entities/Sentences/37.txt", kSentences);
            write("entities/Annotations/37.xml", kEntities);
            files = {write("ids.txt", "36\n37\n"), path("entities"), path("images")};
        }
        const auto faulty = [&] {
            QStringList faults;
            const auto dataset = formatOf(files).open(files, {.vcrMode = VcrMode::Answer});
            for (std::size_t i = 0; i < dataset->count(); ++i)
                faults += QString::fromStdString(dataset->at(i).fault);
            return faults;
        };
        const QStringList whole = faulty();
        QCOMPARE(whole, QStringList({"", ""}));
        if (text.isNull())
            std::filesystem::remove(path(qPrintable(file)));
        else
            write(qPrintable(file), text.toStdString());
        const QStringList faults = faulty();
        QVERIFY2(faults.join("|").contains(named), qPrintable(faults.join("|")));
        QCOMPARE(faults.count(QString()), qsizetype(1));
    }

    /// Questions and pictures may be called by texts: they only have to match.
    void idsMayBeTexts()
    {
        const DatasetFiles files{
            write("questions.json", R"({"questions":[{"question_id":"q1","image_id":"b.png","question":"a?"}]})"),
            write("answers.json",
                  R"({"annotations":[{"question_id":"q1","image_id":"b.png","multiple_choice_answer":"x"}]})"),
            {}};
        const auto dataset = formatOf(files).open(files, {});
        QCOMPARE(dataset->at(0).id, std::string("q1"));
        QCOMPARE(dataset->at(0).pictures.at(0).string(), std::string("b.png"));
        QCOMPARE(dataset->at(0).truth.answers, (std::vector<std::string>{"x"}));
    }

    void faultsSayWhatToDo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::addRow("no format") << R"({"own":1})"
                                   << "vqa-v2, lxmert-vqa, nlvr2, vcr, flickr30k-entities, boxes";
        QTest::addRow("no JSON") << "own"
                                 << "in none of the formats";
        QTest::addRow("same id twice")
            << R"({"questions":[{"question_id":1,"image_id":1,"question":"a"},{"question_id":1,"image_id":2,"question":"b"}]})"
            << "question 1 is there twice";
        QTest::addRow("empty question") << R"({"questions":[{"question_id":1,"image_id":1,"question":" "}]})"
                                        << "is empty";
    }
    void faultsSayWhatToDo()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const DatasetFiles files{write("wrong.json", text.toStdString()), {}, {}};
        try {
            const auto dataset = formatOf(files).open(files, {});
            if (dataset->at(0).fault.empty())
                QFAIL("it was read");
            QVERIFY2(QString::fromStdString(dataset->at(0).fault).contains(named), dataset->at(0).fault.c_str());
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
        }
        QVERIFY_THROWS_EXCEPTION(Error, datasetFormat("gqa"));
        QVERIFY_THROWS_EXCEPTION(Error, formatOf(filesOf("vcr"), "vcr", Task::VisualReasoning));
    }
};

VBS_TEST_MAIN(DatasetFormatsTest)
#include "dataset_formats_test.moc"
