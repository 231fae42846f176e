#ifndef Q_MOC_RUN
#include <torch/optim/adamw.h>
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

vbs::VisualBertConfig tinyConfig()
{
    vbs::VisualBertConfig config;
    config.vocab_size = 30;
    config.hidden_size = 32;
    config.visual_embedding_dim = 8;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 4;
    config.intermediate_size = 48;
    config.max_position_embeddings = 16;
    config.initializer_range = 0.1;
    config.pad_token_id = 0;
    config.setNumLabels(4);
    return config;
}

vbs::VisualBertInputs randomInputs(std::int64_t batch = 3)
{
    vbs::VisualBertInputs inputs;
    inputs.input_ids = torch::randint(1, 30, {batch, 6}, at::kLong);
    inputs.attention_mask = torch::ones({batch, 6}, at::kLong);
    inputs.visual_embeds = torch::randn({batch, 4, 8});
    return inputs;
}

} // namespace

class VisualBertTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startingWeights();
    void severalHeadsShareOneTrunk();
    void headsWorkOnHiddenStates();
    void dropoutActsInTrainingOnly();
    void zeroRegionsAreLikeNone();
    void allLabelsIgnoredGivesNaN();
    void wordsAreScoredWhereAsked();
    void packedWeightsFollowOnRequest();
    void learnsAToyQuestion();
    void savesAndLoadsAFolder();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void unknownClassIsNamed();
};

void VisualBertTasksTest::init()
{
    torch::set_num_threads(1);
    torch::manual_seed(11);
}

void VisualBertTasksTest::startingWeights()
{
    vbs::VisualBertConfig config = tinyConfig();
    config.vocab_size = 3000;
    const vbs::VisualBertForPreTraining model(config);
    const at::Tensor& words = model->visual_bert->embeddings->word_embeddings->weight;
    QVERIFY(std::abs(words.std().item<double>() - 0.1) < 0.002);
    QVERIFY(std::abs(words.mean().item<double>()) < 0.002);
    QVERIFY2(words.select(0, 0).abs().sum().item<double>() > 0, "the padding row is not zero in the reference");
    for (const auto& item : model->named_parameters()) {
        const QString name = QString::fromStdString(item.key());
        if (name.endsWith("bias"))
            QVERIFY2(item.value().eq(0).all().item<bool>(), qPrintable(name));
        else if (name.contains("LayerNorm"))
            QVERIFY2(item.value().eq(1).all().item<bool>(), qPrintable(name));
        else
            QVERIFY2(item.value().std().item<double>() > 0.05, qPrintable(name));
    }
}

void VisualBertTasksTest::severalHeadsShareOneTrunk()
{
    const vbs::VisualBertConfig config = tinyConfig();
    vbs::VisualBertModel trunk(config);
    const at::Tensor before = trunk->pooler->dense->weight.clone();
    vbs::VisualBertForQuestionAnswering answers(config, trunk);
    vbs::VisualBertForPreTraining words(config, trunk);
    vbs::VisualBertForRegionToPhraseAlignment phrases(config, trunk);
    QVERIFY2(trunk->pooler->dense->weight.equal(before), "a new head changed the trunk");
    answers->visual_bert->embeddings->LayerNorm->bias.data().fill_(3);
    QVERIFY(words->visual_bert->embeddings->LayerNorm->bias.eq(3).all().item<bool>());
    // An optimiser must see each parameter once: the tied table belongs to the trunk alone.
    std::set<void*> seen;
    for (const at::Tensor& parameter : words->parameters())
        QVERIFY(seen.insert(parameter.data_ptr()).second);
    QVERIFY(!words->named_parameters().contains("cls.predictions.decoder.weight"));
    QVERIFY(phrases->named_parameters().contains("cls.predictions.decoder.weight"));
}

void VisualBertTasksTest::headsWorkOnHiddenStates()
{
    vbs::VisualBertForQuestionAnswering model(tinyConfig());
    model->eval();
    const vbs::VisualBertInputs inputs = randomInputs();
    const at::Tensor hidden = model->visual_bert->encode(inputs).last_hidden_state;
    QVERIFY(model->classify(hidden, inputs.attention_mask).allclose(model->forward(inputs).logits));
    for (const char* name : {"VisualBertForQuestionAnswering", "VisualBertForVisualReasoning"}) {
        const auto network = vbs::makeVisualBert(name, tinyConfig());
        network->eval();
        vbs::VisualBertInputs asked = inputs;
        asked.output_hidden_states = true;
        const vbs::VisualBertOutputs outputs = network->forward(asked);
        QVERIFY(network->readStates(outputs.hidden_states.back(), asked).logits.allclose(outputs.logits));
    }
    vbs::VisualBertForPreTraining words(tinyConfig());
    words->eval();
    const vbs::VisualBertOutputs read = words->readStates(words->visual_bert->encode(inputs).last_hidden_state, inputs);
    QVERIFY(read.prediction_logits.allclose(words->forward(inputs).prediction_logits));
    QVERIFY(read.seq_relationship_logits.allclose(words->forward(inputs).seq_relationship_logits));
    QVERIFY(!vbs::VisualBertModel(tinyConfig())->readStates(hidden, inputs).logits.defined());
}

void VisualBertTasksTest::dropoutActsInTrainingOnly()
{
    vbs::VisualBertForQuestionAnswering model(tinyConfig());
    const vbs::VisualBertInputs inputs = randomInputs();
    QVERIFY(!model->forward(inputs).logits.equal(model->forward(inputs).logits));
    model->eval();
    QVERIFY(model->forward(inputs).logits.equal(model->forward(inputs).logits));
}

void VisualBertTasksTest::zeroRegionsAreLikeNone()
{
    vbs::VisualBertModel model(tinyConfig());
    model->eval();
    vbs::VisualBertInputs inputs = randomInputs();
    inputs.visual_embeds = torch::zeros({3, 0, 8});
    const at::Tensor none = model->forward(inputs).last_hidden_state;
    inputs.visual_embeds = at::Tensor();
    QVERIFY(none.equal(model->forward(inputs).last_hidden_state));
}

void VisualBertTasksTest::allLabelsIgnoredGivesNaN()
{
    vbs::VisualBertForPreTraining model(tinyConfig());
    vbs::VisualBertInputs inputs = randomInputs();
    inputs.labels = torch::full({3, 10}, -100, at::kLong);
    QVERIFY(model->forward(inputs).loss.isnan().item<bool>());
}

/// Which of four region features is there? A few steps must do.
void VisualBertTasksTest::wordsAreScoredWhereAsked()
{
    torch::NoGradGuard noGrad;
    vbs::VisualBertForPreTraining network(tinyConfig());
    network->eval();
    vbs::VisualBertInputs inputs = randomInputs();
    const at::Tensor everywhere = network->forward(inputs).prediction_logits; // [3, 10, 30]
    inputs.prediction_positions = torch::tensor({{0, 9}, {3, 3}, {5, 1}}, at::kLong);
    const auto asked = network->forward(inputs);
    QVERIFY((asked.prediction_logits.sizes() == at::IntArrayRef{3, 2, 30}));
    QVERIFY(torch::allclose(asked.prediction_logits, vbs::gatherPositions(everywhere, inputs.prediction_positions),
                            1e-5, 1e-6));
    inputs.labels = torch::tensor({{7, -100}, {2, 2}, {-100, 29}}, at::kLong);
    const at::Tensor loss = network->forward(inputs).loss;
    at::Tensor all = torch::full({3, 10}, -100, at::kLong);
    all[0][0] = 7;
    all[1][3] = 2;
    all[2][1] = 29;
    inputs.labels = all;
    QVERIFY_EXCEPTION_THROWN(network->forward(inputs), vbs::Error); // labels of another shape
    inputs.prediction_positions.reset();
    const at::Tensor logits = asked.prediction_logits.log_softmax(2);
    const double expected = -(logits[0][0][7] + 2 * logits[1][0][2] + logits[2][1][29]).item<double>() / 4;
    QVERIFY(std::abs(loss.item<double>() - expected) < 1e-5);
    inputs.labels.reset();
    inputs.prediction_positions = torch::tensor({{0}, {1}, {10}}, at::kLong);
    QVERIFY_EXCEPTION_THROWN(network->forward(inputs), vbs::Error); // beyond the sequence
    inputs.prediction_positions = torch::tensor({{0}}, at::kLong);
    QVERIFY_EXCEPTION_THROWN(network->forward(inputs), vbs::Error); // another batch
}

void VisualBertTasksTest::packedWeightsFollowOnRequest()
{
    torch::NoGradGuard noGrad;
    vbs::VisualBertForVisualReasoning network(tinyConfig());
    network->eval();
    const vbs::VisualBertInputs inputs = randomInputs();
    network->packForInference();
    const at::Tensor before = network->forward(inputs).logits;
    for (const at::Tensor& weight : network->visual_bert->encoder->parameters())
        if (weight.dim() == 2)
            weight.mul_(1.5);
    QVERIFY(network->forward(inputs).logits.equal(before)); // still the packed copies
    network->dropPacked();
    const at::Tensor after = network->forward(inputs).logits;
    QVERIFY(!torch::allclose(after, before, 1e-3, 1e-3));
    network->packForInference();
    QVERIFY(torch::allclose(network->forward(inputs).logits, after, 1e-4, 1e-5));
}

void VisualBertTasksTest::learnsAToyQuestion()
{
    vbs::VisualBertConfig config = tinyConfig();
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0;
    vbs::VisualBertForQuestionAnswering model(config);
    torch::optim::AdamW optimizer(model->parameters(), torch::optim::AdamWOptions(3e-3));
    const auto batchOf = [](std::int64_t size) {
        vbs::VisualBertInputs inputs = randomInputs(size);
        const at::Tensor answers = torch::randint(0, 4, {size}, at::kLong);
        inputs.visual_embeds = 0.3 * torch::randn({size, 4, 8});
        const at::Tensor mark = torch::zeros({size, 8}).scatter_(1, answers.unsqueeze(1), 2.0);
        inputs.visual_embeds.select(1, 2).add_(mark);
        inputs.labels = torch::one_hot(answers, 4);
        return inputs;
    };
    for (int step = 0; step < 60; ++step) {
        optimizer.zero_grad();
        model->forward(batchOf(32)).loss.backward();
        optimizer.step();
    }
    model->eval();
    torch::NoGradGuard noGrad;
    const vbs::VisualBertInputs unseen = batchOf(200);
    const at::Tensor right = model->forward(unseen).logits.argmax(1).eq(unseen.labels.argmax(1));
    QVERIFY2(right.to(at::kFloat).mean().item<double>() > 0.9, "it learned too little");
}

void VisualBertTasksTest::savesAndLoadsAFolder()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString() + "/model";
    vbs::VisualBertForPreTraining model(tinyConfig());
    model->eval();
    const vbs::VisualBertInputs inputs = randomInputs();
    const at::Tensor logits = model->forward(inputs).prediction_logits;
    vbs::saveVisualBert(path, *model, "VisualBertForPreTraining");
    const vbs::LoadedVisualBert whole = vbs::loadVisualBert(path);
    QCOMPARE(whole.architecture, std::string("VisualBertForPreTraining"));
    QVERIFY(!whole.network->is_training());
    QVERIFY(whole.network->forward(inputs).prediction_logits.equal(logits));
    const auto bytes = std::filesystem::file_size(path / "model.safetensors");
    vbs::saveVisualBert(path, *model, "VisualBertForPreTraining", true);
    QVERIFY(std::filesystem::file_size(path / "model.safetensors") < bytes * 6 / 10);
    const at::Tensor half = vbs::loadVisualBert(path).network->forward(inputs).prediction_logits;
    QVERIFY(half.scalar_type() == at::kFloat);
    QVERIFY((half - logits).abs().max().item<double>() < 0.02);
}

void VisualBertTasksTest::refusesWhatDoesNotFit_data()
{
    using Change = std::function<void(vbs::VisualBertInputs&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, Change change, const char* says) {
        QTest::newRow(name) << change << QString(says);
    };
    row(
        "no text", [](auto& i) { i.input_ids = at::Tensor(); }, "input_ids and inputs_embeds must be given");
    row(
        "both",
        [](auto& i) {
            i.inputs_embeds = torch::zeros({3, 6, 32});
        },
        "Only one");
    row(
        "negative id", [](auto& i) { i.input_ids[0][0] = -1; }, "input_ids holds -1");
    row(
        "large id", [](auto& i) { i.input_ids[0][0] = 30; }, "input_ids holds 30");
    row(
        "fractions", [](auto& i) { i.input_ids = i.input_ids.to(at::kFloat); }, "whole numbers");
    row(
        "long text",
        [](auto& i) {
            i.input_ids = torch::ones({3, 17}, at::kLong);
        },
        "17 tokens");
    row(
        "types",
        [](auto& i) {
            i.token_type_ids = torch::full({3, 6}, 2, at::kLong);
        },
        "token_type_ids holds 2");
    row(
        "positions",
        [](auto& i) {
            i.position_ids = torch::full({3, 6}, 16, at::kLong);
        },
        "position_ids holds 16");
    row(
        "mask length",
        [](auto& i) {
            i.attention_mask = torch::ones({3, 7}, at::kLong);
        },
        "attention_mask has");
    row(
        "mask of fractions",
        [](auto& i) {
            i.attention_mask = torch::ones({3, 6});
        },
        "whole numbers");
    row(
        "no mask", [](auto& i) { i.attention_mask = at::Tensor(); }, "needs the input attention_mask");
    row(
        "short mask",
        [](auto& i) {
            i.attention_mask = torch::zeros({3, 6}, at::kLong);
        },
        "attention_mask");
    row(
        "region width",
        [](auto& i) {
            i.visual_embeds = torch::zeros({3, 4, 9});
        },
        "(3, regions, 8)");
    row(
        "region type", [](auto& i) { i.visual_embeds = i.visual_embeds.to(at::kDouble); },
        "holds float64 numbers; the model needs float32");
    row(
        "region mask",
        [](auto& i) {
            i.visual_attention_mask = torch::ones({3, 5});
        },
        "visual_attention_mask has");
    row(
        "alignment",
        [](auto& i) {
            i.image_text_alignment = torch::zeros({3, 3, 1}, at::kLong);
        },
        "at least 4");
    row(
        "head mask", [](auto& i) { i.head_mask = torch::ones({3}); }, "head_mask");
    row(
        "labels",
        [](auto& i) {
            i.labels = torch::zeros({3, 5});
        },
        "labels has the shape (3, 5)");
}

void VisualBertTasksTest::refusesWhatDoesNotFit()
{
    QFETCH(std::function<void(vbs::VisualBertInputs&)>, change);
    QFETCH(QString, says);
    vbs::VisualBertForQuestionAnswering model(tinyConfig());
    vbs::VisualBertInputs inputs = randomInputs();
    change(inputs);
    try {
        model->forward(inputs);
    } catch (const vbs::Error& e) {
        QVERIFY2(QString(e.what()).contains(says), e.what());
        return;
    }
    QFAIL("The inputs were accepted.");
}

void VisualBertTasksTest::unknownClassIsNamed()
{
    QVERIFY_THROWS_EXCEPTION(vbs::Error, vbs::makeVisualBert("VisualBertForNothing", tinyConfig()));
    for (const std::string& name : vbs::visualBertArchitectures())
        QVERIFY(vbs::makeVisualBert(name, tinyConfig()));
}

VBS_TEST_MAIN(VisualBertTasksTest)
#include "visual_bert_tasks_test.moc"
