#include "core/base/utf8.h"

namespace vbs {

bool isUtf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || more >= text.size() - i)
            return false;
        char32_t value = lead & (0x3f >> more);
        for (std::size_t k = 1; k <= more; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + k]);
            if ((byte & 0xc0) != 0x80)
                return false;
            value = value << 6 | (byte & 0x3f);
        }
        constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
        if (value < kSmallest[more] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
            return false;
        i += more + 1;
    }
    return true;
}

std::string withoutControls(std::string_view text)
{
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (byte == 0xC2 && next >= 0x80 && next < 0xA0) { // U+0080 to U+009F
            result += kReplacement;
            ++i;
        } else if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            result += kReplacement;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace vbs
