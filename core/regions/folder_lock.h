#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace vbs {

/// Marks a folder as one that this program is writing in, for other programs of this kind; the mark goes with the
/// object, however the program ends. Where the file system knows no locks, everything counts as free.
class FolderLock {
public:
    /// @param folder is there. Not held: another program holds it and does not share it.
    enum class Kind { Alone, Shared };
    FolderLock(const std::filesystem::path& folder, Kind kind);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    bool isHeld() const { return m_held; }
    /// Whether nobody else held the folder when it was taken, so that unfinished files in it are nobody's any more.
    bool wasAlone() const { return m_wasAlone; }

private:
    int m_folder = -1;
    bool m_held = true, m_wasAlone = true;
};

/// Removes what killed runs left of files that they were writing: "NAME.0123abcd" beside NAME.
/// @param folder held by a lock that wasAlone(). @param isOurs tells of a NAME whether this program writes it there;
/// it gets the path in the folder. @param deep also in the folders below.
void removeUnfinished(const std::filesystem::path& folder, bool deep,
                      const std::function<bool(const std::filesystem::path& name)>& isOurs);

} // namespace vbs
