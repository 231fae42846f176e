#pragma once

#include "core/base/geometry.h"
#include "core/report/text_painter.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// A box that is drawn over a picture of a report.
struct ReportBox {
    Box box;
    std::string name;      ///< may be empty
    std::size_t color = 0; ///< those of one number have one colour
};

/// The pictures of a review's report: small, each embedded once however many items show it. For sources only.
class ReportPictures {
public:
    /// @param most pictures that are embedded; for those beyond it stands their name.
    explicit ReportPictures(std::size_t most) : m_most(most) {}

    /// A figure with boxes over the picture; where it cannot be read, or is one too many, a sentence instead.
    /// @param width, height of the picture that the boxes were drawn on; 0: as the picture is.
    std::string shown(const std::filesystem::path& picture, const std::vector<ReportBox>& boxes, int width, int height,
                      const std::string& caption);

    /// What shown() refers to; it stands before the first figure. Empty without pictures.
    std::string definitions() const;

    std::size_t embedded() const { return m_embedded; }
    std::size_t leftOut() const { return m_leftOut; }
    std::size_t unreadable() const { return m_pictures.size() - m_embedded - m_leftOut; }

private:
    struct Small {
        std::string data;          ///< a data URI; empty: none
        std::string fault;         ///< why there is none
        int width = 0, height = 0; ///< on the page
        int wide = 0, high = 0;    ///< of the picture itself
        std::size_t number = 0;
    };
    const Small& smallOf(const std::filesystem::path& picture);

    std::size_t m_most, m_embedded = 0, m_leftOut = 0, m_drawn = 0;
    std::map<std::filesystem::path, Small> m_pictures;
    TextPainter m_text;
};

} // namespace vbs
