#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/file_io.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/checkpoint_files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vbs;
using namespace vbs::test;

/// What becomes of a checkpoint once it is loaded as a model.
class LoadedModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void writingChangesNoFile();
    void weightsStayInTheFile();
    void loadsAllFormatsAsAModel_data();
    void loadsAllFormatsAsAModel();
    void loadsTheAuthorsCheckpoints_data();
    void loadsTheAuthorsCheckpoints();
    void loadsAFolderOfAnyFormat();

private:
    std::filesystem::path temporary(const std::string& name)
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void LoadedModelsTest::writingChangesNoFile()
{
    for (const char* file : {"torch/pytorch_model.bin", "torch/legacy.bin", "safetensors/model.safetensors"}) {
        const std::string before = readTextFile(checkpointPath(file));
        for (const auto& item : readCheckpoint(checkpointPath(file)).tensors)
            item.second.zero_();
        QVERIFY(readTextFile(checkpointPath(file)) == before);
    }
}

/// Aligned weights are the mapped file's own bytes, also inside a loaded network; what is not aligned is a copy that
/// kernels may use.
void LoadedModelsTest::weightsStayInTheFile()
{
    const auto isMapped = [](const at::Tensor& tensor, const MappedFile& file) {
        const auto* data = static_cast<const std::byte*>(tensor.data_ptr());
        return data >= file.data() && data + tensor.nbytes() <= file.data() + file.size();
    };
    for (const char* name : {"torch/pytorch_model.bin", "torch/shared-storage.bin", "safetensors/model.safetensors"}) {
        const auto file = std::make_shared<MappedFile>(checkpointPath(name));
        const Checkpoint checkpoint = readCheckpoint(file);
        for (const auto& item : checkpoint.tensors)
            if (item.second.is_floating_point()) // position_ids need not be aligned
                QVERIFY2(isMapped(item.second, *file), item.first.c_str());
        VisualBertForQuestionAnswering module(readVisualBertConfig(checkpointPath("config.json")));
        loadModule(checkpoint, *module);
        for (const auto& item : saveModule(*module))
            QVERIFY2(isMapped(item.second, *file), item.first.c_str());
    }
    for (const char* name : {"torch/newer-layout.bin", "torch/legacy.bin", "safetensors/unaligned-header.safetensors"})
        for (const auto& item : readCheckpoint(checkpointPath(name)).tensors)
            QCOMPARE(reinterpret_cast<std::uintptr_t>(item.second.data_ptr()) % item.second.element_size(), 0u);
}

void LoadedModelsTest::loadsAllFormatsAsAModel_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    for (const Json& row : checkpointManifest()) {
        const std::string expected = row.value("equal_to", "");
        if (expected.starts_with("expected/") && !row.contains("head"))
            QTest::newRow(row.at("file").get<std::string>().c_str())
                << QString::fromStdString(row.at("file")) << QString::fromStdString(expected);
    }
}

void LoadedModelsTest::loadsAllFormatsAsAModel()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    VisualBertForQuestionAnswering module(readVisualBertConfig(checkpointPath("config.json")));
    const LoadReport report = loadModule(checkpointPath(file.toStdString()), *module);
    QVERIFY(report.fits());
    QVERIFY(report.unexpected.empty());
    QVERIFY(!report.renaming.changedAnything());
    TensorMap wanted = readSafetensors(checkpointPath(expected.toStdString())).tensors;
    wanted.erase("visual_bert.embeddings.position_ids");
    QVERIFY(sameTensors(saveModule(*module), wanted));
    for (const auto& item : saveModule(*module))
        QVERIFY(item.second.is_contiguous());
    for (const auto& parameter : module->parameters())
        QVERIFY(parameter.requires_grad());
}

void LoadedModelsTest::loadsTheAuthorsCheckpoints_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("expected");
    for (const Json& row : checkpointManifest())
        if (row.contains("head"))
            QTest::newRow(row.at("file").get<std::string>().c_str())
                << QString::fromStdString(row.at("file")) << QString::fromStdString(row.at("head"))
                << QString::fromStdString(row.at("equal_to"));
}

void LoadedModelsTest::loadsTheAuthorsCheckpoints()
{
    QFETCH(QString, file);
    QFETCH(QString, head);
    QFETCH(QString, expected);
    TensorMap wanted = readSafetensors(checkpointPath(expected.toStdString())).tensors;
    VisualBertConfig config = readVisualBertConfig(checkpointPath("config.json"));
    if (wanted.count("cls.weight"))
        config.setNumLabels(wanted.at("cls.weight").size(0));
    const auto network = makeVisualBert(head.toStdString(), config);
    const LoadReport report = loadModule(checkpointPath(file.toStdString()), *network);
    QVERIFY(report.unexpected.empty());
    QVERIFY(report.renaming.renamed.size() >= 29);
    for (const auto& [name, tensor] : saveModule(*network))
        QVERIFY2(tensor.equal(wanted.at(name)), name.c_str());
}

void LoadedModelsTest::loadsAFolderOfAnyFormat()
{
    const TensorMap wanted = readSafetensors(checkpointPath("expected/base.safetensors")).tensors;
    const auto folder = temporary("model");
    std::filesystem::create_directory(folder);
    std::filesystem::copy_file(checkpointPath("config.json"), folder / "config.json");
    for (const auto& item : std::filesystem::directory_iterator(checkpointPath("sharded-bin")))
        std::filesystem::copy_file(item.path(), folder / item.path().filename());
    const LoadedVisualBert loaded = loadVisualBert(folder);
    QCOMPARE(loaded.format, std::string("torch zip, 3 shards"));
    QCOMPARE(loaded.files.size(), std::size_t(4));
    QVERIFY(loaded.report.fits());
    QVERIFY(!loaded.network->is_training());
    for (const auto& [name, tensor] : saveModule(*loaded.network))
        QVERIFY2(tensor.equal(wanted.at(name)), name.c_str());
}

VBS_TEST_MAIN(LoadedModelsTest)
#include "loaded_models_test.moc"
