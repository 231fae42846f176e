#include "core/lesson/lesson_answers.h"

#include "tests/support/lesson_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;
using namespace vbs::test;

namespace {

LessonResponse options(std::vector<std::size_t> chosen)
{
    return {std::move(chosen), {}};
}

LessonResponse text(const std::string& given)
{
    return {{}, given};
}

LessonResponse region(int clicked, bool ofRight = false)
{
    return {{}, {}, clicked, ofRight};
}

} // namespace

class LessonAnswersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsForgiven_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("compared");
        QTest::newRow("case and accents") << "Café"
                                          << "cafe";
        QTest::newRow("spaces") << "  two \t  words\n"
                                << "two words";
        QTest::newRow("wide spaces") << QString::fromUtf8("a\u00a0\u2003b") << "a b";
        QTest::newRow("end marks") << "Der Löwe!?."
                                   << "der lowe";
        QTest::newRow("marks inside stay") << "it's 3.5"
                                           << "it's 3.5";
        QTest::newRow("sharp s") << "Straße" << QString::fromUtf8("straße");
        QTest::newRow("marks of direction") << QString::fromUtf8("\u200fred\u200e") << "red";
        QTest::newRow("nothing") << " ! "
                                 << "";
    }
    void whatIsForgiven()
    {
        QFETCH(QString, text);
        QFETCH(QString, compared);
        QCOMPARE(QString::fromStdString(forgivingText(text.toStdString())), compared);
    }

    void everyKindIsJudged()
    {
        const std::vector<LessonStep> steps = wholeLesson().steps; // intro, one, several, text, region, predict, find
        QVERIFY(!isRight(steps[0], options({0})));
        QVERIFY(isRight(steps[1], options({1})) && !isRight(steps[1], options({0})) &&
                !isRight(steps[1], options({0, 1})));
        QVERIFY(isRight(steps[2], options({2, 0})) && !isRight(steps[2], options({0})) &&
                !isRight(steps[2], options({0, 1, 2})));
        QVERIFY(isRight(steps[3], text(" LOWE.")) && isRight(steps[3], text("rot")) && !isRight(steps[3], text("")) &&
                !isRight(steps[3], text("blau")));
        QVERIFY(isRight(steps[4], region(1)) && !isRight(steps[4], region(0)) && !isRight(steps[4], region(-1)) &&
                !isRight(steps[4], region(1, true)));
        // The canned answer is "red"; the option says "Red!".
        QVERIFY(isRight(steps[5], options({0})) && !isRight(steps[5], options({1})) &&
                !isRight(steps[5], options({9})));
        LessonStep open = steps[5];
        open.quiz.options.clear();
        QVERIFY(isRight(open, text("RED")) && !isRight(open, text("")));
        QCOMPARE(recordedAnswer(steps[5]), std::string("red"));
        QCOMPARE(recordedAnswer(steps[6]), std::string());
    }

    void aClickMeansTheSmallestRegion()
    {
        RegionSet set;
        set.regions = {{{0, 0, 100, 100}, "whole"}, {{10, 10, 60, 60}, "big"}, {{20, 20, 30, 30}, "small"}};
        set.regions[0].wholeImage = true;
        QCOMPARE(regionAt(set, 25, 25), 2);
        QCOMPARE(regionAt(set, 15, 15), 1);
        QCOMPARE(regionAt(set, 90, 90), -1);
    }

    void resultsAreATable()
    {
        Lesson lesson = wholeLesson();
        lesson.steps[3].title = "=1+1";
        lesson.steps[2].quiz.question = "a, or \"b\"?";
        const std::string csv =
            lessonResultsCsv(lesson, {{2, options({2, 0}), 2, 12.34}, {3, text("blau"), 1, 0}}, "Zoë");
        QCOMPARE(csv, std::string("lesson,title,student,step,step_title,kind,question,answer,right,tries,seconds\r\n"
                                  "whole,Ein Ganzes,Zoë,3,Several,several,\"a, or \"\"b\"\"?\",a; c,1,2,12.3\r\n"
                                  "whole,Ein Ganzes,Zoë,4,'=1+1,text,,blau,0,1,0.0\r\n"));
    }
};

VBS_TEST_MAIN(LessonAnswersTest)
#include "lesson_answers_test.moc"
