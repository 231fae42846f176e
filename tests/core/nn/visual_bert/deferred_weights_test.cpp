#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <thread>

using namespace vbs;

namespace {

VisualBertConfig tinyConfig(bool bypass = false)
{
    VisualBertConfig config;
    config.vocab_size = 30;
    config.hidden_size = 8;
    config.visual_embedding_dim = 6;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 2;
    config.intermediate_size = 12;
    config.max_position_embeddings = 10;
    config.bypass_transformer = bypass;
    return config;
}

std::shared_ptr<VisualBertPreTrainedModel> deferred(const std::string& name, const VisualBertConfig& config)
{
    const DeferredWeights guard;
    return makeVisualBert(name, config);
}

VisualBertInputs inputsFor(const VisualBertPreTrainedModel& network)
{
    const bool choices = network.as<VisualBertForMultipleChoiceImpl>() != nullptr;
    VisualBertInputs inputs;
    inputs.input_ids = torch::arange(5).unsqueeze(0);
    inputs.attention_mask = torch::ones({1, 5}, at::kLong);
    inputs.visual_embeds = torch::linspace(-1, 1, 18).view({1, 3, 6});
    inputs.visual_attention_mask = torch::ones({1, 3}, at::kLong);
    if (network.as<VisualBertForRegionToPhraseAlignmentImpl>())
        inputs.region_to_phrase_position = torch::tensor({{1, 2}});
    if (choices)
        for (at::Tensor* tensor :
             {&inputs.input_ids, &inputs.attention_mask, &inputs.visual_embeds, &inputs.visual_attention_mask})
            *tensor = tensor->unsqueeze(0);
    return inputs;
}

at::Tensor mainOutput(VisualBertOutputs outputs)
{
    for (const at::Tensor& tensor : {outputs.logits, outputs.prediction_logits, outputs.last_hidden_state})
        if (tensor.defined())
            return tensor;
    return {};
}

} // namespace

/// Networks that are made to be loaded.
class DeferredWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void loadsLikeAFilledNetwork_data();
    void loadsLikeAFilledNetwork();
    void takesNoMemory();
    void endsWithItsGuard();
};

void DeferredWeightsTest::loadsLikeAFilledNetwork_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("bypass");
    QTest::addColumn<bool>("tied");
    for (const std::string& name : visualBertArchitectures()) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << false << true;
        QTest::newRow((name + ", untied").c_str()) << QString::fromStdString(name) << false << false;
    }
    QTest::newRow("bypass") << "VisualBertModel" << true << true;
}

void DeferredWeightsTest::loadsLikeAFilledNetwork()
{
    QFETCH(QString, name);
    QFETCH(bool, bypass);
    QFETCH(bool, tied);
    VisualBertConfig config = tinyConfig(bypass);
    config.tie_word_embeddings = tied;
    const auto filled = makeVisualBert(name.toStdString(), config);
    for (const LoadMode mode : {LoadMode::Copy, LoadMode::Share}) {
        const auto empty = deferred(name.toStdString(), config);
        loadModule(saveModule(*filled), *empty, mode);
        const TensorMap a = saveModule(*filled), b = saveModule(*empty);
        QCOMPARE(a.size(), b.size());
        for (const auto& [key, tensor] : a)
            QVERIFY2(b.at(key).equal(tensor) && b.at(key).is_contiguous(), key.c_str());
        for (const auto& parameter : empty->parameters())
            QVERIFY(parameter.requires_grad());
        filled->eval();
        empty->eval();
        const VisualBertInputs inputs = inputsFor(*filled);
        QVERIFY(mainOutput(empty->forward(inputs)).equal(mainOutput(filled->forward(inputs))));
    }
}

void DeferredWeightsTest::takesNoMemory()
{
    VisualBertConfig config; // full size
    config.setNumLabels(3129);
    const auto network = deferred("VisualBertForPreTraining", config);
    std::size_t bytes = 0, wanted = 0;
    for (const auto& parameter : network->parameters()) {
        bytes += parameter.storage().nbytes();
        wanted += parameter.nbytes();
    }
    QVERIFY2(bytes < 200'000, qPrintable(QString::number(bytes)));
    QVERIFY(wanted > 400'000'000);
}

void DeferredWeightsTest::endsWithItsGuard()
{
    QVERIFY(!DeferredWeights::active());
    {
        const DeferredWeights outer;
        {
            const DeferredWeights inner;
        }
        QVERIFY(DeferredWeights::active());
        bool elsewhere = true;
        std::thread([&] { elsewhere = DeferredWeights::active(); }).join();
        QVERIFY(!elsewhere);
    }
    QVERIFY(!DeferredWeights::active());
    const auto network = makeVisualBert("VisualBertModel", tinyConfig());
    for (const auto& parameter : network->parameters())
        QCOMPARE(parameter.storage().nbytes(), std::size_t(parameter.nbytes()));
}

VBS_TEST_MAIN(DeferredWeightsTest)
#include "deferred_weights_test.moc"
