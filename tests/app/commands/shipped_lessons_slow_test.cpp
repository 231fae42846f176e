#include "core/lesson/lesson_answers.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace vbs;

namespace {

constexpr const char *kToys = "What color is the car?", *kSame = "";

/// What a text says about a request beside the recorded one: another question about the step's picture, other regions
/// hidden.
struct Aside {
    const char* lesson;
    std::size_t step;  ///< from 1
    const char* asked; ///< kSame: what the step asks
    std::vector<std::size_t> hidden;
    const char* answer;
};

const std::vector<Aside>& asides()
{
    static const std::vector<Aside> all = {
        {"1-what-the-model-sees", 11, kSame, {6}, "5"},
        {"2-attention-layer-by-layer", 11, kSame, {}, "orange"},
        {"3-look-or-guess", 6, kSame, {3}, "bird"},
        {"3-look-or-guess", 7, kSame, {3}, "orange"},
        // As long as anything orange is left …
        {"3-look-or-guess", 7, kToys, {1, 3, 4, 5}, "orange"},
        {"3-look-or-guess", 7, kToys, {1, 3, 4, 6}, "orange"},
        {"3-look-or-guess", 7, kToys, {1, 3, 5, 6}, "orange"},
        {"3-look-or-guess", 7, kToys, {1, 4, 5, 6}, "orange"},
        {"3-look-or-guess", 7, kToys, {3, 4, 5, 6}, "orange"},
        {"3-look-or-guess", 8, kSame, {}, "1"},
        {"3-look-or-guess", 8, "How many cars are there?", {4}, "1"},
        {"4-trust-the-explanation", 9, kSame, {}, "sun"},
        {"4-trust-the-explanation", 9, kSame, {2, 6}, "fish"},
        {"5-compare-choose-find", 4, "The left image contains more houses than the right one.", {}, "true"},
        {"5-compare-choose-find", 7, "What would carry you over the water?", {}, "the pink boat"},
        {"5-compare-choose-find", 11, "The orange fish is above the green star.", {}, "true"},
    };
    return all;
}

CommandOutcome lesson(const QStringList& arguments, const QString& cache)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CACHE_HOME", cache);
    return runVisualBert(QStringList{"lesson"} + arguments + QStringList{"--precision", "float32", "--quiet"},
                         environment, 400000);
}

std::filesystem::path shipped(const std::string& language, const std::string& name)
{
    return std::filesystem::path(test::sourceFolder()) / "resources/lessons" / language / name;
}

} // namespace

/// The shipped lessons are what the shipped pack says.
class ShippedLessonsSlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// One language: that the other's recorded members are the same is tests/core/lesson's.
    void thePackSaysSo_data()
    {
        QTest::addColumn<std::string>("name");
        for (const auto& entry : std::filesystem::directory_iterator(shipped("en", "")))
            QTest::newRow(entry.path().filename().c_str()) << entry.path().filename().string();
    }
    void thePackSaysSo()
    {
        QFETCH(std::string, name);
        const CommandOutcome outcome =
            lesson({"check", QString::fromStdString(shipped("en", name).string())}, m_folder.path());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
    }

    void asidesAreTrue()
    {
        Lesson all;
        all.id = "asides";
        for (const Aside& aside : asides()) {
            const Lesson from = readLesson(shipped("en", aside.lesson));
            LessonStep step = from.steps.at(aside.step - 1);
            for (std::string* picture : {&step.picture, &step.rightPicture})
                if (!picture->empty())
                    *picture = addPicture(all, *picture, *from.pictures.at(*picture).bytes);
            step.quiz = {}, step.view = DockView::None, step.recorded.reset(), step.look.reset();
            step.hidden = aside.hidden;
            if (*aside.asked)
                step.asked = aside.asked;
            all.steps.push_back(std::move(step));
        }
        LessonStep looking = all.steps.at(1); // "looks at the car far more than at any other thing"
        looking.explanation.method = ExplanationMethod::Attention;
        all.steps.push_back(looking);
        const std::filesystem::path file = m_folder.filePath("asides.vbslesson").toStdString();
        writeLesson(file, all);
        const CommandOutcome outcome = lesson({"record", QString::fromStdString(file.string())}, m_folder.path());
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        all = readLesson(file);
        for (std::size_t i = 0; i < asides().size(); ++i)
            QVERIFY2(recordedAnswer(all.steps[i]) == asides()[i].answer, all.steps[i].asked.c_str());
        auto shares = all.steps.back().recorded->explanation.regions;
        const auto car = shares.at(3);
        shares.at(3) = 0;
        QVERIFY(car > 5 * *std::ranges::max_element(shares));
    }

private:
    QTemporaryDir m_folder;
};

VBS_TEST_MAIN(ShippedLessonsSlowTest)
#include "shipped_lessons_slow_test.moc"
