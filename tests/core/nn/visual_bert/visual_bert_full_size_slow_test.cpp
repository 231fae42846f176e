#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/json.h"
#include "core/bench/rule_fill.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/checkpoint/safetensors.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/nn/visual_bert/visual_bert_tensors.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QTest>

namespace {

constexpr double kTolerance = 1e-4;

std::filesystem::path caseFolder(const QString& name)
{
    return std::filesystem::path(vbs::test::dataFolder()) / "visualbert-full" / name.toStdString();
}

double largestDifference(const at::Tensor& actual, const at::Tensor& expected)
{
    if (!actual.sizes().equals(expected.sizes()))
        return INFINITY;
    const at::Tensor masked = expected.lt(-1e30); // scores of masked regions
    if (!actual.lt(-1e30).equal(masked))
        return INFINITY;
    return (actual.masked_fill(masked, 0) - expected.masked_fill(masked, 0)).abs().max().item<double>();
}

} // namespace

/// Networks of full size against the reference, their weights made by rule; see tests/data/visualbert-full/README.md.
class VisualBertFullSizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule();
    void matchesReference_data();
    void matchesReference();

private:
    void compare(const std::string& name, const at::Tensor& actual);
    void compareHiddenStates(const vbs::VisualBertOutputs& outputs, vbs::VisualBertPreTrainedModel& network);
    void compareWords(const at::Tensor& logits);

    vbs::TensorMap m_inputs, m_expected;
    vbs::Json m_case;
};

/// Values worked out by hand from the rule's definition.
void VisualBertFullSizeTest::rule()
{
    const vbs::RuleStream words("a", "visual_bert.embeddings.word_embeddings.weight");
    QCOMPARE(words.seed(), 0x0eecbe8562ac1fc7ull);
    QCOMPARE(words.at(0), 0.98224025964736938);
    QCOMPARE(words.at(777777), 0.42200803756713867);
    QCOMPARE(vbs::RuleStream("a", "cls.bias").at(3128), 0.61564075946807861);
    const at::Tensor features = vbs::regionFeaturesByRule("a", 1, 1, 6);
    QVERIFY(features.flatten().equal(torch::tensor({0., 0.797840595, 0., 0., 0., 0.532709122}, torch::kFloat)));
}

void VisualBertFullSizeTest::matchesReference_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QString(vbs::test::dataFolder()) + "/visualbert-full");
    const QStringList cases = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(cases.size(), 5);
    for (const QString& name : cases)
        QTest::newRow(qPrintable(name)) << name;
}

void VisualBertFullSizeTest::matchesReference()
{
    QFETCH(QString, name);
    torch::NoGradGuard noGrad;
    m_case = vbs::readJsonFile(caseFolder(name) / "case.json");
    m_inputs = vbs::readSafetensors(caseFolder(name) / "inputs.safetensors").tensors;
    m_expected = vbs::readSafetensors(caseFolder(name) / "outputs.safetensors").tensors;
    const std::string salt = m_case["salt"];
    const auto network = vbs::makeVisualBert(m_case["head"].get<std::string>(),
                                             vbs::readVisualBertConfig(caseFolder(name) / "config.json"));
    network->eval();
    vbs::fillByRule(*network, salt);
    for (const auto& item : network->named_parameters()) {
        if (m_case["weight_sums"].contains(item.key())) {
            const double sum = item.value().to(at::kDouble).sum().item<double>();
            QVERIFY2(std::abs(sum - m_case["weight_sums"][item.key()].get<double>()) < 1e-3, item.key().c_str());
        }
    }
    const vbs::Json& shape = m_case["visual_embeds"]["shape"];
    const auto width = shape.back().get<std::int64_t>(), regions = shape[shape.size() - 2].get<std::int64_t>();
    at::Tensor features = vbs::regionFeaturesByRule(
        salt, m_inputs.at("input_ids").numel() / m_inputs.at("input_ids").size(-1), regions, width);
    m_inputs["visual_embeds"] = features.view(shape.get<std::vector<std::int64_t>>());
    for (const bool packed : {false, true}) {
        if (packed)
            network->packForInference();
        vbs::VisualBertInputs inputs = vbs::visualBertInputsFrom(m_inputs, *network);
        compare("loss", network->forward(inputs).loss);
        inputs.labels = inputs.sentence_image_labels = at::Tensor();
        inputs.output_hidden_states = true;
        const vbs::VisualBertOutputs outputs = network->forward(inputs);
        compareHiddenStates(outputs, *network);
        if (outputs.logits.defined())
            compare("logits", outputs.logits);
        if (outputs.prediction_logits.defined()) {
            compare("seq_relationship_logits", outputs.seq_relationship_logits);
            compareWords(outputs.prediction_logits);
            inputs.prediction_positions = m_expected.at("prediction_logits.at");
            const at::Tensor some = network->forward(inputs).prediction_logits;
            QVERIFY(largestDifference(some.index_select(2, m_expected.at("prediction_logits.columns")),
                                      m_expected.at("prediction_logits.rows")) <= kTolerance);
        }
    }
}

void VisualBertFullSizeTest::compare(const std::string& name, const at::Tensor& actual)
{
    const double difference = largestDifference(actual, m_expected.at(name));
    QVERIFY2(difference <= kTolerance, qPrintable(QString("%1 differs by %2").arg(name.c_str()).arg(difference)));
}

void VisualBertFullSizeTest::compareHiddenStates(const vbs::VisualBertOutputs& outputs,
                                                 vbs::VisualBertPreTrainedModel& network)
{
    int compared = 0;
    for (std::size_t i = 0; i < outputs.hidden_states.size(); ++i) {
        const std::string name = "hidden_states." + std::to_string(i) + ".at";
        if (m_expected.count(name)) {
            compare(name, vbs::gatherPositions(outputs.hidden_states[i], m_expected.at("at")));
            ++compared;
        }
    }
    QVERIFY(compared >= 2);
    compare("last_hidden_state.at", vbs::gatherPositions(outputs.hidden_states.back(), m_expected.at("at")));
    auto* trunk = network.named_children()["visual_bert"]->as<vbs::VisualBertModelImpl>();
    compare("pooler_output", trunk->pooler(outputs.hidden_states.back()));
}

void VisualBertFullSizeTest::compareWords(const at::Tensor& logits)
{
    const at::Tensor rows = vbs::gatherPositions(logits, m_expected.at("prediction_logits.at"));
    QVERIFY(largestDifference(rows.index_select(2, m_expected.at("prediction_logits.columns")),
                              m_expected.at("prediction_logits.rows")) <= kTolerance);
    QVERIFY(rows.argmax(2).equal(m_expected.at("prediction_logits.argmax")));
    compare("prediction_logits.logsumexp", rows.logsumexp(2));
    const std::int64_t mask = m_inputs.at("input_ids")[0].eq(103).nonzero()[0].item<std::int64_t>();
    compare("prediction_logits.mask_row", logits[0][mask]);
}

VBS_TEST_MAIN(VisualBertFullSizeTest)
#include "visual_bert_full_size_slow_test.moc"
