#include "core/lesson/lesson_answers.h"
#include "core/lesson/lesson_file.h"
#include "tests/core/lesson/shipped_claims.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace vbs;
using namespace vbs::test;

namespace {

std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

QString everyText(const LessonStep& step)
{
    QStringList texts{QString::fromStdString(step.title),          QString::fromStdString(step.text),
                      QString::fromStdString(step.quiz.question),  QString::fromStdString(step.quiz.whenRight),
                      QString::fromStdString(step.quiz.whenWrong), QString::fromStdString(step.notes)};
    for (const std::string& option : step.quiz.options)
        texts << QString::fromStdString(option);
    return texts.join('\n');
}

/// "0.5" of "0,5": both languages' numbers, without those of minutes, layers, heads, lessons, years, and the whole.
QStringList numbersOf(const QString& text)
{
    static const QRegularExpression told("\\d+ (minutes|Minuten)|100 %|\\b(19|20)\\d\\d\\)|"
                                         "([Ll]ayers?|[Hh]ead|Lesson|Schicht(en)?|Kopf|Lektion) \\d+"
                                         "( (to|and|bis|und) \\d+)?|\\((layer|Schicht) \\d+\\)|\\(\\d\\)");
    static const QRegularExpression number("\\d+(?:[.,]\\d+)*");
    QString rest = text;
    rest.replace(QChar(0xa0), ' ');
    rest.remove(told);
    rest.replace("30 000", "30,000");
    QStringList numbers;
    for (auto found = number.globalMatch(rest); found.hasNext();)
        numbers << found.next().captured().replace(',', '.');
    numbers.sort();
    return numbers;
}

LessonStep withoutTexts(LessonStep step)
{
    step.title = step.text = step.notes = {};
    step.quiz.question = step.quiz.whenRight = step.quiz.whenWrong = {};
    if (step.quiz.kind != QuizKind::Predict)
        std::ranges::fill(step.quiz.options, std::string());
    return step;
}

} // namespace

/// The lessons that come with the program: both languages, and what their texts say about what was recorded.
class ShippedLessonsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageHasAll()
    {
        const auto names = namesIn(shippedLessons() / "en");
        QCOMPARE(names.size(), std::size_t(5));
        QVERIFY(names == namesIn(shippedLessons() / "de"));
        QVERIFY(names == std::set<std::string>(std::begin(kShippedLessons), std::end(kShippedLessons)));
    }

    void languagesAgree_data() { addLessons(); }
    void languagesAgree()
    {
        QFETCH(std::string, name);
        const Lesson english = shippedLesson("en", name), german = shippedLesson("de", name);
        QCOMPARE(english.language, LessonLanguage::English);
        QCOMPARE(german.language, LessonLanguage::German);
        QCOMPARE(german.id, english.id);
        QVERIFY(german.pack == "picture-book" && english.pack == "picture-book");
        QVERIFY(english.steps.size() >= 8 && english.steps.size() <= 12);
        QCOMPARE(german.steps.size(), english.steps.size());
        for (std::size_t i = 0; i < english.steps.size(); ++i) {
            const LessonStep &one = english.steps[i], &other = german.steps[i];
            // What is asked, shown and right is the same; so are, byte for byte, pictures and what was recorded.
            const std::string number = (i < 9 ? "recorded/0" : "recorded/") + std::to_string(i + 1) + ".json";
            QCOMPARE(stepJson(withoutTexts(other), number), stepJson(withoutTexts(one), number));
            QCOMPARE(other.recorded.has_value(), one.recorded.has_value());
            for (const std::string* text : {&one.title, &one.text, &one.notes, &other.title, &other.text, &other.notes})
                QVERIFY2(!text->empty(), one.title.c_str());
            QVERIFY2(one.title != other.title && one.text != other.text && one.notes != other.notes, one.title.c_str());
            QCOMPARE(numbersOf(everyText(other)), numbersOf(everyText(one)));
        }
        requireSameFiles(name, "pictures");
        requireSameFiles(name, "recorded");
    }

    void everyQuizHasARightAnswer_data() { addLessons(); }
    void everyQuizHasARightAnswer()
    {
        QFETCH(std::string, name);
        for (const char* language : {"en", "de"})
            for (const LessonStep& step : shippedLesson(language, name).steps) {
                LessonResponse right;
                switch (step.quiz.kind) {
                case QuizKind::One:
                case QuizKind::Several:
                    right.options = step.quiz.right;
                    break;
                case QuizKind::Text:
                    right.text = step.quiz.accepted.at(0);
                    break;
                case QuizKind::Region:
                    right.region = int(step.quiz.right.at(0));
                    break;
                case QuizKind::Predict: {
                    const auto& options = step.quiz.options;
                    const auto found = std::ranges::find(options, recordedAnswer(step));
                    QVERIFY2(found != options.end(), step.title.c_str());
                    right.options = {std::size_t(found - options.begin())};
                    break;
                }
                case QuizKind::None:
                    QFAIL("Every step has a quiz.");
                }
                QVERIFY2(isRight(step, right), step.title.c_str());
                right.options.push_back(step.quiz.options.size());
                right.text += "x", right.region = 0;
                QVERIFY2(!isRight(step, right), step.title.c_str());
            }
    }

    void claimsAreTrue_data()
    {
        QTest::addColumn<std::string>("lesson");
        QTest::addColumn<int>("step");
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("quantity");
        QTest::addColumn<std::string>("expected");
        for (const Claim& claim : kClaims)
            QTest::addRow("%s %d %s %s", claim.lesson, claim.step, claim.quantity, claim.expected)
                << std::string(claim.lesson) << claim.step << std::string(claim.typed) << std::string(claim.quantity)
                << std::string(claim.expected);
    }
    void claimsAreTrue()
    {
        QFETCH(std::string, lesson);
        QFETCH(int, step);
        QFETCH(std::string, typed);
        QFETCH(std::string, quantity);
        QFETCH(std::string, expected);
        const LessonStep english = shippedLesson("en", lesson).steps.at(std::size_t(step - 1));
        const LessonStep german = shippedLesson("de", lesson).steps.at(std::size_t(step - 1));
        QCOMPARE(QString::fromStdString(measured(english, quantity)), QString::fromStdString(expected));
        if (!typed.empty())
            for (const LessonStep* one : {&english, &german})
                QVERIFY2(numbersOf(everyText(*one)).contains(QString::fromStdString(typed)), one->title.c_str());
    }

    /// No number is typed that no claim is about.
    void everyNumberIsClaimed_data() { addLessons(); }
    void everyNumberIsClaimed()
    {
        QFETCH(std::string, name);
        const Lesson lesson = shippedLesson("en", name);
        for (std::size_t i = 0; i < lesson.steps.size(); ++i)
            for (const QString& number : numbersOf(everyText(lesson.steps[i]))) {
                const bool claimed = std::ranges::any_of(kClaims, [&](const Claim& claim) {
                    return claim.lesson == name && claim.step == int(i) + 1 && number == claim.typed;
                });
                QVERIFY2(claimed, qPrintable(QString("step %1: %2").arg(i + 1).arg(number)));
            }
    }

private:
    static void addLessons()
    {
        QTest::addColumn<std::string>("name");
        for (const char* name : kShippedLessons)
            QTest::newRow(name) << std::string(name);
    }

    static void requireSameFiles(const std::string& name, const std::string& part)
    {
        const auto english = shippedLessons() / "en" / name / part, german = shippedLessons() / "de" / name / part;
        QVERIFY(namesIn(english) == namesIn(german));
        for (const std::string& file : namesIn(english))
            QVERIFY2(readTextFile(english / file) == readTextFile(german / file), file.c_str());
    }
};

VBS_TEST_MAIN(ShippedLessonsTest)
#include "shipped_lessons_test.moc"
