#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/runtime/backend_factory.h"
#include "core/runtime/device.h"
#include "core/selftest/batch_answers.h"
#include "core/selftest/sample_answers.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

namespace vbs::test {

/// The shipped pack's samples in batches, beside the same one by one.
class BatchAnswersTest : public QObject {
    Q_OBJECT

    const std::filesystem::path m_pack = std::filesystem::path(sourceFolder()) / "models/picture-book";

private Q_SLOTS:
    void asOneByOne()
    {
        const auto engine = createBackend({.device = "cpu", .precision = "float32", .cacheFolder = {}});
        const PackInfo pack = engine->loadPack({m_pack}, {}).pack;
        std::vector<InferenceRequest> questions;
        for (InferenceRequest question : sampleQuestions(pack, false)) {
            question.blindToo = question.presenceToo = false;
            if (question.phraseSource == PhraseSource::Best)
                questions.push_back(question);
        }
        QVERIFY(questions.size() >= 10);
        DeviceInfo device = chooseDevice("cpu");
        const std::vector<InferenceResult> together = answeredInBatches(m_pack, device, questions, {});
        QCOMPARE(together.size(), questions.size());
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const InferenceResult alone = engine->run(questions[i], {});
            QCOMPARE(said(together[i]), said(alone));
            const double difference = largestDifference(alone, together[i]);
            QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
        }
        std::vector<InferenceRequest> turned(questions.rbegin(), questions.rend());
        QCOMPARE(said(answeredInBatches(m_pack, device, turned, {}).back()), said(together.front()));
    }

    void noPack()
    {
        const QString message = messageOf([&] { answeredInBatches(m_pack / "samples", chooseDevice("cpu"), {}, {}); });
        QVERIFY2(message.contains("pack.json"), qPrintable(message));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::BatchAnswersTest)
#include "batch_answers_test.moc"
