#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/key_map.h"
#include "tests/support/checkpoint_files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

namespace {

TensorMap named(const std::vector<std::string>& names)
{
    TensorMap tensors;
    for (const std::string& name : names)
        tensors.emplace(name, torch::full({2}, double(tensors.size())));
    return tensors;
}

std::vector<std::string> namesOf(const TensorMap& tensors)
{
    std::vector<std::string> names;
    for (const auto& item : tensors)
        names.push_back(item.first);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class KeyMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renames_data();
    void renames();
    void todaysNamesPass();
    void reportsWhatItDid();
    void completesTheAuthorsFiles();
    void refusesTwoThatBecomeOne();
};

void KeyMapTest::renames_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to"); ///< empty: dropped
    const auto row = [](const char* from, const char* to) { QTest::newRow(from) << from << to; };
    row("bert.bert.pooler.dense.weight", "visual_bert.pooler.dense.weight");
    row("bert.bert.embeddings.token_type_embeddings_visual.weight",
        "visual_bert.embeddings.visual_token_type_embeddings.weight");
    row("bert.bert.embeddings.position_embeddings_visual.weight",
        "visual_bert.embeddings.visual_position_embeddings.weight");
    row("bert.bert.embeddings.projection.bias", "visual_bert.embeddings.visual_projection.bias");
    row("bert.bert.embeddings.LayerNorm.gamma", "visual_bert.embeddings.LayerNorm.weight");
    row("bert.classifier.weight", "cls.weight");
    row("bert.cls.predictions.transform.dense.bias", "cls.predictions.transform.dense.bias");
    row("detector.backbone.0.weight", "");
    row("bert.bert.detector.x", "");
    row("module.bert.classifier.weight", "cls.weight");
}

void KeyMapTest::renames()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    RenameReport report;
    const TensorMap renamed = renameToCurrent(named({"bert.bert.x", from.toStdString()}), report);
    Names expected{"visual_bert.x"};
    if (!to.isEmpty())
        expected.push_back(to.toStdString());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(namesOf(renamed), expected);
}

void KeyMapTest::todaysNamesPass()
{
    // None of these is a name of the authors, although parts of them look like it.
    const TensorMap tensors = named({"visual_bert.embeddings.visual_projection.weight", "cls.weight", "model.x",
                                     "detector.x", "bert.embeddings.projection", "gamma", "bert.bertha"});
    RenameReport report;
    QVERIFY(test::sameTensors(renameToCurrent(tensors, report), tensors));
    QVERIFY(!report.changedAnything());
    QVERIFY(report.schemes.empty());
    QVERIFY(renameToCurrent({}, report).empty());
}

void KeyMapTest::reportsWhatItDid()
{
    const TensorMap tensors =
        named({"module.bert.bert.embeddings.LayerNorm.beta", "module.bert.bert.encoder.x", "module.detector.x"});
    RenameReport report;
    const TensorMap renamed = renameToCurrent(tensors, report);
    QCOMPARE(namesOf(renamed), (Names{"visual_bert.embeddings.LayerNorm.bias", "visual_bert.encoder.x"}));
    QVERIFY(renamed.at("visual_bert.encoder.x").is_same(tensors.at("module.bert.bert.encoder.x")));
    QCOMPARE(report.schemes.size(), std::size_t(3));
    QCOMPARE(report.renamed,
             (std::vector<std::pair<std::string, std::string>>{
                 {"module.bert.bert.embeddings.LayerNorm.beta", "visual_bert.embeddings.LayerNorm.bias"},
                 {"module.bert.bert.encoder.x", "visual_bert.encoder.x"}}));
    QCOMPARE(report.dropped, Names{"module.detector.x"});
}

void KeyMapTest::completesTheAuthorsFiles()
{
    TensorMap tensors = named({"bert.cls.predictions.bias"});
    tensors["bert.bert.embeddings.position_embeddings.weight"] = torch::zeros({5, 2});
    RenameReport report;
    const TensorMap renamed = renameToCurrent(tensors, report);
    QVERIFY(renamed.at("cls.predictions.decoder.bias").is_same(tensors.at("bert.cls.predictions.bias")));
    QVERIFY(renamed.at("visual_bert.embeddings.position_ids").equal(torch::arange(5).unsqueeze(0)));
    QCOMPARE(report.added, (Names{"cls.predictions.decoder.bias", "visual_bert.embeddings.position_ids"}));
}

void KeyMapTest::refusesTwoThatBecomeOne()
{
    RenameReport report;
    QVERIFY_THROWS_EXCEPTION(
        Error, renameToCurrent(named({"bert.bert.x", "bert.cls.weight", "bert.classifier.weight"}), report));
    QVERIFY_THROWS_EXCEPTION(Error, renameToCurrent(named({"LayerNorm.gamma", "LayerNorm.weight"}), report));
}

VBS_TEST_MAIN(KeyMapTest)
#include "key_map_test.moc"
