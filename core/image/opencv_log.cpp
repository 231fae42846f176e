#include "core/image/opencv_log.h"

#include <opencv2/core/utils/logger.hpp>

namespace vbs {

void silenceOpenCv()
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

} // namespace vbs
