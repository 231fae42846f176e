#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_members.h"

#include <memory>
#include <set>
#include <zip.h>

namespace vbs {
namespace {

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseMember {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ZipPtr = std::unique_ptr<zip_t, CloseZip>;
using SourcePtr = std::unique_ptr<zip_source_t, FreeSource>;

[[noreturn]] void refuseDamaged()
{
    throw Error(ErrorCode::CorruptData, sentence("it is damaged; copy or download it again."));
}

/// Before the library makes a table of them: each stands in the directory under this signature.
void requireFewMembers(std::string_view archive)
{
    constexpr std::string_view kEntry = "PK\x01\x02";
    std::size_t count = 0;
    for (std::size_t at = archive.find(kEntry); at != std::string_view::npos; at = archive.find(kEntry, at + 4))
        if (++count > LessonLimits::kMembers)
            throw Error(ErrorCode::TooLarge,
                        sentence("it has more than %1 members; no lesson needs as many.", LessonLimits::kMembers));
}

ZipPtr openArchive(std::string_view archive)
{
    if (!archive.starts_with("PK"))
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("it is no lesson: lessons are zip files whose names end in .vbslesson."));
    requireFewMembers(archive);
    SourcePtr source(zip_source_buffer_create(archive.data(), archive.size(), 0, nullptr));
    ZipPtr zip(source ? zip_open_from_source(source.get(), ZIP_RDONLY, nullptr) : nullptr);
    if (!zip)
        refuseDamaged();
    source.release(); // the archive's from now on
    return zip;
}

/// What a member says of itself. @throws Error for what no lesson has.
zip_stat_t statOf(zip_t* zip, zip_uint64_t index)
{
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
        refuseDamaged();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        throw Error(
            ErrorCode::UnsupportedFormat,
            sentence("it is encrypted, and lessons are not: unpack it with its password and pack it without one."));
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(zip, index, 0, &system, &attributes);
    constexpr zip_uint32_t kKind = 0170000, kLink = 0120000;
    if (system == ZIP_OPSYS_UNIX && ((attributes >> 16) & kKind) == kLink)
        throw Error(ErrorCode::CorruptData, sentence("it holds a link instead of a file; pack the file itself."));
    return stat;
}

std::string unpacked(zip_t* zip, zip_uint64_t index, const zip_stat_t& stat)
{
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("it is packed in a way that lessons are not; pack it with the method \"deflate\"."));
    const std::unique_ptr<zip_file_t, CloseMember> file(zip_fopen_index(zip, index, 0));
    if (!file)
        refuseDamaged();
    std::string bytes(stat.size, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const zip_int64_t count = zip_fread(file.get(), bytes.data() + done, bytes.size() - done);
        if (count <= 0)
            refuseDamaged();
        done += std::size_t(count);
    }
    char more = 0;
    if (zip_fread(file.get(), &more, 1) != 0) // longer than it says, or another checksum
        refuseDamaged();
    return bytes;
}

} // namespace

LessonMembers membersOfArchive(std::string_view archive, const std::string& name)
try {
    const ZipPtr zip = openArchive(archive);
    std::map<std::string, std::pair<zip_uint64_t, zip_stat_t>> taken;
    std::set<std::string> names;
    LessonMeter meter;
    const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
    for (zip_uint64_t i = 0; i < zip_uint64_t(std::max<zip_int64_t>(count, 0)); ++i) {
        const zip_stat_t stat = statOf(zip.get(), i);
        const std::string member = stat.name;
        if (!names.insert(member).second)
            throw Error(
                ErrorCode::CorruptData,
                sentence("it holds two members of one name, so that nobody knows which is meant; pack it again."));
        if (mostBytesOf(member) == 0)
            continue;
        meter.add(member, stat.size, stat.comp_size);
        taken.emplace(member, std::pair(i, stat));
    }
    LessonMembers members;
    for (const auto& [member, place] : taken)
        members.emplace(member, unpacked(zip.get(), place.first, place.second));
    return members;
} catch (const Error& e) {
    throw e.withContext(name);
}

std::string archiveOf(const LessonMembers& members)
{
    constexpr zip_uint16_t kDate = (1 << 5) | 1; // 1980-01-01, the first that zip knows
    const auto require = [](bool done) {
        if (!done)
            throw Error(ErrorCode::Internal, sentence("The lesson cannot be packed."));
    };
    SourcePtr target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    require(target != nullptr);
    zip_source_keep(target.get()); // the archive frees one of the two
    ZipPtr zip(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
    require(zip != nullptr);
    for (const auto& [name, bytes] : members) {
        zip_source_t* source = zip_source_buffer(zip.get(), bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(zip.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
        require(index >= 0);
        const bool packed = name.starts_with(kLessonPictures); // already
        require(zip_set_file_compression(zip.get(), zip_uint64_t(index), packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                         packed ? 0 : 9) == 0);
        require(zip_file_set_dostime(zip.get(), zip_uint64_t(index), 0, kDate, 0) == 0);
    }
    require(zip_close(zip.get()) == 0);
    zip.release();
    zip_stat_t stat;
    zip_stat_init(&stat);
    require(zip_source_stat(target.get(), &stat) == 0 && zip_source_open(target.get()) == 0);
    std::string archive(stat.size, '\0');
    const zip_int64_t read = zip_source_read(target.get(), archive.data(), archive.size());
    zip_source_close(target.get());
    require(read == zip_int64_t(archive.size()));
    return archive;
}

} // namespace vbs
