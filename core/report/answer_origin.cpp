#include "core/report/answer_origin.h"

#include "core/base/hash.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace vbs {

AnswerOrigin originOf(const PackInfo& pack, const std::string& program)
{
    AnswerOrigin origin{{}, program, pack.name, pack.title, {}};
    if (pack.folder.empty())
        return origin;
    try {
        origin.packManifest = sha256OfFile(pack.folder / "pack.json");
    } catch (const Error&) {
        // The name has to do.
    }
    return origin;
}

std::string dateNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char date[24], text[64];
    std::strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &local);
    const long minutes = local.tm_gmtoff / 60;
    std::snprintf(text, sizeof text, "%s%c%02ld:%02ld", date, minutes < 0 ? '-' : '+', std::labs(minutes) / 60,
                  std::labs(minutes) % 60);
    return text;
}

} // namespace vbs
