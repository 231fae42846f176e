#pragma once

#include "core/base/json.h"

#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace vbs::test {

/// A Chromium of its own without a window, driven through chromedriver (W3C WebDriver) on a free port. Profile and
/// downloads lie in a temporary folder. Failures are std::runtime_error with what the driver said.
class WebDriver {
public:
    WebDriver() = default;
    ~WebDriver();
    WebDriver(const WebDriver&) = delete;
    WebDriver& operator=(const WebDriver&) = delete;

    /// Why there can be none here; empty where there can.
    static QString missing();

    void start();
    void resize(int width, int height); ///< of the page, in CSS pixels
    void preferDark(bool dark);
    void open(const std::filesystem::path& page);

    /// What a function's body returns.
    Json run(const std::string& script, const Json& arguments = Json::array());
    /// Presses a key: a character, or one of WebDriver's codes.
    void press(const std::string& key);
    void typeText(const std::string& text);
    void click(const std::string& selector);
    /// Moves the pointer to a place in the window, and clicks there if wanted.
    void point(int x, int y, bool click);
    void saveScreenshot(const std::filesystem::path& file);

    /// Entries since the last call: "browser" is the console, "performance" the protocol's events.
    Json log(const std::string& kind);
    std::filesystem::path downloads() const;

    static constexpr const char *kRight = "\uE014", *kLeft = "\uE012", *kTab = "\uE004", *kEnter = "\uE007",
                                *kSpace = " ", *kPageDown = "\uE00F", *kHome = "\uE011", *kDown = "\uE015",
                                *kEnd = "\uE010";

private:
    Json call(const std::string& method, const std::string& path, const Json& body = Json::object());
    Json protocol(const std::string& command, const Json& parameters);

    QTemporaryDir m_folder;
    QProcess m_driver;
    std::string m_address, m_session;
};

} // namespace vbs::test
