#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace vbs {

namespace {

template <typename AnyJson> AnyJson parseFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    const std::string text = readTextFile(path, maxBytes);
    try {
        return AnyJson::parse(text);
    } catch (const typename AnyJson::exception& e) {
        throw Error(ErrorCode::CorruptData, path.string() + " is not valid JSON: " + e.what());
    }
}

} // namespace

Json readJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return parseFile<Json>(path, maxBytes);
}

OrderedJson readOrderedJsonFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    return parseFile<OrderedJson>(path, maxBytes);
}

void writeJsonFile(const std::filesystem::path& path, const OrderedJson& json)
{
    writeFileAtomically(path, json.dump(2) + "\n");
}

} // namespace vbs
