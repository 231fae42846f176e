#include "core/hub/pull_meter.h"

#include "core/base/duration_text.h"

#include <cstdio>

namespace vbs {

namespace {

constexpr double kReportSeconds = 0.1, kRateSeconds = 5, kLeastRateSeconds = 0.5;

std::string megabytes(double bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, bytes < 10e6 ? "%.1f" : "%.0f", bytes / 1e6);
    return text;
}

} // namespace

std::string progressText(const PullProgress& progress)
{
    switch (progress.stage) {
    case PullProgress::Stage::Checking:
        return "Checking " + progress.file;
    case PullProgress::Stage::Waiting:
        return progress.message;
    case PullProgress::Stage::OtherProgram:
        return "Another program is fetching " + progress.file;
    case PullProgress::Stage::Assembling:
        return "Making it ready";
    case PullProgress::Stage::Fetching:
        break;
    }
    std::string text = "Fetching " + progress.file + " from " + progress.host + ": " +
                       megabytes(double(progress.done)) + " of " + megabytes(double(progress.total)) + " MB";
    if (progress.bytesPerSecond > 0)
        text += ", " + megabytes(progress.bytesPerSecond) + " MB/s";
    if (progress.secondsLeft >= 0)
        text += ", " + durationText(progress.secondsLeft) + " left";
    return text;
}

void PullMeter::measure()
{
    const double now = m_watch.seconds();
    if (!m_samples.empty() && m_now.done < m_samples.back().bytes)
        m_samples.clear(); // begun again
    m_samples.push_back({now, m_now.done});
    while (m_samples.size() > 2 && now - m_samples.front().seconds > kRateSeconds)
        m_samples.pop_front();
    const double seconds = now - m_samples.front().seconds;
    m_now.bytesPerSecond = seconds >= kLeastRateSeconds ? double(m_now.done - m_samples.front().bytes) / seconds : 0;
    m_now.secondsLeft = m_now.bytesPerSecond > 0 && m_now.total >= m_now.done
                            ? double(m_now.total - m_now.done) / m_now.bytesPerSecond
                            : -1;
}

void PullMeter::report(PullProgress::Stage stage, const std::string& file, std::uintmax_t ofFile,
                       const std::string& host, const std::string& message)
{
    const bool news = stage != m_now.stage || file != m_now.file || m_reported < 0;
    if (!news && m_watch.seconds() - m_reported < kReportSeconds && m_whole + ofFile < m_now.total)
        return;
    m_reported = m_watch.seconds();
    m_now.stage = stage;
    m_now.file = file;
    m_now.host = host;
    m_now.message = message;
    m_now.done = m_whole + ofFile;
    if (stage == PullProgress::Stage::Fetching) {
        measure();
    } else {
        m_samples.clear();
        m_now.bytesPerSecond = 0;
        m_now.secondsLeft = -1;
    }
    if (m_options.onProgress)
        m_options.onProgress(m_now);
    const double fraction = m_now.total > 0 ? double(m_now.done) / double(m_now.total) : -1;
    m_options.control.report(progressText(m_now), fraction < 1 ? fraction : 0.999);
}

void PullMeter::note(const std::string& sentence) const
{
    if (m_options.onNote)
        m_options.onNote(sentence);
}

} // namespace vbs
