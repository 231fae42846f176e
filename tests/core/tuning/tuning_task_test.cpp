#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/regions/region_store.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/adamw.h"
#include "core/tuning/tuning_examples.h"
#include "core/tuning/tuning_split.h"
#include "tests/support/striped_extractor.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

namespace {

constexpr const char* kWords =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nis\nit\nred\nblue\nboth\nare\n?\n.\ncasey\nyes\nno\na\nman\n##ly\nand\nsky\n";
enum Word {
    Pad,
    Unk,
    Cls,
    Sep,
    Mask,
    Is,
    It,
    Red,
    Blue,
    Both,
    Are,
    Question,
    Stop,
    Casey,
    Yes,
    No,
    A,
    Man,
    Ly,
    And,
    Sky
};

std::vector<std::int64_t> numbers(const at::Tensor& tensor)
{
    const at::Tensor whole = tensor.to(torch::kLong).contiguous().flatten();
    return {whole.data_ptr<std::int64_t>(), whole.data_ptr<std::int64_t>() + whole.numel()};
}

using Numbers = std::vector<std::int64_t>;

} // namespace

// The data sets are made up: two pictures, red (20 pixels wide, two stripes) and blue (30 pixels, three stripes).
class TuningTaskTest : public QObject, private TextFiles {
    Q_OBJECT

    std::unique_ptr<BertTokenizer> m_tokenizer;
    StripedExtractor m_extractor;
    BackgroundWork m_work;
    RegionStore m_known{{}, m_work};
    std::unique_ptr<TuningRegionStore> m_regions;
    TuningSetup m_setup;

    using Color = std::array<std::uint8_t, 3>;
    /// The right half may have another colour.
    void paint(const char* name, int width, Color color, std::optional<Color> right = std::nullopt) const
    {
        RgbImage image(width, 20);
        for (int i = 0; i < width * image.height; ++i)
            std::ranges::copy(2 * (i % width) < width ? color : right.value_or(color), image.pixels.begin() + 3 * i);
        writeImage(path(name), image);
    }

    std::unique_ptr<TuningExamples> read(const char* task);
    void checkRegions(const VisualBertInputs& inputs) const;

private Q_SLOTS:
    void initTestCase()
    {
        m_tokenizer = std::make_unique<BertTokenizer>(write("vocab.txt", kWords));
        m_setup.tokenizer = m_tokenizer.get();
        m_setup.maxTokens = 16;
        m_regions = std::make_unique<TuningRegionStore>(path("regions"), m_extractor, m_known);
        for (const char* name : {"images/own_x_000000000001.png", "images/dev-0-0-img0.png", "images/r.png"})
            paint(name, 20, {255, 0, 0});
        for (const char* name : {"images/own_x_000000000002.png", "images/dev-0-0-img1.png", "images/b.png"})
            paint(name, 30, {0, 0, 255});
        paint("images/36.png", 20, {255, 0, 0}, Color{0, 255, 0});
    }

    void examplesThatCannotBeUsedAreNamed()
    {
        const TuningFiles files{write("gaps.json", R"({"identifier":"dev-0-0-0","sentence":"both.","label":"False"}
{"identifier":"dev-9-0-0","sentence":"no picture","label":"True"}
{"identifier":"dev-0-0-1","sentence":" ","label":"True"}
{"identifier":"dev-0-0-2","sentence":"nobody knows"})"),
                                {},
                                path("images")};
        const auto examples = openTuningExamples(tuningTask("nlvr2"), files, m_setup);
        QCOMPARE(examples->count(), std::size_t(1));
        QCOMPARE(examples->leftOut().size(), std::size_t(2));
        QCOMPARE(examples->leftOut()[0].example, std::string("dev-9-0-0"));
        QVERIFY2(examples->leftOut()[0].reason.find("needs the picture dev-9-0-img0, which is not in") !=
                     std::string::npos,
                 examples->leftOut()[0].reason.c_str());
        const std::vector<std::size_t> one{0};
        QCOMPARE(examples->remarks(one).front(), std::string("1 examples without an annotation are left out."));
        const TuningFiles none{
            write("none.json", R"({"identifier":"dev-9-0-0","sentence":"a","label":"True"})"), {}, path("images")};
        try {
            openTuningExamples(tuningTask("nlvr2"), none, m_setup);
            QFAIL("there is nothing to learn");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("None of the 1 examples") && QString(e.what()).contains("dev-9-0-img0"),
                     e.what());
        }
    }

    void vqaBatch()
    {
        const auto examples = read("vqa");
        QCOMPARE(examples->count(), std::size_t(2));
        const std::vector<std::size_t> both{0, 1};
        const std::vector<std::string> names = examples->suggestLabelNames(both, 10);
        QVERIFY((names == std::vector<std::string>{"red", "blue", "yes"})); // 11, 7 and 2 people
        QCOMPARE(examples->suggestLabelNames(both, 1).size(), std::size_t(1));
        examples->setLabelNames({"blue", "red"});
        QVERIFY2(QString::fromStdString(examples->remarks(both).back()).contains("90.0 %"),
                 examples->remarks(both).back().c_str());
        const VisualBertInputs inputs = examples->batch(both, *m_regions);
        QCOMPARE(numbers(inputs.input_ids),
                 (Numbers{Cls, Is, It, Red, Question, Sep, Cls, Is, It, Question, Sep, Pad}));
        QCOMPARE(numbers(inputs.attention_mask), (Numbers{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0}));
        QCOMPARE(numbers(inputs.token_type_ids), Numbers(12, 0));
        QVERIFY(inputs.labels.allclose(torch::tensor({{1.f / 3, 1.f}, {1.f, 2.f / 3}})));
        checkRegions(inputs);
        ScoreSum score;
        examples->score(both, torch::tensor({{0.f, 1.f}, {0.f, 1.f}}), *m_regions, score); // "red" for both
        // 9 of 10: each of the nine sees eight others, the tenth nine. 2 of 10: 2 times 1/3, 8 times 2/3.
        QVERIFY(std::abs(score.means().at("accuracy") - (1 + 0.6) / 2) < 1e-9);
        QVERIFY(std::abs(score.means().at("accuracy other") - 0.6) < 1e-9);
    }

    /// Learning sees what asking sees: questions with "? [MASK]", regions of the types that the form says.
    void theFormOfTheStart()
    {
        const TuningSetup usual = m_setup;
        m_setup.form.textSuffix = "? [MASK]";
        m_setup.form.visualType = 0;
        m_setup.form.leftType = 1;
        m_setup.form.rightType = 0;
        const std::vector<std::size_t> both{0, 1};
        const auto questions = read("vqa");
        questions->setLabelNames({"blue", "red"});
        const VisualBertInputs asked = questions->batch(both, *m_regions);
        m_setup.form.textSuffix = "";
        const VisualBertInputs pairs = read("nlvr2")->batch(both, *m_regions);
        m_setup = usual;
        QCOMPARE(numbers(asked.input_ids),
                 (Numbers{Cls, Is, It, Red, Question, Mask, Sep, Cls, Is, It, Question, Mask, Sep, Pad}));
        QVERIFY(asked.visual_token_type_ids.masked_select(asked.visual_attention_mask.gt(0)).eq(0).all().item<bool>());
        QCOMPARE(numbers(pairs.visual_token_type_ids), (Numbers{1, 1, 0, 0, 0, 1, 1, 0, 0, 0}));
    }

    void scoredAnswersAreLabels()
    {
        const auto examples = openTuningExamples(
            tuningTask("vqa"),
            {write("lxmert.json", R"([{"img_id":"r","sent":"is it red","label":{"red":1,"blue":0.3},"question_id":7},
                                      {"img_id":"b","sent":"nobody knows","label":{},"question_id":8}])"),
             {},
             path("images")},
            m_setup);
        QCOMPARE(examples->count(), std::size_t(1));
        const std::vector<std::size_t> one{0};
        examples->setLabelNames({"blue", "green"});
        QVERIFY(examples->batch(one, *m_regions).labels.allclose(torch::tensor({{.3f, 0.f}})));
        QVERIFY2(QString::fromStdString(examples->remarks(one).back()).contains("23.1 %"),
                 examples->remarks(one).back().c_str());
        ScoreSum score;
        examples->score(one, torch::tensor({{1.f, 0.f}}), *m_regions, score);
        QVERIFY(std::abs(score.means().at("accuracy") - 0.3) < 1e-9);
    }

    void nlvr2Batch()
    {
        const auto examples = read("nlvr2");
        QCOMPARE(examples->groupOf(0), std::string("dev-0"));
        const std::vector<std::size_t> both{0, 1};
        const VisualBertInputs inputs = examples->batch(both, *m_regions);
        QCOMPARE(numbers(inputs.input_ids), (Numbers{Cls, Both, Are, Red, Stop, Sep, Cls, Blue, Stop, Sep, Pad, Pad}));
        QVERIFY(inputs.visual_embeds.sizes() == at::IntArrayRef({2, 5, 4}));
        QCOMPARE(numbers(inputs.visual_token_type_ids), (Numbers{0, 0, 1, 1, 1, 0, 0, 1, 1, 1}));
        QCOMPARE(numbers(inputs.visual_attention_mask), Numbers(10, 1));
        QVERIFY(inputs.visual_embeds[0][1].allclose(torch::tensor({1.f, 0.f, 0.f, 1.f})));
        QVERIFY(inputs.visual_embeds[0][2].allclose(torch::tensor({0.f, 0.f, 1.f, 1.f})));
        QCOMPARE(numbers(inputs.labels), (Numbers{0, 1}));
        ScoreSum score;
        examples->score(both, torch::tensor({{1.f, 0.f}, {1.f, 0.f}}), *m_regions, score);
        QCOMPARE(score.means().at("accuracy"), 0.5);
    }

    void vcrBatch()
    {
        const auto examples = read("vcr");
        const std::vector<std::size_t> both{0, 1};
        const VisualBertInputs inputs = examples->batch(both, *m_regions);
        QVERIFY(inputs.input_ids.sizes() == at::IntArrayRef({2, 2, 9}));
        QCOMPARE(numbers(inputs.input_ids[0]), (Numbers{Cls, Is, Casey, Red, Question, Sep, Yes, Sep, Pad, Cls, Is,
                                                        Casey, Red, Question, Sep, No, Casey, Sep}));
        QCOMPARE(numbers(inputs.token_type_ids[0]), (Numbers{0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1}));
        QCOMPARE(numbers(inputs.attention_mask[0][0]), (Numbers{1, 1, 1, 1, 1, 1, 1, 1, 0}));
        QVERIFY(inputs.visual_embeds.sizes() == at::IntArrayRef({2, 2, 3, 4}));
        // The first picture's regions are its one box that has an area, the second's what the extractor finds.
        QCOMPARE(numbers(inputs.visual_attention_mask), (Numbers{1, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1}));
        QCOMPARE(numbers(inputs.labels), (Numbers{1, 0}));
        m_setup.vcrMode = VcrMode::Rationale;
        QVERIFY_THROWS_EXCEPTION(Error, read("vcr"));
        m_setup.vcrMode = VcrMode::Answer;
    }

    void flickrBatch()
    {
        const auto examples = read("flickr");
        QCOMPARE(examples->count(), std::size_t(2)); // the third caption has no phrase with a box
        const std::vector<std::size_t> both{0, 1};
        const VisualBertInputs inputs = examples->batch(both, *m_regions);
        QCOMPARE(numbers(inputs.input_ids),
                 (Numbers{Cls, A, Man, Ly, And, Sky, Stop, Sep, Cls, Blue, Sky, Stop, Sep, Pad, Pad, Pad}));
        QCOMPARE(numbers(inputs.region_to_phrase_position), (Numbers{3, 5, 2, -1}));
        // "a manly" has the left stripe, "sky" a box over both; "blue sky" is the same thing.
        QVERIFY(inputs.labels.allclose(torch::tensor({{{1.f, 0.f}, {.5f, .5f}}, {{.5f, .5f}, {0.f, 0.f}}})));
        ScoreSum score;
        examples->score(both, torch::tensor({{{0.f, 1.f}, {0.f, 1.f}}, {{1.f, 0.f}, {0.f, 0.f}}}), *m_regions, score);
        QVERIFY(std::abs(score.means().at("accuracy") - 2. / 3) < 1e-9);
        QCOMPARE(score.means().at("recall at 5"), 1.);
        QCOMPARE(score.means().at("upper bound"), 1.);
    }

    void aStepLowersTheLoss_data()
    {
        QTest::addColumn<QString>("name");
        for (const TuningTask& task : tuningTasks())
            QTest::newRow(std::string(task.name).c_str()) << QString::fromStdString(std::string(task.name));
    }

    void aStepLowersTheLoss()
    {
        QFETCH(QString, name);
        const TuningTask& task = tuningTask(name.toStdString());
        const auto examples = read(std::string(task.name).c_str());
        VisualBertConfig config;
        config.vocab_size = 21;
        config.hidden_size = 16;
        config.visual_embedding_dim = 4;
        config.num_hidden_layers = 2;
        config.num_attention_heads = 2;
        config.intermediate_size = 24;
        config.max_position_embeddings = 16;
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0;
        config.initializer_range = 0.2;
        config.pad_token_id = 0;
        const std::vector<std::size_t> both{0, 1};
        examples->setLabelNames(examples->suggestLabelNames(both, 100));
        if (!examples->labelNames().empty())
            config.id2label = examples->labelNames();
        torch::manual_seed(4);
        const auto network = makeVisualBert(task.architecture(), config);
        AdamW optimizer(*network, {});
        const VisualBertInputs inputs = examples->batch(both, *m_regions);
        const at::Tensor before = network->forward(inputs).loss;
        before.backward();
        optimizer.step(1e-3);
        const at::Tensor after = network->forward(inputs).loss;
        QVERIFY(std::isfinite(before.item<double>()));
        QVERIFY2(after.item<double>() < before.item<double>(),
                 qPrintable(QString("%1 -> %2").arg(before.item<double>()).arg(after.item<double>())));
    }

    void picturesAreHeldOutWhole()
    {
        const auto examples = read("vqa");
        const TuningSplit split = splitExamples(*examples, 0.01, 3);
        QCOMPARE(split.heldOut.size(), std::size_t(1));
        QCOMPARE(split.training.size(), std::size_t(1));
        QCOMPARE(splitExamples(*examples, 0, 3).heldOut.size(), std::size_t(0));
        QCOMPARE(splitExamples(*read("nlvr2"), 0.5, 3).heldOut.size(), std::size_t(0)); // one group
    }

    void stepsGoThroughEveryExample()
    {
        TuningOrder order({3, 4, 5, 6, 7}, 2, 9), other({3, 4, 5, 6, 7}, 2, 9);
        std::multiset<std::size_t> seen;
        std::vector<std::size_t> last;
        for (std::size_t step = 0; step < 5; ++step) {
            last = order.ofStep(step);
            seen.insert(last.begin(), last.end());
        }
        QVERIFY((seen == std::multiset<std::size_t>{3, 3, 4, 4, 5, 5, 6, 6, 7, 7}));
        QVERIFY(other.ofStep(4) == last);
    }

    void unknownTasksAreNamed()
    {
        try {
            tuningTask("gqa");
            QFAIL("found");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains("vqa, nlvr2, vcr, flickr"), e.what());
        }
    }
};

/// Two regions for the red picture, three for the blue one.
void TuningTaskTest::checkRegions(const VisualBertInputs& inputs) const
{
    QVERIFY(inputs.visual_embeds.sizes() == at::IntArrayRef({2, 3, 4}));
    QCOMPARE(numbers(inputs.visual_attention_mask), (Numbers{1, 1, 0, 1, 1, 1}));
    QVERIFY(inputs.visual_embeds[0][1].allclose(torch::tensor({1.f, 0.f, 0.f, 1.f})));
    QVERIFY(inputs.visual_embeds[0][2].allclose(torch::zeros({4})));
    QVERIFY(inputs.visual_embeds[1][2].allclose(torch::tensor({0.f, 0.f, 1.f, 1.f})));
}

std::unique_ptr<TuningExamples> TuningTaskTest::read(const char* task)
{
    std::string nine, eight;
    for (int i = 0; i < 9; ++i)
        nine += R"({"answer":"Red "},)";
    for (int i = 0; i < 6; ++i)
        eight += R"({"answer":"blue"},)";
    write("questions.json", R"({"data_type":"own","data_subtype":"x","questions":[
        {"question_id":10,"image_id":1,"question":"Is it red?"},{"question_id":20,"image_id":2,"question":"Is it."},
        {"question_id":30,"image_id":2,"question":"nobody answered"}]})");
    write("answers.json", R"({"annotations":[
        {"question_id":20,"image_id":2,"answers":[)" +
                              eight + R"({"answer":"yes"},{"answer":"yes"},{"answer":"red"},{"answer":"red"}],
         "answer_type":"other"},
        {"question_id":10,"image_id":1,"answers":[)" +
                              nine + R"({"answer":"blue"}]}]})");
    write("dev.json", R"({"identifier":"dev-0-0-0","sentence":"both are red.","label":"False"}
{"identifier":"dev-0-0-1","sentence":"blue","label":"True"})");
    write("images/r.json", R"({"boxes":[[0,0,10,20,0.9],[5,5,5,9,0.9]],"width":20,"height":20})");
    write(
        "val.jsonl",
        R"({"img_fn":"r.png","metadata_fn":"r.json","objects":["person","man"],"question":["is",[0],"red","?"],"answer_choices":[["yes"],["no",[0]]],"answer_label":1}
{"img_fn":"b.png","objects":["person"],"question":["is","it","?"],"answer_choices":[["yes","."],["no","."]],"answer_label":0})");
    write("entities/Sentences/36.txt", "[/EN#1/people a manly] and [/EN#2/scene sky]\n[/EN#2/scene blue "
                                       "sky].\n[/EN#0/notvisual it] is [/EN#3/other red].\n");
    write("entities/Annotations/36.xml",
          R"(<annotation><filename>36.jpg</filename><size><width>40</width><height>40</height></size>
        <object><name>1</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>20</xmax><ymax>40</ymax></bndbox></object>
        <object><name>2</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>40</xmax><ymax>40</ymax></bndbox></object></annotation>)");
    const std::map<std::string, TuningFiles> files{
        {"vqa", {path("questions.json"), path("answers.json"), path("images")}},
        {"nlvr2", {path("dev.json"), {}, path("images")}},
        {"vcr", {path("val.jsonl"), {}, path("images")}},
        {"flickr", {path("entities"), {}, path("images")}}};
    return openTuningExamples(tuningTask(task), files.at(task), m_setup);
}

VBS_TEST_MAIN(TuningTaskTest)
#include "tuning_task_test.moc"
