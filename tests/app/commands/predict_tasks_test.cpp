#include "tests/support/predict_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace vbs;

namespace fs = std::filesystem;

/// `predict` of the tasks but questions, on small data sets of scenes, with the shipped pack.
class PredictTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_runs.makeScenes(kScenes);
        for (const auto& entry : fs::directory_iterator(m_runs.path("scenes/images")))
            m_pictures.push_back(entry.path().filename().string());
        std::ranges::sort(m_pictures);
        QCOMPARE(m_pictures.size(), std::size_t(kScenes));
        writeDatasets();
    }

    void answersAsEvaluateDoes_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("results");
        QTest::addColumn<int>("items");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QString>("measure");
        QTest::newRow("nlvr") << "nlvr.jsonl"
                              << "results.csv" << kScenes << "accuracy"
                              << "accuracy";
        QTest::newRow("vcr") << "vcr.jsonl"
                             << "results.csv" << 2 * kScenes << "Q -> A"
                             << "Q -> A";
        QTest::newRow("flickr") << "entities"
                                << "results.json" << kScenes << "recall@1"
                                << "accuracy";
    }
    /// In batches, in shards and one by one the same is answered.
    void answersAsEvaluateDoes()
    {
        QFETCH(QString, dataset);
        QFETCH(QString, results);
        QFETCH(int, items);
        QFETCH(QString, figure);
        QFETCH(QString, measure);
        const QString task = QTest::currentDataTag(), shards = task + "-shards";
        const CommandOutcome whole = predict(task, dataset, task);
        QVERIFY2(whole.exitCode == 0, qPrintable(whole.err));
        QCOMPARE(Json::parse(whole.out.toStdString())["run"]["answered"], Json(items));
        for (const char* shard : {"1/2", "2/2"})
            QCOMPARE(predict(task, dataset, shards, {"--shard", shard}).exitCode, 0);
        QCOMPARE(runVisualBert({"merge", m_runs.file(shards.toStdString())}, m_runs.environment()).exitCode, 0);
        for (const QString& file : {QString("predictions.jsonl"), results, QString("metrics.json")})
            QCOMPARE(textOf(shards + "/" + file), textOf(task + "/" + file));

        const CommandOutcome evaluated = runVisualBert({"evaluate", "--dataset", m_runs.file(dataset.toStdString()),
                                                        "--images", m_runs.file("scenes/images"), "--json"},
                                                       m_runs.environment());
        QVERIFY2(evaluated.exitCode == 0, qPrintable(evaluated.err));
        const double single = Json::parse(evaluated.out.toStdString())["seen"]["measures"][measure.toStdString()];
        const double together = metricsOf(task)["figures"][figure.toStdString()]["value"];
        QVERIFY2(std::abs(single - together) < 1e-9, qPrintable(QString("%1 and %2").arg(single).arg(together)));
        QVERIFY(single > 0 && single < 1); // else everything would be alike
    }

    void whatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<int>("failed");
        QTest::addColumn<QString>("remark");
        QTest::newRow("nlvr") << "nlvr.jsonl" << 2 << "2 statements have no result and are left out.";
        QTest::newRow("vcr") << "vcr.jsonl" << 2 << "1 record has no result and is left out.";
        QTest::newRow("flickr") << "entities" << 1 << "";
    }
    void whatCannotBeReadIsLeftOut()
    {
        QFETCH(QString, dataset);
        QFETCH(int, failed);
        QFETCH(QString, remark);
        const QString task = QTest::currentDataTag(), run = task + "-broken";
        const fs::path picture = m_runs.path("scenes/images") / m_pictures.back(), aside = m_runs.path("aside.png");
        fs::rename(picture, aside);
        const auto back = qScopeGuard([&] { fs::rename(aside, picture); });
        const CommandOutcome outcome = predict(task, dataset, run);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(Json::parse(outcome.out.toStdString())["run"]["failed"], Json(failed));
        const std::string remarks = metricsOf(run)["remarks"].dump();
        QVERIFY2(remarks.find(remark.toStdString()) != std::string::npos, remarks.c_str());
    }

private:
    static constexpr int kScenes = 8;

    std::string textOf(const QString& name) const { return readTextFile(m_runs.path(name.toStdString())); }
    Json metricsOf(const QString& run) const { return Json::parse(textOf(run + "/metrics.json")); }

    CommandOutcome predict(const QString& task, const QString& dataset, const QString& run,
                           const QStringList& more = {}) const
    {
        return runVisualBert(QStringList{"predict", "--task", task, "--dataset", m_runs.file(dataset.toStdString()),
                                         "--images", m_runs.file("scenes/images"), "--output",
                                         m_runs.file(run.toStdString()), "--batch", "4", "--threads", "2", "--device",
                                         "cpu", "--json", "--quiet"} +
                                 more,
                             m_runs.environment());
    }

    static std::string nameOf(const Json& boxes, const Json& category)
    {
        for (const Json& one : boxes["categories"])
            if (one["id"] == category)
                return one["name"];
        return {};
    }

    void writeDatasets() const
    {
        const Json boxes = readJsonFile(m_runs.path("scenes/instances.json"));
        std::string nlvr, vcr;
        for (int i = 0; i < kScenes; ++i) {
            const std::string number = std::to_string(i), picture = m_pictures[std::size_t(i)];
            const Json first =
                *std::ranges::find(boxes["annotations"], Json(i), [](const Json& box) { return box["image_id"]; });
            nlvr += Json{{"identifier", "own-" + number + "-0-0"},
                         {"sentence",
                          i % 2 == 0 ? "There is a " + nameOf(boxes, first["category_id"]) + " in the left picture."
                                     : "Both pictures show a " + nameOf(boxes, first["category_id"]) + "."},
                         {"label", "True"},
                         {"img0", picture},
                         {"img1", m_pictures[std::size_t(i + 1) % m_pictures.size()]}}
                        .dump() +
                    "\n";
            vcr += Json{{"annot_id", "v" + number},
                        {"img_fn", picture},
                        {"objects", Json::array({"person"})},
                        {"question", {"What", "is", "it", "?"}},
                        {"answer_choices", Json::array({{"a", "house"}, {"a", "car"}, {"a", "dog"}, {"the", "sun"}})},
                        {"answer_label", 1},
                        {"rationale_choices", Json::array({{"red"}, {"blue"}, {"green"}, {"round"}})},
                        {"rationale_label", 2}}
                       .dump() +
                   "\n";
            std::string xml = "<annotation><filename>" + picture + "</filename>", sentence;
            for (const Json& box : boxes["annotations"]) {
                if (box["image_id"] != i)
                    continue;
                const double x = box["bbox"][0], y = box["bbox"][1], w = box["bbox"][2], h = box["bbox"][3];
                const std::string id = box["id"].dump(), name = nameOf(boxes, box["category_id"]);
                xml += "<object><name>" + id + "</name><bndbox><xmin>" + std::to_string(x) + "</xmin><ymin>" +
                       std::to_string(y) + "</ymin><xmax>" + std::to_string(x + w) + "</xmax><ymax>" +
                       std::to_string(y + h) + "</ymax></bndbox></object>";
                sentence += (sentence.empty() ? "[/EN#" : " and [/EN#") + id + "/other a " + name + "]";
            }
            writeFileAtomically(m_runs.path("entities/Annotations/" + number + ".xml"), xml + "</annotation>");
            writeFileAtomically(m_runs.path("entities/Sentences/" + number + ".txt"), sentence + "\n");
        }
        writeFileAtomically(m_runs.path("nlvr.jsonl"), nlvr);
        writeFileAtomically(m_runs.path("vcr.jsonl"), vcr);
    }

    QTemporaryDir m_folder;
    vbs::test::PredictRuns m_runs{m_folder.path().toStdString()};
    std::vector<std::string> m_pictures;
};

VBS_TEST_MAIN(PredictTasksTest)
#include "predict_tasks_test.moc"
