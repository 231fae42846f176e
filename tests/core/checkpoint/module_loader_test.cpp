#ifndef Q_MOC_RUN
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

namespace {

std::filesystem::path data(const std::string& name)
{
    return std::filesystem::path(vbs::test::dataFolder()) / name;
}

vbs::VisualBertForQuestionAnswering questionAnswering()
{
    return vbs::VisualBertForQuestionAnswering(vbs::readVisualBertConfig(data("checkpoints/config.json")));
}

vbs::TensorMap baseWeights()
{
    return vbs::readSafetensors(data("checkpoints/expected/base.safetensors")).tensors;
}

vbs::TensorMap copied(const vbs::TensorMap& tensors)
{
    vbs::TensorMap copies;
    for (const auto& [name, tensor] : tensors)
        copies.emplace(name, tensor.clone());
    return copies;
}

bool same(const vbs::TensorMap& a, const vbs::TensorMap& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
               return x.first == y.first && x.second.equal(y.second);
           });
}

const std::string kQuery = "visual_bert.encoder.layer.0.attention.self.query.weight";

} // namespace

class ModuleLoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void keysAreTheStateDicts();
    void savesWhatItLoads();
    void convertsHalfTypes_data();
    void convertsHalfTypes();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void reportsEverything();
    void unexpectedKeysDoNoHarm();
    void prefixMayBeAbsentOrPresent();
    void tiedKeysStandForTheirOwners();
    void tiedKeysThatDifferAreRefused();
    void untiedDecoderIsItsOwn();
    void aDecodersOwnBiasCounts();
    void headsThatAreNeverReadMayBeAbsent();
    void namesTheKeyThatCountsLabels();
    void batchCountersMayBeAbsent();
    void sharingTakesTheTensorsThemselves();
    void sharingCopiesWhatDoesNotFit();
    void sharingNeverJoinsTwoParameters();
    void trainingASharedModuleLeavesTheFile();
};

void ModuleLoaderTest::keysAreTheStateDicts()
{
    vbs::TensorMap file = baseWeights();
    file.erase("visual_bert.embeddings.position_ids");
    std::vector<std::string> expected, actual;
    for (const auto& item : file)
        expected.push_back(item.first);
    for (const auto& item : vbs::saveModule(*questionAnswering()))
        actual.push_back(item.first);
    QCOMPARE(actual, expected);
}

void ModuleLoaderTest::savesWhatItLoads()
{
    auto module = questionAnswering();
    vbs::TensorMap file = baseWeights();
    const vbs::LoadReport report = vbs::loadModule(file, *module);
    QCOMPARE(report.ignored, std::vector<std::string>{"visual_bert.embeddings.position_ids"});
    QVERIFY(report.unexpected.empty());
    file.erase("visual_bert.embeddings.position_ids");
    QVERIFY(same(vbs::saveModule(*module), file));
    for (const auto& parameter : module->parameters())
        QVERIFY(parameter.requires_grad());
}

void ModuleLoaderTest::convertsHalfTypes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("float16") << "safetensors/fp16"
                             << "expected/fp16_as_fp32";
    QTest::newRow("bfloat16") << "safetensors/bf16"
                              << "expected/bf16_as_fp32";
}

void ModuleLoaderTest::convertsHalfTypes()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    auto module = questionAnswering();
    vbs::loadModule(data("checkpoints/" + file.toStdString() + ".safetensors"), *module);
    const auto wanted = vbs::readSafetensors(data("checkpoints/" + expected.toStdString() + ".safetensors")).tensors;
    for (const auto& [name, tensor] : vbs::saveModule(*module)) {
        QVERIFY(tensor.scalar_type() == at::kFloat);
        QVERIFY2(tensor.equal(wanted.at(name)), name.c_str());
    }
}

void ModuleLoaderTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "model-key-missing"
                             << "\"" + QString::fromStdString(kQuery) + "\" is missing";
    QTest::newRow("shape") << "model-wrong-shape"
                           << "(16, 12); the model's config expects (16, 16)";
    QTest::newRow("region width") << "model-visual-dim"
                                  << "(16, 20); the model's config expects (16, 12)";
    QTest::newRow("whole numbers") << "model-integer-weights"
                                   << "wrong kind of numbers";
}

void ModuleLoaderTest::refusesWhatDoesNotFit()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    auto module = questionAnswering();
    const vbs::TensorMap before = copied(vbs::saveModule(*module));
    const auto path = data("checkpoints/hostile/" + file.toStdString() + ".safetensors");
    try {
        vbs::loadModule(path, *module);
        QFAIL("The weights were loaded.");
    } catch (const vbs::Error& e) {
        QCOMPARE(int(e.code()), int(vbs::ErrorCode::Mismatch));
        QVERIFY2(QString(e.what()).contains(says), e.what());
        QVERIFY2(QString(e.what()).startsWith(QString::fromStdString(path.string())), e.what());
    }
    QVERIFY2(same(vbs::saveModule(*module), before), "a refused load changed the module");
}

void ModuleLoaderTest::reportsEverything()
{
    vbs::TensorMap tensors = baseWeights();
    tensors.erase("cls.bias");
    tensors["cls.weight"] = torch::zeros({3, 16});
    tensors[kQuery] = tensors[kQuery].to(at::kLong);
    tensors["extra"] = torch::zeros({1});
    const auto module = questionAnswering();
    const vbs::LoadReport report = vbs::compareWithModule(tensors, *module);
    QCOMPARE(report.missing, std::vector<std::string>{"cls.bias"});
    QCOMPARE(report.unexpected, std::vector<std::string>{"extra"});
    QCOMPARE(report.wrongType, std::vector<std::string>{kQuery});
    QCOMPARE(report.mismatched.size(), std::size_t(1));
    QCOMPARE(report.mismatched[0].name, std::string("cls.weight"));
    QCOMPARE(report.mismatched[0].inFile, (std::vector<std::int64_t>{3, 16}));
    QCOMPARE(report.mismatched[0].inModule, (std::vector<std::int64_t>{5, 16}));
    QVERIFY(!report.fits());
    QVERIFY(report.summary().find("and 2 more") != std::string::npos);
}

void ModuleLoaderTest::unexpectedKeysDoNoHarm()
{
    vbs::TensorMap tensors = baseWeights();
    tensors["extra"] = torch::zeros({1});
    auto module = questionAnswering();
    QCOMPARE(vbs::loadModule(tensors, *module).unexpected, std::vector<std::string>{"extra"});
}

void ModuleLoaderTest::prefixMayBeAbsentOrPresent()
{
    const vbs::TensorMap tensors = baseWeights();
    vbs::VisualBertModel trunk(vbs::readVisualBertConfig(data("checkpoints/config.json")));
    const vbs::LoadReport report = vbs::loadModule(tensors, *trunk);
    QCOMPARE(report.unexpected, (std::vector<std::string>{"cls.bias", "cls.weight"}));
    const vbs::TensorMap bare = vbs::saveModule(*trunk);
    QVERIFY(bare.at("pooler.dense.weight").equal(tensors.at("visual_bert.pooler.dense.weight")));

    auto module = questionAnswering();
    const vbs::LoadReport headless = vbs::compareWithModule(bare, *module);
    QCOMPARE(headless.missing, (std::vector<std::string>{"cls.bias", "cls.weight"}));
    QVERIFY(headless.unexpected.empty());
}

void ModuleLoaderTest::tiedKeysStandForTheirOwners()
{
    const auto folder = data("visualbert/pretraining-mlm-and-image");
    const auto config = vbs::readVisualBertConfig(folder / "config.json");
    vbs::TensorMap tensors = vbs::readSafetensors(folder / "model.safetensors").tensors;
    QVERIFY(tensors.count("cls.predictions.decoder.weight"));
    vbs::VisualBertForPreTraining both(config), aliasOnly(config);
    QVERIFY(vbs::loadModule(tensors, *both).unexpected.empty());
    tensors.erase("visual_bert.embeddings.word_embeddings.weight");
    tensors.erase("cls.predictions.bias");
    vbs::loadModule(tensors, *aliasOnly);
    QVERIFY(same(vbs::saveModule(*both), vbs::saveModule(*aliasOnly)));
    QVERIFY(!vbs::saveModule(*both).count("cls.predictions.decoder.weight"));
}

void ModuleLoaderTest::tiedKeysThatDifferAreRefused()
{
    const auto folder = data("visualbert/pretraining-mlm-and-image");
    vbs::TensorMap tensors = vbs::readSafetensors(folder / "model.safetensors").tensors;
    vbs::VisualBertForPreTraining module(vbs::readVisualBertConfig(folder / "config.json"));
    const at::Tensor tied = tensors["cls.predictions.decoder.weight"];
    for (const at::Tensor& other : {at::Tensor(tied + 1), tied.to(at::kDouble), at::Tensor(tied.slice(0, 1))}) {
        tensors["cls.predictions.decoder.weight"] = other;
        QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::loadModule(tensors, *module));
    }
}

void ModuleLoaderTest::untiedDecoderIsItsOwn()
{
    const auto folder = data("visualbert/pretraining-mlm-and-image");
    auto config = vbs::readVisualBertConfig(folder / "config.json");
    config.tie_word_embeddings = false;
    vbs::VisualBertForPreTraining module(config);
    vbs::TensorMap tensors = vbs::readSafetensors(folder / "model.safetensors").tensors;
    tensors["cls.predictions.decoder.weight"] = tensors["cls.predictions.decoder.weight"] + 1;
    vbs::loadModule(tensors, *module);
    const vbs::TensorMap saved = vbs::saveModule(*module);
    QVERIFY(saved.at("cls.predictions.decoder.weight").equal(tensors["cls.predictions.decoder.weight"]));
    tensors.erase("cls.predictions.decoder.weight");
    QCOMPARE(vbs::compareWithModule(tensors, *module).missing,
             std::vector<std::string>{"cls.predictions.decoder.weight"});
}

/// transformers 5 saves both where tie_word_embeddings is false, and adds the decoder's.
void ModuleLoaderTest::aDecodersOwnBiasCounts()
{
    const auto folder = data("visualbert/pretraining-mlm-and-image");
    vbs::VisualBertForPreTraining module(vbs::readVisualBertConfig(folder / "config.json"));
    vbs::TensorMap tensors = vbs::readSafetensors(folder / "model.safetensors").tensors;
    const at::Tensor bias = tensors.at("cls.predictions.bias") + 1;
    tensors["cls.predictions.decoder.bias"] = bias;
    vbs::loadModule(tensors, *module);
    QVERIFY(vbs::saveModule(*module).at("cls.predictions.bias").equal(bias));
}

void ModuleLoaderTest::headsThatAreNeverReadMayBeAbsent()
{
    const auto folder = data("visualbert/region-to-phrase");
    const auto config = vbs::readVisualBertConfig(folder / "config.json");
    vbs::TensorMap tensors = vbs::readSafetensors(folder / "model.safetensors").tensors;
    vbs::VisualBertForRegionToPhraseAlignment whole(config), part(config);
    vbs::loadModule(tensors, *whole);
    std::erase_if(tensors, [](const auto& item) { return item.first.starts_with("cls."); });
    vbs::loadModule(tensors, *part);
    const std::string query = "attention.query.weight";
    QVERIFY(vbs::saveModule(*part).at(query).equal(vbs::saveModule(*whole).at(query)));
    tensors.erase(query);
    QCOMPARE(vbs::compareWithModule(tensors, *part).missing, std::vector<std::string>{query});
}

void ModuleLoaderTest::namesTheKeyThatCountsLabels()
{
    auto module = questionAnswering();
    vbs::TensorMap tensors = baseWeights();
    tensors["cls.weight"] = torch::zeros({3, tensors["cls.weight"].size(1)});
    tensors["cls.bias"] = torch::zeros({3});
    try {
        vbs::loadModule(tensors, *module);
        QFAIL("not refused");
    } catch (const vbs::Error& e) {
        QVERIFY2(QString(e.what()).contains("\"cls.weight\" has the shape (3, ") &&
                     QString(e.what()).contains("\"num_labels\" in config.json should be 3"),
                 e.what());
    }
}

void ModuleLoaderTest::batchCountersMayBeAbsent()
{
    torch::nn::Sequential module(torch::nn::BatchNorm2d(4));
    vbs::TensorMap tensors = copied(vbs::saveModule(*module));
    QVERIFY(tensors.count("0.running_mean"));
    tensors["0.running_mean"].fill_(3);
    tensors["0.num_batches_tracked"] = torch::zeros({1}); // as files of PyTorch 0.4 hold it
    QVERIFY(vbs::compareWithModule(tensors, *module).fits());
    tensors.erase("0.num_batches_tracked");
    vbs::loadModule(tensors, *module);
    QVERIFY(vbs::saveModule(*module).at("0.running_mean").equal(torch::full({4}, 3.f)));
    tensors.erase("0.running_mean");
    QVERIFY(!vbs::compareWithModule(tensors, *module).fits());
}

void ModuleLoaderTest::sharingTakesTheTensorsThemselves()
{
    const vbs::TensorMap tensors = copied(baseWeights());
    auto module = questionAnswering();
    const at::Tensor before = module->cls->weight;
    vbs::loadModule(tensors, *module, vbs::LoadMode::Share);
    QVERIFY(before.is_same(module->cls->weight)); // an optimiser that knows the parameter still does
    QVERIFY(before.data_ptr() == tensors.at("cls.weight").data_ptr());
    QVERIFY(before.requires_grad());

    auto copy = questionAnswering();
    vbs::loadModule(tensors, *copy);
    QVERIFY(copy->cls->weight.data_ptr() != tensors.at("cls.weight").data_ptr());
}

void ModuleLoaderTest::sharingCopiesWhatDoesNotFit()
{
    vbs::TensorMap tensors = copied(baseWeights());
    const vbs::TensorMap expected = tensors;
    tensors["cls.weight"] = tensors["cls.weight"].t().contiguous().t();
    tensors["cls.bias"] = tensors["cls.bias"].to(at::kDouble);
    auto module = questionAnswering();
    vbs::loadModule(tensors, *module, vbs::LoadMode::Share);
    for (const auto& [name, tensor] : vbs::saveModule(*module)) {
        QVERIFY2(tensor.equal(expected.at(name)) && tensor.scalar_type() == at::kFloat, name.c_str());
        QVERIFY(tensor.is_contiguous());
    }
}

/// Weights that share memory in a file are separate parameters of a module that does not tie them.
void ModuleLoaderTest::sharingNeverJoinsTwoParameters()
{
    vbs::TensorMap tensors = copied(baseWeights());
    const std::string prefix = "visual_bert.encoder.layer.0.attention.self.";
    tensors[prefix + "key.bias"] = tensors[prefix + "query.bias"];
    const at::Tensor both = torch::arange(20, at::kFloat);
    tensors[prefix + "value.bias"] = both.slice(0, 0, 16);
    tensors["visual_bert.pooler.dense.bias"] = both.slice(0, 4, 20); // only partly the same memory
    auto module = questionAnswering();
    vbs::loadModule(tensors, *module, vbs::LoadMode::Share);
    torch::NoGradGuard noGrad;
    for (const auto& item : module->named_parameters()) {
        const vbs::TensorMap before = copied(vbs::saveModule(*module));
        at::Tensor parameter = item.value();
        parameter.add_(1);
        for (const auto& [name, tensor] : vbs::saveModule(*module))
            QVERIFY2(tensor.equal(before.at(name)) == (name != item.key()), name.c_str());
    }
}

void ModuleLoaderTest::trainingASharedModuleLeavesTheFile()
{
    const auto path = data("checkpoints/safetensors/model.safetensors");
    auto module = questionAnswering();
    vbs::loadModule(path, *module);
    torch::NoGradGuard noGrad;
    for (at::Tensor parameter : module->parameters())
        parameter.fill_(3);
    QVERIFY(same(vbs::readSafetensors(path).tensors, baseWeights()));
}

VBS_TEST_MAIN(ModuleLoaderTest)
#include "module_loader_test.moc"
