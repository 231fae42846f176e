#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/key_map.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/checkpoint_files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>

using namespace vbs;
using namespace vbs::test;

namespace {

/// A tensor of the manifest's "values".
at::Tensor tensorOf(const Json& value, at::ScalarType type)
{
    std::vector<std::int64_t> sizes;
    std::vector<double> numbers;
    std::vector<std::int64_t> integers;
    const std::function<void(const Json&, std::size_t)> walk = [&](const Json& part, std::size_t depth) {
        if (!part.is_array()) {
            numbers.push_back(part.is_boolean() ? part.get<bool>() : part.get<double>());
            integers.push_back(part.is_number_integer() ? part.get<std::int64_t>() : std::int64_t(numbers.back()));
            return;
        }
        if (sizes.size() <= depth)
            sizes.push_back(std::int64_t(part.size()));
        for (const Json& item : part)
            walk(item, depth + 1);
    };
    walk(value, 0);
    const at::Tensor flat =
        type == at::kLong ? torch::tensor(integers, at::kLong) : torch::tensor(numbers, at::kDouble).to(type);
    return flat.reshape(sizes);
}

/// What of the message stays the same wherever the file lies.
QString messageOf(const std::filesystem::path& path)
{
    try {
        readCheckpoint(path);
    } catch (const Error& e) {
        return QString::fromUtf8(e.what());
    }
    return {};
}

} // namespace

class CheckpointReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void doesWhatTheManifestSays_data();
    void doesWhatTheManifestSays();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsMixedTypes();
    void readsPyTorch2_data();
    void readsPyTorch2();
    void picksTheWeightsOfATrainingRun_data();
    void picksTheWeightsOfATrainingRun();
    void contentsDecideNotNames();
    void namesTheFormat_data();
    void namesTheFormat();
    void findsTheWeightsOfAFolder();
    void shardsMayHoldMore();
    void sharedStoragesStayShared();

private:
    std::filesystem::path temporary(const std::string& name)
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void CheckpointReaderTest::doesWhatTheManifestSays_data()
{
    QTest::addColumn<QString>("row");
    for (const Json& row : checkpointManifest())
        QTest::newRow(row.at("file").get<std::string>().c_str()) << QString::fromStdString(row.dump());
    QVERIFY(checkpointManifest().size() > 130);
}

void CheckpointReaderTest::doesWhatTheManifestSays()
{
    QFETCH(QString, row);
    const Json entry = Json::parse(row.toStdString());
    const std::string must = entry.at("reader_must");
    const std::filesystem::path marker(entry.value("must_not_exist_afterwards", ""));
    const bool wasThere = !marker.empty() && std::filesystem::exists(marker);
    TensorMap tensors;
    try {
        RenameReport report;
        tensors = renameToCurrent(readCheckpoint(checkpointPath(entry.at("file"))).tensors, report);
    } catch (const Error& e) {
        QVERIFY2(must == "refuse" || must == "load or refuse", e.what());
        QVERIFY2(!QString(e.what()).contains('\n'), e.what());
        QVERIFY2(QString(e.what()).contains(QString::fromStdString(entry.at("file"))), e.what());
        QVERIFY(wasThere || !std::filesystem::exists(marker));
        return;
    }
    QVERIFY(must != "refuse");
    QVERIFY(wasThere || marker.empty() || !std::filesystem::exists(marker));
    if (entry.contains("equal_to")) {
        const TensorMap expected = readSafetensors(checkpointPath(entry.at("equal_to"))).tensors;
        QVERIFY(sameTensors(asFloat32(tensors), asFloat32(expected)));
    }
    if (entry.contains("values")) {
        QCOMPARE(tensors.size(), entry.at("values").size());
        for (const auto& [name, value] : entry.at("values").items()) {
            const at::Tensor& tensor = tensors.at(name);
            const at::Tensor wanted =
                tensorOf(value, tensor.scalar_type()).reshape(tensor.sizes()); // "[]" has no width
            QVERIFY2(tensor.equal(wanted), name.c_str());
        }
    }
}

void CheckpointReaderTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("pointer") << "lfs-pointer.bin"
                             << "git-lfs pointer";
    QTest::newRow("pointer 2") << "is-an-lfs-pointer.safetensors"
                               << "git-lfs pointer";
    QTest::newRow("web page") << "is-html.safetensors"
                              << "web page";
    QTest::newRow("text") << "text.bin"
                          << "neither a safetensors file, nor one of torch.save";
    QTest::newRow("TorchScript") << "zip-torchscript.bin"
                                 << "TorchScript";
    QTest::newRow("call") << "reduce-os-system.bin"
                          << "\"posix.system\"";
    QTest::newRow("lookalike") << "torch-lookalike-global.bin"
                               << "\"torch._utils.os.system\"";
    QTest::newRow("checksum") << "zip-crc-wrong.bin"
                              << "checksum of the zip record \"archive/data/0\"";
    QTest::newRow("record twice") << "zip-duplicate-record.bin"
                                  << "occurs twice";
    QTest::newRow("bomb") << "zip-bomb.bin"
                          << "compressed";
    QTest::newRow("encrypted") << "zip-encrypted-flag.bin"
                               << "encrypted";
    QTest::newRow("cut archive") << "zip-truncated.bin"
                                 << "may be truncated";
    QTest::newRow("no pickle") << "zip-no-pickle.bin"
                               << "without data.pkl";
    QTest::newRow("beyond the storage") << "view-past-storage.bin"
                                        << "\"a\" extends beyond its storage";
    QTest::newRow("negative stride") << "stride-negative.bin"
                                     << "\"a\" has a stride that is negative";
    QTest::newRow("4 TiB") << "size-huge-stride-zero.bin"
                           << "far larger than the file";
    QTest::newRow("short storage") << "storage-too-short.bin"
                                   << "should have 32 bytes; its record has 16";
    QTest::newRow("list") << "top-level-list.bin"
                          << "holds no state dict";
    QTest::newRow("no tensor") << "value-not-a-tensor.bin"
                               << "holds no dict of tensors";
    QTest::newRow("wrong magic") << "legacy-wrong-magic.bin"
                                 << "magic number";
    QTest::newRow("cut storage") << "legacy-truncated-storage.bin"
                                 << "may be truncated";
    QTest::newRow("missing shard") << "shard-missing"
                                   << "model-00002-of-00002.safetensors does not exist";
    QTest::newRow("missing key") << "shard-lacks-key"
                                 << "\"model-00001-of-00001.safetensors\" lacks the tensor \"b\"";
    QTest::newRow("outside") << "shard-outside-folder"
                             << "must lie in the folder";
    QTest::newRow("absolute") << "shard-absolute"
                              << "\"/etc/hostname\"";
    QTest::newRow("no JSON") << "index-not-json"
                             << "not valid JSON";
    QTest::newRow("empty folder") << "../original"
                                  << "put model.safetensors, model.safetensors.index.json, "
                                     "pytorch_model.bin or pytorch_model.bin.index.json there";
    QTest::newRow("nothing") << "absent.bin"
                             << "does not exist";
}

void CheckpointReaderTest::saysWhatIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    const QString message = messageOf(checkpointPath("hostile/" + file.toStdString()));
    QVERIFY2(message.contains(says), qPrintable(message));
}

void CheckpointReaderTest::readsMixedTypes()
{
    const Checkpoint checkpoint = readCheckpoint(checkpointPath("torch/mixed-dtypes.bin"));
    std::map<at::ScalarType, at::Tensor> byType;
    std::vector<at::Tensor> floats;
    for (const auto& [name, tensor] : checkpoint.tensors) {
        if (tensor.scalar_type() == at::kFloat)
            floats.push_back(tensor);
        else
            byType.emplace(tensor.scalar_type(), tensor);
    }
    QVERIFY(byType.at(at::kLong).equal(torch::tensor({std::int64_t(-4611686018427387904), std::int64_t(5)})));
    QVERIFY(byType.at(at::kInt).equal(torch::tensor({3}, at::kInt)));
    QVERIFY(byType.at(at::kByte).equal(torch::tensor({255}, at::kByte)));
    QVERIFY(byType.at(at::kChar).equal(torch::tensor({-128}, at::kChar)));
    QVERIFY(byType.at(at::kShort).equal(torch::tensor({-300}, at::kShort)));
    QVERIFY(byType.at(at::kBool).equal(torch::tensor({1, 0}, at::kBool)));
    QVERIFY(byType.at(at::kDouble).equal(torch::tensor({0.1}, at::kDouble)));
    const auto has = [&](const at::Tensor& wanted) {
        return std::any_of(floats.begin(), floats.end(), [&](const at::Tensor& t) { return t.equal(wanted); });
    };
    QCOMPARE(floats.size(), std::size_t(3));
    QVERIFY(has(torch::full({4, 3}, 2.5f)));
    QVERIFY(has(torch::tensor(1.25f)));
    QVERIFY(has(torch::empty({0, 3})));
}

void CheckpointReaderTest::readsPyTorch2_data()
{
    QTest::addColumn<QString>("file");
    for (const char* kind : {"zip", "legacy"})
        for (int protocol = 2; protocol <= 5; ++protocol)
            QTest::addRow("%s protocol %d", kind, protocol) << QString("%1-protocol%2.bin").arg(kind).arg(protocol);
}

void CheckpointReaderTest::readsPyTorch2()
{
    QFETCH(QString, file);
    const at::Tensor weight = torch::arange(8, at::kFloat).view({2, 4});
    const TensorMap expected{
        {"weight", weight},
        {"transposed", weight.t()},
        {"row", weight.select(0, 1)},
        {"expanded", torch::full({3, 2}, 1.5f)},
        {"double", torch::tensor({0.1}, at::kDouble)},
        {"half", torch::tensor({0.5, 65504.0}).to(at::kHalf)},
        {"bfloat16", torch::tensor({3.140625}).to(at::kBFloat16)},
        {"int64", torch::tensor({std::int64_t(-4611686018427387904), std::int64_t(5)})},
        {"int32", torch::tensor({-5}, at::kInt)},
        {"int16", torch::tensor({-300}, at::kShort)},
        {"int8", torch::tensor({-128}, at::kChar)},
        {"uint8", torch::tensor({255}, at::kByte)},
        {"bool", torch::tensor({1, 0}, at::kBool)},
        {"scalar", torch::tensor(2.5f)},
        {"empty", torch::empty({0, 3})},
    };
    QVERIFY(sameTensors(readCheckpoint(checkpointPath("torch-2/" + file.toStdString())).tensors, expected));
}

void CheckpointReaderTest::picksTheWeightsOfATrainingRun_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("protocol 2") << "training-protocol2.bin";
    QTest::newRow("protocol 5") << "training-protocol5.bin";
}

void CheckpointReaderTest::picksTheWeightsOfATrainingRun()
{
    QFETCH(QString, file);
    const Checkpoint checkpoint = readCheckpoint(checkpointPath("torch-2/" + file.toStdString()));
    QVERIFY(sameTensors(checkpoint.tensors, {{"weight", torch::arange(8, at::kFloat).view({2, 4})}}));
    const std::vector<std::string>& others = checkpoint.otherEntries;
    QCOMPARE(others.size(), std::size_t(14));
    QVERIFY(std::count(others.begin(), others.end(), "optimizer") == 1);
    QVERIFY(std::count(others.begin(), others.end(), "model_state_dict") == 0);
}

void CheckpointReaderTest::contentsDecideNotNames()
{
    std::filesystem::copy_file(checkpointPath("torch/legacy.bin"), temporary("a.safetensors"));
    std::filesystem::copy_file(checkpointPath("safetensors/model.safetensors"), temporary("b.th"));
    QCOMPARE(readCheckpoint(temporary("a.safetensors")).format, std::string("torch legacy"));
    QCOMPARE(readCheckpoint(temporary("b.th")).format, std::string("safetensors"));
}

void CheckpointReaderTest::namesTheFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("files");
    QTest::newRow("safetensors") << "safetensors/bf16.safetensors"
                                 << "safetensors" << 1;
    QTest::newRow("folder") << "safetensors"
                            << "safetensors" << 1;
    QTest::newRow("zip") << "torch/protocol4.bin"
                         << "torch zip" << 1;
    QTest::newRow("legacy") << "torch/legacy-fp16.bin"
                            << "torch legacy" << 1;
    QTest::newRow("shards") << "sharded-bin/pytorch_model.bin.index.json"
                            << "torch zip, 3 shards" << 4;
    QTest::newRow("folder of shards") << "sharded-safetensors"
                                      << "safetensors, 3 shards" << 4;
}

void CheckpointReaderTest::namesTheFormat()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(int, files);
    const Checkpoint checkpoint = readCheckpoint(checkpointPath(file.toStdString()));
    QCOMPARE(QString::fromStdString(checkpoint.format), format);
    QCOMPARE(int(checkpoint.files.size()), files);
    for (const auto& path : checkpoint.files)
        QVERIFY(std::filesystem::is_regular_file(path));
}

void CheckpointReaderTest::findsTheWeightsOfAFolder()
{
    const auto folder = temporary("folder");
    std::filesystem::create_directory(folder);
    const auto format = [&] { return readCheckpoint(folder).format; };
    for (const auto& item : std::filesystem::directory_iterator(checkpointPath("sharded-bin")))
        std::filesystem::copy_file(item.path(), folder / item.path().filename());
    QCOMPARE(format(), std::string("torch zip, 3 shards"));
    std::filesystem::copy_file(checkpointPath("torch/legacy.bin"), folder / "pytorch_model.bin");
    QCOMPARE(format(), std::string("torch legacy"));
    for (const auto& item : std::filesystem::directory_iterator(checkpointPath("sharded-safetensors")))
        std::filesystem::copy_file(item.path(), folder / item.path().filename());
    QCOMPARE(format(), std::string("safetensors, 3 shards"));
    std::filesystem::copy_file(checkpointPath("safetensors/fp16.safetensors"), folder / "model.safetensors");
    QCOMPARE(format(), std::string("safetensors"));
}

/// Shards may hold what the index does not name, as transformers allows, but no name twice; and no index.
void CheckpointReaderTest::shardsMayHoldMore()
{
    const auto folder = temporary("shards");
    std::filesystem::create_directory(folder);
    const at::Tensor one = torch::ones({2});
    writeSafetensors(folder / "1.safetensors", {{"a", one}, {"more", one}, {"b", one}});
    writeSafetensors(folder / "2.safetensors", {{"b", one * 2}});
    const std::string index =
        R"({"metadata":{"total_size":16},"weight_map":{"a":"1.safetensors","b":"2.safetensors"}})";
    const Checkpoint read = readBytes(index, folder / "index.json");
    QVERIFY(sameTensors(read.tensors, {{"a", one}, {"b", one * 2}, {"more", one}}));
    QCOMPARE(read.metadata.at("total_size"), std::string("16"));

    writeSafetensors(folder / "2.safetensors", {{"b", one}, {"more", one}});
    QVERIFY_THROWS_EXCEPTION(Error, readBytes(index, folder / "index.json"));
    for (const char* shard :
         {"", ".", "..", "../1.safetensors", "x/1.safetensors", "1.safetensors\\u0000", "index.json"}) {
        const std::string hostile = R"({"weight_map":{"a":")" + std::string(shard) + R"("}})";
        std::ofstream(folder / "index.json") << hostile;
        QVERIFY_THROWS_EXCEPTION(Error, readBytes(hostile, folder / "index.json"));
    }
    for (const char* json : {"{}", R"({"weight_map":[]})", R"({"weight_map":{}})", R"({"weight_map":{"a":1}})",
                             R"({"weight_map":1e999})", R"({"a":[[[[[[[[[[1]]]]]]]]]]})"})
        QVERIFY_THROWS_EXCEPTION(Error, readBytes(json, folder / "index.json"));
}

void CheckpointReaderTest::sharedStoragesStayShared()
{
    for (const char* file : {"torch-2/zip-protocol2.bin", "torch-2/legacy-protocol2.bin"}) {
        const TensorMap tensors = readCheckpoint(checkpointPath(file)).tensors;
        tensors.at("weight").fill_(7);
        QVERIFY(tensors.at("row").equal(torch::full({4}, 7.f)));
        QVERIFY(tensors.at("transposed").equal(torch::full({4, 2}, 7.f)));
    }
}

VBS_TEST_MAIN(CheckpointReaderTest)
#include "checkpoint_reader_test.moc"
