#include "core/base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>

namespace vbs {

namespace {

/// Not in spdlog's registry, whose order of destruction at exit would be one more thing to think of.
spdlog::logger& logger()
{
    static const auto instance = [] {
        auto made =
            std::make_unique<spdlog::logger>("visualbert", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
        const char* wanted = std::getenv("VBS_LOG");
        const auto level = spdlog::level::from_str(wanted != nullptr ? wanted : "");
        // from_str takes what it does not know for "off".
        const bool isKnown = level != spdlog::level::off || (wanted != nullptr && std::string_view(wanted) == "off");
        made->set_level(isKnown ? level : spdlog::level::warn);
        made->set_pattern("[%H:%M:%S.%e] %^%l%$: %v");
        return made;
    }();
    return *instance;
}

} // namespace

void logDebug(std::string_view message)
{
    logger().debug(message);
}

void logInfo(std::string_view message)
{
    logger().info(message);
}

void logWarning(std::string_view message)
{
    logger().warn(message);
}

void logError(std::string_view message)
{
    logger().error(message);
}

} // namespace vbs
