#include "core/base/file_io.h"
#include "core/hub/http_client.h"
#include "core/hub/hub_environment.h"
#include "tests/support/hub_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

/// Folders and switches by the variables of Hugging Face's client and torch.hub, and addresses.
class HubEnvironmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folders_data();
    void folders();
    void switches();
    void token();
    void chosenFolder();
    void addresses_data();
    void addresses();
};

namespace {

using Values = std::map<std::string, std::string>;

HubEnvironment with(Values values, const fs::path& chosen = {})
{
    values.try_emplace("HOME", "/home/me");
    return HubEnvironment::of(
        [values](const char* name) {
            const auto found = values.find(name);
            return found != values.end() ? found->second : std::string();
        },
        chosen);
}

} // namespace

void HubEnvironmentTest::folders_data()
{
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("hub");
    QTest::addColumn<QString>("torch");
    QTest::newRow("usual") << ""
                           << "/home/me/.cache/huggingface/hub"
                           << "/home/me/.cache/torch/hub/checkpoints";
    QTest::newRow("XDG") << "XDG_CACHE_HOME=/c"
                         << "/c/huggingface/hub"
                         << "/c/torch/hub/checkpoints";
    QTest::newRow("home") << "HF_HOME=~/hf TORCH_HOME=$HOME/t"
                          << "/home/me/hf/hub"
                          << "/home/me/t/hub/checkpoints";
    QTest::newRow("old name") << "HF_HOME=/h HUGGINGFACE_HUB_CACHE=/o"
                              << "/o"
                              << "/home/me/.cache/torch/hub/checkpoints";
    QTest::newRow("new name wins") << "HF_HUB_CACHE=${HOME}/n HUGGINGFACE_HUB_CACHE=/o"
                                   << "/home/me/n"
                                   << "/home/me/.cache/torch/hub/checkpoints";
    QTest::newRow("unknown variable") << "HF_HUB_CACHE=/x/$NOTHING"
                                      << "/x/$NOTHING"
                                      << "/home/me/.cache/torch/hub/checkpoints";
}

void HubEnvironmentTest::folders()
{
    QFETCH(QString, variables);
    QFETCH(QString, hub);
    QFETCH(QString, torch);
    Values values;
    for (const QString& variable : variables.split(' ', Qt::SkipEmptyParts))
        values[variable.section('=', 0, 0).toStdString()] = variable.section('=', 1).toStdString();
    const HubEnvironment environment = with(values);
    QCOMPARE(QString::fromStdString(environment.hubCache.string()), hub);
    QCOMPARE(environment.hubCaches.front(), environment.hubCache);
    QCOMPARE(QString::fromStdString(environment.torchCheckpoints.string()), torch);
}

void HubEnvironmentTest::switches()
{
    QCOMPARE(with({}).endpoint, std::string("https://huggingface.co"));
    QCOMPARE(with({{"HF_ENDPOINT", "https://mirror.example/"}}).endpoint, std::string("https://mirror.example"));
    for (const char* on : {"1", "on", "YES", "True"}) {
        QVERIFY(with({{"HF_HUB_OFFLINE", on}}).offline && with({{"TRANSFORMERS_OFFLINE", on}}).offline);
        QVERIFY(!with({{"HF_HUB_DISABLE_SYMLINKS", on}}).links);
    }
    QVERIFY(!with({{"HF_HUB_OFFLINE", "0"}}).offline && with({}).links);
    QCOMPARE(with({{"HF_HUB_DOWNLOAD_TIMEOUT", "30"}}).stallSeconds, 30.);
    QCOMPARE(with({{"HF_HUB_DOWNLOAD_TIMEOUT", "soon"}}).stallSeconds, 10.);
    QCOMPARE(with({{"SSL_CERT_FILE", "/ca.pem"}}).certificates, std::string("/ca.pem"));
    QCOMPARE(with({{"HTTP_PROXY", "http://p"}}).httpProxy, std::string("http://p"));
    QCOMPARE(with({{"HTTP_PROXY", "http://p"}, {"http_proxy", "http://q"}}).httpProxy, std::string());
}

void HubEnvironmentTest::token()
{
    QTemporaryDir folder;
    writeFileAtomically(folder.filePath("token").toStdString(), " from_file \n");
    const std::string home = folder.path().toStdString();
    QCOMPARE(with({{"HF_HOME", home}}).token, std::string("from_file"));
    QCOMPARE(with({{"HF_TOKEN_PATH", home + "/token"}}).token, std::string("from_file"));
    QCOMPARE(with({{"HF_HOME", home}, {"HF_TOKEN", "given"}}).token, std::string("given"));
    QCOMPARE(with({{"HUGGING_FACE_HUB_TOKEN", "old"}}).token, std::string("old"));
    QCOMPARE(with({{"HF_TOKEN", "given"}, {"HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"}}).token, std::string());
    QCOMPARE(with({{"HF_TOKEN", "a\r\nHost: b"}}).token, std::string()); // no header of somebody's own
}

void HubEnvironmentTest::chosenFolder()
{
    QTemporaryDir folder;
    const fs::path data = folder.filePath("data").toStdString(), chosen = folder.filePath("models").toStdString();
    QVERIFY(chosenModelFolder(data).empty());
    setModelFolder(data, chosen);
    QCOMPARE(chosenModelFolder(data), chosen);
    const HubEnvironment environment = with({{"HF_HUB_CACHE", "/hub"}}, chosen);
    QCOMPARE(environment.hubCache, chosen / "hub");
    QCOMPARE(environment.hubCaches, (std::vector<fs::path>{chosen / "hub", "/hub"})); // both are read
    QCOMPARE(environment.torchCheckpoints, chosen / "torch/hub/checkpoints");
    QCOMPARE(environment.ownFiles, chosen / "files");
    setModelFolder(data, {});
    QVERIFY(chosenModelFolder(data).empty());
    QVERIFY(sentenceOf([&] { setModelFolder(data, "relative"); }).find("whole path") != std::string::npos);
    writeFileAtomically(data / "file", "");
    QVERIFY(sentenceOf([&] { setModelFolder(data, data / "file/x"); }).find("cannot be written to") !=
            std::string::npos);
}

void HubEnvironmentTest::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("target");
    QTest::newRow("relative") << "https://a.example/x/y"
                              << "/z"
                              << "https://a.example/z";
    QTest::newRow("other host") << "https://a.example/x"
                                << "https://b.example/z?s=1"
                                << "https://b.example/z?s=1";
    QTest::newRow("upgrade") << "http://a.example/x"
                             << "https://a.example/x"
                             << "https://a.example/x";
    QTest::newRow("downgrade") << "https://a.example/x"
                               << "http://a.example/x"
                               << "";
    QTest::newRow("file") << "https://a.example/x"
                          << "file:///etc/passwd"
                          << "";
    QTest::newRow("none") << "https://a.example/x"
                          << ""
                          << "";
}

void HubEnvironmentTest::addresses()
{
    QFETCH(QString, url);
    QFETCH(QString, location);
    QFETCH(QString, target);
    QCOMPARE(QString::fromStdString(redirectTarget(url.toStdString(), location.toStdString())), target);
    QCOMPARE(originOf("HTTPS://A.Example/x"), originOf("https://a.example:443/y"));
    QVERIFY(originOf("http://a.example") != originOf("https://a.example"));
    QVERIFY(originOf("https://a.example.evil.example") != originOf("https://a.example"));
}

VBS_TEST_MAIN(HubEnvironmentTest)
#include "hub_environment_test.moc"
