#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vbs {

/// A picture to work on, with the name that its results are kept under.
struct ListedPicture {
    std::filesystem::path path;
    std::string id; ///< unlike every other's: the path inside the named folder without the suffix
};

struct PictureList {
    std::vector<ListedPicture> pictures;
    std::vector<std::string> unlisted; ///< a sentence on each folder that cannot be read
};

/// Whether a file has a picture's suffix or a picture's first bytes.
bool looksLikePicture(const std::filesystem::path& path);

/// Visits every file in a folder and the folders below it, in no order.
/// @return a sentence on each folder below it that cannot be read.
/// @throws Error (FileUnreadable) when the folder itself cannot be listed; what visit throws.
std::vector<std::string> filesBelow(const std::filesystem::path& folder,
                                    const std::function<void(const std::filesystem::path&)>& visit);

/// Every picture of the files and folders given, in their order; a folder's by path, with those of its own
/// folders. A file named directly is listed whatever it is (also when it is missing), so that nothing is
/// passed over in silence; of a folder, files with a picture's suffix or a picture's first bytes. A file
/// given twice counts once. Pictures that differ in their suffix only are told apart by it.
/// @throws Error (FileUnreadable) for a folder that cannot be listed, (InvalidArgument) for two files that
/// would get one id, naming both.
PictureList listPictures(const std::vector<std::filesystem::path>& filesAndFolders);

/// The lines of a list file: one path each, relative to the current folder or, if it is not there, to the
/// list's folder; backslashes are read as slashes where only that leads to a file. Empty lines are passed over.
/// @throws Error as readLines; (InvalidArgument) naming a line with a folder that holds the current folder: nobody
/// means all that lies there.
std::vector<std::filesystem::path> readPictureList(const std::filesystem::path& list);

} // namespace vbs
