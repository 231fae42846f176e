#pragma once

#include "core/data/picture_names.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Finds the pictures that a data set names in the folder where they lie. Used by one thread.
class PictureFolder {
public:
    /// @param folder empty: pictures have their names only (see place).
    explicit PictureFolder(std::filesystem::path folder);

    /// A picture by its path in the folder; by its file name anywhere below, in folders that agree with those that the
    /// data set names, as far as both name some; or, since the suffix that a data set states is often wrong or missing,
    /// by its name without one. Of several files of that name those that hold no picture are passed over; what a file
    /// holds is never decided by its name.
    /// @param neededBy record that names it, for the message.
    /// @throws Error (FileNotFound) naming both; (InvalidArgument) when several pictures have that name, or when the
    /// name leads out of the folder.
    std::filesystem::path find(const std::string& name, const std::string& neededBy);

    /// The same for a file beside the pictures, under its whole name.
    std::filesystem::path findFile(const std::string& name, const std::string& neededBy);

    /// Where a picture is, or would be, and why it cannot be used.
    struct Place {
        std::string file;  ///< as text: a std::filesystem::path takes some hundred bytes more, in every record
        std::string fault; ///< empty when it is there
    };

    /// As find, but throws nothing. Without a folder: the name alone.
    Place place(const std::string& name, const std::string& neededBy);

private:
    void list();
    std::filesystem::path pathOf(std::size_t record) const { return m_folder / m_files.nameOf(record); }
    std::filesystem::path search(const std::string& name, const std::string& neededBy, bool picture);

    std::filesystem::path m_folder;
    bool m_listed = false;
    std::size_t m_unlisted = 0; ///< folders in it that cannot be read
    PictureNames m_files;       ///< paths in the folder
};

} // namespace vbs
