#pragma once

#include <QString>

#include <string>

namespace vbs {

/// Rows of a CSV table (RFC 4180): fields are quoted where needed, lines end in CR LF.
class PlotTable {
public:
    /// @param header column names, parted by commas.
    explicit PlotTable(const char* header) : m_text(std::string(header) + "\r\n") {}

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front.
    PlotTable& add(const QString& text);
    PlotTable& add(double number); ///< reads back as the same number
    PlotTable& add(int number);
    void endRow();

    const std::string& text() const { return m_text; }

private:
    void addField(const std::string& field);

    std::string m_text;
    bool m_begun = false; ///< the row has a field
};

} // namespace vbs
