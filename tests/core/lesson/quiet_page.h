#pragma once

#include "tests/support/web_driver.h"

#include <QTest>

namespace vbs::test {

/// The console is empty, and nothing was asked for but the file and what it holds.
inline void requireQuiet(WebDriver& driver, const QString& folder)
{
    const Json console = driver.log("browser");
    QVERIFY2(console.empty(), console.dump().c_str());
    int files = 0;
    for (const Json& entry : driver.log("performance")) {
        const Json message = Json::parse(entry.at("message").get<std::string>()).at("message");
        if (message.at("method") != "Network.requestWillBeSent")
            continue;
        const std::string url = message.at("params").at("request").at("url");
        const bool own = url.starts_with("data:") || url.starts_with("blob:");
        files += own ? 0 : 1;
        QVERIFY2(own || url.starts_with("file://" + folder.toStdString()), url.c_str());
    }
    QVERIFY(files >= 1); // so that the log is known to work
}

} // namespace vbs::test
