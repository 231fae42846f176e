#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/review/predicted_result.h"
#include "core/review/review_report.h"
#include "tests/support/memory_review_store.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

using namespace vbs;
using namespace vbs::test;

namespace {

struct Page {
    bool valid = false;
    std::map<QString, int> elements;
    std::map<QString, QStringList> texts; ///< by element
    QStringList sources;
    QString all;
};

Page pageOf(const std::string& html)
{
    Page page;
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    QStringList open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            open << reader.name().toString();
            ++page.elements[open.last()];
            page.texts[open.last()] << QString();
            for (const char* name : {"href", "src"})
                if (reader.attributes().hasAttribute(QLatin1String(name)))
                    page.sources << reader.attributes().value(QLatin1String(name)).toString();
        } else if (reader.isEndElement()) {
            open.removeLast();
        } else if (reader.isCharacters() && !open.isEmpty() && open.last() != u"style") {
            page.texts[open.last()].last() += reader.text();
            page.all += reader.text();
        }
    }
    page.valid = !reader.hasError();
    return page;
}

Example question(const std::string& id, const std::filesystem::path& picture)
{
    Example example;
    example.id = id;
    example.group = picture.string();
    example.pictures = {picture};
    example.task = Task::VisualQuestionAnswering;
    example.text = "Question " + id + "?";
    example.truth.answers = {"red", "red", "red"};
    return example;
}

const std::string kBlue = R"({"answers":["blue","blue","blue"]})";
const std::string kPink = R"({"answers":["pink","pink","pink"]})";

} // namespace

class ReviewReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name : {"one.png", "two.png"}) {
            RgbImage image(800, 400);
            std::ranges::fill(image.pixels, std::uint8_t(name[0]));
            writeImage(picture(name), image);
        }
    }

    void everyKindHasItsPlace()
    {
        MemoryReviewStore store = questions(8);
        store.add(act(0, DecisionKind::Correct, "ann", kBlue));
        store.add(act(1, DecisionKind::Reject, "bob"));
        store.add(act(1, DecisionKind::Comment, "bob", "No such thing."));
        store.add(act(2, DecisionKind::Unsure, "bob"));
        store.add(act(3, DecisionKind::Accept, "ann"));
        store.add(act(4, DecisionKind::Accept, "ann"));
        store.add(act(4, DecisionKind::Flag, "ann"));
        store.add(act(5, DecisionKind::Tag, "ann", "odd"));
        const Page page = pageOf(reviewReport(store, kFew));
        QVERIFY(page.valid);
        QCOMPARE(page.texts.at("h3"), (QStringList{"0", "1", "2", "5", "4"}));
        const QStringList headings = page.texts.at("h2");
        QCOMPARE(headings.mid(headings.size() - 4),
                 (QStringList{"Changed (1)", "Rejected (1)", "Open (2)", "Accepted as annotated, with a remark (1)"}));
        for (const char* text :
             {"red \u00d7 3", "blue \u00d7 3", "comment: No such thing.", "2023-11-14T22:13:20Z",
              "3, 1 of them corrected", "ann (3 items), bob (2 items)", "The model says: green", "tag: odd"})
            QVERIFY2(page.all.contains(QString::fromUtf8(text)), text);
        QVERIFY(!page.all.contains("Question 3?") && !page.all.contains("Question 6?"));
    }

    void picturesAreEmbeddedOnceAndBounded()
    {
        MemoryReviewStore store = questions(4);
        for (std::uint32_t i = 0; i < 4; ++i)
            store.add(act(i, DecisionKind::Reject));
        Page page = pageOf(reviewReport(store, kFew));
        QCOMPARE(page.elements["image"], 2);
        QCOMPARE(page.elements["use"], 3);
        QCOMPARE(page.elements["script"] + page.elements["link"], 0);
        for (const QString& source : page.sources)
            QVERIFY(source.startsWith("data:image/") || source.startsWith("#picture-"));
        QVERIFY(page.all.contains("gone.png") && page.all.contains("Pictures that could not be read: 1."));
        ReviewReportOptions options = kFew;
        options.pictures = 1;
        page = pageOf(reviewReport(store, options));
        QCOMPARE(page.elements["image"], 1);
        QVERIFY(page.all.contains("Pictures beyond the first 1, 2 in number, are left out"));
        QVERIFY(page.all.contains("two.png is not part of this report"));
    }

    void boxesAreDrawnBeforeAndAfter()
    {
        Example example;
        example.id = "boxes";
        example.pictures = {picture("one.png")};
        example.truth.boxes = {{{80, 40, 160, 120}, "dog", 0}};
        MemoryReviewStore store({example});
        store.add(act(0, DecisionKind::Correct, "ann", R"({"boxes":[{"box":[80,40,240,120],"label":"cat"}]})"));
        const std::string html = reviewReport(store, kFew);
        const Page page = pageOf(html);
        QVERIFY(page.valid);
        QCOMPARE(page.elements.at("image"), 1);
        QCOMPARE(page.texts.at("figcaption"), (QStringList{"before", "after"}));
        QCOMPARE(page.texts.at("text"), (QStringList{"dog", "cat"}));
        // Half as large on the page as in the file.
        QVERIFY(html.find("x=\"40\" y=\"20\" width=\"40\" height=\"40\"") != std::string::npos);
        QVERIFY(html.find("x=\"40\" y=\"20\" width=\"80\" height=\"40\"") != std::string::npos);
    }

    void whatReviewersDisagreeOnIsTold()
    {
        MemoryReviewStore store = questions(3, 2);
        store.add(act(0, DecisionKind::Correct, "ann", kBlue));
        store.add(act(0, DecisionKind::Correct, "bob", kPink));
        store.add(act(1, DecisionKind::Accept, "ann"));
        store.add(act(1, DecisionKind::Accept, "bob"));
        const Page page = pageOf(reviewReport(store, kFew));
        QVERIFY(page.all.contains("reviewers disagree") && page.all.contains("2, reviewers disagree on 1"));
        QVERIFY(page.all.contains("answers: blue") && page.all.contains("answers: pink"));
        // One of two agrees; by chance a quarter does: (1/2 - 1/4) / (1 - 1/4).
        QVERIFY(page.all.contains("Cohen's kappa: ann, bob") && page.texts.at("td").contains("0.333"));
    }

    void metricsStandBeforeAndAfter()
    {
        MemoryReviewStore store = questions(2);
        store.add(act(0, DecisionKind::Correct, "ann", R"({"answers":["green","green","green"]})"));
        const QStringList cells = pageOf(reviewReport(store, kFew)).texts.at("td");
        const qsizetype before = cells.indexOf("0.00 %");
        QVERIFY(before >= 0 && before + 2 < cells.size());
        // Of three who say green each leaves two others, which is 2/3; the other item has none.
        QCOMPARE(cells[before + 1], QString("33.33 %"));
        QCOMPARE(cells[before + 2], QString("2"));
    }

    void nothingWasDone()
    {
        const Page page = pageOf(reviewReport(MemoryReviewStore({question("0", picture("one.png"))}), kFew));
        QVERIFY(page.valid);
        QVERIFY(page.all.contains("No model was asked") && page.all.contains("nobody decided anything yet"));
        QVERIFY(page.all.contains("No item was changed."));
    }

    void everythingIsEscaped()
    {
        const std::string evil = "</p><script>alert(\"1\")</script>&\x02\xff";
        Example example = question(evil, picture("one.png"));
        example.text = example.type = evil;
        example.pictures = {"/nowhere/<script>.png"};
        MemoryReviewStore store({example});
        store.predict(R"({"answers":[]})");
        for (const DecisionKind kind : {DecisionKind::Comment, DecisionKind::Tag})
            store.add(act(0, kind, evil, evil));
        store.add(act(0, DecisionKind::Correct, evil, R"({"text":"<script>","answers":["<b>","<b>","<b>"]})"));
        const Page page = pageOf(reviewReport(store, kFew));
        QVERIFY(page.valid);
        QCOMPARE(page.elements.contains("script"), false);
        QCOMPARE(page.elements.contains("b"), false);
        QVERIFY(page.all.contains("<script>alert"));
    }

    void aDamagedCorrectionIsNamed()
    {
        MemoryReviewStore store = questions(1);
        store.add(act(0, DecisionKind::Correct, "ann", R"({"answers":["one"]})"));
        const QString message = messageOf([&] { reviewReport(store, kFew); });
        QVERIFY2(message.startsWith("Item 0: A correction cannot be used"), qPrintable(message));
    }

private:
    std::filesystem::path picture(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// On two pictures in turn, the fourth's is gone; the model says green to all.
    MemoryReviewStore questions(int count, int reviewersWanted = 1) const
    {
        std::vector<Example> examples;
        for (int i = 0; i < count; ++i)
            examples.push_back(question(std::to_string(i), picture(i == 3       ? "gone.png"
                                                                   : i % 2 == 0 ? "one.png"
                                                                                : "two.png")));
        MemoryReviewStore store(std::move(examples), reviewersWanted);
        PredictedResult result;
        result.answers = {{"green", .9}};
        for (int i = 0; i < count; ++i)
            store.predict(recordOf(result), "green 90 %");
        return store;
    }

    const ReviewReportOptions kFew{300, {0, 1}};
    QTemporaryDir m_folder;
};

VBS_TEST_MAIN(ReviewReportTest)
#include "review_report_test.moc"
