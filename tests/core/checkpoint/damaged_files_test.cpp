#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/checkpoint_files.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <optional>
#include <stdexcept>

using namespace vbs;
using namespace vbs::test;

namespace {

int variants = 0;

/// Reads what may be damaged; the tensors, or nothing if it was refused. Anything but Error ends the test.
std::optional<TensorMap> attempt(const std::string& contents, const std::filesystem::path& path)
{
    ++variants;
    try {
        TensorMap tensors = readBytes(contents, path).tensors;
        sumOf(tensors);
        return tensors;
    } catch (const Error& e) {
        if (QString(e.what()).contains('\n') || !QString(e.what()).contains(QString::fromStdString(path.filename())))
            throw std::logic_error("This is no clear line: " + std::string(e.what()));
        return std::nullopt;
    }
}

} // namespace

/// Files cut short, with bits turned or with stretches overwritten are read or refused, and nothing else happens.
class DamagedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void survives_data();
    void survives();
    void madeEnough();
};

void DamagedFilesTest::survives_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("proved"); ///< by checksums: what is read must be right
    QTest::addColumn<int>("each");
    const auto row = [](const char* file, bool proved, int each) { QTest::newRow(file) << file << proved << each; };
    row("safetensors/mixed-dtypes.safetensors", false, 120);
    row("safetensors/unaligned-header.safetensors", false, 80);
    row("sharded-safetensors/model.safetensors.index.json", false, 80);
    row("sharded-bin/pytorch_model.bin.index.json", false, 80);
    row("torch/control-2x4.bin", true, 150);
    row("torch/mixed-dtypes.bin", true, 120);
    row("torch/pytorch_model.bin", true, 120);
    row("torch/wrapped-state-dict.bin", true, 80);
    row("torch/newer-layout.bin", true, 80);
    row("torch-2/zip-protocol5.bin", true, 120);
    row("torch-2/training-protocol2.bin", true, 120);
    row("torch/legacy.bin", false, 80);
    row("torch/legacy-shared-storage.bin", false, 80);
    row("torch-2/legacy-protocol2.bin", false, 150);
    row("torch-2/legacy-protocol5.bin", false, 150);
}

void DamagedFilesTest::survives()
{
    QFETCH(QString, file);
    QFETCH(bool, proved);
    QFETCH(int, each);
    const std::filesystem::path path = checkpointPath(file.toStdString());
    const std::string good = readTextFile(path);
    const std::optional<TensorMap> expected = attempt(good, path);
    QVERIFY(expected);
    Rng random(std::hash<std::string>()("seed of " + file.toStdString()) & 0xffff);

    for (int i = 0; i < each; ++i) {
        const std::size_t length =
            (good.size() - 2) * std::size_t(i) / std::size_t(each); // the last byte may be a line feed
        QVERIFY2(!attempt(good.substr(0, length), path), qPrintable(QString("cut to %1 bytes").arg(length)));
    }
    for (int i = 0; i < each; ++i) {
        std::string damaged = good;
        damaged[random.below(damaged.size())] ^= char(1 << random.below(8));
        const auto tensors = attempt(damaged, path);
        QVERIFY(!proved || !tensors || sameTensors(*tensors, *expected));
    }
    for (int i = 0; i < each; ++i) {
        std::string damaged = good;
        const std::size_t begin = random.below(damaged.size());
        const std::size_t end = std::min(damaged.size(), begin + 1 + random.below(16));
        for (std::size_t k = begin; k < end; ++k)
            damaged[k] = char(random.below(256));
        const auto tensors = attempt(damaged, path);
        QVERIFY(!proved || !tensors || sameTensors(*tensors, *expected));
    }
    for (int i = 0; i < each / 2; ++i) { // bytes that are missing or too many, in the middle
        std::string damaged = good;
        const std::size_t at = random.below(damaged.size());
        if (i % 2)
            damaged.erase(at, 1 + random.below(8));
        else
            damaged.insert(at, 1 + random.below(8), char(random.below(256)));
        const auto tensors = attempt(damaged, path);
        QVERIFY(!proved || !tensors || sameTensors(*tensors, *expected));
    }
}

void DamagedFilesTest::madeEnough()
{
    QVERIFY2(variants >= 2000, qPrintable(QString::number(variants)));
    qInfo("%d damaged files", variants);
}

VBS_TEST_MAIN(DamagedFilesTest)
#include "damaged_files_test.moc"
