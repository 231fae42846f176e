#include "tests/support/oracle_extractor.h"

#include "core/base/file_io.h"
#include "core/picture_book/scenes/scene_vocabulary.h"
#include "core/picture_book/training/example_sources.h"
#include "core/picture_book/training/example_sources_support.h"
#include "core/picture_book/training/scene_accuracy.h"
#include "core/picture_book/training/starting_values.h"
#include "core/tuning/adamw.h"
#include "tests/support/test_main.h"

#include <torch/utils.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class ExampleSourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        torch::set_num_threads(1);
        std::string text;
        for (const std::string& token : sceneVocabulary())
            text += token + "\n";
        const std::filesystem::path file = m_folder.filePath("vocab.txt").toStdString();
        writeFileAtomically(file, text);
        m_tokenizer = std::make_unique<BertTokenizer>(file);
        OracleExtractor oracle(5);
        m_bank = std::make_unique<RegionBank>(buildRegionBank(oracle, 5, 0, 150, {}, {}));
    }

    void startsWithStructure()
    {
        SourceContext context = makeContext();
        const double fit = setStructuredStartingValues(*context.net, *m_tokenizer, *m_bank, 3);
        // One-hot appearance explains the sum of its words almost wholly.
        QVERIFY2(fit > 0.98, qPrintable(QString::number(fit)));
        torch::NoGradGuard noGrad;
        // The alignment head, never trained, already prefers the region that a phrase names.
        auto& words = context.net->visual_bert->embeddings->word_embeddings->weight;
        auto& projection = context.net->visual_bert->embeddings->visual_projection;
        const Scene& scene = m_bank->scenes[0];
        const auto region = projection(m_bank->features[0][1]).slice(0, 0, 142);
        int best = -1;
        double highest = -1e9;
        for (int c = 0; c < 16; ++c) {
            const double match = (region * words[*m_tokenizer->idOf(kSceneCategories[std::size_t(c)])].slice(0, 0, 142))
                                     .sum()
                                     .item<double>();
            if (match > highest) {
                highest = match;
                best = c;
            }
        }
        QCOMPARE(best, scene.objects[0].category);
    }

    /// Two heads of the fifth layer look at one picture of a pair each, before anything is trained.
    void startTellsPicturesApart()
    {
        SourceContext context = makeContext();
        setStructuredStartingValues(*context.net, *m_tokenizer, *m_bank, 3);
        torch::NoGradGuard noGrad;
        const TextBatch text =
            padTexts({encodeText(*m_tokenizer, "Both images contain a ball.")}, m_tokenizer->padId());
        const RegionBank::Regions regions = m_bank->takePairs({0}, {1});
        VisualBertInputs inputs;
        inputs.input_ids = text.inputIds;
        inputs.attention_mask = text.attentionMask;
        inputs.visual_embeds = regions.features;
        inputs.visual_attention_mask = regions.mask;
        inputs.visual_token_type_ids = regions.types;
        inputs.output_attentions = true;
        const at::Tensor toRegions = context.net->visual_bert->forward(inputs).attentions.at(4)[0].select(1, 0).slice(
            1, text.inputIds.size(1)); // [heads, regions], of [CLS]
        const at::Tensor isLeft = regions.types[0].eq(0);
        for (const int head : {2, 3}) {
            const double left = toRegions[head].masked_select(isLeft).sum().item<double>();
            const double right = toRegions[head].masked_select(isLeft.logical_not()).sum().item<double>();
            QVERIFY2(head == 2 ? left > 3 * right : right > 3 * left,
                     qPrintable(QString("%1 %2").arg(left).arg(right)));
        }
    }

    void sameSeedGivesTheSameStart()
    {
        SourceContext one = makeContext(), two = makeContext();
        setStructuredStartingValues(*one.net, *m_tokenizer, *m_bank, 3);
        setStructuredStartingValues(*two.net, *m_tokenizer, *m_bank, 3);
        const auto a = one.net->parameters(), b = two.net->parameters();
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY(torch::equal(a[i], b[i]));
    }

    void lossesFall_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("measure");
        QTest::newRow("captions") << 0 << "align";
        QTest::newRow("questions") << 1 << "vqa";
        QTest::newRow("statements") << 2 << "match";
        QTest::newRow("selection") << 3 << "counted";
        QTest::newRow("pairs") << 4 << "sides";
        QTest::newRow("choices") << 5 << "choice";
    }
    /// Each source alone moves its own head and the trunk: its measure falls within a few steps.
    void lossesFall()
    {
        QFETCH(int, kind);
        QFETCH(QString, measure);
        SourceContext context = makeContext();
        setStructuredStartingValues(*context.net, *m_tokenizer, *m_bank, 3);
        const auto source = kind == 0   ? makeCaptionSource(12)
                            : kind == 1 ? makeQuestionSource(16)
                            : kind == 2 ? makeVerificationSource(16)
                            : kind == 3 ? makeSelectionSource(16)
                            : kind == 4 ? makePairSource(16)
                                        : makeChoiceSource(6);
        StageOptions stage;
        const auto types = allQuestionTypes();
        stage.questionTypes.assign(types.begin(), types.end());
        stage.regionQuestionTypes = {QuestionType::Count, QuestionType::Extreme};
        AdamW optimizer(*context.net, {});
        double early = 0, late = 0;
        constexpr int kSteps = 33;
        for (int step = 0; step < kSteps; ++step) {
            // The same few batches again and again: what is tested is that gradients reach where they should.
            Rng rng(std::uint64_t(step % 3));
            Measures measures;
            optimizer.zeroGradients();
            const at::Tensor loss = source->loss(context, stage, rng, measures);
            QVERIFY(std::isfinite(loss.item<double>()));
            loss.backward();
            optimizer.step(1e-3);
            (step < 3 ? early : step >= kSteps - 3 ? late : m_unused) += measures.at(measure.toStdString()) / 3;
        }
        QVERIFY2(late < 0.8 * early, qPrintable(QString("%1 -> %2").arg(early).arg(late)));
    }

    void alignmentLossIgnoresAbsentPhrases()
    {
        PhraseLabels labels{torch::tensor({{2, -1}}, torch::kLong), torch::zeros({1, 2, kBankRegions})};
        labels.regions[0][0][1] = 1;
        const auto scores = torch::tensor({1.f, 3.f, 0.f, 9.f, 9.f, 9.f}).view({1, 2, 3});
        const double expected = std::log(std::exp(1.) + std::exp(3.) + std::exp(0.)) - 3;
        QVERIFY(std::abs(alignmentLoss(scores, labels).item<double>() - expected) < 1e-5);
    }

    void accuracyCoversEveryType()
    {
        SourceContext context = makeContext();
        setStructuredStartingValues(*context.net, *m_tokenizer, *m_bank, 3);
        torch::NoGradGuard noGrad;
        const Measures measures = measureVqaAccuracy(context, *m_bank, 4);
        QCOMPARE(measures.size(), std::size_t(kQuestionTypes) + 1); // and all together
        for (const auto& [name, value] : measures)
            QVERIFY2(value >= 0 && value <= 1, name.c_str());
    }

    void sourcesMeasureTheirOwnAccuracy()
    {
        SourceContext context = makeContext();
        setStructuredStartingValues(*context.net, *m_tokenizer, *m_bank, 3);
        torch::NoGradGuard noGrad;
        const auto captions = makeCaptionSource(4), statements = makeVerificationSource(4), pairs = makePairSource(4),
                   choices = makeChoiceSource(4);
        const std::vector<ExampleSource*> sources{captions.get(), statements.get(), pairs.get(), choices.get()};
        const Measures once = measureSourceAccuracy(context, *m_bank, {}, sources, 3);
        std::vector<std::string> names;
        for (const auto& [name, value] : once) {
            names.push_back(name);
            QVERIFY2(value >= 0 && value <= 1, name.c_str());
        }
        QCOMPARE(names,
                 (std::vector<std::string>{"align right", "choice right", "match right", "nlvr right", "words right"}));
        QVERIFY(measureSourceAccuracy(context, *m_bank, {}, sources, 3) == once); // the same examples
    }

    void pairsKeepTheirSides()
    {
        const RegionBank::Regions pair = m_bank->takePairs({3, 7}, {9, 2});
        const RegionBank::Regions left = m_bank->take({3, 7}), right = m_bank->take({9, 2});
        const auto leftCount = left.mask.size(1);
        QVERIFY(torch::equal(pair.features.slice(1, 0, leftCount), left.features));
        QVERIFY(torch::equal(pair.features.slice(1, leftCount), right.features));
        QVERIFY(torch::equal(pair.types.slice(1, 0, leftCount), torch::zeros_like(left.mask)));
        QVERIFY(torch::equal(pair.types.slice(1, leftCount), torch::ones_like(right.mask)));
        QVERIFY(torch::equal(pair.mask.slice(1, leftCount), right.mask));
    }

    void choicesAreSecondSentences()
    {
        const ChoiceQuestion question{"where", "where is the cup?", {"it is left of the house", "no"}, 0};
        const TextBatch texts = choiceTexts(*m_tokenizer, {question});
        QCOMPARE(texts.inputIds.size(0), 2);
        const Encoding pair = m_tokenizer->encode("where is the cup?", "no");
        const auto count = std::int64_t(pair.inputIds.size());
        QVERIFY(torch::equal(texts.inputIds[1].slice(0, 0, count), torch::tensor(pair.inputIds)));
        QVERIFY(torch::equal(texts.tokenTypeIds[1].slice(0, 0, count), torch::tensor(pair.tokenTypeIds)));
        QVERIFY(texts.attentionMask[1].slice(0, count).eq(0).all().item<bool>());
    }

private:
    SourceContext makeContext() const
    {
        VisualBertConfig config;
        config.vocab_size = std::int64_t(m_tokenizer->vocabularySize());
        config.hidden_size = 192;
        config.num_hidden_layers = 6;
        config.num_attention_heads = 4;
        config.intermediate_size = 64;
        config.visual_embedding_dim = m_bank->featureSize();
        config.max_position_embeddings = 80;
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0;
        config.pad_token_id = 0;
        SourceContext context;
        context.net = TrainingNet(config, std::int64_t(kSceneAnswers.size()));
        context.tokenizer = m_tokenizer.get();
        context.bank = m_bank.get();
        return context;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<BertTokenizer> m_tokenizer;
    std::unique_ptr<RegionBank> m_bank;
    double m_unused = 0;
};

VBS_TEST_MAIN(ExampleSourcesTest)
#include "example_sources_test.moc"
