#include "core/lesson/lesson_file.h"

#include "core/base/file_io.h"
#include "core/report/result_record.h"
#include "tests/support/lesson_fixture.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <ctime>

using namespace vbs;
using namespace vbs::test;

class LessonFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack()
    {
        const Lesson lesson = wholeLesson();
        const Lesson read = lessonOfBytes(lessonBytes(lesson), "whole.vbslesson");
        QCOMPARE(read.id, lesson.id);
        QCOMPARE(read.title, lesson.title);
        QCOMPARE(read.language, lesson.language);
        QCOMPARE(read.packManifest, lesson.packManifest);
        QCOMPARE(read.pictures.size(), lesson.pictures.size());
        QCOMPARE(read.steps.size(), lesson.steps.size());
        for (std::size_t i = 0; i < read.steps.size(); ++i) {
            const LessonStep &a = read.steps[i], &b = lesson.steps[i];
            QCOMPARE(a.text, b.text);
            QCOMPARE(a.notes, b.notes);
            QCOMPARE(a.task, b.task);
            QCOMPARE(a.phrases, b.phrases);
            QCOMPARE(a.choices, b.choices);
            QCOMPARE(a.hidden, b.hidden);
            QVERIFY(a.ownBoxes == b.ownBoxes);
            QVERIFY(a.choice == b.choice);
            QCOMPARE(a.explanation.method, b.explanation.method);
            QCOMPARE(a.quiz.kind, b.quiz.kind);
            QCOMPARE(a.quiz.right, b.quiz.right);
            QCOMPARE(a.quiz.accepted, b.quiz.accepted);
            QCOMPARE(a.recorded.has_value(), b.recorded.has_value());
            if (a.recorded)
                QVERIFY(recordOf(*a.recorded) == recordOf(*b.recorded));
        }
        // What the file says is all there is: writing what was read gives the same bytes.
        QCOMPARE(lessonBytes(read), lessonBytes(lesson));
    }

    void viewsComeBackInFullPrecision()
    {
        const Lesson lesson = wholeLesson(), read = lessonOfBytes(lessonBytes(lesson), "whole.vbslesson");
        const RecordedLook &a = *read.steps[1].look, &b = *lesson.steps[1].look;
        QVERIFY(a.inspection.attention == b.inspection.attention);
        QCOMPARE(a.inspection.layers, std::size_t(2));
        QVERIFY(a.attention == b.attention && a.flow == b.flow && a.points == b.points && a.spread == b.spread);
        QCOMPARE(a.position, b.position);
        QCOMPARE(a.inspection.answersByLayer.at(2).at(0).probability,
                 b.inspection.answersByLayer.at(2).at(0).probability);
        QVERIFY(a.flip && a.flip->regions == b.flip->regions && a.flip->left == b.flip->left);
        QVERIFY(a.curves && a.curves->curves.at(0).deletion == b.curves->curves.at(0).deletion);
    }

    void aFlipByWordsComesBack()
    {
        Lesson lesson = wholeLesson();
        SmallestFlip& flip = *lesson.steps[1].look->flip;
        flip.regions.clear();
        flip.words = {{{4, 9}, "color"}};
        flip.textWithout = "what [MASK] is it";
        flip.wordsTried = 4;
        flip.regionsProven = true;
        const SmallestFlip read = *lessonOfBytes(lessonBytes(lesson), "whole.vbslesson").steps[1].look->flip;
        QVERIFY(read.words == flip.words && read.regions.empty() && read.regionsProven);
        QCOMPARE(read.textWithout, flip.textWithout);
        QCOMPARE(read.wordsTried, flip.wordsTried);
    }

    void unknownKeysAreKept()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        writeFileAtomically(place / "lesson.json", R"({"format": 1, "title": "T", "later": {"a": [1]},
            "steps": [{"title": "S", "hint": "h", "quiz": {"kind": "text", "accepted": ["x"], "timer": 3}}]})");
        writeLessonFolder(place, readLesson(place));
        const Json json = readJsonFile(place / "lesson.json");
        QVERIFY(json["later"] == Json({{"a", {1}}}));
        QVERIFY(json["steps"][0]["hint"] == "h");
        QVERIFY(json["steps"][0]["quiz"]["timer"] == 3);
    }

    void theSameLessonGivesTheSameBytes()
    {
        const std::string before = lessonBytes(wholeLesson());
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Asia/Tokyo");
        ::tzset();
        const std::string after = lessonBytes(wholeLesson());
        if (zone.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", zone);
        ::tzset();
        QVERIFY(before == after);
    }

    void aFolderAndAFileAreTheSame()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const Lesson lesson = wholeLesson();
        writeLessonFolder(place / "unpacked", lesson);
        writeLesson(place / "packed.vbslesson", lesson);
        QVERIFY(lessonBytes(readLesson(place / "unpacked")) == lessonBytes(readLesson(place / "packed.vbslesson")));
    }

    void whatIsNotRecordedAnyMoreGoes()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        Lesson lesson = wholeLesson();
        writeLesson(place, lesson);
        QVERIFY(std::filesystem::exists(place / "recorded/02.attention"));
        lesson.steps.at(1).recorded.reset();
        lesson.steps.at(1).look.reset();
        writeLesson(place, lesson);
        QVERIFY(!std::filesystem::exists(place / "recorded/02.attention"));
        QVERIFY(!std::filesystem::exists(place / "recorded/02.json"));
        QVERIFY(std::filesystem::exists(place / "pictures"));
    }

    void theShippedFixtureCanBeRead()
    {
        const Lesson lesson = readLesson(dataFile("lessons/tour"));
        QCOMPARE(lesson.steps.size(), std::size_t(14));
        for (const LessonStep& step : lesson.steps)
            QVERIFY2(!step.task || step.recorded, step.title.c_str());
    }

    void whatCouldNotBeReadIsNotWritten()
    {
        Lesson lesson = wholeLesson();
        lesson.steps[1].picture = "pictures/none.png";
        const QString message = messageOf([&] { lessonBytes(lesson); });
        QVERIFY2(message.contains("names a picture that is not in the lesson"), qPrintable(message));
    }

    void picturesAreKeptOnce()
    {
        Lesson lesson;
        const std::string bytes = readTextFile(dataFile("lessons/tour/pictures/toys.jpg"));
        QCOMPARE(addPicture(lesson, "/tmp/My Toys (1).JPG", bytes), std::string("pictures/my-toys-1.jpg"));
        QCOMPARE(addPicture(lesson, "other.jpg", bytes), std::string("pictures/my-toys-1.jpg"));
        const std::string other = readTextFile(dataFile("lessons/tour/pictures/picture-book.jpg"));
        QCOMPARE(addPicture(lesson, "my toys 1.jpg", other), std::string("pictures/my-toys-1-2.jpg"));
        QVERIFY(messageOf([&] { addPicture(lesson, "a.gif", "GIF89a"); }).contains("neither PNG nor JPEG"));
    }
};

VBS_TEST_MAIN(LessonFileTest)
#include "lesson_file_test.moc"
