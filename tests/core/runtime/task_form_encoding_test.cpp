#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/pack/known_checkpoints.h"
#include "core/runtime/prepared_question.h"
#include "core/runtime/task_text.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;

namespace {

using Ids = std::vector<std::int64_t>;

constexpr const char* kVocabulary =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n?\n.\nwhat\nis\nthis\na\npicture\ndog\nred\ntwo\n"
    "dogs\nhappening\ncasey\nruns\nwhy\nhe\nit\n";
constexpr std::int64_t kRegions = 2;

RegionStore::Entry picture()
{
    ExtractedRegions found;
    found.features = torch::full({kRegions, 8}, 0.25f);
    found.regions = {10, 10, std::vector<Region>(kRegions)};
    return std::make_shared<const ExtractedRegions>(std::move(found));
}

at::Tensor rows(const std::vector<Ids>& values)
{
    std::vector<at::Tensor> all;
    for (const Ids& row : values)
        all.push_back(torch::tensor(row));
    return torch::stack(all);
}

const KnownCheckpoint& known(const std::string& name)
{
    for (const KnownCheckpoint& one : knownCheckpoints())
        if (one.name == "uclanlp/visualbert-" + name)
            return one;
    throw std::runtime_error("no " + name);
}

VisualBertConfig tinyConfig()
{
    VisualBertConfig config;
    config.vocab_size = 22;
    config.hidden_size = 24;
    config.visual_embedding_dim = 8;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 3;
    config.intermediate_size = 32;
    config.max_position_embeddings = 160;
    config.initializer_range = 0.3;
    config.setNumLabels(4);
    return config;
}

/// A question on its way, with all that it points to.
struct Asked {
    InferenceRequest request;
    PreparedQuestion question;
    std::vector<bool> none;

    Asked(InferenceRequest asked, const TaskForm& form, const BertTokenizer& tokenizer, int pictures)
        : request(std::move(asked))
    {
        EncodingRules rules;
        rules.form = form;
        if (form.maxLength > 0)
            rules.longest = form.maxLength;
        question.request = &request;
        question.head = &headOf(request.task);
        for (int i = 0; i < pictures; ++i)
            question.sides.push_back({picture(), &none});
        question.encoded = question.head->encode(request, tokenizer, rules);
        prepareInputs(question, torch::kFloat, torch::kCPU);
    }
    Asked(const Asked&) = delete;
};

InferenceRequest asking(Task task, const std::string& text, std::vector<std::string> choices = {})
{
    InferenceRequest request;
    request.task = task;
    request.text = text;
    request.choices = std::move(choices);
    return request;
}

} // namespace

/// What the published checkpoints were taught with, as the loaders of uclanlp/visualbert wrote it, against what the
/// program asks with. The numbers are lines of kVocabulary, by hand.
class TaskFormEncodingTest : public QObject, TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tokenizer = std::make_unique<BertTokenizer>(write("vocab.txt", kVocabulary), true); }
    void families_data();
    void families();
    void theHeadReadsAtTheMask();
    void marks_data();
    void marks();
    void addedPiecesAreNotTheUsers();
    void theClassThatFits();
    void padding();
    void hiddenAnswersAreNotListed();
    void theUsualFormIsAsBefore();

private:
    std::unique_ptr<BertTokenizer> m_tokenizer;
};

void TaskFormEncodingTest::families_data()
{
    QTest::addColumn<QString>("checkpoint");
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("choices");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<std::vector<Ids>>("ids");
    QTest::addColumn<std::vector<Ids>>("types");
    QTest::addColumn<Ids>("visualTypes");
    QTest::addColumn<int>("readAt");
    const auto row = [](const char* name, Task task, const char* text, const QStringList& choices, int pictures,
                        const std::vector<Ids>& ids, const std::vector<Ids>& types, const Ids& visual, int readAt) {
        QTest::newRow(name) << name << int(task) << text << choices << pictures << ids << types << visual << readAt;
    };
    const Ids single{0, 0}, pair{0, 0, 1, 1};
    // [CLS] what is this ? [MASK] [SEP], read at the mask: sum of the attention mask - 2.
    row("vqa", Task::VisualQuestionAnswering, "What is this?", {}, 1, {{2, 7, 8, 9, 5, 4, 3}}, {{0, 0, 0, 0, 0, 0, 0}},
        single, 5);
    // [CLS] two dogs . [SEP], pooled
    row("nlvr2", Task::VisualReasoning, "Two dogs.", {}, 2, {{2, 14, 15, 6, 3}}, {{0, 0, 0, 0, 0}}, pair, 0);
    // [CLS] why is casey happening ? [SEP] he runs . [SEP]
    row("vcr", Task::MultipleChoice, "Why is Casey happening?", {"He runs.", "A dog."}, 1,
        {{2, 19, 8, 17, 16, 5, 3, 20, 18, 6, 3}, {2, 19, 8, 17, 16, 5, 3, 10, 12, 6, 3}},
        {{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1}, {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1}}, single, 0);
    // [CLS] this is a picture . [SEP] a [MASK] dog . [SEP], read at the mask
    for (const char* name : {"vqa-coco-pre", "nlvr2-coco-pre", "vcr-coco-pre"}) {
        row(name, Task::MaskedWords, "a [MASK] dog.", {}, 1, {{2, 9, 8, 10, 11, 6, 3, 10, 4, 12, 6, 3}},
            {{0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1}}, single, 8);
    }
    // [CLS] two [MASK] . [SEP]
    row("nlvr2-pre", Task::MaskedWords, "two [MASK].", {}, 2, {{2, 14, 4, 6, 3}}, {{0, 0, 0, 0, 0}}, pair, 2);
    // [CLS] what is this ? [MASK] [SEP]: the answer stands in the same sentence, without a full stop.
    row("vqa-pre", Task::MaskedWords, "What is this ? [MASK]", {}, 1, {{2, 7, 8, 9, 5, 4, 3}}, {{0, 0, 0, 0, 0, 0, 0}},
        single, 5);
    // [CLS] what is happening ? [SEP] casey [MASK] . [SEP]
    row("vcr-pre", Task::MaskedWords, "Casey [MASK].", {}, 1, {{2, 7, 8, 16, 5, 3, 17, 4, 6, 3}},
        {{0, 0, 0, 0, 0, 0, 1, 1, 1, 1}}, single, 7);
}

void TaskFormEncodingTest::families()
{
    QFETCH(QString, checkpoint);
    QFETCH(int, task);
    QFETCH(QString, text);
    QFETCH(QStringList, choices);
    QFETCH(int, pictures);
    QFETCH(std::vector<Ids>, ids);
    QFETCH(std::vector<Ids>, types);
    QFETCH(Ids, visualTypes);
    QFETCH(int, readAt);
    std::vector<std::string> given;
    for (const QString& choice : choices)
        given.push_back(choice.toStdString());
    const KnownCheckpoint& checkpointKnown = known(checkpoint.toStdString());
    const Asked asked(asking(Task(task), text.toStdString(), given), checkpointKnown.form, *m_tokenizer, pictures);
    VisualBertInputs inputs = asked.question.inputs;
    if (Task(task) == Task::MultipleChoice) {
        QCOMPARE(inputs.input_ids.dim(), 3);
        inputs.input_ids = inputs.input_ids.squeeze(0);
        inputs.token_type_ids = inputs.token_type_ids.squeeze(0);
        inputs.attention_mask = inputs.attention_mask.squeeze(0);
        inputs.visual_token_type_ids = inputs.visual_token_type_ids.squeeze(0);
        inputs.visual_attention_mask = inputs.visual_attention_mask.squeeze(0);
    }
    QVERIFY(torch::equal(inputs.input_ids, rows(ids)));
    QVERIFY(torch::equal(inputs.token_type_ids, rows(types)));
    QVERIFY(torch::equal(inputs.attention_mask, torch::ones_like(inputs.input_ids)));
    QVERIFY(torch::equal(inputs.visual_token_type_ids, rows(std::vector<Ids>(ids.size(), visualTypes))));
    QVERIFY(inputs.visual_attention_mask.eq(1).all().item<bool>());
    QCOMPARE(int(asked.question.head->readAt(asked.question.encoded)), readAt);
    if (Task(task) == Task::MaskedWords)
        QVERIFY(torch::equal(inputs.prediction_positions, torch::tensor({{std::int64_t(readAt)}})));
    QCOMPARE(checkpointKnown.form.fitsClass, checkpointKnown.packKey == "pretraining" ? 1 : 0);
}

void TaskFormEncodingTest::theHeadReadsAtTheMask()
{
    torch::manual_seed(11);
    const torch::NoGradGuard noGrad;
    VisualBertForQuestionAnsweringImpl network(tinyConfig());
    network.eval();
    const Asked asked(asking(Task::VisualQuestionAnswering, "is it a dog?"), known("vqa").form, *m_tokenizer, 1);
    const VisualBertInputs& inputs = asked.question.inputs;
    const Ids ids{2, 8, 21, 10, 12, 5, 4, 3};
    QVERIFY(torch::equal(inputs.input_ids, rows({ids})));
    const at::Tensor states = network.visual_bert->forward(inputs).last_hidden_state;
    const at::Tensor logits = network.forward(inputs).logits;
    for (std::int64_t at = 0; at < std::int64_t(ids.size()); ++at) {
        const bool same = torch::allclose(network.cls->forward(states.select(1, at)), logits, 1e-5, 1e-6);
        QCOMPARE(same, at == 6);
    }
}

void TaskFormEncodingTest::marks_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("suffix");
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<int>("own");
    const auto row = [](const char* typed, const char* suffix, const char* read, int own) {
        QTest::addRow("%s + %s", typed, suffix) << QByteArray(typed) << QByteArray(suffix) << QByteArray(read) << own;
    };
    row("what is this", "? [MASK]", "what is this? [MASK]", 12);
    row("what is this?", "? [MASK]", "what is this? [MASK]", 13);
    row("what is this?  ", "? [MASK]", "what is this? [MASK]", 13);
    row("what is this ?", "? [MASK]", "what is this ? [MASK]", 14);
    row("what is this.", "? [MASK]", "what is this? [MASK]", 13);
    row("what is this?!", "? [MASK]", "what is this? [MASK]", 13);
    row("what is this? [MASK]", "? [MASK]", "what is this? [MASK]", 20);
    row("what is this [MASK]", "? [MASK]", "what is this? [MASK]", 12);
    row("is [MASK] red?", "? [MASK]", "is [MASK] red? [MASK]", 14);
    row("a dog", " [MASK]", "a dog [MASK]", 5);
    row("a dog.", " [MASK]", "a dog. [MASK]", 6);
    row("a dog ", "", "a dog", 6);
}

void TaskFormEncodingTest::marks()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, suffix);
    QFETCH(QByteArray, read);
    QFETCH(int, own);
    TaskForm form;
    form.textSuffix = suffix.toStdString();
    const WrittenText result = written(typed.toStdString(), form, asQuestion);
    QCOMPARE(QByteArray::fromStdString(result.text), read);
    QCOMPARE(int(result.ownLength), own);
    for (const char* empty : {"", "  \n", "?", "[MASK]"})
        if (form.endsWithMask() && suffix.front() == '?')
            QVERIFY_EXCEPTION_THROWN(written(empty, form, asQuestion), Error);
}

void TaskFormEncodingTest::addedPiecesAreNotTheUsers()
{
    const Asked asked(asking(Task::VisualQuestionAnswering, "red dog"), known("vqa").form, *m_tokenizer, 1);
    const std::vector<TextToken>& tokens = asked.question.encoded.tokens.front();
    QCOMPARE(tokens.size(), std::size_t(6)); // [CLS] red dog ? [MASK] [SEP]
    QCOMPARE(tokens[2].begin, std::size_t(4));
    QCOMPARE(tokens[2].end, std::size_t(7));
    for (const std::size_t added : {3, 4}) {
        QCOMPARE(tokens[added].begin, std::size_t(7));
        QCOMPARE(tokens[added].end, std::size_t(7));
    }
    QVERIFY(!tokens[3].special);
    QVERIFY(tokens[4].special); // it is no word that an explanation could weigh or hide
    const Asked two(asking(Task::MaskedWords, "a [MASK] dog"), known("vqa-coco-pre").form, *m_tokenizer, 1);
    const std::vector<TextToken>& both = two.question.encoded.tokens.front();
    for (std::size_t i = 0; i < 7; ++i)
        QVERIFY(both[i].special && both[i].begin == both[i].end && !both[i].ofChoice);
    QCOMPARE(both[8].text, std::string("[MASK]"));
    QCOMPARE(two.question.encoded.spans, (std::vector<TextSpan>{{2, 8}}));
    QVERIFY(!both[8].special && !both[8].ofChoice);
    QCOMPARE(both[10].begin, std::size_t(12)); // the full stop that was added
    QCOMPARE(both[10].end, std::size_t(12));
}

void TaskFormEncodingTest::theClassThatFits()
{
    for (const int fits : {0, 1}) {
        for (const Task task : {Task::CaptionMatch, Task::MaskedWords}) {
            TaskForm form;
            form.fitsClass = fits;
            const Asked asked(asking(task, "a [MASK] dog"), form, *m_tokenizer, 1);
            VisualBertOutputs outputs;
            outputs.seq_relationship_logits = torch::tensor({{0.f, 2.f}});
            outputs.prediction_logits = torch::zeros({1, 1, 22});
            const auto names =
                std::make_shared<const std::vector<std::string>>(asked.question.head->names(*m_tokenizer, {}));
            InferenceResult result;
            readResult(asked.question, outputs, {asked.request, names}, result);
            const double expected = fits == 1 ? 0.880797 : 0.119203; // 1 / (1 + e^-2)
            QVERIFY(std::abs(result.match - expected) < 1e-5);
            if (task == Task::CaptionMatch) {
                const at::Tensor scores = asked.question.head->scores(outputs, asked.question.encoded);
                QCOMPARE(names->front(), std::string("fits"));
                QCOMPARE(scores[0][0].item<float>(), fits == 1 ? 2.f : 0.f);
            }
        }
    }
}

void TaskFormEncodingTest::padding()
{
    TaskForm form = known("vqa").form;
    form.maxLength = 16;
    form.padded = true;
    const Asked padded(asking(Task::VisualQuestionAnswering, "what is this"), form, *m_tokenizer, 1);
    const Asked plain(asking(Task::VisualQuestionAnswering, "what is this"), known("vqa").form, *m_tokenizer, 1);
    QVERIFY(torch::equal(padded.question.inputs.input_ids, rows({{2, 7, 8, 9, 5, 4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0}})));
    QCOMPARE(padded.question.inputs.attention_mask.sum().item<std::int64_t>(), std::int64_t(7));
    QCOMPARE(padded.question.encoded.tokens.front().size(), std::size_t(7));
    QCOMPARE(padded.question.head->readAt(padded.question.encoded), std::size_t(5));
    torch::manual_seed(5);
    const torch::NoGradGuard noGrad;
    VisualBertForQuestionAnsweringImpl network(tinyConfig());
    network.eval();
    QVERIFY(torch::allclose(network.forward(padded.question.inputs).logits,
                            network.forward(plain.question.inputs).logits, 1e-4, 1e-5));
    const PreparedQuestion* both[] = {&padded.question, &plain.question};
    const at::Tensor together = network.forward(joinedInputs(both)).logits;
    QVERIFY(torch::allclose(together[0], together[1], 1e-4, 1e-5));
    form.padded = false;
    form.maxLength = 8;
    QVERIFY_EXCEPTION_THROWN(
        Asked(asking(Task::VisualQuestionAnswering, "what is this what is this what"), form, *m_tokenizer, 1), Error);
}

void TaskFormEncodingTest::hiddenAnswersAreNotListed()
{
    Asked asked(asking(Task::VisualQuestionAnswering, "what is this"), known("vqa").form, *m_tokenizer, 1);
    asked.request.topK = 9;
    asked.request.named = {"<unk>"};
    asked.question.encoded.listed = torch::tensor({1, 2, 3}, torch::kLong);
    VisualBertOutputs outputs;
    outputs.logits = torch::tensor({{9.f, 1.f, 3.f, 2.f}});
    const auto names = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"no", "red", "yes"});
    InferenceResult result;
    readResult(asked.question, outputs, {asked.request, names}, result);
    QCOMPARE(result.answers.size(), std::size_t(3));
    QCOMPARE(result.answers.front().text, std::string("red"));
    double sum = 0;
    for (const Answer& answer : result.answers)
        sum += answer.probability;
    QVERIFY(std::abs(sum - 1) < 1e-6);
    QCOMPARE(result.allAnswers->probabilityOf("<unk>"), 0.);
}

void TaskFormEncodingTest::theUsualFormIsAsBefore()
{
    const Asked asked(asking(Task::VisualQuestionAnswering, "What is this"), {}, *m_tokenizer, 1);
    QVERIFY(torch::equal(asked.question.inputs.input_ids, rows({{2, 7, 8, 9, 5, 3}})));
    QVERIFY(torch::equal(asked.question.inputs.visual_token_type_ids, rows({{1, 1}})));
    QCOMPARE(asked.question.head->readAt(asked.question.encoded), std::size_t(4));
    const Asked pair(asking(Task::VisualReasoning, "two dogs"), {}, *m_tokenizer, 2);
    QVERIFY(torch::equal(pair.question.inputs.visual_token_type_ids, rows({{0, 0, 1, 1}})));
}

VBS_TEST_MAIN(TaskFormEncodingTest)
#include "task_form_encoding_test.moc"
