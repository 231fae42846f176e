#pragma once

#include "core/image/byte_view.h"
#include "core/image/image_io.h"

namespace vbs {

/// What is read of a GIF file without decoding it.

/// The size of the canvas, grown as far as the first frame reaches, as PIL does.
/// May throw ByteView::ShortRead, also where there is no frame.
ImageSize gifSize(const ByteView& view);

/// How many frames begin in these bytes.
int gifFrames(const ByteView& view);

} // namespace vbs
