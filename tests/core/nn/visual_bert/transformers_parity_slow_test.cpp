#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "tests/support/tensor_differences.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <algorithm>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int kCases = 500;
constexpr double kTolerance = 1e-5; // absolute and relative
constexpr int kPatienceMs = 20 * 60 * 1000;

} // namespace

/// Random networks of all six classes, written by the current transformers, load and give its numbers.
/// VBS_TRANSFORMERS_PYTHON names a Python that has it (pip install transformers torch safetensors);
/// VBS_TRANSFORMERS_SEED another set of cases.
class TransformersParitySlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_folder;
};

void TransformersParitySlowTest::initTestCase()
{
    torch::set_num_threads(1);
    const QString python = qEnvironmentVariable("VBS_TRANSFORMERS_PYTHON");
    if (python.isEmpty())
        QSKIP("VBS_TRANSFORMERS_PYTHON names no Python with transformers 5 and torch.");
    const QString script =
        QString(vbs::test::sourceFolder()) + "/tests/core/nn/visual_bert/write_transformers_cases.py";
    QProcess process;
    process.start(
        python, {script, m_folder.path(), QString::number(kCases), qEnvironmentVariable("VBS_TRANSFORMERS_SEED", "1")});
    QVERIFY2(process.waitForFinished(kPatienceMs) && process.exitCode() == 0,
             process.readAllStandardError().right(2000));
    qInfo().noquote() << QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void TransformersParitySlowTest::agrees_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(m_folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(names.size(), kCases);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TransformersParitySlowTest::agrees()
{
    QFETCH(QString, name);
    const std::filesystem::path folder = m_folder.filePath(name).toStdString();
    const torch::NoGradGuard noGrad;
    vbs::TensorMap expected = vbs::readSafetensors(folder / "outputs.safetensors").tensors;
    // Some random networks magnify rounding so much that the reference's float32 leaves its own float64 by more than
    // the tolerance. Two programs that round differently may differ by both their errors.
    const auto rounding = expected.at("own_rounding").item<double>();
    expected.erase("own_rounding");
    const double tolerance = std::max(kTolerance, 2 * rounding);
    for (const bool packed : {false, true}) {
        vbs::TensorMap actual;
        try {
            const vbs::LoadedVisualBert model = vbs::loadVisualBert(folder);
            QVERIFY2(model.unexpected.empty(), model.unexpected.empty() ? "" : model.unexpected.front().c_str());
            if (packed)
                model.network->packForInference();
            vbs::VisualBertInputs inputs =
                vbs::visualBertInputsFrom(vbs::readSafetensors(folder / "inputs.safetensors").tensors, *model.network);
            inputs.output_attentions = expected.contains("attentions.0");
            inputs.output_hidden_states = expected.contains("hidden_states.0");
            actual = vbs::visualBertOutputTensors(model.network->forward(inputs));
        } catch (const std::exception& e) {
            QFAIL(qPrintable(QString("%1: %2").arg(packed ? "packed" : "modules", e.what())));
        }
        const QStringList found = vbs::test::differences(actual, expected, tolerance, kTolerance);
        QVERIFY2(found.isEmpty(), qPrintable((packed ? "packed: " : "modules: ") + found.join("; ")));
    }
}

VBS_TEST_MAIN(TransformersParitySlowTest)
#include "transformers_parity_slow_test.moc"
