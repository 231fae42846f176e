#include "core/data/feature_tsv.h"

#include "core/base/disk_cache.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/log.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 4u << 20;
constexpr std::uint64_t kLongestLine = 256u << 20;
constexpr std::size_t kLongestId = 4096;
constexpr std::uintmax_t kIndexCacheBytes = 256u << 20;
constexpr std::size_t kLinesLookedAt = 64; ///< for one that tells the columns
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The next line without its end; false after the last one.
bool readLine(std::istream& stream, std::string& line, const std::string& file)
{
    line.clear();
    int c = stream.rdbuf()->sbumpc();
    if (c == EOF)
        return false;
    for (; c != EOF && c != '\n'; c = stream.rdbuf()->sbumpc()) {
        if (line.size() == kLongestLine)
            throw Error(ErrorCode::TooLarge,
                        sentence("%1 has a line that is longer than any row: this is not a TSV file.", file));
        line.push_back(char(c));
    }
    if (line.ends_with('\r'))
        line.pop_back();
    return true;
}

/// The columns by the first line that tells them: the very first may be damaged.
RecognisedColumns columnsOf(const fs::path& path)
{
    const std::string name = path.string();
    std::ifstream stream = openForReading(path);
    std::optional<Error> fault;
    std::string line;
    for (std::size_t number = 0; number < kLinesLookedAt && readLine(stream, line, name); ++number) {
        if (number == 0 && line.starts_with(kByteOrderMark))
            line.erase(0, kByteOrderMark.size());
        if (line.empty())
            continue;
        try {
            RecognisedColumns recognised = recogniseColumns(line, name);
            recognised.firstLineNamesThem = recognised.firstLineNamesThem && number == 0;
            return recognised;
        } catch (const Error& e) {
            if (!fault)
                fault = e;
        }
    }
    if (fault)
        throw *fault;
    throw Error(ErrorCode::CorruptData, sentence("%1 is empty.", name));
}

/// What is known of the line that is being read, piece by piece.
class LineScanner {
public:
    LineScanner(std::size_t idColumn, std::string file) : m_idColumn(idColumn), m_file(std::move(file)) {}

    void begin(std::uint64_t offset)
    {
        m_offset = offset;
        m_length = 0;
        m_tabs = 0;
        m_id.clear();
        m_endsWithReturn = false;
        ++m_number;
    }

    void add(std::string_view piece)
    {
        if (piece.empty())
            return;
        m_length += piece.size();
        m_endsWithReturn = piece.back() == '\r';
        if (m_length > kLongestLine)
            throw Error(ErrorCode::TooLarge,
                        sentence("%1 is longer than any row of features: this is not a TSV file.", where()));
        while (m_tabs <= m_idColumn) {
            const std::size_t tab = piece.find('\t');
            if (m_tabs == m_idColumn)
                m_id += piece.substr(0, tab);
            if (m_id.size() > kLongestId)
                throw Error(ErrorCode::CorruptData,
                            sentence("%1 does not begin with a picture's id: this is not a TSV file.", where()));
            if (tab == std::string_view::npos)
                return;
            ++m_tabs;
            piece.remove_prefix(tab + 1);
        }
        m_tabs += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\t'));
    }

    bool isEmpty() const { return m_length == 0 || (m_length == 1 && m_endsWithReturn); }
    std::size_t columnCount() const { return m_tabs + 1; }
    std::size_t number() const { return m_number; }
    std::string where() const { return m_file + " line " + std::to_string(m_number); }
    FeatureTsv::Row row() const { return {m_id, m_offset, m_length - (m_endsWithReturn ? 1 : 0)}; }

private:
    std::size_t m_idColumn, m_tabs = 0, m_number = 0;
    std::uint64_t m_offset = 0, m_length = 0;
    bool m_endsWithReturn = false;
    std::string m_id, m_file;
};

} // namespace

FeatureTsv FeatureTsv::open(const fs::path& path, const FeatureTsvOptions& options, const JobControl& control)
{
    FeatureTsv file;
    file.m_path = path;
    file.m_columns = options.columns;
    if (!options.columns.empty())
        requireFeatureColumns(options.columns, path.string());
    openForReading(path);
    std::error_code code;
    const std::uint64_t bytes = fs::file_size(path, code);
    const auto changed = fs::last_write_time(path, code).time_since_epoch().count();
    const bool keep = !options.indexFolder.empty() && bytes >= options.keepIndexFrom && !code;
    if (!keep) {
        file.scan(options, control);
        file.fillLookUp();
        return file;
    }
    DiskCache cache(options.indexFolder, kIndexCacheBytes);
    const std::string key = sha256(fs::weakly_canonical(path, code).string() + "\n" + std::to_string(bytes) + " " +
                                   std::to_string(changed) + " " + Json(options.columns).dump());
    const auto known = cache.load(key);
    if (!known || !file.loadIndex(*known)) {
        file.scan(options, control);
        cache.store(key, file.indexBytes());
    }
    file.fillLookUp();
    return file;
}

void FeatureTsv::scan(const FeatureTsvOptions& options, const JobControl& control)
{
    m_rows.clear();
    const std::string name = m_path.string();
    bool skipFirst = false;
    if (options.columns.empty()) {
        const RecognisedColumns recognised = columnsOf(m_path);
        m_columns = recognised.columns;
        skipFirst = recognised.firstLineNamesThem;
    }
    const auto idColumn =
        std::ranges::find_if(m_columns, [](const auto& c) { return c == "img_id" || c == "image_id"; });
    LineScanner line(static_cast<std::size_t>(idColumn - m_columns.begin()), name);
    std::error_code code;
    const double total = std::max(1., double(fs::file_size(m_path, code)));
    std::ifstream stream = openForReading(m_path);
    std::string block(kBlock, '\0');
    std::uint64_t position = 0;
    std::optional<std::string> cut; // the first line with other columns
    const auto finish = [&](bool ended) {
        if (line.isEmpty() || (skipFirst && line.number() == 1)) {
            if (ended)
                m_wholeBytes = position;
            return;
        }
        if (line.columnCount() != m_columns.size()) {
            if (!ended)
                return; // a writer was stopped within this line
            if (!cut)
                cut = line.where() + " has " + std::to_string(line.columnCount()) + " columns, not " +
                      std::to_string(m_columns.size()) + ".";
        }
        m_rows.push_back(line.row());
        m_rows.back().whole = line.columnCount() == m_columns.size();
        if (ended)
            m_wholeBytes = position;
    };
    line.begin(0);
    while (stream) {
        control.throwIfStopped();
        control.report("Indexing " + m_path.filename().string(), double(position) / total);
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        std::string_view rest(block.data(), static_cast<std::size_t>(stream.gcount()));
        if (position == 0 && rest.starts_with(kByteOrderMark)) {
            position = kByteOrderMark.size();
            rest.remove_prefix(position);
            line.begin(position);
        }
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            line.add(rest.substr(0, end));
            if (end == std::string_view::npos) {
                position += rest.size();
                break;
            }
            position += end + 1;
            finish(true);
            rest.remove_prefix(end + 1);
            line.begin(position);
        }
    }
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, sentence("%1 cannot be read completely.", name));
    finish(false);
    if (cut && 2 * std::size_t(std::ranges::count(m_rows, true, &Row::whole)) < m_rows.size()) // not a table at all
        throw Error(ErrorCode::CorruptData, *cut);
    control.report("Indexed " + m_path.filename().string(), 1);
}

void FeatureTsv::fillLookUp()
{
    std::size_t repeated = 0;
    std::unordered_map<std::string_view, std::size_t> pictures;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto [picture, isNew] = pictures.try_emplace(m_rows[row].id, m_rowsOf.size());
        if (isNew) {
            m_names.add(m_rows[row].id, m_rowsOf.size());
            m_rowsOf.emplace_back();
        }
        repeated += isNew ? 0 : 1;
        m_rowsOf[picture->second].push_back(row);
    }
    if (repeated > 0)
        logWarning(m_path.string() + " has " + std::to_string(repeated) + (repeated == 1 ? " row" : " rows") +
                   " for pictures that it already has: the first readable one of each counts.");
}

const std::vector<std::size_t>* FeatureTsv::rowsOf(const std::string& picture) const
{
    const PictureMatch match = m_names.find(picture);
    if (match.records.empty())
        return nullptr;
    if (match.byNameAlone) {
        throw Error(ErrorCode::Mismatch, sentence("%1 has %2, not %3, which is in another folder.", m_path.string(),
                                                  m_names.namesOf(match.records), picture));
    }
    if (!match.isOne()) {
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 has several pictures that \"%2\" could mean (%3): use the picture's full id.",
                             m_path.string(), picture, m_names.namesOf(match.records)));
    }
    return &m_rowsOf[match.records.front()];
}

std::int64_t FeatureTsv::find(const std::string& picture) const
{
    const std::vector<std::size_t>* rows = rowsOf(picture);
    return rows == nullptr ? -1 : static_cast<std::int64_t>(rows->front());
}

std::optional<RegionFeatures> FeatureTsv::regionsOf(const std::string& picture) const
{
    const std::vector<std::size_t>* rows = rowsOf(picture);
    if (rows == nullptr)
        return std::nullopt;
    std::optional<Error> fault;
    for (const std::size_t row : *rows) {
        try {
            return read(row);
        } catch (const Error& e) {
            if (!fault)
                fault = e;
        }
    }
    throw *fault;
}

RegionFeatures FeatureTsv::read(std::size_t row) const
{
    const Row& at = m_rows.at(row);
    const std::string where = m_path.string() + ", the row of " + at.id;
    std::ifstream stream = openForReading(m_path);
    std::string line(at.length, '\0');
    stream.seekg(static_cast<std::streamoff>(at.offset));
    stream.read(line.data(), static_cast<std::streamsize>(line.size()));
    if (stream.gcount() != static_cast<std::streamsize>(line.size()) || line.find('\n') != std::string::npos)
        throw Error(ErrorCode::CorruptData, sentence("%1 is no longer there: the file has changed.", where));
    return parseFeatureRow(line, m_columns, where);
}

std::string FeatureTsv::indexBytes() const
{
    Json json = {{"columns", m_columns}, {"whole", m_wholeBytes}, {"rows", Json::array()}};
    for (const Row& row : m_rows)
        json["rows"].push_back({row.id, row.offset, row.length, row.whole});
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
    return {bytes.begin(), bytes.end()};
}

bool FeatureTsv::loadIndex(const std::string& bytes)
{
    try {
        const Json json = parseCbor(bytes, "The index");
        std::vector<Row> rows;
        for (const Json& row : json.at("rows"))
            rows.push_back({row.at(0), row.at(1), row.at(2), row.at(3)});
        m_columns = json.at("columns").get<FeatureColumns>();
        m_wholeBytes = json.at("whole");
        m_rows = std::move(rows);
        return true;
    } catch (const std::exception&) {
        return false; // written by another release, or an id that is no UTF-8
    }
}

} // namespace vbs
