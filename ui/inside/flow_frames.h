#pragma once

#include "core/report/heat_look.h"
#include "ui/inside/looked.h"
#include "ui/util/theme.h"

#include <QImage>

#include <stop_token>

namespace vbs {

/// An animation of the flow over the picture and the words, to be drawn on any thread.
struct FlowFilm {
    LookedPtr looked;
    std::vector<std::vector<double>> flow;
    std::size_t position = 0; ///< that it comes together at
    HeatLook look;
    ThemeColors colors;
    int framesALayer = 6;

    int frames() const { return flow.empty() ? 0 : int(flow.size() - 1) * framesALayer + 1; }
    QImage frame(int number) const;
};

/// @throws Error as webpAnimation and writeFileAtomically.
void writeFilm(const FlowFilm& film, const QString& path);

/// NAME-01.png, NAME-02.png, … beside each other. @throws Error (FileUnwritable).
void writeFrames(const FlowFilm& film, const QString& path);

} // namespace vbs
