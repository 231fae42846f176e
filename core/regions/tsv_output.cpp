#include "core/regions/tsv_output.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/data/feature_tsv.h"
#include "core/regions/folder_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr int kRowsPerSync = 32;
constexpr std::size_t kDigits = 64; ///< of a SHA-256

fs::path settingsFileOf(const fs::path& tsv)
{
    return tsv.string() + ".settings.json";
}

fs::path picturesFileOf(const fs::path& tsv)
{
    return tsv.string() + ".pictures";
}

std::string_view withoutEnd(const std::string& row)
{
    return std::string_view(row).substr(0, row.size() - 1);
}

} // namespace

TsvOutput::TsvOutput(fs::path path, const ExtractionSettings& settings, bool resume)
    : m_path(std::move(path)), m_settings(settings)
{
    std::error_code code;
    if (resume && fs::exists(m_path, code) && fs::file_size(m_path, code) > 0) {
        requireSameSettings();
        open();
        continueAfterLastWholeLine();
    }
}

TsvOutput::~TsvOutput()
{
    for (const int file : {m_file, m_pictures})
        if (file >= 0)
            ::close(file);
}

void TsvOutput::requireSameSettings() const
{
    const fs::path file = settingsFileOf(m_path);
    std::error_code code;
    if (!fs::exists(file, code)) {
        throw Error(
            ErrorCode::Mismatch,
            sentence("%1 cannot be resumed: %2, which records how it was made, is missing. Write to another file.",
                     m_path.string(), file.string()));
    }
    const Json made = readJsonFile(file);
    const auto text = [&](const char* key) {
        const auto found = made.is_object() ? made.find(key) : made.end();
        return made.is_object() && found != made.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string();
    };
    if (text("fingerprint") == m_settings.fingerprint && text("boxes_sha256") == m_settings.boxes)
        return;
    const std::string what = text("fingerprint") == m_settings.fingerprint ? "other boxes"
                             : text("extractor") == m_settings.extractor
                                 ? "other options or weights of " + m_settings.extractor
                                 : "the extractor " + text("extractor") + ", not " + m_settings.extractor;
    throw Error(ErrorCode::Mismatch,
                sentence("%1 was made with %2: write to another file, or leave --resume out to replace it.",
                         m_path.string(), what));
}

void TsvOutput::writeSettings() const
{
    writeJsonFile(settingsFileOf(m_path), {{"extractor", m_settings.extractor},
                                           {"fingerprint", m_settings.fingerprint},
                                           {"boxes_sha256", m_settings.boxes}});
}

void TsvOutput::open()
{
    std::error_code code;
    if (m_path.has_parent_path())
        fs::create_directories(m_path.parent_path(), code);
    if (fs::is_other(m_path, code))
        throw Error(ErrorCode::FileUnwritable, sentence("%1 is a pipe or a device, not a file.", m_path.string()));
    m_file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (m_file < 0)
        fail(errno);
    // Some network drives know no locks; there the user has to see to it.
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw Error(ErrorCode::FileUnwritable, sentence("%1 is being written by another program.", m_path.string()));
    const fs::path folder = m_path.has_parent_path() ? m_path.parent_path() : fs::path(".");
    removeUnfinished(folder, false, [&](const fs::path& name) { return name == settingsFileOf(m_path.filename()); });
    m_pictures = ::open(picturesFileOf(m_path).c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (m_pictures < 0)
        fail(errno);
}

/// Compares what the file beside it says of the rows. Lines of older releases have one SHA-256, of the picture; a later
/// line about an id replaces an earlier one.
void TsvOutput::checkRows()
{
    std::error_code code;
    if (!fs::exists(picturesFileOf(m_path), code))
        return;                              // of an older release
    std::map<std::string, std::string> sums; // of rows
    for (const std::string& line : readLines(picturesFileOf(m_path))) {
        const bool both = line.size() > kDigits && line[kDigits] == '+';
        const std::size_t id = (both ? 2 : 1) * (kDigits + 1);
        if (line.size() <= id)
            continue;
        const auto row = m_done.find(line.substr(id));
        if (row == m_done.end())
            continue;
        row->second.picture = line.substr(0, kDigits);
        sums[row->first] = both ? line.substr(kDigits + 1, kDigits) : std::string();
    }
    std::ifstream stream = openForReading(m_path);
    std::string bytes;
    for (auto& [id, row] : m_done) {
        const auto sum = sums.find(id);
        if (sum == sums.end() || sum->second.empty())
            continue;
        bytes.resize(row.length);
        stream.seekg(static_cast<std::streamoff>(row.offset));
        stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        row.damaged = !stream || sha256(bytes) != sum->second;
        stream.clear();
    }
}

void TsvOutput::continueAfterLastWholeLine()
{
    const FeatureTsv there = FeatureTsv::open(m_path, {lxmertColumns(), {}, 0});
    std::size_t whole = there.rows().size();
    m_end = there.wholeBytes();
    // What a crash of the whole machine leaves at the end may have tabs and yet be no row.
    const auto isWhole = [&](std::size_t row) {
        try {
            there.read(row);
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    while (whole > 0 && (there.rows()[whole - 1].offset >= m_end || !isWhole(whole - 1))) {
        --whole;
        m_end = std::min(m_end, there.rows()[whole].offset);
    }
    for (std::size_t row = 0; row < whole; ++row)
        if (const FeatureTsv::Row& at = there.rows()[row]; at.whole)
            m_done.try_emplace(at.id, Row{at.offset, at.length, {}, false});
    checkRows();
    if (::ftruncate(m_file, static_cast<off_t>(m_end)) != 0)
        fail(errno);
}

ExtractionOutput::State TsvOutput::stateOf(const ListedPicture& picture, const std::string&)
{
    const auto row = m_done.find(picture.id);
    if (row == m_done.end())
        return State::Missing;
    if (!row->second.picture.empty() && row->second.picture != sha256OfFile(picture.path)) {
        throw Error(
            ErrorCode::Mismatch,
            sentence(
                "%1 is not the picture that %2 has as %3: write to another file, or leave --resume out to replace it.",
                picture.path.string(), m_path.string(), picture.id));
    }
    return row->second.damaged ? State::Outdated : State::Done;
}

void TsvOutput::write(const ListedPicture& picture, const Origin& from, const RegionFeatures& regions)
{
    RegionFeatures named = regions;
    named.image = picture.id;
    const std::string row = formatFeatureRow(named);
    if (m_file < 0) {
        open();
        if (::ftruncate(m_file, 0) != 0 || ::ftruncate(m_pictures, 0) != 0)
            fail(errno);
        writeSettings();
    }
    Row& done = m_done[picture.id];
    if (done.damaged)
        mend(done, picture.id, row);
    else
        append(row);
    done.picture = from.sha256;
    done.damaged = false;
    // Should this be lost, the row counts by its name alone.
    const std::string line = from.sha256 + "+" + sha256(withoutEnd(row)) + " " + picture.id + "\n";
    if (::write(m_pictures, line.data(), line.size()) < 0)
        fail(errno);
    if (++m_sinceSync >= kRowsPerSync) {
        ::fdatasync(m_file);
        m_sinceSync = 0;
    }
}

void TsvOutput::append(const std::string& row)
{
    try {
        writeAt(m_end, row);
    } catch (const Error&) {
        (void)!::ftruncate(m_file, static_cast<off_t>(m_end)); // a part of a row helps nobody
        throw;
    }
    m_end += row.size();
}

/// Readers take the first row of an id, so that another one at the end would not help.
void TsvOutput::mend(const Row& damaged, const std::string& id, const std::string& row)
{
    const std::string_view line = withoutEnd(row);
    if (line.size() != damaged.length) {
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 has a damaged row for %2, which cannot be made again in its place: write to another "
                             "file, or leave --resume out to replace it.",
                             m_path.string(), id));
    }
    writeAt(damaged.offset, line);
}

void TsvOutput::writeAt(std::uint64_t offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(m_file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            fail(count < 0 ? errno : ENOSPC);
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
}

void TsvOutput::finish()
{
    if (m_file >= 0 && ::fsync(m_file) != 0)
        fail(errno);
}

void TsvOutput::fail(int reason) const
{
    throw Error(ErrorCode::FileUnwritable,
                sentence("%1 cannot be written: %2.", m_path.string(), std::strerror(reason)));
}

} // namespace vbs
