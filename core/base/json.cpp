#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace vbs {

Json readJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    const std::string text = readTextFile(path, maxBytes);
    try {
        return Json::parse(text);
    } catch (const Json::exception& e) {
        throw Error(ErrorCode::CorruptData, path.string() + " is not valid JSON: " + e.what());
    }
}

void writeJsonFile(const std::filesystem::path& path, const OrderedJson& json)
{
    writeFileAtomically(path, json.dump(2) + "\n");
}

} // namespace vbs
