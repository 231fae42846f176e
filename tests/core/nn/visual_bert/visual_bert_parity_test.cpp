#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "tests/support/tensor_differences.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QTest>

namespace {

constexpr double kOutputTolerance = 1e-5;
constexpr double kGradientTolerance = 1e-5; // absolute and relative

std::filesystem::path caseFolder(const QString& name)
{
    return std::filesystem::path(vbs::test::dataFolder()) / "visualbert" / name.toStdString();
}

} // namespace

/// Each case holds a small network of the reference implementation with inputs, outputs and gradients; see
/// tests/data/visualbert/README.md.
class VisualBertParityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outputs_data() { addCases(false); }
    void outputs();
    void packedOutputs_data() { addCases(false); }
    void packedOutputs();
    void bfloat16Outputs_data() { addCases(false); }
    void bfloat16Outputs();
    void gradientsIgnorePackedWeights();
    void gradients_data() { addCases(true); }
    void gradients();
    void outputsDoNotDependOnWhatElseIsAskedFor_data() { addCases(false); }
    void outputsDoNotDependOnWhatElseIsAskedFor();
    void integerMasksAndIds();

private:
    static void addCases(bool withGradients);
    static vbs::VisualBertOutputs run(const QString& name, const vbs::LoadedVisualBert& model);
};

void VisualBertParityTest::initTestCase()
{
    torch::set_num_threads(1);
}

void VisualBertParityTest::addCases(bool withGradients)
{
    QTest::addColumn<QString>("name");
    const QDir folder(QString(vbs::test::dataFolder()) + "/visualbert");
    int count = 0;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        ++count;
        if (!withGradients || QFile::exists(folder.filePath(name + "/grads.safetensors")))
            QTest::newRow(qPrintable(name)) << name;
    }
    QCOMPARE(count, 35);
}

vbs::VisualBertOutputs VisualBertParityTest::run(const QString& name, const vbs::LoadedVisualBert& model)
{
    const auto inputFile = vbs::readSafetensors(caseFolder(name) / "inputs.safetensors");
    vbs::VisualBertInputs inputs = vbs::visualBertInputsFrom(inputFile.tensors, *model.network);
    const auto expected = vbs::readSafetensors(caseFolder(name) / "outputs.safetensors");
    inputs.output_attentions = expected.tensors.count("attentions.0");
    inputs.output_hidden_states = expected.tensors.count("hidden_states.0");
    return model.network->forward(inputs);
}

void VisualBertParityTest::outputs()
{
    QFETCH(QString, name);
    torch::NoGradGuard noGrad;
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder(name));
    QCOMPARE(model.architecture, vbs::readJsonFile(caseFolder(name) / "case.json")["head"].get<std::string>());
    QVERIFY(model.unexpected.empty());
    const auto expected = vbs::readSafetensors(caseFolder(name) / "outputs.safetensors");
    const auto found =
        vbs::test::differences(vbs::visualBertOutputTensors(run(name, model)), expected.tensors, kOutputTolerance, 0);
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
}

void VisualBertParityTest::packedOutputs()
{
    QFETCH(QString, name);
    torch::NoGradGuard noGrad;
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder(name));
    model.network->packForInference();
    const auto expected = vbs::readSafetensors(caseFolder(name) / "outputs.safetensors");
    const auto found =
        vbs::test::differences(vbs::visualBertOutputTensors(run(name, model)), expected.tensors, kOutputTolerance, 0);
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
}

void VisualBertParityTest::bfloat16Outputs()
{
    QFETCH(QString, name);
    torch::NoGradGuard noGrad;
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder(name));
    const vbs::TensorMap exact = vbs::visualBertOutputTensors(run(name, model));
    model.network->packForInference(at::kBFloat16);
    const vbs::TensorMap rounded = vbs::visualBertOutputTensors(run(name, model));
    QCOMPARE(rounded.size(), exact.size());
    bool anyDiffers = false;
    for (const auto& [key, tensor] : exact) {
        const at::Tensor seen = tensor.gt(vbs::test::kMaskedScore), values = tensor.masked_select(seen);
        const at::Tensor error = rounded.at(key).masked_select(seen) - values;
        QCOMPARE(rounded.at(key).scalar_type(), at::kFloat);
        // Eight bits of mantissa through a few layers: some per cent of the usual size of a number.
        const double allowed = 0.05 * values.abs().mean().item<double>() + 1e-4;
        QVERIFY2(error.abs().mean().item<double>() <= allowed, key.c_str());
        anyDiffers = anyDiffers || error.abs().max().item<double>() > 1e-5;
    }
    // A head mask leaves the packed weights aside.
    QVERIFY(anyDiffers || name.startsWith("base-head-mask"));
}

void VisualBertParityTest::gradientsIgnorePackedWeights()
{
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder("visual-reasoning"));
    model.network->packForInference(at::kBFloat16);
    run("visual-reasoning", model).loss.backward();
    const auto expected = vbs::readSafetensors(caseFolder("visual-reasoning") / "grads.safetensors");
    const auto found = vbs::test::differences(vbs::gradientTensors(*model.network), expected.tensors,
                                              kGradientTolerance, kGradientTolerance);
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
}

void VisualBertParityTest::gradients()
{
    QFETCH(QString, name);
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder(name));
    run(name, model).loss.backward();
    const auto expected = vbs::readSafetensors(caseFolder(name) / "grads.safetensors");
    const auto found = vbs::test::differences(vbs::gradientTensors(*model.network), expected.tensors,
                                              kGradientTolerance, kGradientTolerance);
    QVERIFY2(found.isEmpty(), qPrintable(found.join("; ")));
}

void VisualBertParityTest::outputsDoNotDependOnWhatElseIsAskedFor()
{
    QFETCH(QString, name);
    torch::NoGradGuard noGrad;
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder(name));
    const auto inputFile = vbs::readSafetensors(caseFolder(name) / "inputs.safetensors");
    vbs::VisualBertInputs inputs = vbs::visualBertInputsFrom(inputFile.tensors, *model.network);
    const vbs::TensorMap plain = vbs::visualBertOutputTensors(model.network->forward(inputs));
    inputs.output_attentions = inputs.output_hidden_states = true;
    const vbs::TensorMap all = vbs::visualBertOutputTensors(model.network->forward(inputs));
    QVERIFY(!plain.count("hidden_states.0"));
    QVERIFY(!plain.count("attentions.0"));
    QVERIFY(all.count("hidden_states.0"));
    QVERIFY(all.count("attentions.0"));
    for (const auto& [key, tensor] : plain)
        QVERIFY2(tensor.equal(all.at(key)), key.c_str());
}

void VisualBertParityTest::integerMasksAndIds()
{
    torch::NoGradGuard noGrad;
    const vbs::LoadedVisualBert model = vbs::loadVisualBert(caseFolder("qa-no-labels"));
    auto file = vbs::readSafetensors(caseFolder("qa-no-labels") / "inputs.safetensors");
    for (auto& [name, tensor] : file.tensors)
        if (name != "visual_embeds")
            tensor = tensor.to(at::kInt);
    const auto outputs = model.network->forward(vbs::visualBertInputsFrom(file.tensors, *model.network));
    const auto expected = vbs::readSafetensors(caseFolder("qa-no-labels") / "outputs.safetensors");
    const QString text =
        vbs::test::difference("logits", outputs.logits, expected.tensors.at("logits"), kOutputTolerance, 0);
    QVERIFY2(text.isEmpty(), qPrintable(text));
}

VBS_TEST_MAIN(VisualBertParityTest)
#include "visual_bert_parity_test.moc"
