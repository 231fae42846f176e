#include "core/predict/run_merge.h"

#include "core/base/file_io.h"
#include "core/datasets/dataset_formats.h"
#include "core/predict/answer_lines.h"
#include "core/predict/run_description.h"
#include "core/predict/shard_plan.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <sys/resource.h>

using namespace vbs;

namespace fs = std::filesystem;

/// Shards as `predict` leaves them, written by hand: 600 questions, of which every 50th was not asked.
class RunMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = vbs::test::writeQuestions(m_folder.path().toStdString(), kItems);
        m_dataset = formatOf(m_files).open(m_files, {});
    }

    void sameBytesHoweverManyShards_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 4, 8})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void sameBytesHoweverManyShards()
    {
        QFETCH(int, count);
        const RunMergeReport one = merge({writeRun("one", 1)}), several = merge({writeRun("several", count)});
        QCOMPARE(several.items, std::size_t(kItems));
        QCOMPARE(several.failed, std::size_t(kItems / kFaultyEach));
        QCOMPARE(several.answered, std::size_t(kItems - kItems / kFaultyEach));
        QCOMPARE(several.shards, std::size_t(count));
        for (const char* name : {"predictions.jsonl", "failures.jsonl", "results.json", "metrics.json"})
            QCOMPARE(readTextFile(m_folder.path().toStdString() + "/several/" + name),
                     readTextFile(m_folder.path().toStdString() + "/one/" + name));
        QCOMPARE(one.failures.front().reason, std::string("cut off"));
    }

    /// Two of the three people say what was answered. vqaEval.py takes their records, which have no ids, for one: with
    /// the others of each, min(1, matches / 3) is 0, 0 and 2/3. What was not asked counts as wrong.
    void writesResultsAndMetrics()
    {
        const RunMergeReport report = merge({writeRun("measured", 3)});
        const Json results = readJsonFile(report.results);
        QCOMPARE(results.size(), std::size_t(kItems));
        QCOMPARE(results[1]["question_id"], Json(1001));
        QCOMPARE(results[1]["answer"], Json("café"));
        QCOMPARE(results[kFaultyEach]["answer"], Json(""));
        QVERIFY(report.metrics.has_value());
        const double right = (0 + 0 + 2. / 3) / 3, share = 1 - 1. / kFaultyEach;
        QVERIFY(std::abs(report.metrics->figures.front().value - right * share) < 1e-9);
    }

    void severalFoldersMakeOneRun()
    {
        const fs::path run = writeRun("left", 2), other = at("right");
        fs::create_directories(other / "shards");
        fs::rename(ShardFolder::of(run, {1, 2}).folder, ShardFolder::of(other, {1, 2}).folder);
        const RunMergeReport report = merge({run, other});
        QCOMPARE(report.answered + report.failed, std::size_t(kItems));
        QVERIFY(fs::exists(run / "results.json") && !fs::exists(other / "results.json"));
    }

    /// More than there may be open files.
    void manyShardsNeedFewOpenFiles()
    {
        constexpr std::size_t kShards = 400, kOpen = 350;
        const fs::path run = at("many");
        const ShardPlan plan = planShard(*m_dataset, {}, {}, kBatch, {});
        for (std::size_t i = 0; i < kShards; ++i) {
            std::string lines;
            for (std::size_t item = i; item < kItems; item += kShards)
                lines += lineOf(std::uint32_t(item)) + "\n";
            writeShard(run, {i, kShards}, plan, lines);
        }
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        const rlimit few{kOpen, before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
        const auto restore = qScopeGuard([&] { ::setrlimit(RLIMIT_NOFILE, &before); });
        const RunMergeReport report = merge({run});
        QCOMPARE(report.shards, kShards);
        QCOMPARE(report.answered + report.failed, std::size_t(kItems));
    }

    void whatDoesNotFitIsNamed_data()
    {
        using Change = std::function<void(const fs::path&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("says");
        QTest::newRow("no shards") << Change([](const fs::path& run) { fs::remove_all(run / "shards"); })
                                   << "holds no shards";
        QTest::newRow("a shard is missing") << Change([](const fs::path& run) {
            fs::remove_all(ShardFolder::of(run, {1, 4}).folder);
        }) << "of the 4 shards, these are not there: 2.";
        QTest::newRow("a gap") << Change([](const fs::path& run) { cutLines(run, 1); })
                               << "1 of 600 items have no answer yet, the first being ";
        QTest::newRow("a double") << Change([](const fs::path& run) {
            const fs::path from = ShardFolder::of(run, {0, 4}).answers(), to = ShardFolder::of(run, {1, 4}).answers();
            writeFileAtomically(to, readTextFile(to) + firstLine(from));
        }) << "is there twice";
        QTest::newRow("an item that there is not") << Change([](const fs::path& run) {
            const fs::path file = ShardFolder::of(run, {0, 4}).answers();
            writeFileAtomically(file, readTextFile(file) + answerLine(600, "x", "{}") + "\n");
        }) << "and the data set has 600";
        QTest::newRow("another pack") << Change([](const fs::path& run) {
            const ShardFolder shard = ShardFolder::of(run, {3, 4});
            RunDescription other = RunDescription::read(shard.description());
            other.model = "another@1";
            writeJsonFile(shard.description(), other.toJson());
        }) << "shards of different runs: the pack is scripted@0 in the one and another@1 in the other";
        QTest::newRow("a damaged description") << Change([](const fs::path& run) {
            writeFileAtomically(ShardFolder::of(run, {3, 4}).description(), "{}");
        }) << "is damaged";
        for (const char* change : {R"({"task": "guess"})", R"({"batch": 0})", R"({"batch": -1})",
                                   R"({"items": 1099511627776})", R"({"shard": 0})", R"({"shards": 0})"})
            QTest::newRow(change) << Change([change](const fs::path& run) {
                const fs::path file = ShardFolder::of(run, {0, 4}).description();
                OrderedJson description = readOrderedJsonFile(file);
                description.update(parseOrderedJson(change, "the change"));
                writeJsonFile(file, description);
            }) << (QString(change).contains("shard") ? "names no shard that there can be" : "run.json is damaged");
    }
    void whatDoesNotFitIsNamed()
    {
        QFETCH(std::function<void(const fs::path&)>, change);
        QFETCH(QString, says);
        const fs::path run = writeRun("unfit", 4);
        change(run);
        const QString message = vbs::test::messageOf([&] { merge({run}); });
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY(!fs::exists(run / "results.json"));
    }

    void aDataSetThatChangedIsNotMeasured()
    {
        const fs::path run = writeRun("changed", 2);
        RunMergeOptions options = optionsOf({run});
        const DatasetFiles other = vbs::test::writeQuestions(at("other"), kItems - 1);
        options.files.dataset = other.dataset;
        QVERIFY(vbs::test::messageOf([&] { mergeRuns(options, {}); }).contains("is not what the run was asked about"));
    }

private:
    static constexpr int kItems = 600, kFaultyEach = 50, kBatch = 4;

    fs::path at(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static std::string firstLine(const fs::path& file)
    {
        const std::string text = readTextFile(file);
        return text.substr(0, text.find('\n') + 1);
    }
    static void cutLines(const fs::path& run, std::size_t count)
    {
        const fs::path file = ShardFolder::of(run, {2, 4}).answers();
        const std::vector<LinePlace> lines = linesOf(file);
        fs::resize_file(file, lines[lines.size() - count].begin);
    }

    fs::path writeRun(const std::string& name, int shards) const
    {
        const fs::path run = at(name);
        fs::remove_all(run);
        for (int i = 0; i < shards; ++i) {
            const Shard shard{std::size_t(i), std::size_t(shards)};
            const ShardPlan plan = planShard(*m_dataset, {}, shard, kBatch, {});
            std::string lines;
            for (const ShardPlan::Piece& piece : plan.pieces)
                for (const std::uint32_t item : piece)
                    lines += lineOf(item) + "\n";
            writeShard(run, shard, plan, lines);
        }
        return run;
    }

    void writeShard(const fs::path& run, const Shard& shard, const ShardPlan& plan, const std::string& lines) const
    {
        const RunDescription description{"vqa",  "vqa-v2", m_files, plan.fingerprint, plan.all, "scripted@0", "float32",
                                         kBatch, 5,        shard};
        const ShardFolder folder = ShardFolder::of(run, shard);
        writeJsonFile(folder.description(), description.toJson());
        writeFileAtomically(folder.answers(), lines, Durability::Forgettable);
    }

    static std::string lineOf(std::uint32_t item)
    {
        const std::string id = std::to_string(1000 + item);
        if (item % kFaultyEach == 0)
            return faultLine(item, id, "cut off");
        PredictedResult result;
        result.answers = {{"café", .5}, {"no", .25}};
        return answerLine(item, id, recordOf(result));
    }

    static RunMergeOptions optionsOf(const std::vector<fs::path>& runs)
    {
        RunMergeOptions options;
        options.runs = runs;
        options.bootstrap.resamples = 20;
        return options;
    }
    static RunMergeReport merge(const std::vector<fs::path>& runs) { return mergeRuns(optionsOf(runs), {}); }

    QTemporaryDir m_folder;
    DatasetFiles m_files;
    std::unique_ptr<Dataset> m_dataset;
};

VBS_TEST_MAIN(RunMergeTest)
#include "run_merge_test.moc"
