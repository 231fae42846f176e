#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace vbs;

/// What is computed is tested in tests/core/look; here, that the shipped pack's own answers are looked into.
class LookCommandTest : public QObject {
    Q_OBJECT

    const QString m_pack = QString(vbs::test::sourceFolder()) + "/models/picture-book";
    const QString m_picture = m_pack + "/samples/picture-book.png", m_toys = m_pack + "/samples/toys.png";
    QTemporaryDir m_folder;

    CommandOutcome run(const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CACHE_HOME", m_folder.path());
        return runVisualBert(arguments + QStringList{"--pack", m_pack}, environment);
    }
    Json document(const QStringList& arguments)
    {
        const CommandOutcome outcome = run(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? Json::parse(outcome.out.toStdString()) : Json();
    }

private Q_SLOTS:
    void theLastLayerSaysWhatIsAnswered()
    {
        const Json asked = document({"ask", m_picture, "What color is the ball?"});
        const Json looked = document({"look", m_picture, "What color is the ball?", "--layers"})["layers"];
        QCOMPARE(looked["layers"].size(), std::size_t(7)); // six and the embeddings
        const Json &first = asked["answers"][0], &last = looked["layers"][6][0];
        QCOMPARE(last["text"], first.contains("answer") ? first["answer"] : first["text"]);
        QVERIFY(std::abs(last["probability"].get<double>() - first["probability"].get<double>()) < 1e-5);
        QVERIFY(looked["settled"] > 0 && looked["settled"] <= 6);
    }

    void attentionIsWhole()
    {
        const Json looked = document({"look", m_picture, "What color is the ball?", "--attention"})["attention"];
        const std::size_t positions = looked["positions"].size();
        QCOMPARE(looked["heads"].size(), std::size_t(6 * 4));
        for (const Json& head : looked["heads"]) {
            QCOMPARE(head["attention"].size(), positions);
            for (const Json& row : head["attention"]) {
                double sum = 0;
                for (const Json& share : row)
                    sum += share.get<double>();
                QVERIFY(row.size() == positions && std::abs(sum - 1) < 1e-4);
            }
        }
    }

    void withoutTheBallItsColorIsAnother()
    {
        const Json flip = document({"look", m_picture, "What color is the ball?", "--flip"})["flip"];
        QVERIFY(flip["found"] == true && flip["proven"] == true);
        QCOMPARE(flip["before"]["text"], Json("orange"));
        QCOMPARE(flip["regions"].size(), std::size_t(1));
        QCOMPARE(flip["regions"][0]["name"], Json("orange ball"));
        const CommandOutcome text = run({"look", m_picture, "What color is the ball?", "--flip"});
        QVERIFY2(text.out.startsWith("Without the orange ball the model says: "), qPrintable(text.out));
    }

    void pointsOfEveryLayer()
    {
        const Json points = document({"look", m_picture, "What color is the ball?", "--points"})["points"];
        QCOMPARE(points["layers"].size(), std::size_t(7));
        for (const Json& layer : points["layers"]) {
            QCOMPARE(layer["points"].size(), points["positions"].size());
            const double first = layer["explained"][0], second = layer["explained"][1];
            QVERIFY(first >= second && second > 0 && first + second < 1);
        }
        const CommandOutcome text = run({"look", m_picture, "What color is the ball?", "--points"});
        QVERIFY2(text.out.contains("layer 6: ") && text.out.contains("orange ball"), qPrintable(text.out));
    }

    void wordsWhereNoRegionsDoIt()
    {
        const QStringList question = {"look", m_picture, "Is there a red ball?", "--flip"};
        const Json flip = document(question)["flip"];
        QVERIFY(flip["found"] == true && flip["regions"].empty() && flip.contains("regions_proven"));
        QCOMPARE(flip["words"].size(), std::size_t(1));
        QCOMPARE(flip["words"][0]["text"], Json("red"));
        QCOMPARE(flip["asked"], Json("Is there a [MASK] ball?"));
        QVERIFY(run(question).out.startsWith("Hiding regions does not change the answer"));
    }

    void everyOtherTask()
    {
        const Json compared = document({"look", m_picture, "The right image contains more balls than the left one.",
                                        "--task", "compare", "--right", m_toys, "--flip", "--curves", "--layers"});
        QVERIFY(compared["flip"]["before"]["text"] == "true");
        for (const Json& curve : compared["curves"]["curves"]) {
            QCOMPARE(curve["deletion"].size(), curve["order"].size() + 1);
            QVERIFY(std::abs(curve["deletion"][0].get<double>() - curve["insertion"].back().get<double>()) < 1e-5);
        }
        for (const QStringList& task :
             {QStringList{"A ball is in the picture.", "--task", "match"},
              QStringList{"The ___ is orange.", "--task", "fill"},
              QStringList{"What is orange?", "--task", "choose", "--choice", "the ball", "--choice", "the sun"}})
            QVERIFY2(
                document(QStringList{"look", m_picture} + task + QStringList{"--flip", "--curves"})["flip"].contains(
                    "before"),
                qPrintable(task.join(' ')));
    }

    void phrasesAreFoundLayerByLayer()
    {
        const QString sentence = "[The ball] lies below [the sun].";
        const Json looked = document({"look", m_picture, sentence, "--task", "find", "--layers"})["layers"];
        QCOMPARE(looked["layers"].size(), std::size_t(7));
        QCOMPARE(looked["settled"].size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            const Json& last = looked["layers"][6][i];
            QCOMPARE(last["phrase"], Json(i == 0 ? "The ball" : "the sun"));
            double sum = 0;
            for (const Json& share : last["regions"])
                sum += share.get<double>();
            QVERIFY(std::abs(sum - 1) < 1e-5);
            QVERIFY(looked["settled"][i] >= 0 && looked["settled"][i] <= 6);
        }
        const CommandOutcome text = run({"look", m_picture, sentence, "--task", "find", "--layers"});
        QVERIFY2(text.out.startsWith("The ball:\n  embeddings "), qPrintable(text.out));
        for (const Json& settled : looked["settled"])
            QVERIFY2(text.out.contains(settled == 0 ? QString("The embeddings alone say so.")
                                                    : QString("stands from layer %1 of 6").arg(settled.get<int>())),
                     qPrintable(text.out));
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing to look at") << QStringList{} << "--layers";
        QTest::newRow("no second picture") << QStringList{"--task", "compare", "--layers"} << "--right";
        QTest::newRow("a second picture") << QStringList{"--right", m_toys, "--layers"} << "--right";
        QTest::newRow("no choices") << QStringList{"--task", "choose", "--layers"} << "--choice";
        QTest::newRow("find") << QStringList{"--task", "find", "--flip"} << "find";
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const CommandOutcome outcome = run(QStringList{"look", m_picture, "What is orange?"} + arguments);
        QVERIFY(outcome.exitCode > 0);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    }
};

VBS_TEST_MAIN(LookCommandTest)
#include "look_command_test.moc"
