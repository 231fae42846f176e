#include "core/data/picture_names.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kNamesTold = 5;

bool allDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Letters and their accents as one character (NFC): macOS stores "é" as two, data files mostly as one.
std::string composed(const std::string& name)
{
    const bool isPlain = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isPlain || !isUtf8(name))
        return name;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string result;
    if (U_SUCCESS(status))
        nfc->normalize(icu::UnicodeString::fromUTF8(name), status).toUTF8String(result);
    return U_SUCCESS(status) ? result : name;
}

std::string lastPart(const std::string& name)
{
    return name.substr(name.find_last_of('/') + 1);
}

/// The folders of a path from the last one up, as far as the path says which they are: what lies before "..", a drive
/// or the root is not known.
std::vector<std::string> foldersOf(const std::string& name)
{
    std::vector<std::string> folders;
    for (std::size_t end = name.find_last_of('/'); end != std::string::npos && end > 0;) {
        const std::size_t slash = name.find_last_of('/', end - 1);
        const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
        const std::string folder = name.substr(begin, end - begin);
        if (folder == ".." || folder.ends_with(':'))
            break;
        if (!folder.empty() && folder != ".")
            folders.push_back(folder);
        end = slash;
    }
    return folders;
}

std::size_t agreement(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    const auto differ = std::ranges::mismatch(one, other);
    return std::size_t(differ.in1 - one.begin());
}

} // namespace

std::string withSlashes(std::string name)
{
    std::ranges::replace(name, '\\', '/');
    return name;
}

std::string pictureId(const std::string& nameOrPath)
{
    const std::string name = lastPart(withSlashes(nameOrPath));
    const std::size_t dot = name.find_last_of('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string cocoNumber(const std::string& id)
{
    std::string_view digits = id;
    if (const std::size_t bar = digits.find_last_of('_'); digits.starts_with("COCO_") && bar != std::string_view::npos)
        digits.remove_prefix(bar + 1);
    if (!allDigits(digits))
        return {};
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return std::string(digits);
}

bool isSamePicture(const fs::path& one, const fs::path& other)
{
    std::error_code code;
    if (fs::equivalent(one, other, code))
        return true;
    if (!fs::is_regular_file(one, code) || !fs::is_regular_file(other, code) ||
        fs::file_size(one, code) != fs::file_size(other, code))
        return false;
    try {
        return sha256OfFile(one) == sha256OfFile(other);
    } catch (const Error&) {
        return false; // unreadable: whoever wants to see it will say so
    }
}

/// The picture that is looked up, with what is known of its path.
struct PictureNames::Sought {
    std::string file, id, number;
    std::vector<std::string> stated, known; ///< folders as given, and from the root on where the file is there
    fs::path path;

    explicit Sought(const std::string& picture) : path(picture)
    {
        const std::string name = composed(withSlashes(picture));
        file = lastPart(name);
        id = pictureId(name);
        number = cocoNumber(id);
        stated = foldersOf(fs::path(name).lexically_normal().string());
        std::error_code code;
        known =
            fs::exists(path, code) ? foldersOf(composed(fs::absolute(path, code).lexically_normal().string())) : stated;
    }
};

void PictureNames::add(const std::string& name, std::size_t record)
{
    const std::size_t at = m_names.size();
    m_names.emplace_back(withSlashes(name), record);
    const std::string file = lastPart(composed(m_names.back().first)), id = pictureId(file);
    m_byFile[file].push_back(at);
    m_byId[id].push_back(at);
    if (const std::string number = cocoNumber(id); !number.empty())
        m_byNumber[number].push_back(at);
}

PictureMatch PictureNames::find(const std::string& picture) const
{
    const Sought sought(picture);
    PictureMatch match = bestOfAll(sought, 5, true);
    return match.records.empty() ? bestOfAll(sought, 5, false) : match;
}

PictureMatch PictureNames::findFile(const std::string& name, bool anySuffix) const
{
    return bestOfAll(Sought(name), anySuffix ? 4 : 1, true);
}

PictureMatch PictureNames::bestOfAll(const Sought& sought, std::size_t steps, bool agreeing) const
{
    const std::array<std::pair<const Index*, const std::string*>, 5> all{
        std::pair(&m_byFile, &sought.file), std::pair(&m_byId, &sought.file), std::pair(&m_byFile, &sought.id),
        std::pair(&m_byId, &sought.id), std::pair(&m_byNumber, &sought.number)};
    for (std::size_t step = 0; step < steps; ++step) {
        const auto& [index, key] = all[step];
        const auto found = key->empty() ? index->end() : index->find(*key);
        if (found == index->end())
            continue;
        PictureMatch match = bestOf(found->second, sought, agreeing);
        if (match.records.empty())
            continue;
        match.rank = {agreeing ? 1 : 0, -int(step), match.rank[2]};
        return match;
    }
    return {};
}

PictureMatch PictureNames::bestOf(const std::vector<std::size_t>& names, const Sought& sought, bool agreeing) const
{
    PictureMatch best;
    best.byNameAlone = !agreeing;
    for (const std::size_t at : names) {
        const auto& [name, record] = m_names[at];
        const std::vector<std::string> folders = foldersOf(composed(name));
        const std::size_t agreed = agreement(folders, sought.known);
        const bool agrees = agreed >= std::min(folders.size(), sought.stated.size());
        if (agrees != agreeing || (!agreeing && leadsElsewhere(name, sought.path)))
            continue;
        if (best.records.empty() || int(agreed) > best.rank[2])
            best.records.clear();
        else if (int(agreed) < best.rank[2])
            continue;
        best.rank[2] = int(agreed);
        if (std::ranges::find(best.records, record) == best.records.end())
            best.records.push_back(record);
    }
    return best;
}

bool PictureNames::leadsElsewhere(const std::string& name, const fs::path& picture) const
{
    std::error_code code;
    std::vector<fs::path> starts{m_folder};
    // A data set mostly has one layout: beside train/1.png, "val/1.png" is the file of that name.
    const bool upwards = name.find("../") != std::string::npos;
    for (fs::path at = fs::absolute(picture, code).lexically_normal().parent_path(); !upwards && at.has_relative_path();
         at = at.parent_path())
        starts.push_back(at);
    // Ids of feature files have no suffix.
    const std::string full = fs::path(name).has_extension() ? name : name + picture.extension().string();
    return std::ranges::any_of(starts, [&](const fs::path& start) {
        return fs::is_regular_file(start / full, code) && !isSamePicture(start / full, picture);
    });
}

std::string PictureNames::namesOf(const std::vector<std::size_t>& records) const
{
    std::string words;
    for (std::size_t i = 0; i < records.size() && i < kNamesTold; ++i) {
        const auto found = std::ranges::find(m_names, records[i], &std::pair<std::string, std::size_t>::second);
        words += (i > 0 ? ", " : "") + (found == m_names.end() ? "" : found->first);
    }
    return records.size() > kNamesTold ? words + ", …" : words;
}

} // namespace vbs
