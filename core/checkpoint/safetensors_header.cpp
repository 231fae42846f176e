#include "core/checkpoint/safetensors_header.h"

#include "core/base/json.h"
#include "core/checkpoint/file_refusal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

namespace vbs {

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors data are little-endian");

constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr std::size_t kMaxDimensions = 64;
constexpr std::uint64_t kMaxSize = std::numeric_limits<std::int64_t>::max();

/// The types of safetensors 0.7 (its documentation's list).
constexpr std::array kTypes{
    SafetensorsType{"F64", c10::ScalarType::Double, 64, {}},
    SafetensorsType{"F32", c10::ScalarType::Float, 32, {}},
    SafetensorsType{"F16", c10::ScalarType::Half, 16, {}},
    SafetensorsType{"BF16", c10::ScalarType::BFloat16, 16, {}},
    SafetensorsType{"I64", c10::ScalarType::Long, 64, {}},
    SafetensorsType{"I32", c10::ScalarType::Int, 32, {}},
    SafetensorsType{"I16", c10::ScalarType::Short, 16, {}},
    SafetensorsType{"I8", c10::ScalarType::Char, 8, {}},
    SafetensorsType{"U8", c10::ScalarType::Byte, 8, {}},
    SafetensorsType{"BOOL", c10::ScalarType::Bool, 8, {}},
    SafetensorsType{"U64", {}, 64, "uint64"},
    SafetensorsType{"U32", {}, 32, "uint32"},
    SafetensorsType{"U16", {}, 16, "uint16"},
    SafetensorsType{"C64", {}, 64, "complex64"},
    SafetensorsType{"F8_E5M2", {}, 8, "float8_e5m2"},
    SafetensorsType{"F8_E4M3", {}, 8, "float8_e4m3fn"},
    SafetensorsType{"F8_E5M2FNUZ", {}, 8, "float8_e5m2fnuz"},
    SafetensorsType{"F8_E4M3FNUZ", {}, 8, "float8_e4m3fnuz"},
    SafetensorsType{"F8_E8M0", {}, 8, "float8_e8m0fnu"},
    SafetensorsType{"F6_E2M3", {}, 6, "float6_e2m3"},
    SafetensorsType{"F6_E3M2", {}, 6, "float6_e3m2"},
    SafetensorsType{"F4", {}, 4, "float4_e2m1"},
};

const SafetensorsType* typeNamed(std::string_view name)
{
    const auto row = std::ranges::find(kTypes, name, &SafetensorsType::name);
    return row == kTypes.end() ? nullptr : &*row;
}

/// Receives the header's JSON piece by piece and accepts only what the format knows, so that neither depth nor
/// strange contents cost memory. Returning false ends the parse; problem() then says why.
class HeaderHandler : public nlohmann::json_sax<Json> {
public:
    explicit HeaderHandler(SafetensorsHeader& header) : m_header(header) {}

    const std::string& problem() const { return m_problem; }

    bool null() override { return unexpectedValue(); }
    bool boolean(bool) override { return unexpectedValue(); }
    bool binary(binary_t&) override { return unexpectedValue(); }
    bool number_float(number_float_t, const string_t&) override { return badNumber(); }
    bool number_integer(number_integer_t value) override
    {
        return value < 0 ? badNumber() : number(std::uint64_t(value));
    }
    bool number_unsigned(number_unsigned_t value) override { return number(value); }

    bool string(string_t& value) override
    {
        if (m_place == Place::Metadata) {
            m_header.metadata[m_key] = value;
            return true;
        }
        if (m_place != Place::Entry || m_field != "dtype")
            return unexpectedValue();
        m_entry.type = typeNamed(value);
        return m_entry.type != nullptr ||
               fail("the tensor " + quotedName(m_entry.name) + " has the unknown type " + quotedName(value));
    }

    bool key(string_t& value) override
    {
        if (m_place == Place::Root) {
            m_key = value;
            return m_names.insert(value).second || fail("the name " + quotedName(value) + " is given twice");
        }
        if (m_place == Place::Metadata) {
            m_key = value;
            return !m_header.metadata.count(value) ||
                   fail("the __metadata__ key " + quotedName(value) + " is given twice");
        }
        if (value != "dtype" && value != "shape" && value != "data_offsets")
            return fail("the tensor " + quotedName(m_entry.name) + " has the unknown field " + quotedName(value));
        m_field = value;
        return m_fields.insert(value).second ||
               fail("the tensor " + quotedName(m_entry.name) + " has the field " + quotedName(value) + " twice");
    }

    bool start_object(std::size_t) override
    {
        if (m_place == Place::Before) {
            m_place = Place::Root;
            return true;
        }
        if (m_place != Place::Root)
            return unexpectedValue();
        m_place = m_key == "__metadata__" ? Place::Metadata : Place::Entry;
        m_entry = {};
        m_entry.name = m_key;
        m_fields.clear();
        m_offsets.clear();
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Root) {
            m_place = Place::After;
            return true;
        }
        const bool entry = m_place == Place::Entry;
        m_place = Place::Root;
        return !entry || finishEntry();
    }

    bool start_array(std::size_t) override
    {
        if (m_place != Place::Entry || m_field == "dtype")
            return unexpectedValue();
        m_place = Place::Numbers;
        return true;
    }

    bool end_array() override
    {
        m_place = Place::Entry;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override
    {
        const bool utf8 = std::string_view(e.what()).find("UTF-8") != std::string_view::npos;
        return fail(utf8 ? "its header is not valid UTF-8"
                         : "its header is not valid JSON (at byte " + std::to_string(position) + ")");
    }

private:
    enum class Place { Before, Root, Metadata, Entry, Numbers, After };

    bool fail(std::string problem)
    {
        m_problem = std::move(problem);
        return false;
    }

    bool unexpectedValue()
    {
        switch (m_place) {
        case Place::Before:
        case Place::After:
            return fail("its header is not a JSON object");
        case Place::Root:
            return fail("the entry " + quotedName(m_key) + " of its header is not an object");
        case Place::Metadata:
            return fail("the __metadata__ value of " + quotedName(m_key) + " is not a string");
        default:
            return fail("the field " + quotedName(m_field) + " of the tensor " + quotedName(m_entry.name) +
                        " has the wrong form");
        }
    }

    bool badNumber()
    {
        if (m_place != Place::Numbers)
            return unexpectedValue();
        return fail("the field " + quotedName(m_field) + " of the tensor " + quotedName(m_entry.name) +
                    " holds a number that is negative, too large or not whole");
    }

    bool number(std::uint64_t value)
    {
        if (m_place != Place::Numbers)
            return unexpectedValue();
        if (value > kMaxSize)
            return badNumber();
        if (m_field == "data_offsets") {
            m_offsets.push_back(value);
            return m_offsets.size() <= 2 ||
                   fail("the tensor " + quotedName(m_entry.name) + " has more than two offsets");
        }
        m_entry.shape.push_back(static_cast<std::int64_t>(value));
        return m_entry.shape.size() <= kMaxDimensions ||
               fail("the tensor " + quotedName(m_entry.name) + " has more than " + std::to_string(kMaxDimensions) +
                    " dimensions");
    }

    bool finishEntry()
    {
        for (const char* field : {"dtype", "shape", "data_offsets"})
            if (!m_fields.count(field))
                return fail("the tensor " + quotedName(m_entry.name) + " lacks the field \"" + field + "\"");
        if (m_offsets.size() != 2)
            return fail("the tensor " + quotedName(m_entry.name) + " does not have two offsets");
        m_entry.begin = m_offsets[0];
        m_entry.end = m_offsets[1];
        m_header.entries.push_back(std::move(m_entry));
        return true;
    }

    SafetensorsHeader& m_header;
    Place m_place = Place::Before;
    std::string m_key, m_field, m_problem;
    std::set<std::string> m_names, m_fields;
    SafetensorsEntry m_entry;
    std::vector<std::uint64_t> m_offsets;
};

class Checker {
public:
    Checker(std::span<const std::byte> file, const std::filesystem::path& path)
        : m_file(file), m_refusal(path, "safetensors")
    {
    }

    SafetensorsHeader run()
    {
        SafetensorsHeader header = parse(headerLength());
        std::sort(header.entries.begin(), header.entries.end(), [](const auto& a, const auto& b) {
            return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
        });
        for (const SafetensorsEntry& entry : header.entries)
            checkSize(entry, m_file.size() - header.dataOffset);
        checkCover(header);
        for (const SafetensorsEntry& entry : header.entries)
            checkBooleans(entry, header.dataOffset);
        return header;
    }

private:
    [[noreturn]] void refuse(const std::string& why) const { m_refusal.refuse(why); }

    std::string_view text(std::size_t offset, std::size_t length) const
    {
        return {reinterpret_cast<const char*>(m_file.data()) + offset, std::min(length, m_file.size() - offset)};
    }

    std::size_t headerLength() const
    {
        if (m_file.size() < 9 || m_file[8] != std::byte('{')) // a length may look like another file's first bytes
            if (const std::string foreign = foreignFileName(m_file); !foreign.empty())
                m_refusal.refuse(foreign, ErrorCode::UnsupportedFormat);
        if (m_file.size() < 8)
            refuse("it is shorter than the eight bytes of the header's length");
        std::uint64_t length = 0;
        std::memcpy(&length, m_file.data(), 8);
        if (length > kMaxHeaderBytes)
            refuse("its header's length, " + std::to_string(length) + ", is above " + std::to_string(kMaxHeaderBytes));
        if (length > m_file.size() - 8)
            refuse("its header is longer than the file; the file may be truncated");
        if (length == 0 || m_file[8] != std::byte('{'))
            refuse("its header is not a JSON object");
        return static_cast<std::size_t>(length);
    }

    SafetensorsHeader parse(std::size_t length) const
    {
        SafetensorsHeader header;
        header.dataOffset = 8 + length;
        HeaderHandler handler(header);
        const std::string_view json = text(8, length);
        if (!Json::sax_parse(json.begin(), json.end(), &handler))
            refuse(handler.problem());
        return header;
    }

    void checkSize(const SafetensorsEntry& entry, std::size_t dataBytes) const
    {
        if (entry.begin > entry.end)
            refuse("the offsets of the tensor " + quotedName(entry.name) + " are reversed");
        if (entry.end > dataBytes)
            refuse("the tensor " + quotedName(entry.name) + " ends beyond the file; the file may be truncated");
        std::uint64_t bits = entry.type->bits;
        std::uint64_t strides = bits; // the product without zeros must not overflow either
        for (const std::int64_t size : entry.shape) {
            const auto factor = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 1));
            if (strides > kMaxSize / factor)
                refuse("the size of the tensor " + quotedName(entry.name) + " overflows");
            strides *= factor;
            bits *= static_cast<std::uint64_t>(size);
        }
        const std::uint64_t bytes = bits / 8;
        if (bits % 8 != 0)
            refuse("the tensor " + quotedName(entry.name) + " ends within a byte");
        if (bytes != entry.end - entry.begin) {
            refuse("the shape of the tensor " + quotedName(entry.name) + " needs " + std::to_string(bytes) +
                   " bytes, its offsets give " + std::to_string(entry.end - entry.begin));
        }
    }

    /// Sorted entries must follow one another from the first byte of the data to the last.
    void checkCover(const SafetensorsHeader& header) const
    {
        std::uint64_t position = 0;
        for (const SafetensorsEntry& entry : header.entries) {
            if (entry.begin < position)
                refuse("the tensor " + quotedName(entry.name) + " overlaps another");
            if (entry.begin > position)
                refuse("there is a gap before the tensor " + quotedName(entry.name));
            position = entry.end;
        }
        const std::size_t dataBytes = m_file.size() - header.dataOffset;
        if (position != dataBytes)
            refuse(std::to_string(dataBytes - position) + " bytes follow after the last tensor");
    }

    void checkBooleans(const SafetensorsEntry& entry, std::size_t dataOffset) const
    {
        if (entry.type->scalar != c10::ScalarType::Bool)
            return;
        const auto bytes = m_file.subspan(dataOffset + entry.begin, entry.end - entry.begin);
        if (std::any_of(bytes.begin(), bytes.end(), [](std::byte b) { return b > std::byte(1); }))
            refuse("the tensor " + quotedName(entry.name) + " of booleans holds a byte other than 0 and 1");
    }

    std::span<const std::byte> m_file;
    FileRefusal m_refusal;
};

} // namespace

std::optional<std::string_view> safetensorsTypeName(c10::ScalarType type)
{
    const auto row = std::ranges::find(kTypes, std::optional(type), &SafetensorsType::scalar);
    return row == kTypes.end() ? std::nullopt : std::optional(row->name);
}

SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const std::filesystem::path& path)
{
    return Checker(file, path).run();
}

} // namespace vbs
