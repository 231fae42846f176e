#pragma once

namespace vbs {

/// Everything that holds for the whole process, set in one place: OpenCV prints nothing, and floats below 1e-38 count
/// as 0 (they would take many times the time of others). Call once, first in main(), as threads inherit the treatment
/// of small floats from the one that starts them.
void setUpProcess();

/// How many threads shall compute, for --threads; 0, as without a call: one for each core. Call before anything is
/// computed. @throws Error (InvalidArgument) for a negative number.
void setComputeThreads(int count);

/// Has the calling thread compute on so many, fewer where memory for their buffers is refused. See chooseDevice.
/// @return how many. @throws Error (TooLarge) when there is not even memory for one.
int startComputeThreads();

/// Has the calling thread do small things by itself, beside one that computes on many: another team of threads would
/// take turns with that one's on the same cores.
void computeAlone();

} // namespace vbs
