#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "ui/workbench/history_store.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/text_files.h"
#include "ui/workbench/history_record.h"

#include <QSignalSpy>
#include <QTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

Json goldenCard()
{
    return readJsonFile(vbs::test::dataFile("records/card.json"));
}

/// What a store says of the folder's cards.
struct Reading {
    std::vector<HistoryEntry> entries;
    QStringList problems;
};

/// Reads twice, since the store works in the order of the calls: with the second answer here, the first has said all.
Reading read(const fs::path& folder)
{
    Reading reading;
    HistoryStore store(QString::fromStdString(folder.string()));
    QSignalSpy wasRead(&store, &HistoryStore::wasRead), failed(&store, &HistoryStore::failed);
    QObject::connect(&store, &HistoryStore::wasRead, &store,
                     [&](const std::vector<HistoryEntry>& entries) { reading.entries = entries; });
    store.read(100);
    store.read(100);
    while (wasRead.size() < 2)
        if (!wasRead.wait(60000))
            return {};
    if (!failed.isEmpty())
        reading.problems << failed.first().first().toString();
    return reading;
}

} // namespace

class HistoryStoreTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    /// A card as version 0.1 writes it: what it says must be read, and written again, for ever.
    void readsTheFirstFormat()
    {
        const Json golden = goldenCard();
        const HistoryEntry entry = entryOfRecord(golden, "/history");
        QCOMPARE(entry.picture.path, QString("/pictures/left.png"));
        QCOMPARE(entry.rightPicture->path, QString("/history/0123abcd.png"));
        QCOMPARE(entry.thumbnail.size(), QSize(4, 3));
        QCOMPARE(entry.answered.task, Task::VisualReasoning);
        QCOMPARE(entry.answered.choice.filter.minimumPercent, 25);
        QCOMPARE(entry.answered.removed, (std::vector<bool>{false, true}));
        QVERIFY(entry.answered.shortened && entry.before && !entry.before->shortened);
        Json expected = golden.flatten(), again = recordOf(entry, {{}, "0123abcd.png"}).flatten();
        for (const char* key : {"/picture/thumbnail", "/rightPicture/thumbnail", "/rightPicture/path"})
            expected.erase(key); // compressed anew; a card's own picture is found by its name
        for (const auto& [key, value] : expected.items()) {
            // What the first format called rightOwn is today one of several things about the right picture's regions.
            const std::string now = QString::fromStdString(key).replace("/rightOwn", "/rightRegions/own").toStdString();
            QVERIFY2(again.contains(now) && again[now] == value, now.c_str());
        }
    }

    void readsOtherVersionsCards()
    {
        Json later = goldenCard(), earlier = goldenCard();
        later["lesson"] = "added later";
        later["answered"]["result"]["layers"] = {1, 2};
        later["answered"]["regions"]["colour"] = "red";
        for (const char* key : {"choices", "why", "regions", "removed", "rightRemoved", "shortened"})
            earlier["answered"].erase(key);
        earlier["answered"]["result"].erase("blindAnswers");
        write("versions/1.json", later.dump());
        write("versions/2.json", earlier.dump());
        const Reading reading = read(path("versions"));
        QCOMPARE(reading.entries.size(), std::size_t(2));
        QCOMPARE(reading.problems, QStringList());
        QCOMPARE(reading.entries[0].answered.choice.filter.maximumCount, 12);
        QCOMPARE(reading.entries[1].answered.question, QString("both are red"));
        QVERIFY(!reading.entries[1].answered.choice.own);
    }

    void saysHowManyCardsCannotBeRead_data()
    {
        QTest::addColumn<int>("damaged");
        QTest::addColumn<QString>("message");
        QTest::newRow("none") << 0 << "";
        QTest::newRow("one") << 1 << "1 saved card could not be read. It was left in ";
        QTest::newRow("three") << 3 << "3 saved cards could not be read. They were left in ";
    }

    void saysHowManyCardsCannotBeRead()
    {
        QFETCH(int, damaged);
        QFETCH(QString, message);
        const std::string folder = std::string("damaged-") + QTest::currentDataTag();
        Json nextFormat = goldenCard();
        nextFormat["version"] = 2;
        const std::string texts[] = {"", nextFormat.dump(), "{\"version\": 1}"};
        write((folder + "/9.json").c_str(), goldenCard().dump());
        for (int i = 0; i < damaged; ++i)
            write((folder + "/" + std::to_string(i) + ".json").c_str(), texts[i]);
        const Reading reading = read(path(folder.c_str()));
        QCOMPARE(reading.entries.size(), std::size_t(1));
        QCOMPARE(reading.problems.size(), damaged > 0 ? 1 : 0);
        QVERIFY(message.isEmpty() || reading.problems.first().startsWith(message));
        for (int i = 0; i < damaged; ++i)
            QCOMPARE(readTextFile(path((folder + "/" + std::to_string(i) + ".json").c_str())), texts[i]);
    }
};

VBS_TEST_MAIN(HistoryStoreTest)
#include "history_store_test.moc"
