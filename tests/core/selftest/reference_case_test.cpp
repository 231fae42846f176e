#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/selftest/reference_case.h"
#include "core/selftest/selftest.h"
#include "tests/core/selftest/small_reference.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace vbs::test {

/// The reference cases that come with the program, and a small one of the same form.
class ReferenceCaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static std::filesystem::path shipped()
    {
        return std::filesystem::path(sourceFolder()) / "resources/selftest/reference-cases.json";
    }

    std::filesystem::path written(const Json& document) const
    {
        return writtenReferences(m_folder.path().toStdString(), document);
    }
    Json smallCase() const { return smallReferenceCase(m_folder.path().toStdString()); }

private Q_SLOTS:
    void whatIsShipped()
    {
        const std::vector<ReferenceCase> cases = readReferenceCases(shipped());
        std::vector<std::string> names;
        for (const ReferenceCase& reference : cases) {
            names.push_back(reference.name);
            QCOMPARE(reference.config.num_hidden_layers, std::int64_t(12));
            QCOMPARE(reference.config.hidden_size, std::int64_t(768));
            std::size_t numbers = 0;
            for (const ReferenceNumbers& expected : reference.expected)
                numbers += expected.values.size();
            QVERIFY2(numbers >= 200, reference.name.c_str());
        }
        QCOMPARE(names,
                 (std::vector<std::string>{"vqa", "nlvr", "multiple-choice", "pretraining", "region-to-phrase"}));
        QCOMPARE(cases.front().config.numLabels(), std::int64_t(3129));
        QVERIFY(std::filesystem::equivalent(SelftestOptions::shippedReferenceCases(), shipped()));
    }

    void agrees_data()
    {
        QTest::addColumn<bool>("packed");
        QTest::newRow("plain") << false;
        QTest::newRow("packed") << true;
    }
    void agrees()
    {
        QFETCH(bool, packed);
        const ReferenceCase reference = readReferenceCases(written({{"cases", Json::array({smallCase()})}})).front();
        const auto network = makeReferenceNetwork(reference);
        if (packed)
            prepareForInference(*network, at::kCPU, at::kFloat);
        const ReferenceDistance distance = distanceFrom(reference, *network, at::kCPU);
        QVERIFY2(distance.largest < 1e-5, qPrintable(QString::number(distance.largest)));
        QCOMPARE(distance.numbers, std::size_t(2));
        QCOMPARE(distance.output, std::string("logits"));
    }

    void aDisturbedWeightShows()
    {
        const ReferenceCase reference = readReferenceCases(written({{"cases", Json::array({smallCase()})}})).front();
        const auto network = makeReferenceNetwork(reference);
        {
            const torch::NoGradGuard noGrad;
            network->named_parameters()["visual_bert.encoder.layer.1.output.dense.weight"][3].add_(0.5);
        }
        QVERIFY(distanceFrom(reference, *network, at::kCPU).largest > 1e-3);
    }

    void anotherNumberShows_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("least");
        QTest::newRow("value") << "/expected/0/values/1" << 5. << 1.;
        QTest::newRow("masked score") << "/expected/0/values/0" << -3e38 << 1e300;
        QTest::newRow("shape") << "/expected/0/shape/0" << 2. << 1e300;
    }
    void anotherNumberShows()
    {
        QFETCH(QString, pointer);
        QFETCH(double, value);
        QFETCH(double, least);
        Json json = smallCase();
        json[Json::json_pointer(pointer.toStdString())] = value;
        const ReferenceCase reference = readReferenceCases(written({{"cases", Json::array({json})}})).front();
        const auto network = makeReferenceNetwork(reference);
        QVERIFY(distanceFrom(reference, *network, at::kCPU).largest > least);
    }

    void notANumberIsInfinitelyFar()
    {
        const ReferenceCase reference = readReferenceCases(written({{"cases", Json::array({smallCase()})}})).front();
        const auto network = makeReferenceNetwork(reference);
        {
            const torch::NoGradGuard noGrad;
            network->named_parameters()["cls.bias"].fill_(NAN);
        }
        QVERIFY(std::isinf(distanceFrom(reference, *network, at::kCPU).largest));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        const char* shape = "case small: a \"shape\" or the \"features\" make no sense.";
        QTest::newRow("no cases") << "/cases"
                                  << "[]"
                                  << "there are no \"cases\".";
        QTest::newRow("cases of another kind") << "/cases"
                                               << "7"
                                               << "\"cases\" is missing, or is not a list, each item a value.";
        QTest::newRow("a case of another kind") << "/cases/0"
                                                << "7"
                                                << "\"name\" is missing, or is not a string.";
        QTest::newRow("no head") << "/cases/0/head"
                                 << "null"
                                 << "case small: \"head\" is missing, or is not a string.";
        QTest::newRow("labels") << "/cases/0/labels"
                                << "1000000000000"
                                << "case small: \"labels\" makes no sense: 1000000000000.";
        QTest::newRow("another width") << "/cases/0/features"
                                       << "[1, 3, 15]"
                                       << "case small: the \"features\" do not fit the network.";
        QTest::newRow("flat features") << "/cases/0/features"
                                       << "[16]"
                                       << "case small: the \"features\" do not fit the network.";
        QTest::newRow("large features") << "/cases/0/features"
                                        << "[100000000000, 100000000000, 16]" << shape;
        QTest::newRow("no features") << "/cases/0/features"
                                     << "[0, 3, 16]" << shape;
        QTest::newRow("inputs of another kind") << "/cases/0/inputs"
                                                << "[1]"
                                                << "case small: \"inputs\" is not an object.";
        QTest::newRow("too few inputs") << "/cases/0/inputs/input_ids/values"
                                        << "[1]"
                                        << "case small: an input has not as many \"values\" as its \"shape\" says.";
        QTest::newRow("nothing expected") << "/cases/0/expected"
                                          << "[]"
                                          << "case small: nothing is \"expected\".";
        QTest::newRow("outside") << "/cases/0/expected/0/at/1"
                                 << "2"
                                 << "case small: \"at\" and \"values\" of logits do not fit together.";
        QTest::newRow("one too few") << "/cases/0/expected/0/at"
                                     << "[0]"
                                     << "case small: \"at\" and \"values\" of logits do not fit together.";
        QTest::newRow("a word") << "/cases/0/expected/0/values/0"
                                << "\"many\""
                                << "case small: \"values\" is missing, or is not a list, each item a number.";
    }
    void brokenFiles()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, message);
        Json document = {{"cases", Json::array({smallCase()})}};
        document[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const std::filesystem::path file = written(document);
        QCOMPARE(messageOf([&] { readReferenceCases(file); }), QString::fromStdString(file.string()) + ": " + message);
    }

    void noFile()
    {
        const QString message = messageOf([&] { readReferenceCases(m_folder.filePath("none.json").toStdString()); });
        QVERIFY2(message.contains("none.json"), qPrintable(message));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::ReferenceCaseTest)
#include "reference_case_test.moc"
