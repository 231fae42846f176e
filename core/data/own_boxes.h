#pragma once

#include "core/base/geometry.h"
#include "core/image/rgb_image.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// A box that a user made on a picture, or kept of those that were found.
struct OwnBox {
    Box box;           ///< in pixels of the picture, finite
    std::string label; ///< as the user typed it, UTF-8; may be empty
    int origin = -1;   ///< in OwnBoxes::annotated: the one that it was made from; -1: none

    friend bool operator==(const OwnBox&, const OwnBox&) = default;
};

/// A box as the picture's annotation file has it.
struct AnnotatedBox {
    Box box; ///< as in the file, not clipped
    std::string label;

    friend bool operator==(const AnnotatedBox&, const AnnotatedBox&) = default;
};

/// All boxes that a user has on a picture. None at all is something else than nothing made: every box was taken away.
struct OwnBoxes {
    std::vector<OwnBox> boxes;
    /// What was taken over from the picture's annotation file, or saved into one: saving changes and removes exactly
    /// these in a file, and leaves what others wrote into it meanwhile.
    std::vector<AnnotatedBox> annotated;

    friend bool operator==(const OwnBoxes&, const OwnBoxes&) = default;
};

/// A user's own boxes, kept in one small JSON file for each picture: FOLDER/KEY.json. It is user data: nothing is ever
/// evicted, and what is saved survives a power cut. A file that is damaged, or of a later version, is never changed or
/// removed. Any thread may call, and several programs may share a folder: a file is always whole, and of two that save
/// the boxes of one picture the last one counts.
///
///     OwnBoxStore store(userDataFolder() / "boxes");
///     const std::string key = OwnBoxStore::keyOf(image);
///     if (const auto kept = store.load(key)) …                    // when the picture was opened
///     store.save(key, image.path, boxes);                         // after each edit, off the GUI's thread
///     store.remove(key);                                          // "Back to the Detected Regions"
class OwnBoxStore {
public:
    /// @param folder made at the first save. Empty: nothing is kept (a user without a home).
    explicit OwnBoxStore(std::filesystem::path folder);

    /// A picture's key, of its pixels alone: a moved, renamed or copied file keeps its boxes, an edited one has none.
    /// Takes about 2 ms a megapixel.
    static std::string keyOf(const RgbImage& image);

    /// What one file holds.
    struct Kept {
        std::filesystem::path picture; ///< where it lay when the boxes were saved; empty for one without a file
        OwnBoxes boxes;
    };

    /// A picture's boxes; nothing when none were saved.
    /// @throws Error naming the file when it is damaged or cannot be read (CorruptData, UnsupportedFormat for a later
    /// version's, TooLarge, FileUnreadable); (InvalidArgument) unless the key is 1 to 128 hex digits.
    std::optional<Kept> load(const std::string& key) const;

    /// Replaces a picture's boxes. A file there that load() refuses is first moved aside, to KEY.damaged-N.json.
    /// @param picture noted for people; may be empty.
    /// @throws Error (FileUnwritable) with the system's reason, e.g. a full disk: what was saved before is still there;
    /// (InvalidArgument) for a key that is none, a box that is not finite, or more than kMostBoxes.
    void save(const std::string& key, const std::filesystem::path& picture, const OwnBoxes& boxes) const;

    /// Forgets a picture's boxes; nothing happens where there are none. A file that load() refuses stays.
    /// @throws Error (FileUnwritable, InvalidArgument).
    void remove(const std::string& key) const;

    /// How many files of the folder load() refuses, moved ones included. Reads them all.
    std::size_t damagedFiles() const;

    const std::filesystem::path& folder() const { return m_folder; }

    static constexpr std::size_t kMostBoxes = 10'000;

private:
    std::filesystem::path pathOf(const std::string& key) const;

    std::filesystem::path m_folder;
};

} // namespace vbs
