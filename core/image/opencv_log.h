#pragma once

namespace vbs {

/// Keeps OpenCV from reporting bad files on standard error, for the whole process: the exceptions of image_io say it
/// better. Call at start-up.
void silenceOpenCv();

} // namespace vbs
