#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/random.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>

namespace {

std::filesystem::path data(const std::string& name)
{
    return std::filesystem::path(vbs::test::dataFolder()) / "checkpoints" / name;
}

/// A file of the given header and that many zero bytes of data.
std::string fileOf(const std::string& header, std::size_t dataBytes)
{
    const std::uint64_t length = header.size();
    std::string file(8, '\0');
    std::memcpy(file.data(), &length, 8);
    return file + header + std::string(dataBytes, '\0');
}

/// Without the safe writer's wait for the disk.
void writeQuickly(const std::filesystem::path& path, const std::string& contents)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << contents;
}

bool sameTensors(const vbs::TensorMap& a, const vbs::TensorMap& b)
{
    if (a.size() != b.size())
        return false;
    for (const auto& [name, tensor] : a) {
        const auto it = b.find(name);
        if (it == b.end() || it->second.scalar_type() != tensor.scalar_type() || !it->second.equal(tensor))
            return false;
    }
    return true;
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void readsEveryGoodFile_data();
    void readsEveryGoodFile();
    void readsEveryType();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void refusesMadeHeaders_data();
    void refusesMadeHeaders();
    void acceptsTheEmptyFile();
    void survivesDamage();
    void namesAFileThatIsNotThere();
    void tensorsOutliveTheFile();
    void changingATensorLeavesTheFile();
    void writesWhatItReads();
    void writesTheSameBytesAgain();
    void writesViewsAndTransposes();
    void refusesWhatTheFormatCannotHold();
    void convertsToFloat16();

private:
    std::filesystem::path temporary(const std::string& name)
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void SafetensorsTest::readsEveryGoodFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("metadata") << "safetensors/model.safetensors"
                              << "expected/base.safetensors";
    QTest::newRow("no metadata") << "safetensors/no-metadata.safetensors"
                                 << "expected/base.safetensors";
    QTest::newRow("float16") << "safetensors/fp16.safetensors"
                             << "expected/fp16_as_fp32.safetensors";
    QTest::newRow("bfloat16") << "safetensors/bf16.safetensors"
                              << "expected/bf16_as_fp32.safetensors";
    QTest::newRow("unaligned") << "safetensors/unaligned-header.safetensors"
                               << "expected/base.safetensors";
}

void SafetensorsTest::readsEveryGoodFile()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    vbs::TensorMap tensors = vbs::readSafetensors(data(file.toStdString())).tensors;
    for (auto& [name, tensor] : tensors)
        if (tensor.is_floating_point())
            tensor = tensor.to(at::kFloat);
    QVERIFY(sameTensors(tensors, vbs::readSafetensors(data(expected.toStdString())).tensors));
}

void SafetensorsTest::readsEveryType()
{
    const vbs::SafetensorsFile file = vbs::readSafetensors(data("safetensors/mixed-dtypes.safetensors"));
    const auto& t = file.tensors;
    QVERIFY(t.at("f64").equal(
        torch::tensor({-1.0, -0.6, -0.19999999999999996, 0.20000000000000018, 0.6000000000000001, 1.0}, at::kDouble)
            .view({2, 3})));
    QVERIFY(t.at("f32").equal(torch::tensor({1.5f, -0.0f, 3.0000000054977558e+38f})));
    QVERIFY(t.at("f16").equal(torch::tensor({0.0999755859375, 65504.0}).to(at::kHalf).view({1, 2})));
    QVERIFY(t.at("bf16").equal(torch::tensor({1.0, 3.140625}).to(at::kBFloat16)));
    QVERIFY(t.at("i64").equal(torch::tensor({std::int64_t(-4611686018427387904), std::int64_t(7)})));
    QVERIFY(t.at("i32").equal(torch::tensor({-5, 6}, at::kInt).view({2, 1})));
    QVERIFY(t.at("i16").equal(torch::tensor({-300}, at::kShort)));
    QVERIFY(t.at("i8").equal(torch::tensor({-128, 127}, at::kChar)));
    QVERIFY(t.at("u8").equal(torch::tensor({0, 255}, at::kByte)));
    QVERIFY(t.at("bool").equal(torch::tensor({1, 0}, at::kBool)));
    QVERIFY(t.at("scalar").equal(torch::tensor(2.5f)));
    QCOMPARE(t.at("scalar").dim(), 0);
    QCOMPARE(t.at("empty").numel(), 0);
    QVERIFY(t.count("name with \u00fcnicode.\u4e2d"));
    QCOMPARE(t.size(), std::size_t(13));
}

void SafetensorsTest::refusesHostileFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    const QMap<QString, QString> reasons{
        {"deeply-nested", "not an object"},
        {"duplicate-keys", "\"a\" is given twice"},
        {"empty", "shorter than the eight bytes"},
        {"header-length-2e63", "header's length"},
        {"header-length-all-ones", "header's length"},
        {"header-length-zero", "not a JSON object"},
        {"header-longer-than-file", "truncated"},
        {"hole", "hole"},
        {"is-an-lfs-pointer", "git-lfs pointer"},
        {"is-html", "web page"},
        {"json-array", "not a JSON object"},
        {"metadata-not-strings", "__metadata__"},
        {"missing-field", "data_offsets"},
        {"non-utf8-header", "UTF-8"},
        {"not-json", "JSON"},
        {"offsets-float", "not whole"},
        {"offsets-huge", "too large"},
        {"offsets-negative", "negative"},
        {"offsets-past-end", "beyond the file"},
        {"offsets-reversed", "reversed"},
        {"overlapping-offsets", "overlaps"},
        {"seven-bytes", "shorter than the eight bytes"},
        {"shape-does-not-fit", "needs 28 bytes"},
        {"shape-huge", "needs"},
        {"shape-negative", "negative"},
        {"shape-not-a-list", "wrong form"},
        {"shape-overflow", "overflows"},
        {"shape-two-negatives", "negative"},
        {"shape-wraps-to-fit", "overflows"},
        {"trailing-bytes", "after the last tensor"},
        {"truncated-data", "truncated"},
        {"truncated-header", "truncated"},
        {"unknown-dtype", "F33"},
    };
    const QStringList wellFormed{"model-integer-weights", "model-key-missing", "model-visual-dim", "model-wrong-shape",
                                 "nan-and-inf"};
    const QDir folder(QString::fromStdString(data("hostile").string()));
    for (const QString& file : folder.entryList({"*.safetensors"}, QDir::Files)) {
        const QString name = QFileInfo(file).completeBaseName();
        if (!wellFormed.contains(name))
            QTest::newRow(qPrintable(name)) << file << reasons.value(name, "(no reason is listed)");
    }
}

void SafetensorsTest::refusesHostileFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    const auto path = data("hostile") / file.toStdString();
    try {
        vbs::readSafetensors(path);
    } catch (const vbs::Error& e) {
        const QString message = e.what();
        QVERIFY2(message.contains(QString::fromStdString(path.string())), qPrintable(message));
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(message.size() < 600, "the message repeats the file");
        return;
    }
    QFAIL("The file was read.");
}

void SafetensorsTest::refusesMadeHeaders_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("boolean that is neither")
        << R"({"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}})" << 1 << "other than 0 and 1";
    QTest::newRow("unknown field") << R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1}})" << 1
                                   << "unknown field";
    QTest::newRow("field twice") << R"({"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}})" << 1
                                 << "twice";
    QTest::newRow("three offsets") << R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,1]}})" << 1
                                   << "two offsets";
    QTest::newRow("one offset") << R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}})" << 1 << "two offsets";
    QTest::newRow("text after the header") << R"({} x)" << 0 << "JSON";
    QTest::newRow("zero hides an overflow")
        << R"({"a":{"dtype":"U8","shape":[0,4611686018427387904,4],"data_offsets":[0,0]}})" << 0 << "overflows";
    QTest::newRow("too many dimensions") << R"({"a":{"dtype":"U8","shape":[)" + QString("1,").repeated(64) +
                                                R"(1],"data_offsets":[0,1]}})"
                                         << 1 << "dimensions";
    QTest::newRow("tensor is a number") << R"({"a":1})" << 0 << "not an object";
    QTest::newRow("metadata twice") << R"({"__metadata__":{"a":"1","a":"2"}})" << 0 << "given twice";
    QTest::newRow("lone surrogate") << R"({"\ud800":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})" << 0 << "JSON";
}

void SafetensorsTest::refusesMadeHeaders()
{
    QFETCH(QString, header);
    QFETCH(int, bytes);
    QFETCH(QString, says);
    std::string file = fileOf(header.toStdString(), bytes);
    if (bytes > 0)
        file.back() = 2;
    writeQuickly(temporary("made.safetensors"), file);
    try {
        vbs::readSafetensors(temporary("made.safetensors"));
    } catch (const vbs::Error& e) {
        QVERIFY2(QString(e.what()).contains(says), e.what());
        return;
    }
    QFAIL("The file was read.");
}

void SafetensorsTest::acceptsTheEmptyFile()
{
    writeQuickly(temporary("none.safetensors"), fileOf("{}", 0));
    QVERIFY(vbs::readSafetensors(temporary("none.safetensors")).tensors.empty());
}

/// Cut at any length and with any bit turned, a file is read or refused, and what is read can be used.
void SafetensorsTest::survivesDamage()
{
    const std::string good = vbs::readTextFile(data("safetensors/mixed-dtypes.safetensors"));
    const auto path = temporary("damaged.safetensors");
    int refused = 0;
    const auto attempt = [&](const std::string& contents) {
        writeQuickly(path, contents);
        try {
            for (const auto& [name, tensor] : vbs::readSafetensors(path).tensors)
                tensor.to(at::kDouble).sum();
        } catch (const vbs::Error&) {
            ++refused;
        }
    };
    int cuts = 0;
    for (std::size_t length = 0; length < good.size(); length += 5, ++cuts)
        attempt(good.substr(0, length));
    QCOMPARE(refused, cuts);
    vbs::Rng random(7);
    for (int i = 0; i < 400; ++i) {
        std::string damaged = good;
        damaged[random.below(damaged.size())] ^= char(1 << random.below(8));
        attempt(damaged);
    }
    QVERIFY(refused > cuts + 100);
}

void SafetensorsTest::namesAFileThatIsNotThere()
{
    for (const char* name : {"absent.safetensors", "."}) {
        try {
            vbs::readSafetensors(temporary(name));
            QFAIL("Nothing was thrown.");
        } catch (const vbs::Error& e) {
            QVERIFY(QString(e.what()).contains(m_folder.path()));
            QCOMPARE(int(e.code()),
                     int(name[0] == '.' ? vbs::ErrorCode::FileUnreadable : vbs::ErrorCode::FileNotFound));
        }
    }
}

void SafetensorsTest::tensorsOutliveTheFile()
{
    const auto path = temporary("gone.safetensors");
    vbs::writeSafetensors(path, {{"a", torch::arange(1000)}});
    at::Tensor kept;
    {
        const vbs::SafetensorsFile file = vbs::readSafetensors(path);
        kept = file.tensors.at("a");
    }
    std::filesystem::remove(path);
    QVERIFY(kept.equal(torch::arange(1000)));
}

void SafetensorsTest::changingATensorLeavesTheFile()
{
    const auto path = temporary("kept.safetensors");
    vbs::writeSafetensors(path, {{"a", torch::ones({10})}});
    vbs::readSafetensors(path).tensors.at("a").fill_(5);
    QVERIFY(vbs::readSafetensors(path).tensors.at("a").equal(torch::ones({10})));
}

void SafetensorsTest::writesWhatItReads()
{
    for (const char* name : {"safetensors/mixed-dtypes.safetensors", "safetensors/bf16.safetensors"}) {
        const vbs::SafetensorsFile file = vbs::readSafetensors(data(name));
        vbs::writeSafetensors(temporary("copy.safetensors"), file.tensors, {{"note", "\u00e4 \"quoted\""}});
        const vbs::SafetensorsFile copy = vbs::readSafetensors(temporary("copy.safetensors"));
        QVERIFY(sameTensors(copy.tensors, file.tensors));
        QCOMPARE(copy.metadata.at("format"), std::string("pt"));
        QCOMPARE(copy.metadata.at("note"), std::string("\u00e4 \"quoted\""));
        for (const auto& [key, tensor] : copy.tensors)
            QCOMPARE(reinterpret_cast<std::uintptr_t>(tensor.data_ptr()) % tensor.element_size(), std::uintptr_t(0));
    }
}

void SafetensorsTest::writesTheSameBytesAgain()
{
    const vbs::TensorMap tensors{{"b", torch::ones({3}, at::kHalf)}, {"a", torch::zeros({2, 2})}};
    vbs::writeSafetensors(temporary("one.safetensors"), tensors);
    vbs::writeSafetensors(temporary("two.safetensors"), tensors);
    QCOMPARE(vbs::readTextFile(temporary("one.safetensors")), vbs::readTextFile(temporary("two.safetensors")));
}

void SafetensorsTest::writesViewsAndTransposes()
{
    const at::Tensor table = torch::arange(12, at::kFloat).view({3, 4});
    const at::Tensor parameter = torch::ones({2}, torch::requires_grad());
    vbs::writeSafetensors(temporary("views.safetensors"),
                          {{"t", table.t()}, {"column", table.select(1, 2)}, {"parameter", parameter}});
    const vbs::TensorMap read = vbs::readSafetensors(temporary("views.safetensors")).tensors;
    QVERIFY(read.at("t").equal(table.t()));
    QVERIFY(read.at("column").equal(table.select(1, 2)));
    QVERIFY(read.at("parameter").equal(torch::ones({2})));
}

void SafetensorsTest::refusesWhatTheFormatCannotHold()
{
    const auto path = temporary("not-written.safetensors");
    const at::Tensor fine = torch::ones({1});
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::writeSafetensors(path, {{"c", fine.to(at::kComplexFloat)}}));
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::writeSafetensors(path, {{"__metadata__", fine}}));
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::writeSafetensors(path, {{"\xff", fine}}));
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::writeSafetensors(path, {{"undefined", at::Tensor()}}));
    QVERIFY(!std::filesystem::exists(path));
}

void SafetensorsTest::convertsToFloat16()
{
    const vbs::TensorMap half = vbs::asFloat16({{"a", torch::full({2}, 0.1)}, {"n", torch::arange(3)}});
    QVERIFY(half.at("a").equal(torch::full({2}, 0.1).to(at::kHalf)));
    QVERIFY(half.at("n").equal(torch::arange(3)));
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::asFloat16({{"a", torch::full({2}, 1e6)}}));
}

VBS_TEST_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
