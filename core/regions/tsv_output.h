#pragma once

#include "core/regions/extraction_output.h"

#include <map>
#include <string_view>

namespace vbs {

/// All pictures in one file with LXMERT's columns, a row each, appended as they are made: what is written
/// stays when the program ends in any way. The picture's size and name are all that a row says of where it
/// comes from, so how the rows were made stands in a file beside it, and in another of which pictures: a line
/// "SHA-256+SHA-256 id" for each row, of the picture's file and of the row. A row that has changed since is made again
/// in its place.
class TsvOutput : public ExtractionOutput {
public:
    /// @throws Error, see makeExtractionOutput.
    TsvOutput(std::filesystem::path path, const ExtractionSettings& settings, bool resume);
    ~TsvOutput() override;
    TsvOutput(const TsvOutput&) = delete;
    TsvOutput& operator=(const TsvOutput&) = delete;

    State stateOf(const ListedPicture& picture, const std::string& boxesKey) override;
    void write(const ListedPicture& picture, const Origin& from, const RegionFeatures& regions) override;
    void finish() override;

private:
    struct Row {
        std::uint64_t offset = 0, length = 0; ///< without its line end
        std::string picture;                  ///< SHA-256 of its file; empty: not known
        bool damaged = false;
    };

    void continueAfterLastWholeLine();
    void open();
    void writeSettings() const;
    void checkRows();
    void writeAt(std::uint64_t offset, std::string_view bytes);
    void mend(const Row& damaged, const std::string& id, const std::string& row);
    void append(const std::string& row);
    void requireSameSettings() const;
    [[noreturn]] void fail(int reason) const;

    std::filesystem::path m_path;
    ExtractionSettings m_settings;
    std::map<std::string, Row> m_done; ///< by id; of several with one id the first
    std::uint64_t m_end = 0;           ///< where the next row goes
    int m_file = -1, m_pictures = -1;
    int m_sinceSync = 0;
};

} // namespace vbs
