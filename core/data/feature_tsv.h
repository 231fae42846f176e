#pragma once

#include "core/base/progress.h"
#include "core/data/feature_row.h"
#include "core/data/picture_names.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

struct FeatureTsvOptions {
    FeatureColumns columns;                   ///< empty: recognised by the first line
    std::filesystem::path indexFolder;        ///< where the index of a large file is kept; empty: nowhere
    std::uint64_t keepIndexFrom = 256u << 20; ///< bytes from which on an index is worth keeping
};

/// A tab-separated feature file with the place of every picture in it. Such files have tens of gigabytes, so
/// opening reads it once in pieces and finding reads one line. Any thread may call the const functions.
class FeatureTsv {
public:
    struct Row {
        std::string id;
        std::uint64_t offset = 0, length = 0; ///< of the line in the file, without its line end
        bool whole = true;                    ///< it has as many columns as the others
    };

    /// Looks at every line's number of columns and its id; what is in the arrays is checked when a line is
    /// read. A last line without its end that lacks columns is left out (see wholeBytes). Empty lines and a byte order
    /// mark are passed over.
    /// @throws Error naming file and line: FileNotFound, FileUnreadable, UnsupportedFormat, CorruptData,
    /// Cancelled.
    static FeatureTsv open(const std::filesystem::path& path, const FeatureTsvOptions& options = {},
                           const JobControl& control = {});

    /// The row of a picture by its id in the file, its file name or its COCO number; -1 when there is none.
    /// Of several rows with one id the first.
    /// @param picture its name or path. @throws Error (Mismatch) when it may mean several pictures, or when the file
    /// has one of this name in another folder; each names them.
    std::int64_t find(const std::string& picture) const;

    /// The regions of a picture; of several rows with one id the first that can be read counts. nullopt when there is
    /// none. @throws Error as find; naming file and row when no row of the picture can be read.
    std::optional<RegionFeatures> regionsOf(const std::string& picture) const;

    /// One row, parsed and checked. @throws Error naming file and line.
    RegionFeatures read(std::size_t row) const;

    const std::vector<Row>& rows() const { return m_rows; }
    const FeatureColumns& columns() const { return m_columns; }
    const std::filesystem::path& path() const { return m_path; }

    /// Bytes up to the end of the last line that is whole and ended; a writer goes on there.
    std::uint64_t wholeBytes() const { return m_wholeBytes; }

private:
    void scan(const FeatureTsvOptions& options, const JobControl& control);
    bool loadIndex(const std::string& bytes);
    std::string indexBytes() const;
    void fillLookUp();
    const std::vector<std::size_t>* rowsOf(const std::string& picture) const;

    std::filesystem::path m_path;
    FeatureColumns m_columns;
    std::vector<Row> m_rows;
    std::uint64_t m_wholeBytes = 0;
    PictureNames m_names;                           ///< to a place in m_rowsOf
    std::vector<std::vector<std::size_t>> m_rowsOf; ///< by picture
};

} // namespace vbs
