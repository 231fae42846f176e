#include "core/predict/collected_lines.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <algorithm>
#include <set>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kItemsNamed = 5, kShardsNamed = 20;
constexpr std::size_t kFilesOpen = 256; ///< a system allows some thousand, and shards may be more

} // namespace

CollectedLines::CollectedLines(const std::vector<fs::path>& runs)
{
    std::set<fs::path> seen;
    for (const fs::path& run : runs)
        for (const ShardFolder& shard : ShardFolder::in(run))
            if (seen.insert(fs::canonical(shard.folder)).second)
                add(shard);
}

void CollectedLines::add(const ShardFolder& shard)
{
    const RunDescription run = RunDescription::read(shard.description());
    if (m_files.empty()) {
        m_run = run;
        m_places.resize(run.items);
    }
    if (const Sentence difference = m_run.differenceTo(run); !difference.english().empty())
        throw Error(ErrorCode::Mismatch, sentence("%1 and %2 are shards of different runs: %3.",
                                                  m_files.front().parent_path(), shard.folder, difference));
    for (const LinePlace& line : linesOf(shard.answers())) {
        if (line.item >= m_places.size())
            throw Error(ErrorCode::Mismatch, sentence("%1 has an answer to the item %2, and the data set has %3.",
                                                      shard.answers(), line.item, m_places.size()));
        Place& place = m_places[line.item];
        if (place.bytes > 0)
            throw Error(ErrorCode::Mismatch,
                        sentence("The item %1 is there twice, in %2 and in %3: take one of the two folders out.",
                                 line.item, place.file < m_files.size() ? m_files[place.file] : shard.answers(),
                                 shard.answers()));
        place = {line.begin, std::uint32_t(line.end - line.begin), std::uint32_t(m_files.size())};
    }
    m_files.push_back(shard.answers());
    m_streams.emplace_back();
    m_known.push_back(run.shard);
}

void CollectedLines::requireAll() const
{
    std::string items;
    std::size_t missing = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (m_places[i].bytes == 0 && missing++ < kItemsNamed)
            items += (items.empty() ? "" : ", ") + std::to_string(i);
    if (missing == 0)
        return;
    std::string absent;
    std::size_t count = 0;
    for (std::size_t index = 0; index < m_run.shard.count; ++index)
        if (std::ranges::find(m_known, Shard{index, m_run.shard.count}) == m_known.end() && count++ < kShardsNamed)
            absent += (absent.empty() ? "" : ", ") + std::to_string(index + 1);
    if (count > 0)
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 of %2 items have no answer yet: of the %3 shards, these are not there: %4.", missing,
                             m_places.size(), m_run.shard.count, absent));
    throw Error(ErrorCode::Mismatch,
                sentence("%1 of %2 items have no answer yet, the first being %3: let every shard finish with "
                         "`visualbert predict … --resume`.",
                         missing, m_places.size(), items));
}

std::string CollectedLines::placeOf(std::size_t item) const
{
    return m_files.at(m_places.at(item).file).string() + ": the item " + std::to_string(item);
}

std::string CollectedLines::line(std::size_t item)
{
    const Place& place = m_places.at(item);
    std::ifstream& stream = m_streams.at(place.file);
    if (!stream.is_open()) {
        if (m_open == kFilesOpen) {
            std::ranges::for_each(m_streams, &std::ifstream::close);
            m_open = 0;
        }
        stream = openForReading(m_files[place.file]);
        ++m_open;
    }
    std::string line(place.bytes, '\0');
    stream.seekg(std::streamoff(place.begin));
    if (!stream.read(line.data(), std::streamsize(line.size())))
        throw Error(ErrorCode::CorruptData, sentence("%1 changed while it was read.", m_files[place.file]));
    return line;
}

} // namespace vbs
