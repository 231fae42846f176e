#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>
#include <map>

namespace {

struct FloatTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;

    bool operator==(const FloatTensor&) const = default;
};

/// A reader of its own, so that the program's is not asked about itself. Whole numbers are left out.
std::map<std::string, FloatTensor> readFloats(const std::string& path)
{
    const std::string file = vbs::readTextFile(path);
    std::uint64_t length = 0;
    std::memcpy(&length, file.data(), 8);
    std::map<std::string, FloatTensor> tensors;
    const vbs::Json header = vbs::Json::parse(file.substr(8, length));
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__" || entry["dtype"] != "F32")
            continue;
        FloatTensor tensor;
        tensor.shape = entry["shape"].get<std::vector<std::int64_t>>();
        const std::size_t begin = entry["data_offsets"][0], end = entry["data_offsets"][1];
        tensor.values.resize((end - begin) / sizeof(float));
        std::memcpy(tensor.values.data(), file.data() + 8 + length + begin, end - begin);
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

/// Empty, or the first tensor that differs by more than 1e-5 + relative * |value|.
QString difference(const std::map<std::string, FloatTensor>& actual, const std::map<std::string, FloatTensor>& expected,
                   double relative)
{
    for (const auto& [name, tensor] : expected) {
        const auto it = actual.find(name);
        if (it == actual.end() || it->second.shape != tensor.shape)
            return QString("%1 is absent or of another shape").arg(name.c_str());
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            const double e = tensor.values[i], a = it->second.values[i];
            if (!(std::abs(a - e) <= 1e-5 + relative * std::abs(e)) && !(e < -1e30 && a < -1e30))
                return QString("%1[%2] is %3, not %4").arg(name.c_str()).arg(i).arg(a).arg(e);
        }
    }
    return actual.size() == expected.size() ? QString() : QString("there are other tensors");
}

} // namespace

class ForwardCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void givesTheReferencesOutputs_data();
    void givesTheReferencesOutputs();
    void givesTheReferencesGradients_data();
    void givesTheReferencesGradients();
    void printsJson();
    void printsShapes();
    void refusals_data();
    void refusals();
    void wrongUsage();

private:
    struct Result {
        int code = -1;
        QString out, err;
    };

    Result run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QString(vbs::test::programFolder()) + "/visualbert", QStringList{"forward"} + arguments);
        if (!process.waitForFinished(300000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QString reference(const QString& name) { return QString(vbs::test::dataFolder()) + "/visualbert/" + name; }
    QString temporary(const QString& name) const { return m_folder.filePath(name); }

    /// --model, --inputs and --output for a reference case.
    QStringList options(const QString& name) const
    {
        return {"--model",   reference(name),
                "--inputs",  reference(name) + "/inputs.safetensors",
                "--output",  temporary("out.safetensors"),
                "--threads", "1",
                "--device",  "cpu"};
    }

    QTemporaryDir m_folder;
};

void ForwardCommandTest::givesTheReferencesOutputs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("more");
    const QStringList all{"--output-attentions", "--output-hidden-states"};
    QTest::newRow("trunk") << "base-visual" << all;
    QTest::newRow("mask 3-D") << "base-mask-3d" << all;
    QTest::newRow("questions") << "qa-soft-labels" << QStringList();
    QTest::newRow("hidden states only") << "qa-no-labels" << QStringList{"--output-hidden-states"};
    QTest::newRow("pretraining") << "pretraining-mlm-only" << QStringList();
    QTest::newRow("choices") << "multiple-choice-alignment" << QStringList();
    QTest::newRow("reasoning") << "visual-reasoning" << QStringList();
    QTest::newRow("phrases") << "region-to-phrase" << QStringList();
}

void ForwardCommandTest::givesTheReferencesOutputs()
{
    QFETCH(QString, name);
    QFETCH(QStringList, more);
    const Result result = run(options(name) + more);
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(result.err, QString());
    const QString text = difference(readFloats(temporary("out.safetensors").toStdString()),
                                    readFloats((reference(name) + "/outputs.safetensors").toStdString()), 0);
    QVERIFY2(text.isEmpty(), qPrintable(text));
}

void ForwardCommandTest::givesTheReferencesGradients_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("tied") << "pretraining-mlm-and-image";
    QTest::newRow("phrases") << "region-to-phrase";
}

void ForwardCommandTest::givesTheReferencesGradients()
{
    QFETCH(QString, name);
    const Result result = run(options(name) + QStringList{"--gradients", temporary("grads.safetensors")});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    const QString text = difference(readFloats(temporary("grads.safetensors").toStdString()),
                                    readFloats((reference(name) + "/grads.safetensors").toStdString()), 1e-5);
    QVERIFY2(text.isEmpty(), qPrintable(text));
}

void ForwardCommandTest::printsJson()
{
    const Result result = run(options("qa-soft-labels") + QStringList{"--json"});
    QCOMPARE(result.code, 0);
    const vbs::Json json = vbs::Json::parse(result.out.toStdString());
    QCOMPARE(json["architecture"].get<std::string>(), std::string("VisualBertForQuestionAnswering"));
    QCOMPARE(json["outputs"]["logits"]["shape"].dump(), std::string("[3,17]"));
    QCOMPARE(json["outputs"]["logits"]["dtype"].get<std::string>(), std::string("float32"));
    QVERIFY(json["unexpected_keys"].empty());
    const auto expected = readFloats((reference("qa-soft-labels") + "/outputs.safetensors").toStdString());
    QVERIFY(std::abs(json["loss"].get<double>() - expected.at("loss").values[0]) < 1e-5);
}

void ForwardCommandTest::printsShapes()
{
    const Result result = run(options("qa-no-labels"));
    QCOMPARE(result.out, QString("logits [3, 17]\n"));
}

void ForwardCommandTest::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QString data(vbs::test::dataFolder());
    const QString inputs = reference("qa-no-labels") + "/inputs.safetensors";
    const auto arguments = [&](const QString& model, const QString& in) {
        return QStringList{"--model", model, "--inputs", in, "--output", temporary("refused.safetensors")};
    };
    QTest::newRow("no model") << arguments(temporary("nowhere"), inputs) << "nowhere/config.json does not exist";
    QTest::newRow("no weights") << arguments(data + "/checkpoints", inputs)
                                << "holds no weights: put model.safetensors";
    QTest::newRow("no inputs") << arguments(reference("qa-no-labels"), temporary("none")) << "none does not exist";
    QTest::newRow("hostile inputs") << arguments(reference("qa-no-labels"),
                                                 data + "/checkpoints/hostile/hole.safetensors")
                                    << "hole.safetensors is not a valid safetensors file";
    QTest::newRow("unknown inputs") << arguments(reference("qa-no-labels"),
                                                 reference("region-to-phrase") + "/inputs.safetensors")
                                    << "Unknown inputs: region_to_phrase_position";
    QTest::newRow("missing inputs") << arguments(reference("region-to-phrase"), inputs)
                                    << "Missing inputs: region_to_phrase_position";
    QTest::newRow("ids beyond the vocabulary")
        << arguments(reference("qa-no-labels"), temporary("ids.safetensors")) << "input_ids holds 120";
    QTest::newRow("no loss") << arguments(reference("qa-no-labels"), inputs) +
                                    QStringList{"--gradients", temporary("no-grads.safetensors")}
                             << "add the input labels";
    QTest::newRow("no such device") << arguments(reference("qa-no-labels"), inputs) + QStringList{"--device", "tpu"}
                                    << "\"tpu\"";
}

void ForwardCommandTest::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    std::string file = vbs::readTextFile((reference("qa-no-labels") + "/inputs.safetensors").toStdString());
    std::uint64_t length = 0;
    std::memcpy(&length, file.data(), 8);
    const auto offsets = vbs::Json::parse(file.substr(8, length))["input_ids"]["data_offsets"];
    file[8 + length + offsets[0].get<std::size_t>()] = 120; // the vocabulary ends at 119
    vbs::writeFileAtomically(temporary("ids.safetensors").toStdString(), file);

    const Result result = run(arguments);
    QCOMPARE(result.code, 1);
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.startsWith("visualbert: error: ") && result.err.contains(says), qPrintable(result.err));
    QCOMPARE(result.err.count('\n'), 1);
    QVERIFY(!QFile::exists(temporary("refused.safetensors")));
}

void ForwardCommandTest::wrongUsage()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run(options("qa-no-labels") + QStringList{"--no-such-option"}).code, 2);
    QCOMPARE(run({"--help"}).code, 0);
}

VBS_TEST_MAIN(ForwardCommandTest)
#include "forward_command_test.moc"
