#include "core/base/error.h"
#include "core/base/json.h"

#include <cstdint>

/// Text and binary JSON; with the keys in order or not it must be the same document, and what is written must be read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        vbs::parseCbor(text, "input");
    } catch (const vbs::Error&) {
    }
    try {
        const vbs::Json json = vbs::parseJson(text, "input");
        const vbs::OrderedJson ordered = vbs::parseOrderedJson(text, "input");
        if (vbs::Json::accept(text) && vbs::parseJson(ordered.dump(), "again") != json)
            __builtin_trap();
        vbs::jsonText(ordered);
    } catch (const vbs::Error&) {
    }
    return 0;
}
