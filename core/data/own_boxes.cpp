#include "core/data/own_boxes.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/json_shape.h"
#include "core/data/coordinate.h"
#include "core/image/picture_digest.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

// Of the format: increased when an older program would misread a file, not when keys are added.
constexpr int kVersion = 1;
constexpr std::uintmax_t kMaxBytes = 16u << 20;
constexpr std::string_view kSuffix = ".json", kAside = ".damaged-";
constexpr int kMostAside = 1000; ///< files of one picture

OrderedJson jsonOf(const Box& box)
{
    return {box.x1, box.y1, box.x2, box.y2};
}

OrderedJson jsonOf(const fs::path& picture, const OwnBoxes& own)
{
    OrderedJson json = {{"version", kVersion}, {"picture", picture.string()}, {"boxes", OrderedJson::array()}};
    for (const OwnBox& box : own.boxes) {
        json["boxes"].push_back({{"box", jsonOf(box.box)}, {"label", box.label}, {"origin", box.origin}});
    }
    json["annotated"] = OrderedJson::array();
    for (const AnnotatedBox& box : own.annotated)
        json["annotated"].push_back({{"box", jsonOf(box.box)}, {"label", box.label}});
    return json;
}

/// Reads the keys of one object. @throws Error (CorruptData) without the file's name.
class Reader {
public:
    Reader(const Json& json, std::string place) : m_json(json), m_place(std::move(place))
    {
        if (!json.is_object())
            fail(sentence("should be an object"));
    }

    template <typename T> T value(const char* key, T otherwise) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end())
            return otherwise;
        if (!JsonShape<T>::fits(*found))
            fail(sentence("%1 should be %2", key, JsonShape<T>::name()));
        return found->get<T>();
    }

    Box box() const
    {
        const auto found = m_json.find("box");
        if (found == m_json.end() || !found->is_array() || found->size() != 4)
            fail(sentence("box should hold four numbers"));
        for (const Json& number : *found) {
            if (!number.is_number())
                fail(sentence("box should hold four numbers"));
            if (const auto fault = coordinateFault(number.get<double>()))
                fail(sentence("box %1", *fault));
        }
        return {found->at(0), found->at(1), found->at(2), found->at(3)};
    }

    const Json& list(const char* key) const
    {
        static const Json none = Json::array();
        const auto found = m_json.find(key);
        if (found != m_json.end() && (!found->is_array() || found->size() > OwnBoxStore::kMostBoxes))
            fail(sentence("%1 should be a list of at most %2", key, OwnBoxStore::kMostBoxes));
        return found == m_json.end() ? none : *found;
    }

    [[noreturn]] void fail(const Sentence& what) const
    {
        throw Error(ErrorCode::CorruptData, sentence("%1%2", m_place, what));
    }

private:
    const Json& m_json;
    std::string m_place;
};

OwnBoxStore::Kept keptOf(const Json& json)
{
    const Reader file(json, "it ");
    if (!json.contains("version") || !json.contains("boxes"))
        file.fail(sentence("has no version or no boxes"));
    if (file.value("version", 0) > kVersion)
        throw Error(ErrorCode::UnsupportedFormat, sentence("a later version of the program wrote it"));
    OwnBoxStore::Kept kept{file.value("picture", std::string()), {}};
    for (const Json& item : file.list("annotated")) {
        const Reader box(item, "annotated[" + std::to_string(kept.boxes.annotated.size()) + "] ");
        kept.boxes.annotated.push_back({box.box(), box.value("label", std::string())});
    }
    for (const Json& item : file.list("boxes")) {
        const Reader box(item, "boxes[" + std::to_string(kept.boxes.boxes.size()) + "] ");
        const int origin = box.value("origin", -1);
        if (origin < -1 || origin >= int(kept.boxes.annotated.size()))
            box.fail(sentence("origin is %1; there are %2 boxes under annotated", origin, kept.boxes.annotated.size()));
        kept.boxes.boxes.push_back({box.box(), box.value("label", std::string()), origin});
    }
    return kept;
}

/// @throws Error naming the file.
OwnBoxStore::Kept readKept(const fs::path& path)
{
    const Json json = readJsonFile(path, kMaxBytes);
    try {
        return keptOf(json);
    } catch (const Error& e) {
        throw Error(e.code(),
                    sentence("%1 holds no boxes that can be read: %2. It is left as it is.", path.string(), e.what()));
    }
}

/// Whether a file is there that is not to be replaced.
bool isDamaged(const fs::path& path)
{
    try {
        readKept(path);
        return false;
    } catch (const Error& e) {
        return e.code() != ErrorCode::FileNotFound;
    }
}

/// Gives a file another name that none has. Of two programs that do so at once one finds it gone.
void moveAside(const fs::path& path)
{
    const std::string stem = (path.parent_path() / path.stem()).string() + std::string(kAside);
    for (int number = 1; number <= kMostAside; ++number) {
        const std::string name = stem + std::to_string(number) + std::string(kSuffix);
        if (::link(path.c_str(), name.c_str()) == 0 || errno == ENOENT) { // unlike rename, never over another file
            ::unlink(path.c_str());
            return;
        }
        std::error_code code;
        if ((errno == EPERM || errno == EOPNOTSUPP) && !fs::exists(name, code)) // no links on this file system
            fs::rename(path, name, code);
        else if (errno == EEXIST)
            continue;
        if (!fs::exists(path, code))
            return;
        break;
    }
    throw Error(ErrorCode::FileUnwritable,
                sentence("%1 is damaged and cannot be moved aside: %2.", path.string(), std::strerror(errno)));
}

} // namespace

OwnBoxStore::OwnBoxStore(fs::path folder) : m_folder(std::move(folder)) {}

std::string OwnBoxStore::keyOf(const RgbImage& image)
{
    return sha256(pictureDigest(image));
}

fs::path OwnBoxStore::pathOf(const std::string& key) const
{
    if (key.empty() || key.size() > 128 || key.find_first_not_of("0123456789abcdef") != std::string::npos)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("\"%1\" is no key of a picture: use lower-case hex digits.", key));
    return m_folder / (key + std::string(kSuffix));
}

std::optional<OwnBoxStore::Kept> OwnBoxStore::load(const std::string& key) const
{
    const fs::path path = pathOf(key);
    if (m_folder.empty())
        return std::nullopt;
    try {
        return readKept(path);
    } catch (const Error& e) {
        if (e.code() == ErrorCode::FileNotFound)
            return std::nullopt;
        throw;
    }
}

void OwnBoxStore::save(const std::string& key, const fs::path& picture, const OwnBoxes& boxes) const
{
    const fs::path path = pathOf(key);
    if (std::max(boxes.boxes.size(), boxes.annotated.size()) > kMostBoxes)
        throw Error(ErrorCode::InvalidArgument, sentence("A picture can have at most %1 boxes.", kMostBoxes));
    const OrderedJson json = jsonOf(picture, boxes);
    const std::string text = jsonText(json) + "\n";
    try {
        keptOf(json); // what could not be read again is not written
    } catch (const Error& e) {
        throw Error(ErrorCode::InvalidArgument, sentence("These boxes cannot be kept: %1.", e.what()));
    }
    if (text.size() > kMaxBytes)
        throw Error(ErrorCode::TooLarge, sentence("The labels of these boxes are too long to be kept."));
    if (m_folder.empty())
        return;
    if (isDamaged(path))
        moveAside(path);
    writeFileAtomically(path, text);
}

void OwnBoxStore::remove(const std::string& key) const
{
    const fs::path path = pathOf(key);
    if (m_folder.empty() || isDamaged(path))
        return;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
        throw Error(ErrorCode::FileUnwritable,
                    sentence("%1 cannot be removed: %2.", path.string(), std::strerror(errno)));
}

std::size_t OwnBoxStore::damagedFiles() const
{
    std::size_t count = 0;
    std::error_code code;
    for (fs::directory_iterator at(m_folder, code), end; !code && at != end; at.increment(code))
        count += at->path().extension() == kSuffix && isDamaged(at->path()) ? 1 : 0;
    return count;
}

} // namespace vbs
