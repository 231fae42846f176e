#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/runtime/prepared_question.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;

namespace {

constexpr const char* kVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n?\n.\nis\nrun\n##ning\ncase\n##y\nriley\nto\n"
                                    "the\ncar\nno\n";

TaskForm vcrForm()
{
    TaskForm form;
    form.readAt = FormReadAt::Pooler;
    form.visualType = 0;
    form.tellsBoxes = true;
    return form;
}

RegionStore::Entry pictureOf(std::int64_t boxes, bool whole)
{
    ExtractedRegions found;
    const std::int64_t count = boxes + (whole ? 1 : 0);
    found.features = torch::rand({count, 8});
    found.regions = {10, 10, std::vector<Region>(std::size_t(count))};
    if (whole)
        found.regions.regions.front().wholeImage = true;
    return std::make_shared<const ExtractedRegions>(std::move(found));
}

/// "Is Casey running to the car?" with the choices "Riley is running." and "No.": Casey is box 0, Riley 1, the car 2.
InferenceRequest vcrRequest()
{
    InferenceRequest request;
    request.task = Task::MultipleChoice;
    request.text = "Is Casey running to the car?";
    request.choices = {"Riley is running.", "No."};
    request.boxes = {{0, 0, 4, 9}, {5, 0, 9, 9}, {0, 5, 9, 9}};
    request.mentions = {{-1, {3, 8}, 0}, {-1, {24, 27}, 2}, {0, {0, 5}, 1}};
    return request;
}

struct AskedOfBoxes {
    InferenceRequest request;
    PreparedQuestion question;
    std::vector<bool> none;

    AskedOfBoxes(InferenceRequest asked, const BertTokenizer& tokenizer, const TaskForm& form, bool whole = false)
        : request(std::move(asked))
    {
        EncodingRules rules;
        rules.form = form;
        question.request = &request;
        question.head = &headOf(request.task);
        question.sides.push_back({pictureOf(std::int64_t(request.boxes.size()), whole), &none});
        question.encoded = question.head->encode(request, tokenizer, rules);
        prepareInputs(question, torch::kFloat, torch::kCPU);
    }
    AskedOfBoxes(const AskedOfBoxes&) = delete;

    const at::Tensor& alignment() const { return question.inputs.image_text_alignment; }
};

VisualBertConfig networkConfig()
{
    VisualBertConfig config;
    config.vocab_size = 17;
    config.hidden_size = 24;
    config.visual_embedding_dim = 8;
    config.num_hidden_layers = 2;
    config.num_attention_heads = 3;
    config.intermediate_size = 32;
    config.max_position_embeddings = 64;
    config.initializer_range = 0.3;
    return config;
}

} // namespace

/// Which words name which box, as published VCR models were taught to know (uclanlp/visualbert: dataloaders/vcr.py).
class BoxWordsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        torch::manual_seed(3);
        m_tokenizer = std::make_unique<BertTokenizer>(write("vocab.txt", kVocabulary), true);
    }

    void placesAreThoseOfTheFirstPieces()
    {
        const AskedOfBoxes asked(vcrRequest(), *m_tokenizer, vcrForm());
        // 0 [CLS], 1 is, 2 case, 3 ##y, 4 run, 5 ##ning, 6 to, 7 the, 8 car, 9 ?, 10 [SEP], 11 riley
        const at::Tensor expected = torch::tensor({2, 11, 8, 2, -1, 8}, torch::kLong).view({1, 2, 3, 1});
        QVERIFY(torch::equal(asked.alignment(), expected));
    }

    void theWholePictureStandsBeforeTheBoxes()
    {
        InferenceRequest request = vcrRequest();
        request.mentions.push_back({1, {0, 2}, 0}); // "No" of the second choice means Casey, too
        const AskedOfBoxes asked(request, *m_tokenizer, vcrForm(), true);
        const at::Tensor expected = torch::tensor(
            {{{-1, -1}, {2, -1}, {11, -1}, {8, -1}}, {{-1, -1}, {2, 11}, {-1, -1}, {8, -1}}}, torch::kLong);
        QVERIFY(torch::equal(asked.alignment(), expected.unsqueeze(0)));
    }

    void othersAreToldNothing()
    {
        QVERIFY(!AskedOfBoxes(vcrRequest(), *m_tokenizer, {}).alignment().defined());
        InferenceRequest request = vcrRequest();
        request.mentions.clear();
        QVERIFY(!AskedOfBoxes(request, *m_tokenizer, vcrForm()).alignment().defined());
    }

    void theNetworkSeesThem()
    {
        const torch::NoGradGuard noGrad;
        VisualBertForMultipleChoiceImpl network(networkConfig());
        network.eval();
        const AskedOfBoxes asked(vcrRequest(), *m_tokenizer, vcrForm());
        VisualBertInputs inputs = asked.question.inputs;
        const at::Tensor logits = network.forward(inputs).logits;
        // As the reference wants it: (choices, regions, entries), with another order and more room.
        inputs.image_text_alignment =
            torch::tensor({{{-1, 2}, {-1, 11}, {-1, 8}}, {{-1, 2}, {-1, -1}, {-1, 8}}}, torch::kLong);
        QVERIFY(torch::allclose(network.forward(inputs).logits, logits, 1e-5, 1e-6));
        inputs.image_text_alignment = at::Tensor();
        QVERIFY(!torch::allclose(network.forward(inputs).logits, logits, 1e-4, 1e-4));
    }

    void questionsTogetherKeepTheirOwn()
    {
        const torch::NoGradGuard noGrad;
        VisualBertForMultipleChoiceImpl network(networkConfig());
        network.eval();
        const AskedOfBoxes one(vcrRequest(), *m_tokenizer, vcrForm());
        InferenceRequest shorter = vcrRequest();
        shorter.text = "Is Casey to run?";
        shorter.boxes.pop_back();
        shorter.mentions = {{-1, {3, 8}, 1}, {-1, {9, 11}, 1}};
        const AskedOfBoxes two(shorter, *m_tokenizer, vcrForm());
        const std::vector<const PreparedQuestion*> both{&one.question, &two.question};
        const at::Tensor together = network.forward(joinedInputs(both)).logits;
        QVERIFY(torch::allclose(together[0], network.forward(one.question.inputs).logits[0], 1e-4, 1e-5));
        QVERIFY(torch::allclose(together[1], network.forward(two.question.inputs).logits[0], 1e-4, 1e-5));
    }

private:
    std::unique_ptr<BertTokenizer> m_tokenizer;
};

VBS_TEST_MAIN(BoxWordsTest)
#include "box_words_test.moc"
