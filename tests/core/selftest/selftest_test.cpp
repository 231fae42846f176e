#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/selftest/selftest.h"
#include "tests/core/selftest/small_reference.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace vbs::test {

namespace {

/// What an engine of a device says to everything.
struct Manners {
    double red = .9;
    float right = 30; ///< right edge of its first region
    int more = 0;     ///< regions besides
    double weight = 1;
    float attention = 1;
    std::string fault{}; ///< thrown when it is asked
};

/// An engine that knows one sample, and answers, explains and is looked into as a test wants it.
class MannersBackend : public InferenceBackend {
public:
    explicit MannersBackend(Manners manners) : m_manners(std::move(manners)) {}

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override
    {
        LoadPackResult loaded;
        loaded.pack.name = "picture-book";
        loaded.pack.tasks = {Task::VisualQuestionAnswering};
        loaded.pack.examples = {{Task::VisualQuestionAnswering,
                                 std::filesystem::path(sourceFolder()) / "models/picture-book/samples/toys.png",
                                 {},
                                 "What color is it?",
                                 {}}};
        return loaded;
    }

    InferenceResult run(const InferenceRequest& request, const JobControl&) override
    {
        if (!m_manners.fault.empty())
            throw Error(ErrorCode::Internal, m_manners.fault);
        InferenceResult result;
        result.regions = {100, 100, {{{0, 0, m_manners.right, 30}, "ball", 1, "red"}}};
        for (int i = 0; i < m_manners.more; ++i)
            result.regions.regions.push_back({{50, 50, 90, 90}, "hat", 1, "red"});
        result.answers = {{"red", m_manners.red}, {"blue", 1 - m_manners.red}};
        std::ranges::stable_sort(result.answers, std::ranges::greater(), &Answer::probability);
        result.explanation.request = request.explanation;
        result.explanation.regions = {m_manners.weight};
        return result;
    }

    Inspection inspect(const InspectRequest&, const JobControl&) override
    {
        Inspection inspection;
        inspection.layers = inspection.heads = inspection.positions = inspection.width = 1;
        inspection.attention = {m_manners.attention};
        inspection.states = {0, 0};
        return inspection;
    }

private:
    Manners m_manners;
};

} // namespace

/// The whole of the selftest, over a small reference case and engines that do as they are told.
class SelftestTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// @param other the manners of bfloat16; the processor in float32 is as it should be.
    SelftestOptions options(const Manners& other, const Json& reference) const
    {
        SelftestOptions options;
        options.devices = {"cpu"};
        options.pack = std::filesystem::path(sourceFolder()) / "models/picture-book";
        options.references = writtenReferences(m_folder.path().toStdString(), {{"cases", Json::array({reference})}});
        options.quick = true;
        options.scenes = [](InferenceBackend&, const std::vector<Task>&, int, const JobControl&) {
            return SceneMarks{100, 97, .99};
        };
        options.engine = [other](const std::string&, const std::string& precision) {
            return std::make_unique<MannersBackend>(precision == "bfloat16" ? other : Manners());
        };
        return options;
    }
    SelftestOptions options(const Manners& other) const
    {
        return options(other, smallReferenceCase(m_folder.path().toStdString()));
    }

    /// The lines that failed: "check what precision".
    static QStringList failures(const SelftestReport& report)
    {
        QStringList failed;
        for (const SelftestLine& line : report.lines)
            if (line.verdict == SelftestVerdict::Failed)
                failed << QString::fromStdString(line.check + " " + line.what + " " + line.precision);
        return failed;
    }

private Q_SLOTS:
    void table()
    {
        std::vector<std::string_view> names;
        for (const SelftestCheckInfo& check : selftestChecks()) {
            names.push_back(check.name);
            QVERIFY(!check.about.empty());
        }
        QCOMPARE(names, (std::vector<std::string_view>{"reference", "agreement", "batch", "explanation", "extractor",
                                                       "scenes", "speed", "memory"}));
    }

    void allIsWell()
    {
        SelftestOptions quick = options({});
        std::vector<std::string> told;
        quick.onLine = [&](const SelftestLine& line) { told.push_back(line.check + " " + line.what); };
        const SelftestReport report = runSelftest(quick);
        QVERIFY2(report.passed(), qPrintable(failures(report).join("; ")));
        QCOMPARE(told.size(), report.lines.size());
        const auto has = [&](const std::string& check, const std::string& what, const std::string& precision) {
            return std::ranges::any_of(report.lines, [&](const SelftestLine& line) {
                return line.check == check && line.what == what && line.precision == precision && line.device == "cpu";
            });
        };
        QVERIFY(has("reference", "small", "float32") && has("reference", "small", "bfloat16"));
        QVERIFY(has("agreement", "ask", "bfloat16") && has("agreement", "regions", "bfloat16"));
        QVERIFY(!has("agreement", "ask", "float32")); // it would be compared with itself
        QVERIFY(has("explanation", "heads", "float32") && has("explanation", "occlusion", "bfloat16"));
        QVERIFY(has("scenes", "answers", "float32") && has("scenes", "detector", "float32"));
        QVERIFY(!has("speed", "", "float32")); // not in quick
    }

    void whatIsWrongFails_data()
    {
        QTest::addColumn<double>("red");
        QTest::addColumn<double>("weight");
        QTest::addColumn<double>("attention");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("failed");
        const QString none;
        QTest::newRow("another answer") << .3 << 1. << 1. << none << QStringList{"agreement ask bfloat16"};
        QTest::newRow("less sure") << .6 << 1. << 1. << none << QStringList{"agreement ask bfloat16"};
        QTest::newRow("a little less sure") << .8 << 1. << 1. << none << QStringList();
        QTest::newRow("not a number") << double(NAN) << 1. << 1. << none << QStringList{"agreement ask bfloat16"};
        QTest::newRow("heads") << .9 << 1. << .9 << none << QStringList{"explanation heads bfloat16"};
        QTest::newRow("heads without numbers")
            << .9 << 1. << double(NAN) << none << QStringList{"explanation heads bfloat16"};
        QTest::newRow("weights") << .9 << .5 << 1. << none
                                 << QStringList{"explanation weights bfloat16", "explanation attention bfloat16",
                                                "explanation rollout bfloat16", "explanation relevance bfloat16",
                                                "explanation occlusion bfloat16"};
        QTest::newRow("an error") << .9 << 1. << 1. << "The card caught fire."
                                  << QStringList{"agreement  bfloat16", "explanation  bfloat16"};
    }
    void whatIsWrongFails()
    {
        QFETCH(double, red);
        QFETCH(double, weight);
        QFETCH(double, attention);
        QFETCH(QString, fault);
        QFETCH(QStringList, failed);
        const SelftestReport report = runSelftest(options({red, 30, 0, weight, float(attention), fault.toStdString()}));
        QCOMPARE(failures(report), failed);
        QCOMPARE(report.passed(), failed.isEmpty());
        if (!fault.isEmpty())
            QVERIFY(std::ranges::any_of(report.lines,
                                        [&](const SelftestLine& line) { return line.text == fault.toStdString(); }));
    }

    /// In bfloat16 two regions may be lost, gained or named otherwise.
    void regionsElsewhere()
    {
        QVERIFY(runSelftest(options({.right = 60})).passed()); // one is lost, another gained
        QCOMPARE(failures(runSelftest(options({.right = 60, .more = 1}))), QStringList{"agreement regions bfloat16"});
    }

    void anExpectedNumberThatIsWrong()
    {
        Json reference = smallReferenceCase(m_folder.path().toStdString());
        reference["expected"][0]["values"][0] = 5;
        QCOMPARE(failures(runSelftest(options({}, reference))),
                 (QStringList{"reference small float32", "reference small bfloat16"}));
    }

    void scenesBelowTheBound_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<double>("ap50");
        QTest::addColumn<QString>("failed");
        QTest::newRow("answers") << 80 << .99 << "scenes answers float32";
        QTest::newRow("detector") << 97 << .9 << "scenes detector float32";
        QTest::newRow("not a number") << 97 << double(NAN) << "scenes detector float32";
    }
    void scenesBelowTheBound()
    {
        QFETCH(int, right);
        QFETCH(double, ap50);
        QFETCH(QString, failed);
        SelftestOptions quick = options({});
        quick.precisions = {"float32"};
        quick.scenes = [&](InferenceBackend&, const std::vector<Task>&, int scenes, const JobControl&) {
            return SceneMarks{10 * scenes, right, ap50}; // ten scenes in quick
        };
        QCOMPARE(failures(runSelftest(quick)), QStringList{failed});
    }

    void json()
    {
        SelftestOptions quick = options({.red = .3});
        const SelftestReport report = runSelftest(quick);
        const OrderedJson json = report.toJson();
        QCOMPARE(json["passed"], OrderedJson(false));
        QCOMPARE(json["checks"].size(), report.lines.size());
        const OrderedJson& first = json["checks"][0];
        QCOMPARE(first["check"], OrderedJson("reference"));
        QCOMPARE(first["what"], OrderedJson("small"));
        QCOMPARE(first["device"], OrderedJson("cpu"));
        QCOMPARE(first["precision"], OrderedJson("float32"));
        QCOMPARE(first["verdict"], OrderedJson("passed"));
        QVERIFY(first["measured"].get<double>() <= first["at_most"].get<double>());
        QVERIFY(!first.contains("at_least") && first["seconds"].get<double>() >= 0);
        int failed = 0;
        for (const OrderedJson& check : json["checks"])
            failed += check["verdict"] == "failed" ? 1 : 0;
        QCOMPARE(failed, 1);
        QVERIFY(!SelftestReport().passed()); // nothing was checked
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        SelftestOptions quick = options({});
        quick.control.stop = stop.get_token();
        int lines = 0;
        quick.onLine = [&](const SelftestLine&) {
            ++lines;
            stop.request_stop();
        };
        QCOMPARE(messageOf([&] { runSelftest(quick); }), QString("Cancelled."));
        QCOMPARE(lines, 1);
    }

    void whatMakesNoSense_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("precision");
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("part");
        QTest::newRow("device") << "tpu"
                                << "float32"
                                << "models/picture-book"
                                << "no device \"tpu\"";
        QTest::newRow("precision") << "cpu"
                                   << "float8"
                                   << "models/picture-book"
                                   << "no precision \"float8\"";
        QTest::newRow("pack") << "cpu"
                              << "float32"
                              << "models"
                              << "pack.json";
    }
    void whatMakesNoSense()
    {
        QFETCH(QString, device);
        QFETCH(QString, precision);
        QFETCH(QString, pack);
        QFETCH(QString, part);
        SelftestOptions quick = options({});
        quick.devices = {device.toStdString()};
        quick.precisions = {precision.toStdString()};
        quick.pack = std::filesystem::path(sourceFolder()) / pack.toStdString();
        const QString message = messageOf([&] { runSelftest(quick); });
        QVERIFY2(message.contains(part), qPrintable(message));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::SelftestTest)
#include "selftest_test.moc"
