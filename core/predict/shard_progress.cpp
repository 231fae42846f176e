#include "core/predict/shard_progress.h"

#include "core/base/duration_text.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/log.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace vbs {

namespace {

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

double oneDecimal(double value)
{
    return std::round(10 * value) / 10;
}

} // namespace

ShardProgress::ShardProgress(std::filesystem::path file, std::size_t shard, std::size_t shards,
                             const ShardCounts& counts)
    : m_file(std::move(file)), m_shard(shard), m_shards(shards), m_counts(counts)
{
    write("running");
}

void ShardProgress::update()
{
    if (m_sinceWritten.seconds() >= 1)
        write("running");
}

void ShardProgress::close(const std::string& state)
{
    write(state);
}

double ShardProgress::secondsLeft() const
{
    const std::size_t done = m_counts.done, finished = m_counts.before + done;
    if (finished >= m_counts.items)
        return 0;
    return done > 0 ? m_watch.seconds() / double(done) * double(m_counts.items - finished) : -1;
}

double ShardProgress::fraction() const
{
    return double(m_counts.before + m_counts.done) / double(std::max<std::size_t>(m_counts.items, 1));
}

std::string ShardProgress::text() const
{
    const std::size_t looked = m_counts.looked;
    std::string line = std::to_string(m_counts.before + m_counts.done) + " of " + std::to_string(m_counts.items) +
                       " items, " + std::to_string(looked) + " pictures";
    if (m_counts.done > 0) {
        char rate[64];
        std::snprintf(rate, sizeof rate, ", %.1f items a second", double(m_counts.done) / m_watch.seconds());
        line += rate;
    }
    if (looked > 0)
        line += ", " + std::to_string(100 * m_counts.known / looked) + " % from cache";
    if (m_counts.failed > 0)
        line += ", " + std::to_string(m_counts.failed) + " failed";
    if (const double left = secondsLeft(); left >= 0)
        line += ", " + durationText(left) + " left";
    return line;
}

void ShardProgress::write(const std::string& state)
{
    const std::size_t looked = m_counts.looked;
    OrderedJson json = {
        {"state", state},
        {"shard", m_shard},
        {"shards", m_shards},
        {"items", m_counts.items},
        {"done", m_counts.before + m_counts.done},
        {"failed", m_counts.failed.load()},
        {"pictures", m_counts.pictures},
        {"pictures_looked_at", looked},
        {"items_per_second", oneDecimal(double(m_counts.done) / std::max(m_watch.seconds(), 1e-9))},
        {"from_cache_percent", looked > 0 ? oneDecimal(100. * double(m_counts.known) / double(looked)) : 0},
        {"seconds", oneDecimal(m_watch.seconds())},
        {"seconds_left", nullptr},
        {"host", hostName()},
        {"process", ::getpid()},
        {"updated", std::time(nullptr)}};
    if (const double left = secondsLeft(); left >= 0)
        json["seconds_left"] = oneDecimal(left);
    m_sinceWritten = Stopwatch();
    try {
        writeFileAtomically(m_file, jsonText(json) + "\n", Durability::Forgettable);
    } catch (const Error& e) {
        logWarning(std::string("Progress was not written: ") + e.what());
    }
}

} // namespace vbs
