#include "core/datasets/record_edits.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/json_splice.h"

#include <algorithm>
#include <fstream>

namespace vbs {

namespace {

std::string bytesOf(std::ifstream& stream, std::uint64_t begin, std::uint64_t end)
{
    std::string bytes(end - begin, '\0');
    stream.seekg(std::streamoff(begin));
    stream.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(std::max<std::streamsize>(stream.gcount(), 0)));
    return bytes;
}

} // namespace

FileStamp FileStamp::of(const std::filesystem::path& path)
{
    std::error_code code;
    FileStamp stamp;
    stamp.bytes = std::filesystem::file_size(path, code);
    stamp.changed = std::filesystem::last_write_time(path, code);
    return stamp;
}

RecordEdits::RecordEdits(std::filesystem::path source, const FileStamp& stamp)
    : m_source(std::move(source)), m_stamp(stamp)
{
    requireUnchanged();
}

void RecordEdits::requireUnchanged() const
{
    if (FileStamp::of(m_source) != m_stamp)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 has changed since it was read: open it again.", m_source.string()));
}

std::string RecordEdits::bytes(const RecordPlace& place) const
{
    std::ifstream stream = openForReading(m_source);
    return bytesOf(stream, place.begin, place.end);
}

OrderedJson RecordEdits::read(const RecordPlace& place) const
{
    return parseOrderedJson(bytes(place), m_source.string());
}

void RecordEdits::edit(const RecordPlace& place, const std::function<void(OrderedJson&)>& change)
{
    Change& known = m_changes[place.begin];
    if (!known.record)
        known = {place.end, {}, read(place)};
    change(*known.record);
}

void RecordEdits::replace(const RecordPlace& place, std::string text)
{
    m_changes[place.begin] = {place.end, std::move(text), std::nullopt};
}

void RecordEdits::changeArray(const RecordPlace& inside, const std::vector<RecordPlace>& records,
                              const std::vector<std::size_t>& removed, const std::vector<std::string>& added)
{
    std::size_t gone = 0; // how many of the first records go
    while (gone < removed.size() && removed[gone] == gone)
        ++gone;
    if (gone > 0)
        replace({records.front().begin, gone < records.size() ? records[gone].begin : records.back().end}, "");
    for (std::size_t i = gone; i < removed.size(); ++i) // with the comma before it
        replace({records[removed[i] - 1].end, records[removed[i]].end}, "");
    if (added.empty())
        return;
    const std::string separator = records.empty() ? ",\n" : "," + bytes({inside.begin, records.front().begin});
    std::string text;
    for (const std::string& record : added)
        text += (text.empty() && gone == records.size() ? "" : separator) + record;
    const std::uint64_t at = records.empty() ? inside.begin : records.back().end;
    replace({at, at}, text);
}

void RecordEdits::removeRecords(const std::vector<RecordPlace>& records, const std::vector<std::size_t>& removed)
{
    if (removed.empty())
        return;
    if (bytes({0, records.front().begin}).find('[') != std::string::npos)
        return changeArray({}, records, removed, {});
    for (const std::size_t record : removed)
        replace({records[record].begin, record + 1 < records.size() ? records[record + 1].begin : m_stamp.bytes}, "");
}

void RecordEdits::write(const std::filesystem::path& to) const
{
    std::ifstream stream = openForReading(m_source);
    std::vector<std::string> parts;
    std::uint64_t at = 0;
    for (const auto& [begin, change] : m_changes) {
        parts.push_back(bytesOf(stream, at, begin));
        const std::string text = change.record ? bytesOf(stream, begin, change.end) : "";
        parts.push_back(change.record ? splicedJson(text, parseOrderedJson(text, m_source.string()), *change.record)
                                      : change.text);
        at = change.end;
    }
    parts.push_back(bytesOf(stream, at, m_stamp.bytes));
    requireUnchanged();
    writeFileAtomically(to, std::vector<std::string_view>(parts.begin(), parts.end()));
}

} // namespace vbs
