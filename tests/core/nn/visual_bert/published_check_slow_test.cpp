#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/bench/rule_fill.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/nn/visual_bert/published_checkpoints.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

using namespace vbs;

/// The check of `inspect --check` at full size. The published weights are not at hand, so networks are filled by rule;
/// that these equal the reference is proved by visual_bert_full_size_slow_test. Here the inputs are spelled out once
/// more and run through the plain modules, against the table's inputs through packed weights.
class PublishedCheckSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAndNotices_data();
    void holdsAndNotices();
};

void PublishedCheckSlowTest::holdsAndNotices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("output");
    QTest::newRow("vqa") << "uclanlp/visualbert-vqa"
                         << "VisualBertForQuestionAnswering"
                         << "logits[0,-3:]";
    QTest::newRow("nlvr2") << "uclanlp/visualbert-nlvr2"
                           << "VisualBertForVisualReasoning"
                           << "logits";
    QTest::newRow("vcr") << "uclanlp/visualbert-vcr"
                         << "VisualBertForMultipleChoice"
                         << "logits";
    QTest::newRow("coco-pre") << "uclanlp/visualbert-vqa-coco-pre"
                              << "VisualBertForPreTraining"
                              << "seq_relationship_logits";
}

void PublishedCheckSlowTest::holdsAndNotices()
{
    QFETCH(QString, name);
    QFETCH(QString, head);
    QFETCH(QString, output);
    torch::NoGradGuard noGrad;
    Json entry;
    for (const Json& one : publishedCheckpoints().at("checkpoints"))
        if (one.at("name") == name.toStdString() && one.contains("input"))
            entry = one;
    VisualBertConfig config;
    config.visual_embedding_dim = entry.at("visual_embedding_dim");
    config.setNumLabels(entry.value("num_labels", 2));
    const auto network = makeVisualBert(head.toStdString(), config);
    network->eval();
    fillByRule(*network, "check");

    // "Welcome to use paddle paddle and paddlenlp!", by itself or as a pair with itself; "The capital of France is
    // {mask}."
    const std::vector<std::int64_t> welcome{6160, 2000, 2224, 20890, 20890, 1998, 20890, 20554, 2361, 999, 102};
    const std::vector<std::int64_t> capital{1996, 3007, 1997, 2605, 2003, 1063, 7308, 1065, 1012, 102};
    const bool choices = head.endsWith("Choice"), pre = head.endsWith("PreTraining");
    const std::int64_t rows = choices ? 2 : 1;
    VisualBertInputs inputs;
    inputs.input_ids = torch::zeros({rows, 128}, at::kLong);
    inputs.token_type_ids = torch::zeros({rows, 128}, at::kLong);
    const auto put = [&](std::int64_t row, std::int64_t begin, const std::vector<std::int64_t>& words, int type) {
        const auto count = std::int64_t(words.size());
        inputs.input_ids[row].narrow(0, begin, count).copy_(torch::tensor(words));
        inputs.token_type_ids[row].narrow(0, begin, count).fill_(type);
    };
    put(0, 0, {101}, 0);
    put(0, 1, pre ? capital : welcome, 0);
    if (choices) {
        put(0, 12, welcome, 1);
        put(1, 0, {101, 2224, 2009, 1012, 102}, 0);
        put(1, 5, {2066, 2009, 1012, 102}, 1);
    }
    inputs.attention_mask = inputs.input_ids.ne(0).to(at::kLong);
    inputs.visual_embeds = torch::ones({rows, 100, config.visual_embedding_dim});
    inputs.visual_attention_mask = torch::ones({rows, 100}, at::kLong);
    inputs.visual_token_type_ids = torch::ones({rows, 100}, at::kLong);
    for (const VisualBertInputField& field : visualBertInputFields())
        if (choices && (inputs.*field.member).defined())
            inputs.*field.member = (inputs.*field.member).unsqueeze(0);
    const VisualBertOutputs outputs = network->forward(inputs);
    at::Tensor expected = pre ? outputs.seq_relationship_logits : outputs.logits;
    if (output.endsWith(":]"))
        expected = expected[0].slice(0, -3);
    expected = expected.flatten().contiguous();
    for (const char* key : {"logits", "logits[0,:3]", "logits[0,-3:]", "seq_relationship_logits"})
        entry.erase(key); // the published ones
    entry[output.toStdString()] =
        std::vector<float>(expected.data_ptr<float>(), expected.data_ptr<float>() + expected.numel());

    const Json& table = publishedCheckpoints().at("inputs");
    network->packForInference();
    const auto right = comparePublished(*network, entry, 1e-4, table);
    QCOMPARE(right.size(), 1u);
    QCOMPARE(right[0].count, std::int64_t(expected.numel()));
    QVERIFY2(right[0].holds && right[0].largestDifference < 1e-4,
             qPrintable(QString::number(right[0].largestDifference)));
    if (!choices) { // another text
        Json other = entry;
        other["input"] = pre ? "welcome" : "capital";
        QVERIFY(!comparePublished(*network, other, 1e-4, table)[0].holds);
    }

    // One matrix of the last layer has the wrong sign.
    const auto wrong = makeVisualBert(head.toStdString(), config);
    wrong->eval();
    fillByRule(*wrong, "check");
    for (const auto& item : wrong->named_parameters())
        if (item.key() == "visual_bert.encoder.layer.11.output.dense.weight")
            item.value().neg_();
    wrong->packForInference();
    QVERIFY(!comparePublished(*wrong, entry, 1e-4, table)[0].holds);
}

VBS_TEST_MAIN(PublishedCheckSlowTest)
#include "published_check_slow_test.moc"
