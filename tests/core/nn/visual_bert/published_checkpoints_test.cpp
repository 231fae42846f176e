#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/nn/visual_bert/published_checkpoints.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>
#include <set>

using namespace vbs;

namespace {

VisualBertConfig tinyConfig(std::int64_t width)
{
    VisualBertConfig config;
    config.vocab_size = 40;
    config.hidden_size = 24;
    config.visual_embedding_dim = width;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 3;
    config.intermediate_size = 32;
    config.max_position_embeddings = 16;
    config.initializer_range = 0.3;
    return config;
}

/// The published inputs, written out once more.
VisualBertInputs spelledOut(std::int64_t width, bool choices)
{
    VisualBertInputs inputs;
    inputs.input_ids = torch::tensor({{1, 2, 3, 4, 5, 6}}, at::kLong);
    inputs.attention_mask = torch::ones({1, 6}, at::kLong);
    inputs.token_type_ids = torch::tensor({{0, 0, 0, 1, 1, 1}}, at::kLong);
    inputs.visual_embeds = torch::ones({1, 10, width}) * 0.5;
    inputs.visual_attention_mask = torch::ones({1, 10}, at::kLong);
    inputs.visual_token_type_ids = torch::ones({1, 10}, at::kLong);
    if (choices)
        for (at::Tensor* tensor : {&inputs.input_ids, &inputs.attention_mask, &inputs.token_type_ids,
                                   &inputs.visual_embeds, &inputs.visual_attention_mask, &inputs.visual_token_type_ids})
            *tensor = at::stack({*tensor, *tensor, *tensor, *tensor}, 1);
    return inputs;
}

Json numbersOf(const at::Tensor& tensor)
{
    const at::Tensor flat = tensor.flatten().contiguous();
    return std::vector<float>(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
}

Json entryFor(const std::string& head, std::int64_t width)
{
    return {
        {"name", "made/up"}, {"head", head}, {"visual_embedding_dim", width}, {"token_type_ids", {0, 0, 0, 1, 1, 1}}};
}

} // namespace

/// The mechanism, on made-up weights: the published ones are too big to ship.
class PublishedCheckpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(3); }
    void recognisesThePublishedOnes();
    void knowsAllNine();
    void runsTheInputsOfTheTable_data();
    void runsTheInputsOfTheTable();
    void comparesSlicesAndShapes();
    void fourEqualChoices();
    void noticesWrongWeights();
    void brokenTablesAreRefused_data();
    void brokenTablesAreRefused();
};

void PublishedCheckpointsTest::recognisesThePublishedOnes()
{
    VisualBertConfig config;
    config.visual_embedding_dim = 2048;
    config.setNumLabels(3129);
    QVERIFY(recognisePublished(publishedCheckpoints(), "VisualBertForQuestionAnswering", config).at("name") ==
            "uclanlp/visualbert-vqa");
    QVERIFY(recognisePublished(publishedCheckpoints(), "VisualBertForPreTraining", config).at("name") ==
            "uclanlp/visualbert-vqa-coco-pre");
    config.setNumLabels(10); // somebody's own answers
    QVERIFY_EXCEPTION_THROWN(recognisePublished(publishedCheckpoints(), "VisualBertForQuestionAnswering", config),
                             Error);
    config.visual_embedding_dim = 512;
    QVERIFY(recognisePublished(publishedCheckpoints(), "VisualBertForMultipleChoice", config).at("name") ==
            "uclanlp/visualbert-vcr");
    config.visual_embedding_dim = 1024;
    config.setNumLabels(2);
    QVERIFY(recognisePublished(publishedCheckpoints(), "VisualBertForVisualReasoning", config).at("name") ==
            "uclanlp/visualbert-nlvr2");
}

void PublishedCheckpointsTest::knowsAllNine()
{
    const Json& table = publishedCheckpoints();
    std::set<std::string> names, pre;
    for (const Json& entry : table.at("checkpoints")) {
        names.insert(entry.at("name").get<std::string>());
        if (entry.contains("input"))
            QVERIFY(table.at("inputs").contains(entry.at("input").get<std::string>()));
    }
    QCOMPARE(names.size(), 9u);
    VisualBertConfig config;
    for (const std::int64_t size : {2048, 1024, 512}) {
        config.visual_embedding_dim = size;
        const auto candidates = publishedCandidates(table, "VisualBertForPreTraining", config);
        QCOMPARE(candidates.size(), 2u); // one pre-trained on captions only, one on the task as well
        for (const auto& entries : candidates)
            pre.insert(entries.front()->at("name").get<std::string>());
    }
    QCOMPARE(pre.size(), 6u);
    config.visual_embedding_dim = 2048;
    QCOMPARE(publishedCandidates(table, "VisualBertForPreTraining", config).front().size(), 2u); // two sources
    config.visual_embedding_dim = 77;
    QVERIFY_EXCEPTION_THROWN(publishedCandidates(table, "VisualBertForPreTraining", config), Error);
}

void PublishedCheckpointsTest::runsTheInputsOfTheTable_data()
{
    QTest::addColumn<bool>("choices");
    QTest::newRow("one text") << false;
    QTest::newRow("two choices") << true;
}

void PublishedCheckpointsTest::runsTheInputsOfTheTable()
{
    QFETCH(bool, choices);
    torch::NoGradGuard noGrad;
    const Json inputs = Json::parse(choices ? R"({"x": {"texts": [[5, 6, 7], [8, 9]], "types": [[0, 0, 1], [0, 1]],
                                                  "length": 5, "regions": 3, "value": 1}})"
                                            : R"({"x": {"texts": [[5, 6, 7]], "types": [[0, 0, 0]], "length": 5,
                                                  "regions": 3, "value": 1}})");
    VisualBertInputs spelled;
    spelled.input_ids = torch::tensor({{5, 6, 7, 0, 0}, {8, 9, 0, 0, 0}}, at::kLong);
    spelled.token_type_ids = torch::tensor({{0, 0, choices ? 1 : 0, 0, 0}, {0, 1, 0, 0, 0}}, at::kLong);
    spelled.attention_mask = torch::tensor({{1, 1, 1, 0, 0}, {1, 1, 0, 0, 0}}, at::kLong);
    spelled.visual_embeds = torch::ones({2, 3, 8});
    spelled.visual_attention_mask = torch::ones({2, 3}, at::kLong);
    spelled.visual_token_type_ids = torch::ones({2, 3}, at::kLong);
    for (at::Tensor* tensor : {&spelled.input_ids, &spelled.token_type_ids, &spelled.attention_mask,
                               &spelled.visual_embeds, &spelled.visual_attention_mask, &spelled.visual_token_type_ids})
        *tensor = choices ? tensor->unsqueeze(0) : tensor->narrow(0, 0, 1);
    const auto check = [&](VisualBertPreTrainedModel& network, const char* head, const at::Tensor& logits) {
        Json entry = entryFor(head, 8);
        entry.erase("token_type_ids");
        entry["input"] = "x";
        const std::int64_t last = logits.size(1);
        entry["logits"] = numbersOf(logits);
        entry["logits[0,-1:]"] = numbersOf(logits[0].narrow(0, last - 1, 1));
        for (const PublishedComparison& one : comparePublished(network, entry, 1e-5, inputs))
            QVERIFY2(one.holds, one.output.c_str());
        entry["tolerance"] = 1e-9;
        entry["logits"][0] = entry["logits"][0].get<double>() + 1e-6; // its own tolerance counts
        QVERIFY(!comparePublished(network, entry, 1, inputs)[0].holds);
        entry["input"] = "y";
        QVERIFY_EXCEPTION_THROWN(comparePublished(network, entry, 1, inputs), std::exception);
    };
    if (choices) {
        VisualBertForMultipleChoice network(tinyConfig(8));
        network->eval();
        check(*network, "VisualBertForMultipleChoice", network->forward(spelled).logits);
    } else {
        VisualBertForQuestionAnswering network(tinyConfig(8));
        network->eval();
        check(*network, "VisualBertForQuestionAnswering", network->forward(spelled).logits);
    }
}

void PublishedCheckpointsTest::comparesSlicesAndShapes()
{
    torch::NoGradGuard noGrad;
    VisualBertForPreTraining network(tinyConfig(12));
    network->eval();
    const VisualBertOutputs outputs = network->forward(spelledOut(12, false));
    Json entry = entryFor("VisualBertForPreTraining", 12);
    entry["prediction_logits_shape"] = {1, 16, 40};
    entry["prediction_logits[0,:3,:2]"] = numbersOf(outputs.prediction_logits[0].slice(0, 0, 3).slice(1, 0, 2));
    entry["seq_relationship_logits"] = numbersOf(outputs.seq_relationship_logits);
    const auto comparisons = comparePublished(*network, entry, 1e-5);
    QCOMPARE(comparisons.size(), 3u);
    std::int64_t numbers = 0;
    for (const PublishedComparison& comparison : comparisons) {
        QVERIFY2(comparison.holds, comparison.output.c_str());
        numbers += comparison.count;
    }
    QCOMPARE(numbers, 3 + 6 + 2);
}

void PublishedCheckpointsTest::fourEqualChoices()
{
    torch::NoGradGuard noGrad;
    VisualBertForMultipleChoice network(tinyConfig(8));
    network->eval();
    Json entry = entryFor("VisualBertForMultipleChoice", 8);
    entry["logits"] = numbersOf(network->forward(spelledOut(8, true)).logits);
    const auto comparisons = comparePublished(*network, entry, 1e-5);
    QCOMPARE(comparisons.size(), 1u);
    QCOMPARE(comparisons[0].count, 4);
    QVERIFY(comparisons[0].holds);
}

void PublishedCheckpointsTest::noticesWrongWeights()
{
    torch::NoGradGuard noGrad;
    VisualBertForVisualReasoning network(tinyConfig(8));
    network->eval();
    Json entry = entryFor("VisualBertForVisualReasoning", 8);
    entry["logits[0,:2]"] = numbersOf(network->forward(spelledOut(8, false)).logits);
    QVERIFY(comparePublished(*network, entry, 1e-4)[0].holds);
    at::Tensor weight = network->visual_bert->encoder->at(1).output->dense->weight;
    weight[0][0] += 0.5;
    QVERIFY(!comparePublished(*network, entry, 1e-4)[0].holds);
    weight[0][0] = std::numeric_limits<float>::quiet_NaN();
    const PublishedComparison broken = comparePublished(*network, entry, 1e-4)[0];
    QVERIFY(!broken.holds && std::isinf(broken.largestDifference));
    entry["logits[0,:2]"] = {1.0}; // another count
    QVERIFY(!comparePublished(*network, entry, 1e9)[0].holds);
}

void PublishedCheckpointsTest::brokenTablesAreRefused_data()
{
    QTest::addColumn<QString>("key");
    for (const char* key :
         {"logits[0,:3]", "logits[x]", "logits[1]", "logits[0,0,0]", "logits[:0]", "logits[0,-9:]", "nothing"})
        QTest::newRow(key) << key;
}

void PublishedCheckpointsTest::brokenTablesAreRefused()
{
    QFETCH(QString, key);
    VisualBertForVisualReasoning network(tinyConfig(8));
    network->eval();
    Json entry = entryFor("VisualBertForVisualReasoning", 8);
    entry[key.toStdString()] = {1, 2};
    QVERIFY_EXCEPTION_THROWN(comparePublished(*network, entry, 1e-4), Error);
}

VBS_TEST_MAIN(PublishedCheckpointsTest)
#include "published_checkpoints_test.moc"
