#include "core/base/file_io.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTest>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Against Python's huggingface_hub, where VBS_HUB_PYTHON names a Python that has it: each finds what the other wrote,
/// without a request.
class PythonClientSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pythonFindsWhatPullWrote();
    void pullFindsWhatPythonWrote();
    void withoutLinks();
    void pythonResumesNothingOfOurs();

private:
    QString run(const HubFixture& with, const QString& code, const QStringList& variables = {}) const;
    QString m_python;
};

namespace {

/// What the hub was asked about the repository, a line each; the client asks about other things, too.
QString requestsOf(const HubFixture& with)
{
    QString all;
    for (const HubRequest& request : with.hub.requests())
        if (request.path.find("/api/agent") != 0)
            all += QString::fromStdString(request.method + " " + request.path + "\n");
    return all;
}

} // namespace

void PythonClientSlowTest::initTestCase()
{
    m_python = qEnvironmentVariable("VBS_HUB_PYTHON");
    if (m_python.isEmpty())
        QSKIP("VBS_HUB_PYTHON names no Python with huggingface_hub.");
    if (const QString reason = LocalHub::missing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QProcess process;
    process.start(m_python, {"-c", "import huggingface_hub"});
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        QSKIP("The Python of VBS_HUB_PYTHON has no huggingface_hub.");
}

/// @returns what it printed, or what went wrong.
QString PythonClientSlowTest::run(const HubFixture& with, const QString& code, const QStringList& variables) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HF_HUB_OFFLINE", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_TOKEN"})
        environment.remove(name);
    environment.insert("HF_HOME", QString::fromStdString((with.home() / "cache/huggingface").string()));
    environment.insert("HF_ENDPOINT", QString::fromStdString(with.hub.endpoint()));
    environment.insert("HF_HUB_DISABLE_XET", "1");
    for (const QString& variable : variables)
        environment.insert(variable, "1");
    process.setProcessEnvironment(environment);
    process.start(m_python, {"-c", "from huggingface_hub import hf_hub_download as get\n" + code});
    process.waitForFinished(120000);
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
                                   : QString::fromUtf8(process.readAllStandardError());
}

void PythonClientSlowTest::pythonFindsWhatPullWrote()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    with.store().pull("tiny");
    with.hub.forgetRequests();
    const QString snapshot = QString::fromStdString((with.repo() / "snapshots" / HubFixture::kCommit).string());
    for (const char* file : {"config.json", "pytorch_model.bin", "vocab.txt"}) {
        const QString name(file);
        const QString commit(HubFixture::kCommit);
        QCOMPARE(run(with, "print(get('tester/model', '" + name + "', local_files_only=True))"), snapshot + "/" + name);
        QCOMPARE(run(with, "print(get('tester/model', '" + name + "', revision='" + commit + "'))"),
                 snapshot + "/" + name);
    }
    QCOMPARE(requestsOf(with), QString());
}

void PythonClientSlowTest::pullFindsWhatPythonWrote()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const QString commit(HubFixture::kCommit);
    const QString got =
        run(with, "for f in ('config.json', 'pytorch_model.bin', 'vocab.txt'):\n    print(get('tester/model', f, "
                  "revision='" +
                      commit + "'))");
    QVERIFY2(got.contains("pytorch_model.bin"), qPrintable(got));
    QVERIFY(fs::exists(with.largeBlob()));
    with.hub.forgetRequests();
    const fs::path folder = with.store().pull("tiny");
    QCOMPARE(readTextFile(folder / "vqa/pytorch_model.bin"), with.large);
    QCOMPARE(requestsOf(with), QString());
    // It is Python's: removing the pack leaves it alone.
    with.store().remove("tiny");
    QVERIFY(fs::exists(with.largeBlob()));
}

void PythonClientSlowTest::withoutLinks()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const ModelStore store = with.store({{"HF_HUB_DISABLE_SYMLINKS", "1"}});
    QCOMPARE(readTextFile(store.pull("weights") / "pytorch_model.bin"), with.large);
    QVERIFY(!fs::exists(with.largeBlob()));
    with.hub.forgetRequests();
    QVERIFY(run(with, "print(get('tester/model', 'pytorch_model.bin', local_files_only=True))")
                .endsWith("/pytorch_model.bin"));
    store.pull("weights");
    QCOMPARE(requestsOf(with), QString());
    QCOMPARE(store.remove("weights").bytes, std::uintmax_t(with.large.size()));
}

void PythonClientSlowTest::pythonResumesNothingOfOurs()
{
    HubFixture with;
    with.serve();
    QVERIFY2(with.hub.start(), qPrintable(with.hub.failure()));
    const fs::path part = with.largeBlob().string() + ".visualbert-part";
    writeFileAtomically(part, with.large.substr(0, 1000));
    const QString commit(HubFixture::kCommit);
    const QString got = run(with, "print(get('tester/model', 'pytorch_model.bin', revision='" + commit + "'))");
    QCOMPARE(readTextFile(got.toStdString()), with.large);
    QCOMPARE(readTextFile(part), with.large.substr(0, 1000));
}

VBS_TEST_MAIN(PythonClientSlowTest)
#include "python_client_slow_test.moc"
