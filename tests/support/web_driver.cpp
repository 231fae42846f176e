#include "tests/support/web_driver.h"

#include "core/base/base64.h"
#include "core/base/file_io.h"
#include "tests/support/free_port.h"

#include <QStandardPaths>
#include <QTest>

#include <curl/curl.h>
#include <memory>
#include <stdexcept>
#include <unistd.h>

namespace vbs::test {

namespace {

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* text)
{
    static_cast<std::string*>(text)->append(bytes, size * count);
    return size * count;
}

/// The answer's body; empty where nobody answers.
std::string exchange(const std::string& method, const std::string& address, const std::string& body)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
        curl_slist_append(nullptr, "Content-Type: application/json"), &curl_slist_free_all);
    std::string answer;
    curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 120L);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (method == "POST")
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    return curl_easy_perform(curl.get()) == CURLE_OK ? answer : std::string();
}

QString chromium()
{
    return QStandardPaths::findExecutable("chromium");
}

} // namespace

QString WebDriver::missing()
{
    for (const char* program : {"chromium", "chromedriver"})
        if (QStandardPaths::findExecutable(program).isEmpty())
            return QString("%1 is not installed; it stands in .ci/packages.txt.").arg(program);
    return {};
}

WebDriver::~WebDriver()
{
    if (!m_session.empty())
        exchange("DELETE", m_address + "/session/" + m_session, {});
    if (m_driver.state() != QProcess::NotRunning) {
        m_driver.terminate();
        if (!m_driver.waitForFinished(10000)) {
            m_driver.kill();
            m_driver.waitForFinished();
        }
    }
}

void WebDriver::start()
{
    const int port = freePort();
    m_address = "http://127.0.0.1:" + std::to_string(port);
    m_driver.start(QStandardPaths::findExecutable("chromedriver"), {"--port=" + QString::number(port)});
    const bool up = QTest::qWaitFor(
        [&] { return exchange("GET", m_address + "/status", {}).find("ready") != std::string::npos; }, 60000);
    if (!up)
        throw std::runtime_error("chromedriver does not start.");
    Json arguments = {"--headless=new",
                      "--disable-gpu",
                      "--disable-dev-shm-usage", // small where tests run in containers
                      "--no-first-run",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync",
                      "--disable-default-apps",
                      "--user-data-dir=" + m_folder.filePath("profile").toStdString()};
    if (::geteuid() == 0)
        arguments.push_back("--no-sandbox");
    const Json options = {{"binary", chromium().toStdString()}, {"args", arguments}};
    const Json wanted = {{"browserName", "chrome"},
                         {"goog:chromeOptions", options},
                         {"goog:loggingPrefs", {{"browser", "ALL"}, {"performance", "ALL"}}}};
    m_session = call("POST", "/session", {{"capabilities", {{"alwaysMatch", wanted}}}}).at("sessionId");
    QDir().mkpath(m_folder.filePath("downloads"));
    protocol("Browser.setDownloadBehavior", {{"behavior", "allow"}, {"downloadPath", downloads().string()}});
}

Json WebDriver::call(const std::string& method, const std::string& path, const Json& body)
{
    const std::string place = path == "/session" ? path : "/session/" + m_session + path;
    const std::string answer = exchange(method, m_address + place, body.dump());
    if (answer.empty())
        throw std::runtime_error("chromedriver does not answer.");
    const Json value = Json::parse(answer).at("value");
    if (value.is_object() && value.contains("error"))
        throw std::runtime_error(value.at("message").get<std::string>());
    return value;
}

Json WebDriver::protocol(const std::string& command, const Json& parameters)
{
    return call("POST", "/goog/cdp/execute", {{"cmd", command}, {"params", parameters}});
}

void WebDriver::resize(int width, int height)
{
    protocol("Emulation.setDeviceMetricsOverride",
             {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
}

void WebDriver::preferDark(bool dark)
{
    const Json feature = {{"name", "prefers-color-scheme"}, {"value", dark ? "dark" : "light"}};
    protocol("Emulation.setEmulatedMedia", {{"features", Json::array({feature})}});
}

void WebDriver::open(const std::filesystem::path& page)
{
    call("POST", "/url", {{"url", "file://" + std::filesystem::absolute(page).string()}});
}

Json WebDriver::run(const std::string& script, const Json& arguments)
{
    return call("POST", "/execute/sync", {{"script", script}, {"args", arguments}});
}

void WebDriver::press(const std::string& key)
{
    const Json actions = {{{"type", "keyDown"}, {"value", key}}, {{"type", "keyUp"}, {"value", key}}};
    call("POST", "/actions", {{"actions", {{{"type", "key"}, {"id", "keys"}, {"actions", actions}}}}});
}

void WebDriver::typeText(const std::string& text)
{
    for (const char c : text)
        press(std::string(1, c));
}

void WebDriver::click(const std::string& selector)
{
    const Json found = call("POST", "/element", {{"using", "css selector"}, {"value", selector}});
    call("POST", "/element/" + found.begin().value().get<std::string>() + "/click");
}

void WebDriver::point(int x, int y, bool click)
{
    Json actions = {{{"type", "pointerMove"}, {"duration", 0}, {"x", x}, {"y", y}}};
    if (click) {
        actions.push_back({{"type", "pointerDown"}, {"button", 0}});
        actions.push_back({{"type", "pointerUp"}, {"button", 0}});
    }
    const Json pointer = {{"type", "pointer"}, {"id", "mouse"}, {"actions", actions}};
    call("POST", "/actions", {{"actions", Json::array({pointer})}});
}

void WebDriver::saveScreenshot(const std::filesystem::path& file)
{
    writeFileAtomically(file, fromBase64(call("GET", "/screenshot").get<std::string>()).value_or(""));
}

Json WebDriver::log(const std::string& kind)
{
    return call("POST", "/se/log", {{"type", kind}});
}

std::filesystem::path WebDriver::downloads() const
{
    return m_folder.filePath("downloads").toStdString();
}

} // namespace vbs::test
