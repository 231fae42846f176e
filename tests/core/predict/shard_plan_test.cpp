#include "core/predict/shard_plan.h"

#include "core/datasets/dataset_formats.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace vbs;

/// 2,400 questions, three on each picture.
class ShardPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = vbs::test::writeQuestions(m_folder.path().toStdString(), 2400);
        m_dataset = formatOf(m_files).open(m_files, {});
    }

    void shardsHaveThePiecesOfTheWhole_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 3, 8, 50})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void shardsHaveThePiecesOfTheWhole()
    {
        QFETCH(int, count);
        const ShardPlan whole = plan({});
        std::multiset<ShardPlan::Piece> expected(whole.pieces.begin(), whole.pieces.end()), found;
        std::size_t items = 0, pictures = 0;
        for (std::size_t i = 0; i < std::size_t(count); ++i) {
            const ShardPlan part = plan({i, std::size_t(count)});
            found.insert(part.pieces.begin(), part.pieces.end());
            items += part.items;
            pictures += part.pictures;
            QCOMPARE(part.all, whole.all);
            QCOMPARE(part.fingerprint, whole.fingerprint);
        }
        QVERIFY(found == expected);
        QCOMPARE(items, std::size_t(2400));
        QCOMPARE(pictures, whole.pictures);
    }

    void everyItemIsInOnePieceWithItsPicture()
    {
        const ShardPlan whole = plan({});
        std::map<std::uint32_t, const ShardPlan::Piece*> places;
        for (const ShardPlan::Piece& piece : whole.pieces) {
            QVERIFY(!piece.empty() && piece.size() <= std::size_t(40 * kBatch));
            for (const std::uint32_t item : piece)
                QVERIFY(places.emplace(item, &piece).second);
        }
        QCOMPARE(places.size(), std::size_t(2400));
        for (std::uint32_t item = 0; item < 2400; item += 3)
            QVERIFY(places[item] == places[item + 1] && places[item] == places[item + 2]);
    }

    void eightShardsAreOfLikeSize()
    {
        for (std::size_t i = 0; i < 8; ++i) {
            const std::size_t items = plan({i, 8}).items;
            QVERIFY2(items > 150 && items < 450, qPrintable(QString::number(items)));
        }
    }

    void aSmallDataSetHasSomethingForEachShard()
    {
        constexpr std::size_t kUsualBatch = 32; // 75 batches
        for (std::size_t i = 0; i < 8; ++i)
            QVERIFY(planShard(*m_dataset, m_files.images, {i, 8}, kUsualBatch, {}).items > 100);
    }

    /// Where the pictures lie makes no difference, nor how their folder is written.
    void anotherFolderIsTheSamePlan_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* folder : {"else/where", "./else", "else/../elsewhere"})
            QTest::newRow(folder) << folder;
    }
    void anotherFolderIsTheSamePlan()
    {
        QFETCH(QString, folder);
        const auto planIn = [&](const std::string& name) {
            DatasetFiles files = m_files;
            files.images = std::filesystem::path(m_folder.path().toStdString()) / name;
            for (std::size_t i = 0; i < m_dataset->count(); i += 3)
                writeFileAtomically(files.images / m_dataset->at(i).pictures.at(0), "", Durability::Forgettable);
            const auto dataset = formatOf(files).open(files, {});
            return planShard(*dataset, files.images, {}, kBatch, {});
        };
        const ShardPlan one = planIn("here"), other = planIn(folder.toStdString());
        QCOMPARE(one.pictures, std::size_t(800));
        QCOMPARE(one.fingerprint, other.fingerprint);
        QVERIFY(one.pieces == other.pieces);
    }

    void anotherQuestionIsAnotherDataSet()
    {
        QTemporaryDir folder;
        DatasetFiles files = vbs::test::writeQuestions(folder.path().toStdString(), 2400);
        std::string text = readTextFile(files.dataset);
        text.replace(text.find("number 17?"), 10, "number 71?");
        writeFileAtomically(files.dataset, text);
        const auto dataset = formatOf(files).open(files, {});
        QVERIFY(planShard(*dataset, {}, {}, kBatch, {}).fingerprint != plan({}).fingerprint);
    }

    /// Where annotations say what is asked, others of them are another data set.
    void otherPhrasesAndBoxesAreAnotherDataSet()
    {
        const auto fingerprintOf = [](const Example& example) {
            return planShard(OneExample(example), {}, {}, kBatch, {}).fingerprint;
        };
        Example example;
        example.id = "1";
        example.task = Task::RegionToPhrase;
        example.text = "a red house";
        example.phrases = {{0, 11}};
        example.boxes = {{1, 2, 3, 4}};
        Example phrase = example, box = example, truth = example;
        phrase.phrases = {{2, 11}};
        box.boxes = {{1, 2, 3, 5}};
        truth.truth.phraseBoxes = {{{1, 2, 3, 4}}};
        QVERIFY(fingerprintOf(phrase) != fingerprintOf(example));
        QVERIFY(fingerprintOf(box) != fingerprintOf(example));
        QCOMPARE(fingerprintOf(truth), fingerprintOf(example));
    }

private:
    class OneExample : public Dataset {
    public:
        explicit OneExample(const Example& example) : m_example(example) {}
        std::size_t count() const override { return 1; }
        Example at(std::size_t) const override { return m_example; }

    private:
        Example m_example;
    };

    static constexpr std::size_t kBatch = 4;

    ShardPlan plan(const Shard& shard) const { return planShard(*m_dataset, {}, shard, kBatch, {}); }

    QTemporaryDir m_folder;
    DatasetFiles m_files;
    std::unique_ptr<Dataset> m_dataset;
};

VBS_TEST_MAIN(ShardPlanTest)
#include "shard_plan_test.moc"
