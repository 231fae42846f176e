#pragma once

#include "core/look/attention_grid.h"
#include "ui/inside/looked.h"

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QStringList>

#include <vector>

namespace vbs {

/// What of a head is told in a word, and what heads are sorted by.
enum class HeadMeasure { Spread, OnRegions, OnSeparator };
inline constexpr HeadMeasure kHeadMeasures[] = {HeadMeasure::Spread, HeadMeasure::OnRegions, HeadMeasure::OnSeparator};

QString measureName(HeadMeasure measure);    ///< "Share on regions"
QString measureTip(HeadMeasure measure);     ///< a whole sentence
QString measureCaption(HeadMeasure measure); ///< for under a map: "on regions"
double measureOf(const HeadMeasures& head, HeadMeasure measure);
QStringList measureLines(const HeadMeasures& head); ///< everything, for a tool tip

/// The attention of one head as a picture of positions by positions, row by row where each looks.
QImage headMap(const Inspection& inspection, std::size_t layer, std::size_t head, const QColor& none,
               const QColor& all);

using HeadGrid = std::vector<std::vector<HeadMeasures>>; ///< [layer][head]

/// The maps of all heads, made when they are first wanted and kept until another question, size or theme.
class HeadMaps {
public:
    void setLooked(const LookedPtr& looked);
    const LookedPtr& looked() const { return m_looked; }
    /// @param side in pixels of the device.
    const QPixmap& map(std::size_t layer, std::size_t head, int side, const QColor& none, const QColor& all);
    int kept() const { return int(m_maps.size()); }

private:
    LookedPtr m_looked;
    QHash<std::size_t, QPixmap> m_maps;
    int m_side = 0;
    QColor m_none, m_all;
};

} // namespace vbs
