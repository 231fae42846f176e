#include "core/base/error.h"
#include "core/nn/visual_bert/visual_bert_config.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

class VisualBertConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheReferencesFile();
    void absentKeysHaveDefaults();
    void writesWhatItReads();
    void labels_data();
    void labels();
    void padTokenMayBeNull();
    void refusesBadValues_data();
    void refusesBadValues();
    void errorsNameTheFile();
};

void VisualBertConfigTest::readsTheReferencesFile()
{
    const auto config =
        vbs::readVisualBertConfig(std::string(vbs::test::dataFolder()) + "/visualbert/base-other-config/config.json");
    QCOMPARE(config.architectures, std::vector<std::string>{"VisualBertModel"});
    QCOMPARE(config.hidden_size, 24);
    QCOMPARE(config.intermediate_size, 53);
    QCOMPARE(config.layer_norm_eps, 1e-3);
    QCOMPARE(config.type_vocab_size, 3);
    QCOMPARE(*config.pad_token_id, 0);
    QVERIFY(!config.special_visual_initialize);
}

void VisualBertConfigTest::absentKeysHaveDefaults()
{
    const auto config = vbs::visualBertConfigFromJson(vbs::Json::parse(R"({"hidden_act":null,"unknown":[1]})"));
    QCOMPARE(config.vocab_size, 30522);
    QCOMPARE(config.hidden_size, 768);
    QCOMPARE(config.visual_embedding_dim, 512);
    QCOMPARE(config.max_position_embeddings, 512);
    QCOMPARE(config.hidden_act, std::string("gelu"));
    QCOMPARE(*config.pad_token_id, 1);
    QCOMPARE(config.numLabels(), 2);
    QVERIFY(config.tie_word_embeddings);
}

void VisualBertConfigTest::writesWhatItReads()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString() + "/config.json";
    vbs::VisualBertConfig config;
    config.architectures = {"VisualBertForQuestionAnswering"};
    config.hidden_size = 192;
    config.num_attention_heads = 4;
    config.hidden_dropout_prob = 0;
    config.hidden_act = "quick_gelu";
    config.pad_token_id.reset();
    config.bypass_transformer = true;
    config.tie_word_embeddings = false;
    config.id2label = {"yes", "no", "\u00e4"};
    vbs::writeVisualBertConfig(path, config);
    const auto read = vbs::readVisualBertConfig(path);
    QCOMPARE(vbs::visualBertConfigToJson(read).dump(), vbs::visualBertConfigToJson(config).dump());
    QCOMPARE(read.id2label, config.id2label);
    QVERIFY(!read.pad_token_id);
}

void VisualBertConfigTest::labels_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("count");
    QTest::newRow("names") << R"({"id2label":{"0":"a","1":"b","2":"c"}})" << 3;
    QTest::newRow("number") << R"({"num_labels":7})" << 7;
    QTest::newRow("names win") << R"({"num_labels":7,"id2label":{"0":"a"}})" << 1;
    QTest::newRow("more than ten") << R"({"id2label":{"0":"0","1":"1","10":"10","2":"2","3":"3","4":"4","5":"5",
                                      "6":"6","7":"7","8":"8","9":"9"}})"
                                   << 11;
}

void VisualBertConfigTest::labels()
{
    QFETCH(QString, json);
    QFETCH(int, count);
    QCOMPARE(vbs::visualBertConfigFromJson(vbs::Json::parse(json.toStdString())).numLabels(), count);
}

void VisualBertConfigTest::padTokenMayBeNull()
{
    QVERIFY(!vbs::visualBertConfigFromJson(vbs::Json::parse(R"({"pad_token_id":null})")).pad_token_id);
}

void VisualBertConfigTest::refusesBadValues_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("not an object") << "[]"
                                   << "JSON object";
    QTest::newRow("text for a number") << R"({"hidden_size":"768"})"
                                       << "hidden_size";
    QTest::newRow("fraction") << R"({"hidden_size":76.5})"
                              << "hidden_size";
    QTest::newRow("wraps") << R"({"hidden_size":18446744073709551615})"
                           << "hidden_size";
    QTest::newRow("zero") << R"({"hidden_size":0})"
                          << "hidden_size";
    QTest::newRow("negative layers") << R"({"num_hidden_layers":-1})"
                                     << "num_hidden_layers";
    QTest::newRow("heads") << R"({"hidden_size":30,"num_attention_heads":4})"
                           << "multiple";
    QTest::newRow("activation") << R"({"hidden_act":"selu"})"
                                << "selu";
    QTest::newRow("padding") << R"({"pad_token_id":30522})"
                             << "pad_token_id";
    QTest::newRow("dropout") << R"({"hidden_dropout_prob":1})"
                             << "hidden_dropout_prob";
    QTest::newRow("epsilon") << R"({"layer_norm_eps":-1})"
                             << "layer_norm_eps";
    QTest::newRow("too many weights") << R"({"hidden_size":60000,"vocab_size":1000000})"
                                      << "weights";
    QTest::newRow("labels with a gap") << R"({"id2label":{"0":"a","2":"b"}})"
                                       << "id2label";
    QTest::newRow("no labels") << R"({"num_labels":0})"
                               << "num_labels";
    QTest::newRow("another model") << R"({"model_type":"bert"})"
                                   << "visual_bert";
    QTest::newRow("classes") << R"({"architectures":"VisualBertModel"})"
                             << "architectures";
    QTest::newRow("flag") << R"({"bypass_transformer":1})"
                          << "bypass_transformer";
}

void VisualBertConfigTest::refusesBadValues()
{
    QFETCH(QString, json);
    QFETCH(QString, says);
    try {
        vbs::visualBertConfigFromJson(vbs::Json::parse(json.toStdString()));
    } catch (const vbs::Error& e) {
        QVERIFY2(QString(e.what()).contains(says), e.what());
        QVERIFY2(QString(e.what()).endsWith('.'), e.what());
        return;
    }
    QFAIL("The config was accepted.");
}

void VisualBertConfigTest::errorsNameTheFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/config.json";
    vbs::writeJsonFile(path, {{"hidden_size", 0}});
    try {
        vbs::readVisualBertConfig(path);
        QFAIL("The config was accepted.");
    } catch (const vbs::Error& e) {
        QVERIFY(QString(e.what()).startsWith(QString::fromStdString(path)));
    }
}

VBS_TEST_MAIN(VisualBertConfigTest)
#include "visual_bert_config_test.moc"
