#include "core/report/annotate.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/report/region_painter.h"
#include "tests/core/report/annotate_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cstdlib>
#include <map>

using namespace vbs;
using namespace vbs::fixture;

namespace {

constexpr Rgb kFirst{49, 104, 142}, kOther{150, 178, 198}, kInk{32, 33, 36};

RgbImage annotated(const Annotated& a)
{
    return annotateResult(a.request, a.result, optionsFor(a.result));
}

/// The longest horizontal run of this colour from row `top` on.
int longestRun(const RgbImage& image, const Rgb& color, int top = 0)
{
    int longest = 0;
    for (int y = top; y < image.height; ++y) {
        int run = 0;
        for (int x = 0; x < image.width; ++x) {
            run = std::equal(color.begin(), color.end(), image.row(y) + 3 * x) ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

/// Rows of a colour's runs of at least this length.
int rowsWithRun(const RgbImage& image, const Rgb& color, int length)
{
    int rows = 0;
    for (int y = 0; y < image.height; ++y) {
        int run = 0, longest = 0;
        for (int x = 0; x < image.width; ++x) {
            run = std::equal(color.begin(), color.end(), image.row(y) + 3 * x) ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        rows += longest >= length;
    }
    return rows;
}

Rgb at(const RgbImage& image, int x, int y)
{
    const std::uint8_t* p = image.row(y) + 3 * x;
    return {p[0], p[1], p[2]};
}

} // namespace

class AnnotateTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesThemToLookAt();
    void askIsThePictureWithItsQuestion();
    void compareShowsBothOnOneScale();
    void chooseGivesEachChoiceABar();
    void findMarksPhrasesInTheirColors();
    void findGrowsPanelsWithPhrases();
    void fillShowsWordsAndMatch();
    void matchBarIsAsLongAsTheMatch();
    void negativeWeightsShowNothing();
    void survivesEmptyResults();
    void survivesOddPictures();
    void refusesWhatDoesNotFit();
    void overlaidIsThePictureAlone();
};

void AnnotateTasksTest::savesThemToLookAt()
{
    const char* start = std::getenv("VBS_SAVE_ANNOTATED_TASKS"); // the start of their names
    if (!start)
        QSKIP("VBS_SAVE_ANNOTATED_TASKS is not set.");
    int number = 0;
    for (const Annotated& a : annotatedOfEveryTask())
        writeImage(start + std::to_string(number++) + ".png", annotated(a));
}

void AnnotateTasksTest::askIsThePictureWithItsQuestion()
{
    const Annotated a = annotatedAsk();
    const AnnotationOptions options = optionsFor(a.result);
    QVERIFY(annotated(a).pixels == annotatePicture(*a.request.image, a.result, a.request.text, options).pixels);
}

void AnnotateTasksTest::compareShowsBothOnOneScale()
{
    Annotated a = annotatedCompare();
    a.result.answers.clear();
    AnnotationOptions options = optionsFor(a.result);
    options.boxes = false;
    options.look = {HeatStyle::Map, false, 0.5};
    const RgbImage image = annotateResult(a.request, a.result, options);
    // Heights are equal, widths 4:3 and 4:5 of it: 580 pixels high, below a caption of 28.
    const int height = int(1240 / (4. / 3 + 4. / 5)), top = 28 + 28, right = 28 + int(height * 4. / 3) + 20;
    QCOMPARE(image.width, 28 + int(height * 4. / 3) + 20 + int(height * 4. / 5) + 110 + 28);
    // The left square has half of the right one's weight, so the middle of the map and half of the opacity.
    const double scale = height / 240.;
    const Rgb left = at(image, 28 + int(60 * scale), top + int(150 * scale));
    QVERIFY(std::abs(left[1] - (40 * 0.75 + 0.25 * colorOf(ColorMap::Viridis, 0.5)[1])) < 2);
    const double rightScale = height / 400.;
    const Rgb hot = at(image, right + int(60 * rightScale), top + int(150 * rightScale));
    QVERIFY(std::abs(hot[1] - (40 * 0.5 + 0.5 * colorOf(ColorMap::Viridis, 1)[1])) < 2);
}

void AnnotateTasksTest::chooseGivesEachChoiceABar()
{
    Annotated a = annotatedChoose();
    a.result.choices = {{"one", 0, 0.5}, {"two", 0, 0.25}, {"three", 0, 0.25}};
    const RgbImage image = annotated(a);
    const int first = longestRun(image, kFirst, 28 + 720), other = longestRun(image, kOther, 28 + 720);
    QVERIFY(first > 300 && std::abs(first - 2 * other) <= 2);
    QCOMPARE(rowsWithRun(image, kOther, other), 2 * 14); // two bars of 14 pixels
    a.result.choices[2].text = QString("a long choice ").repeated(20).toStdString();
    QVERIFY(annotated(a).height > image.height + 2 * 20);
}

void AnnotateTasksTest::findMarksPhrasesInTheirColors()
{
    const RgbImage image = annotated(annotatedFind(2));
    const RgbImage other = annotated(annotatedFind(1));
    QVERIFY(longestRun(image, qualitativeColor(0), 28 + 720) > 300);
    QVERIFY(longestRun(image, qualitativeColor(1), 28 + 720) > 300);
    QCOMPARE(longestRun(other, qualitativeColor(1)), 0);
    // The blue box's outline at three times its size: 2 pixels from x = 150 to 260.
    QVERIFY(rowsWithRun(image, qualitativeColor(1), 300) >= 4);
}

void AnnotateTasksTest::findGrowsPanelsWithPhrases()
{
    Annotated a = annotatedFind(1);
    const int alone = annotated(a).height; // with a panel for the phrase and one for the explanation
    a.result.explanation.regions.clear();
    const RgbImage single = annotated(a);
    QVERIFY(single.height < alone);
    QVERIFY(single.width > 960 + 2 * 28); // the one phrase's heatmap has a legend
    a = annotatedFind(4);
    QVERIFY(annotated(a).height > alone);
}

void AnnotateTasksTest::fillShowsWordsAndMatch()
{
    Annotated a = annotatedFill();
    const RgbImage both = annotated(a);
    QVERIFY(rowsWithRun(both, kInk, 2) > 20);
    a.result.match = -1;
    QVERIFY(annotated(a).height < both.height);
    a.result.masks.pop_back();
    QVERIFY(annotated(a).height < both.height - 3 * 36);
}

void AnnotateTasksTest::matchBarIsAsLongAsTheMatch()
{
    const int full = longestRun(annotated(annotatedMatch(1)), kFirst, 28 + 720); // up to the middle's mark
    const int quarter = longestRun(annotated(annotatedMatch(0.25)), kOther, 28 + 720);
    QVERIFY(full > 200 && std::abs(full - 2 * quarter) <= 4);
}

void AnnotateTasksTest::negativeWeightsShowNothing()
{
    Annotated a = annotatedAsk();
    a.result.explanation.regions = {-0.4, -0.3, -0.2, -0.1, -0.5};
    AnnotationOptions options = optionsFor(a.result);
    options.boxes = false;
    const RgbImage negative = annotateResult(a.request, a.result, options);
    QCOMPARE(at(negative, 28 + 3 * 60, 28 + 3 * 150), (Rgb{200, 40, 40}));
}

void AnnotateTasksTest::survivesEmptyResults()
{
    for (const Task task : {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                            Task::RegionToPhrase, Task::MaskedWords, Task::CaptionMatch}) {
        Annotated a(task, "");
        a.request.rightImage = thingPicture();
        a.result = {};
        QVERIFY(annotated(a).width > 960);
    }
}

void AnnotateTasksTest::survivesOddPictures()
{
    for (const auto& [width, height] : {std::pair(1, 1), std::pair(2, 1500), std::pair(1500, 2)}) {
        for (Annotated a : annotatedOfEveryTask()) {
            a.request.image = thingPicture(width, height);
            if (a.request.rightImage)
                a.request.rightImage = thingPicture(height, width);
            const RgbImage image = annotated(a);
            QCOMPARE(image.pixels.size(), std::size_t(image.width) * std::size_t(image.height) * 3);
        }
    }
    Annotated marks = annotatedFill();
    marks.result.masks[0].span = {5, 4000}; // beyond the text
    marks.result.masks[1].span = {7, 3};
    QVERIFY(!annotated(marks).empty());
}

void AnnotateTasksTest::refusesWhatDoesNotFit()
{
    Annotated a = annotatedCompare();
    a.request.rightImage = nullptr;
    QVERIFY_EXCEPTION_THROWN(annotated(a), Error);
    a = annotatedCompare();
    a.result.explanation.rightRegions.pop_back();
    QVERIFY_EXCEPTION_THROWN(annotated(a), Error);
    a = annotatedFind(3);
    a.result.phrases[1].regions.pop_back();
    QVERIFY_EXCEPTION_THROWN(annotated(a), Error);
    a.request.image = nullptr;
    QVERIFY_EXCEPTION_THROWN(annotated(a), Error);
}

void AnnotateTasksTest::overlaidIsThePictureAlone()
{
    const Annotated a = annotatedAsk();
    AnnotationOptions options;
    options.boxes = false;
    const RgbImage plain = overlaidPicture(*a.request.image, a.result.regions, {}, options);
    QCOMPARE(plain.width, 960);
    QCOMPARE(plain.height, 720);
    QCOMPARE(at(plain, 180, 450), (Rgb{200, 40, 40}));
    QVERIFY(overlaidPicture(*a.request.image, a.result.regions, a.result.explanation.regions, options).pixels !=
            plain.pixels);
}

VBS_TEST_MAIN(AnnotateTasksTest)
#include "annotate_tasks_test.moc"
