#pragma once

#include "core/base/file_io.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string_view>

namespace vbs {

/// A folder for a test's own small files, gone with it; a base of the test's class.
class TextFiles {
protected:
    /// Where a file of this name lies, or would; "": the folder.
    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    /// Writes one, subfolders included.
    std::filesystem::path write(const char* name, std::string_view text) const
    {
        writeFileAtomically(path(name), text);
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace vbs
