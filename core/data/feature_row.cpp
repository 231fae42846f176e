#include "core/data/feature_row.h"

#include "core/base/base64.h"
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <climits>
#include <cmath>
#include <cstring>
#include <functional>

static_assert(std::endian::native == std::endian::little, "feature files hold little-endian arrays");

namespace vbs {

namespace {

constexpr std::int64_t kMaxRegions = 100'000;

std::vector<std::string_view> split(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t start = 0;;) {
        const std::size_t tab = line.find('\t', start);
        fields.push_back(line.substr(start, tab == std::string_view::npos ? tab : tab - start));
        if (tab == std::string_view::npos)
            return fields;
        start = tab + 1;
    }
}

/// The one name that this program uses for a column.
std::string canonical(const std::string& column)
{
    static constexpr std::pair<std::string_view, const char*> kOthers[] = {
        {"image_id", "img_id"}, {"image_w", "img_w"}, {"image_h", "img_h"}};
    for (const auto& [other, name] : kOthers)
        if (column == other)
            return name;
    return column;
}

bool isKnownColumn(const std::string& column)
{
    const FeatureColumns& known = lxmertColumns();
    return std::ranges::find(known, canonical(column)) != known.end();
}

/// The fields of one line by column name, each converted with messages that name it.
class Row {
public:
    Row(std::string_view line, const FeatureColumns& columns, std::string where)
        : m_fields(split(line)), m_columns(columns), m_where(std::move(where))
    {
        if (m_fields.size() != columns.size()) {
            throw Error(ErrorCode::CorruptData,
                        sentence("%1 has %2 columns, not %3.", m_where, m_fields.size(), columns.size()));
        }
    }

    std::string_view text(const std::string& name) const { return m_fields[position(name)]; }
    bool has(const std::string& name) const { return position(name) < m_fields.size(); }

    /// Some writers print 500.0 for 500.
    std::int64_t wholeNumber(const std::string& name, std::int64_t most) const
    {
        const std::string_view field = text(name);
        double value = 0;
        const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), value);
        if (fault != std::errc() || end != field.data() + field.size() || value != std::floor(value) || value < 0)
            fail(name, "should be a whole number, not \"" + std::string(field.substr(0, 40)) + "\"");
        if (value > double(most))
            fail(name, "is " + std::string(field.substr(0, 40)) + ", beyond the limit of " + std::to_string(most));
        return static_cast<std::int64_t>(value);
    }

    template <typename T> std::vector<T> array(const std::string& name) const
    {
        const auto bytes = fromBase64(text(name));
        if (!bytes)
            fail(name, "is not valid base64");
        if (bytes->size() % sizeof(T) != 0) {
            fail(name, "has " + std::to_string(bytes->size()) + " bytes, which is not a multiple of " +
                           std::to_string(sizeof(T)) + " bytes");
        }
        std::vector<T> values(bytes->size() / sizeof(T));
        if (!values.empty()) // nothing has no address to copy to
            std::memcpy(values.data(), bytes->data(), bytes->size());
        return values;
    }

    /// An array with one value a region; empty when the file has no such column.
    template <typename T> std::vector<T> perRegion(const std::string& name, std::int64_t count) const
    {
        if (!has(name))
            return {};
        std::vector<T> values = array<T>(name);
        if (static_cast<std::int64_t>(values.size()) != count)
            fail(name, "holds " + std::to_string(values.size()) + " values for " + std::to_string(count) + " boxes");
        return values;
    }

    [[noreturn]] void fail(const std::string& name, const std::string& what) const
    {
        throw Error(ErrorCode::CorruptData, sentence("%1: the column %2 %3.", m_where, name, what));
    }

private:
    std::size_t position(const std::string& name) const
    {
        const auto found =
            std::ranges::find_if(m_columns, [&](const auto& column) { return canonical(column) == name; });
        return static_cast<std::size_t>(found - m_columns.begin());
    }

    std::vector<std::string_view> m_fields;
    const FeatureColumns& m_columns;
    std::string m_where;
};

template <typename T> std::string encoded(const std::vector<T>& values)
{
    return toBase64(std::as_bytes(std::span(values)));
}

template <typename T> std::vector<T> orFilled(const std::vector<T>& values, std::int64_t count, T filling)
{
    return values.empty() ? std::vector<T>(static_cast<std::size_t>(count), filling) : values;
}

} // namespace

const FeatureColumns& lxmertColumns()
{
    static const FeatureColumns columns{"img_id",   "img_h",      "img_w",     "objects_id", "objects_conf",
                                        "attrs_id", "attrs_conf", "num_boxes", "boxes",      "features"};
    return columns;
}

const FeatureColumns& bottomUpColumns()
{
    static const FeatureColumns columns{"image_id", "image_w", "image_h", "num_boxes", "boxes", "features"};
    return columns;
}

void requireFeatureColumns(const FeatureColumns& columns, const std::string& file)
{
    for (const char* needed : {"img_id", "img_w", "img_h", "num_boxes", "boxes", "features"}) {
        const auto times =
            std::ranges::count_if(columns, [&](const auto& column) { return canonical(column) == needed; });
        if (times != 1) {
            throw Error(ErrorCode::InvalidArgument, sentence("%1: the list of columns names %2%3.", file, needed,
                                                             times == 0 ? sentence(" nowhere") : sentence(" twice")));
        }
    }
}

RecognisedColumns recogniseColumns(std::string_view firstLine, const std::string& file)
{
    const std::vector<std::string_view> fields = split(firstLine);
    const std::string first(fields.front());
    if (fields.size() > 1 && (first == "img_id" || first == "image_id") && isKnownColumn(std::string(fields[1]))) {
        RecognisedColumns named{{fields.begin(), fields.end()}, true};
        requireFeatureColumns(named.columns, file);
        return named;
    }
    for (const FeatureColumns& columns : {lxmertColumns(), bottomUpColumns()})
        if (fields.size() == columns.size())
            return {columns, false};
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("%1 has %2 columns between tabs; without a list of \"columns\" a feature file has LXMERT's "
                         "ten or the older six: name them from left to right.",
                         file, fields.size()));
}

RegionFeatures parseFeatureRow(std::string_view line, const FeatureColumns& columns, const std::string& where)
{
    const Row row(line, columns, where);
    RegionFeatures regions;
    regions.image = row.text("img_id");
    if (regions.image.empty())
        row.fail("img_id", "is empty");
    regions.width = static_cast<int>(row.wholeNumber("img_w", INT_MAX));
    regions.height = static_cast<int>(row.wholeNumber("img_h", INT_MAX));
    regions.count = row.wholeNumber("num_boxes", kMaxRegions);
    regions.boxes = row.array<float>("boxes");
    if (static_cast<std::int64_t>(regions.boxes.size()) != 4 * regions.count) {
        row.fail("boxes", "holds " + std::to_string(regions.boxes.size()) + " values for " +
                              std::to_string(regions.count) + " boxes of four");
    }
    regions.features = row.array<float>("features");
    const auto numbers = static_cast<std::int64_t>(regions.features.size());
    if (regions.count == 0 ? numbers != 0 : numbers == 0 || numbers % regions.count != 0) {
        row.fail("features", "holds " + std::to_string(numbers) + " values, which cannot be divided among " +
                                 std::to_string(regions.count) + " boxes");
    }
    regions.size = regions.count == 0 ? 0 : numbers / regions.count;
    regions.labels = row.perRegion<std::int64_t>("objects_id", regions.count);
    regions.scores = row.perRegion<float>("objects_conf", regions.count);
    regions.attributes = row.perRegion<std::int64_t>("attrs_id", regions.count);
    regions.attributeScores = row.perRegion<float>("attrs_conf", regions.count);
    checkRegionFeatures(regions, where);
    return regions;
}

std::string formatFeatureRow(const RegionFeatures& regions)
{
    checkRegionFeatures(regions, regions.image);
    if (regions.image.empty() || regions.image.find_first_of("\t\r\n") != std::string::npos) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("\"%1\" cannot be the name of a picture in a TSV file: rename it.", regions.image));
    }
    std::string row = regions.image;
    for (const std::string& field :
         {std::to_string(regions.height), std::to_string(regions.width),
          encoded(orFilled<std::int64_t>(regions.labels, regions.count, -1)),
          encoded(orFilled<float>(regions.scores, regions.count, 0)),
          encoded(orFilled<std::int64_t>(regions.attributes, regions.count, -1)),
          encoded(orFilled<float>(regions.attributeScores, regions.count, 0)), std::to_string(regions.count),
          encoded(regions.boxes), encoded(regions.features)}) {
        row += '\t';
        row += field;
    }
    row += '\n';
    return row;
}

} // namespace vbs
