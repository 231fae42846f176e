#include "core/review/project_export.h"
#include "tests/support/test_main.h"
#include "tests/ui/canvas/mouse.h"
#include "tests/ui/review/review_window_fixture.h"

using namespace vbs;
using namespace vbs::test;

/// A phrase of two with one box; a second box to be drawn.
static constexpr const char* kSentence = "[/EN#1/people A man] holds [/EN#2/other a box] .\n";
static constexpr const char* kEntities =
    R"(<annotation><filename>36.png</filename><size><width>320</width><height>240</height></size>
<object><name>1</name><bndbox><xmin>11</xmin><ymin>21</ymin><xmax>60</xmax><ymax>100</ymax></bndbox></object>
<object><name>2</name><bndbox><xmin>101</xmin><ymin>21</ymin><xmax>140</xmax><ymax>100</ymax></bndbox></object>
</annotation>)";
/// The first of the two things that the scripted detector sees, as it sees it.
static constexpr const char* kLabelme =
    R"({"version":"5.0","shapes":[{"label":"square","points":[[32,120],[96,192]],"shape_type":"rectangle"}],"own":7,)"
    R"("imagePath":"yard.png","imageHeight":240,"imageWidth":320})";
static constexpr const char* kCoco =
    R"({"images":[{"id":5,"file_name":"yard.png","width":320,"height":240}],"annotations":[)"
    R"({"id":1,"image_id":5,"category_id":2,"bbox":[32,120,64,72],"own":7}],"categories":[{"id":2,"name":"square"}]})";

class ReviewEditsTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    void picture(const char* name) const
    {
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QVERIFY(image.save(file(name)));
    }
    void openSet(const DatasetFiles& files)
    {
        makeReviewProject(path("p.vbsreview"), draftOf(files));
        restart(file("p.vbsreview"));
        QTRY_COMPARE(shown(), 0);
        QTRY_VERIFY(window().canvas().canvas().side().picture);
    }
    /// What the exported data set says, told by its own reader.
    Example exported(std::size_t item = 0)
    {
        const auto store = openReviewProject(state().where.toStdString());
        DatasetFiles to{path("out"), {}, {}};
        if (!store->project().files.annotations.empty())
            to.annotations = path("out-annotations");
        std::filesystem::remove_all(to.dataset);
        exportDataset(*store, ExportScope::All, to);
        to.images = store->project().files.images;
        return draftOf(to, store->project().format).dataset->at(item);
    }
    std::size_t acts() const { return state().item->acts.size(); }
    void pick(const QPointF& pixel) const { CanvasMouseHand(window().canvas().view()).click(pixel); }

private Q_SLOTS:
    void cleanup() { clear(); }

    void aQuestion()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_E);
        type("tea");
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(1));
        QCOMPARE(exported().truth.answers, (std::vector<std::string>{"tea", "cafe0", "tea"}));
        click(window(), "eachPerson");
        key(Qt::Key_E);
        type("milk"); // the first person's
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(2));
        key(Qt::Key_E, Qt::ShiftModifier);
        type("Who is it?");
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(3));
        QCOMPARE(exported().truth.answers, (std::vector<std::string>{"milk", "cafe0", "tea"}));
        QCOMPARE(exported().text, std::string("Who is it?"));
        QCOMPARE(exported(1).text, std::string("What is number 1?"));
    }

    void aStatement()
    {
        const auto lines =
            write("set/dev.json", R"({"identifier":"dev-1-0-0","sentence":"Both are red.","label":"False"}
)");
        picture("set/dev-1-0-img0.png");
        picture("set/dev-1-0-img1.png");
        openSet({lines, {}, path("set")});
        QVERIFY(window().canvas().right().isVisible());
        click(window(), "label1");
        QTRY_COMPARE(acts(), std::size_t(1));
        key(Qt::Key_E, Qt::ShiftModifier);
        type("Both are blue.");
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(2));
        QVERIFY(exported().truth.label == 1u);
        QCOMPARE(exported().text, std::string("Both are blue."));
    }

    void aChoice()
    {
        const auto lines =
            write("set/val.jsonl", R"({"img_fn":"r.png","annot_id":"v-0","objects":[],"question":["is","it"],)"
                                   R"("answer_choices":[["yes"],["no"],["both"],["none"]],"answer_label":1,)"
                                   R"("rationale_choices":[["a"],["b"],["c"],["d"]],"rationale_label":0}
)");
        picture("set/r.png");
        openSet({lines, {}, path("set")});
        key(Qt::Key_E);
        key(Qt::Key_Down);
        QTRY_COMPARE(acts(), std::size_t(1));
        QVERIFY(exported().truth.label == 2u);
    }

    void aPhrase()
    {
        write("set/Sentences/36.txt", kSentence);
        write("set/Annotations/36.xml", kEntities);
        picture("set/36.png");
        openSet({path("set"), {}, path("set")});
        const auto boxes = exported().truth.phraseBoxes;
        QCOMPARE(boxes.size(), std::size_t(2));
        const CanvasMouseHand hand(window().canvas().view());
        key(Qt::Key_D);
        hand.drag({200, 40}, {260, 120});
        QTRY_COMPARE(acts(), std::size_t(1));
        QCOMPARE(exported().truth.phraseBoxes[0].size(), std::size_t(2));
        QCOMPARE(exported().truth.phraseBoxes[1], boxes[1]);
        const Box drawn = state().item->now.truth.phraseBoxes[0][1];
        QVERIFY(std::abs(drawn.x1 - 200) < 1 && std::abs(drawn.y2 - 120) < 1);

        // With a box picked, arrows are the box's; pressed one by one or held.
        for (int i = 0; i < 10; ++i)
            key(Qt::Key_Right);
        hold(Qt::Key_Down, {}, 9);
        QTRY_COMPARE(acts(), std::size_t(2));
        QCOMPARE(shown(), 0);
        const Box moved = state().item->now.truth.phraseBoxes[0][1];
        QVERIFY(std::abs(moved.x1 - drawn.x1 - 10) < .01 && std::abs(moved.y1 - drawn.y1 - 10) < .01);
        const Box written = exported().truth.phraseBoxes[0][1];
        QVERIFY(std::abs(written.x1 - moved.x1) <= 1 && std::abs(written.y2 - moved.y2) <= 1);
        key(Qt::Key_Z);
        QTRY_COMPARE(state().item->now.truth.phraseBoxes[0][1], drawn);

        pick({120, 60}); // the other phrase's box
        QTRY_COMPARE(state().item->phrase, std::size_t(1));
        key(Qt::Key_Right);
        key(Qt::Key_Delete); // at once: one act
        QTRY_COMPARE(acts(), std::size_t(3));
        QCOMPARE(exported().truth.phraseBoxes.size(), std::size_t(1)); // the other one is nowhere to be seen
        pick({30, 60});
        key(Qt::Key_F2);
        key(Qt::Key_Return); // a phrase's box has no name of its own
        QTRY_COMPARE(acts(), std::size_t(4));
        QVERIFY(!part<QLineEdit>("nameEdit")->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!action("review.draw")->isChecked());
    }

    void boxes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("labelme") << QByteArray(kLabelme);
        QTest::newRow("COCO") << QByteArray(kCoco);
    }
    void boxes()
    {
        QFETCH(QByteArray, text);
        const auto set = write("set/yard.json", text.toStdString());
        picture("set/yard.png");
        openSet({set, {}, path("set")});
        loadModel();
        QTRY_COMPARE(state().item->suggestions.size(), std::size_t(1)); // the other thing
        key(Qt::Key_1);
        QTRY_COMPARE(acts(), std::size_t(1));
        Example now = exported();
        QCOMPARE(now.truth.boxes.size(), std::size_t(2));
        QCOMPARE(now.truth.boxes[1].label, std::string("box"));
        QVERIFY(intersectionOverUnion(now.truth.boxes[1].box, {160, 48, 256, 192}) > .99f);
        QTRY_VERIFY(state().item->suggestions.empty()); // it finds nothing at fault any more

        key(Qt::Key_D);
        pick({60, 150});
        QCOMPARE(window().canvas().canvas().side().picked, 0);
        key(Qt::Key_Return); // names the box, and accepts nothing
        QVERIFY(part<QLineEdit>("nameEdit")->hasFocus());
        type("cube");
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(2));
        now = exported();
        QCOMPARE(now.truth.boxes[0].label, std::string("cube"));
        QVERIFY((now.truth.boxes[0].box == Box{32, 120, 96, 192}));
        QVERIFY(readTextFile(path("out")).find("\"own\"") != std::string::npos);
        pick({200, 100});
        key(Qt::Key_Delete);
        QTRY_COMPARE(acts(), std::size_t(3));
        QCOMPARE(exported().truth.boxes.size(), std::size_t(1));
        pick({300, 20}); // nothing there: arrows step, Enter accepts
        key(Qt::Key_Return);
        QTRY_COMPARE(acts(), std::size_t(4));
        QCOMPARE(int(state().item->standing.verdict), int(Verdict::Accepted));
    }
};

VBS_TEST_MAIN(ReviewEditsTest)
#include "review_edits_test.moc"
