#include "core/bench/rule_fill.h"

namespace vbs {

RuleStream::RuleStream(std::string_view salt, std::string_view key) : m_seed(0xCBF29CE484222325u)
{
    for (const std::string_view text : {salt, key})
        for (const char c : text)
            m_seed = (m_seed ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
}

} // namespace vbs
