#include "core/nn/visual_bert/visual_bert_config.h"
#include "tests/fuzz/fuzz_input.h"

/// config.json of a model folder; what is accepted must be written and read back alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const vbs::Json json = vbs::parseJson({reinterpret_cast<const char*>(data), size}, "input");
        const vbs::VisualBertConfig config = vbs::visualBertConfigFromJson(json);
        const std::string written = vbs::visualBertConfigToJson(config).dump();
        const vbs::VisualBertConfig again = vbs::visualBertConfigFromJson(vbs::Json::parse(written));
        if (vbs::visualBertConfigToJson(again).dump() != written)
            __builtin_trap();
    } catch (const vbs::Error&) {
    }
    return 0;
}
