#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// A path as data files hold it, with slashes: files made on Windows name "images\a.png".
std::string withSlashes(std::string name);

/// A picture's name without folders, of either kind, and without suffix.
std::string pictureId(const std::string& nameOrPath);

/// COCO's number of a picture, so that "COCO_val2014_000000000042", "000000000042" and "42" are one; "" when
/// the id is not of that kind.
std::string cocoNumber(const std::string& id);

/// Whether two paths lead to one file, or to two with the same bytes.
bool isSamePicture(const std::filesystem::path& one, const std::filesystem::path& other);

/// What a data file has of a picture.
struct PictureMatch {
    std::vector<std::size_t> records; ///< none; the one; or several that the picture may mean as well as each other
    std::array<int, 3> rank{};        ///< how well the names agree: more is better
    bool byNameAlone = false;         ///< the folders that the two state are not the same

    bool isOne() const { return records.size() == 1; }
};

/// The names that a data file gives to pictures, to look pictures up by. The file's name counts first, then the name
/// without its suffix, then COCO's number; of the records that have it those whose folders are the picture's, as far
/// as both name folders, the longest agreement first. Where no record agrees in its folders, one whose own path leads
/// to another picture is that one's; what is left means the picture all the same, since folders are renamed and
/// moved. Accents may be spelt either way (NFC, NFD). Any number of threads may look up.
class PictureNames {
public:
    PictureNames() = default;
    /// @param folder where the data file lies: its names may start there.
    explicit PictureNames(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// @param record the number that find() gives back; it may have several names.
    void add(const std::string& name, std::size_t record);

    /// @param picture a path, or a name alone.
    PictureMatch find(const std::string& picture) const;

    /// Names that a data file states are looked up among files' paths: only what agrees in its folders is found.
    /// @param anySuffix also a file whose name differs in its suffix alone.
    PictureMatch findFile(const std::string& name, bool anySuffix) const;

    const std::string& nameOf(std::size_t at) const { return m_names[at].first; } ///< in the order of add()

    /// "a.png, train/a.png": the names of some records, for messages; at most five.
    std::string namesOf(const std::vector<std::size_t>& records) const;

private:
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;
    struct Sought;
    bool leadsElsewhere(const std::string& name, const std::filesystem::path& picture) const;
    PictureMatch bestOf(const std::vector<std::size_t>& names, const Sought& sought, bool agreeing) const;
    PictureMatch bestOfAll(const Sought& sought, std::size_t steps, bool agreeing) const;

    std::filesystem::path m_folder;
    std::vector<std::pair<std::string, std::size_t>> m_names; ///< with slashes, and the record
    Index m_byFile, m_byId, m_byNumber;                       ///< to places in m_names
};

} // namespace vbs
