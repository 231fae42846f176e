#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>

namespace vbs {

/// Finds the pictures that a data set names in the folder where they lie. Used by one thread.
class PictureFolder {
public:
    explicit PictureFolder(std::filesystem::path folder);

    /// A picture by its path in the folder; by its file name anywhere below; or, since the suffix that a data set
    /// states is often wrong or missing, by its name without one. What a file holds is never decided by its name.
    /// @param neededBy record that names it, for the message.
    /// @throws Error (FileNotFound) naming both; (InvalidArgument) when several files have that name, or when the
    /// name leads out of the folder.
    std::filesystem::path find(const std::string& name, const std::string& neededBy);

private:
    void list();
    void remember(const std::string& name, const std::filesystem::path& path);

    std::filesystem::path m_folder;
    bool m_listed = false;
    struct Named {
        std::filesystem::path path, other; ///< the second file of that name, if there is one
    };
    std::unordered_map<std::string, Named> m_byName;
};

} // namespace vbs
