#include "core/checkpoint/foreign_tensor.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/module_loader.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <torch/nn/modules/linear.h>
#include <torch/types.h>

using namespace vbs;
using vbs::test::messageOf;

namespace {

/// A safetensors file: the header as given, then zeros.
std::string safetensorsOf(const std::string& header, std::size_t dataBytes)
{
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), 8) + header + std::string(dataBytes, '\0');
}

} // namespace

/// Types that PyTorch has and that nothing here computes with: they are listed, and do no harm to what stands beside.
class ForeignTensorTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void listsTypesOfSafetensors_data();
    void listsTypesOfSafetensors();
    void refusesPartsOfBytes();
    void listsTypesOfTorchSave_data();
    void listsTypesOfTorchSave();
    void namesTheWeightThatIsWanted();
};

void ForeignTensorTest::listsTypesOfSafetensors_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bytes"); // of four elements
    QTest::newRow("uint64") << "U64" << 32;
    QTest::newRow("uint32") << "U32" << 16;
    QTest::newRow("uint16") << "U16" << 8;
    QTest::newRow("complex64") << "C64" << 32;
    QTest::newRow("float8_e4m3fn") << "F8_E4M3" << 4;
    QTest::newRow("float8_e5m2") << "F8_E5M2" << 4;
    QTest::newRow("float8_e8m0fnu") << "F8_E8M0" << 4;
    QTest::newRow("float6_e2m3") << "F6_E2M3" << 3;
    QTest::newRow("float4_e2m1") << "F4" << 2;
}

void ForeignTensorTest::listsTypesOfSafetensors()
{
    QFETCH(QString, type);
    QFETCH(int, bytes);
    const QString header = QString(R"({"a":{"dtype":"%1","shape":[2,2],"data_offsets":[0,%2]},)"
                                   R"("b":{"dtype":"F32","shape":[1],"data_offsets":[%2,%3]}})")
                               .arg(type)
                               .arg(bytes)
                               .arg(bytes + 4);
    const Checkpoint read =
        readCheckpoint(write("a.safetensors", safetensorsOf(header.toStdString(), std::size_t(bytes) + 4)));
    QCOMPARE(read.foreign.size(), std::size_t(1));
    QCOMPARE(read.foreign[0].name, std::string("a"));
    QCOMPARE(read.foreign[0].type, std::string(QTest::currentDataTag()));
    QCOMPARE(read.foreign[0].shape, (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(read.foreign[0].bytes, std::uint64_t(bytes));
    QCOMPARE(read.tensors.size(), std::size_t(1));
    QVERIFY(read.tensors.at("b").equal(torch::zeros({1})));
}

void ForeignTensorTest::refusesPartsOfBytes()
{
    const auto file =
        write("odd.safetensors", safetensorsOf(R"({"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}})", 1));
    QVERIFY(messageOf([&] { readCheckpoint(file); }).contains("ends within a byte"));
}

/// Written by torch 2.13: tests/data/checkpoints/foreign/write.py.
void ForeignTensorTest::listsTypesOfTorchSave_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("zip") << "foreign/zip.bin";
    QTest::newRow("legacy") << "foreign/legacy.bin";
}

void ForeignTensorTest::listsTypesOfTorchSave()
{
    QFETCH(QString, file);
    const Checkpoint read = readCheckpoint(vbs::test::dataFile(("checkpoints/" + file).toStdString()));
    QStringList found;
    for (const ForeignTensor& tensor : read.foreign) {
        QCOMPARE(tensor.shape, (std::vector<std::int64_t>{2, 2}));
        found << QString::fromStdString(tensor.name + " " + tensor.type + " " + std::to_string(tensor.bytes));
    }
    found.sort();
    QCOMPARE(found,
             (QStringList{"complex complex64 32", "e4m3 float8_e4m3fn 4", "e5m2 float8_e5m2 4", "q8 qint8 4",
                          "qchannel qint8 4", "qu8 quint8 4", "u16 uint16 8", "u32 uint32 16", "u64 uint64 32"}));
    QCOMPARE(read.tensors.size(), std::size_t(1));
    QVERIFY(read.tensors.at("plain").equal(torch::ones({2, 2})));
}

void ForeignTensorTest::namesTheWeightThatIsWanted()
{
    const auto file =
        write("linear.safetensors", safetensorsOf(R"({"weight":{"dtype":"F8_E4M3","shape":[1,4],"data_offsets":[4,8]},)"
                                                  R"("bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                                                  8));
    torch::nn::Linear linear(4, 1);
    const QString said = messageOf([&] { loadModule(file, *linear); });
    QVERIFY2(said.contains("\"weight\" is of the type float8_e4m3fn"), qPrintable(said));
}

VBS_TEST_MAIN(ForeignTensorTest)
#include "foreign_tensor_test.moc"
