#include "core/base/json.h"
#include "core/hub/catalog.h"
#include "core/pack/pack_manifest.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

#include <set>

using namespace vbs;
using namespace vbs::test;

/// The shipped catalogue, and what is refused in one.
class CatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedOne();
    void everyPackHasItsFiles();
    void publishedForms();
    void refuses_data();
    void refuses();
};

namespace {

Catalog shipped()
{
    return readCatalog(std::filesystem::path(sourceFolder()) / "models/catalog.json");
}

} // namespace

void CatalogTest::theShippedOne()
{
    const Catalog catalog = shipped();
    QVERIFY(catalog.entries.size() >= 15);
    std::set<std::string> used, addresses;
    for (const CatalogEntry& entry : catalog.entries) {
        QVERIFY2(!entry.description.empty() && !entry.license.empty(), entry.name.c_str());
        QVERIFY2(entry.kind == CatalogEntry::Kind::Test || entry.memoryBytes > 0, entry.name.c_str());
        for (const auto& [path, id] : entry.files)
            used.insert(id);
    }
    for (const auto& [id, file] : catalog.files) {
        QVERIFY2(used.contains(id), id.c_str());
        QVERIFY2(file.bytes > 0 && !file.license.empty(), id.c_str());
        for (const FileSource& source : file.sources) {
            const std::string address = source.address("https://huggingface.co");
            QVERIFY2(address.starts_with("https://"), address.c_str());
            QVERIFY2(addresses.insert(address).second, address.c_str());
            // A name in the place of a commit only where the hash, or the commit's beginning, is known.
            if (source.isHub() && !source.isPinned())
                QVERIFY2(!file.sha256.empty() || !source.commitBegins.empty(), id.c_str());
        }
        if (!file.sha256Begins.empty()) // torchvision puts it into the name
            QVERIFY2(file.name.find(file.sha256Begins) != std::string::npos, id.c_str());
    }
    // Files whose hash nobody states are pinned by the hub's answer for their commit.
    for (const char* id : {"visualbert-vcr-pre/pytorch_model.bin", "visualbert-nlvr2-coco-pre/pytorch_model.bin"})
        QVERIFY(!catalog.file(id).hash().isKnown() && catalog.file(id).hubSource() != nullptr);
}

void CatalogTest::everyPackHasItsFiles()
{
    for (const CatalogEntry& entry : shipped().entries) {
        if (entry.kind != CatalogEntry::Kind::Pack)
            continue;
        Json json = entry.pack;
        json["format"] = 1;
        json["name"] = entry.name;
        const PackManifest manifest = manifestFromJson(json, entry.name);
        QVERIFY(entry.files.contains(manifest.tokenizer.vocab));
        QVERIFY(entry.files.contains(manifest.extractor.at("weights").get<std::string>()));
        QVERIFY(!entry.weaknesses.empty());
        for (const auto& [key, task] : manifest.tasks) {
            QVERIFY(entry.files.contains(task.model + "/config.json"));
            QVERIFY(entry.files.contains(task.model + "/pytorch_model.bin"));
            QVERIFY(task.answers.empty() || entry.files.contains(task.answers));
        }
    }
}

void CatalogTest::publishedForms()
{
    const Catalog catalog = shipped();
    const Json asked = catalog.entry("photo-questions").pack["tasks"]["vqa"]["form"];
    QCOMPARE(asked["text_suffix"].get<std::string>(), std::string("? [MASK]"));
    QCOMPARE(asked["visual_type"].get<int>(), 0);
    QCOMPARE(catalog.entry("photo-captions").pack["tasks"]["pretraining"]["form"]["fits_class"].get<int>(), 1);
    QCOMPARE(catalog.entry("photo-compare").pack["tasks"]["nlvr"]["form"]["right_type"].get<int>(), 1);
}

void CatalogTest::refuses_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("format") << "/format"
                            << "2"
                            << "another format";
    QTest::newRow("unknown key") << "/files/large/colour"
                                 << "1"
                                 << "\"colour\" is not a known key";
    QTest::newRow("hash") << "/files/large/sha256"
                          << "\"abc\""
                          << "64 lower-case hex digits";
    QTest::newRow("no source") << "/files/large/sources"
                               << "[]"
                               << "list of addresses";
    QTest::newRow("other protocol") << "/files/large/sources/0"
                                    << "{\"url\": \"file:///etc/passwd\"}"
                                    << "not an address";
    QTest::newRow("leads out") << "/entries/0/files/..~1x"
                               << "\"large\""
                               << "no known file";
    QTest::newRow("name leads out") << "/files/large/name"
                                    << "\"../x\""
                                    << "name of a file";
    QTest::newRow("repository leads out") << "/files/large/sources/0/hub"
                                          << "\"../x\""
                                          << "not a name in a repository";
    QTest::newRow("entry's name") << "/entries/0/name"
                                  << "\"../x\""
                                  << "name of a folder";
    QTest::newRow("twice") << "/entries/1/name"
                           << "\"tiny\""
                           << "stands twice";
    QTest::newRow("no such task") << "/entries/0/tasks"
                                  << "[\"dance\"]"
                                  << "not a known task";
    QTest::newRow("pack without it") << "/entries/0/tasks"
                                     << "[\"nlvr\"]"
                                     << "lacks the task";
    QTest::newRow("pack leads out") << "/entries/0/pack/tasks/vqa/model"
                                    << "\"../x\""
                                    << "outside the pack";
    QTest::newRow("unknown hash off the hub") << "/files/large"
                                              << "{\"name\": \"x\", \"bytes\": 1, \"license\": \"x\", \"sources\": "
                                                 "[{\"url\": \"https://x.org/x\"}]}"
                                              << "needs a source on the hub";
}

void CatalogTest::refuses()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, message);
    Json catalog = HubFixture(10).catalog();
    catalogFromJson(catalog, "the catalogue");
    catalog[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const std::string said = sentenceOf([&] { catalogFromJson(catalog, "the catalogue"); });
    QVERIFY2(said.find(message.toStdString()) != std::string::npos && said.starts_with("the catalogue"), said.c_str());
}

VBS_TEST_MAIN(CatalogTest)
#include "catalog_test.moc"
