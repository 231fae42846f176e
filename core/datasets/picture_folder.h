#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// Finds the pictures that a data set names in the folder where they lie. Used by one thread.
class PictureFolder {
public:
    /// @param folder empty: pictures have their names only (see place).
    explicit PictureFolder(std::filesystem::path folder);

    /// A picture by its path in the folder; by its file name anywhere below; or, since the suffix that a data set
    /// states is often wrong or missing, by its name without one. Of several files of that name those that hold no
    /// picture are passed over; what a file holds is never decided by its name.
    /// @param neededBy record that names it, for the message.
    /// @throws Error (FileNotFound) naming both; (InvalidArgument) when several pictures have that name, or when the
    /// name leads out of the folder.
    std::filesystem::path find(const std::string& name, const std::string& neededBy);

    /// The same, but where no such picture is: the path that it would have in the folder.
    std::filesystem::path place(const std::string& name, const std::string& neededBy);

private:
    void list();
    std::filesystem::path m_folder;
    bool m_listed = false;
    std::unordered_map<std::string, std::vector<std::filesystem::path>> m_byName; ///< with and without suffix
};

} // namespace vbs
