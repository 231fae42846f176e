#include "core/tuning/tuning_processes.h"

#include "core/base/json.h"
#include "core/base/splitmix.h"

#include <map>

#include <torch/cuda.h>

namespace vbs {

namespace {

constexpr std::chrono::hours kPatienceWithPictures{24};

} // namespace

TuningProcesses::TuningProcesses(const ProcessPlace& place, c10::Device device) : m_place(place)
{
    if (!place.isAlone())
        m_group.emplace(place, device);
}

std::string TuningProcesses::deviceWord(const std::string& asked, const ProcessPlace& place)
{
    const bool anyGpu = asked == "auto" || asked == "cuda";
    const auto gpus = anyGpu && !place.isAlone() && torch::cuda::is_available() ? int(torch::cuda::device_count()) : 0;
    return gpus > 1 ? "cuda:" + std::to_string(place.localRank % gpus) : asked;
}

std::uint64_t TuningProcesses::seedOf(std::uint64_t step) const
{
    return m_place.rank == 0 ? step : splitMix(step, std::uint64_t(m_place.rank));
}

std::span<const std::size_t> TuningProcesses::shareOf(std::span<const std::size_t> step) const
{
    const auto rank = std::size_t(m_place.rank), count = std::size_t(m_place.count);
    const std::size_t begin = step.size() * rank / count, end = step.size() * (rank + 1) / count;
    return step.subspan(begin, end - begin);
}

std::vector<TuningPicture> TuningProcesses::shareOf(const std::vector<TuningPicture>& pictures) const
{
    if (!m_group)
        return pictures;
    std::map<std::string, std::size_t> numbers;
    std::vector<TuningPicture> own;
    for (const TuningPicture& picture : pictures)
        if (takes(numbers.try_emplace(picture.file.string(), numbers.size()).first->second))
            own.push_back(picture);
    return own;
}

void TuningProcesses::meet() const
{
    if (m_group)
        m_group->any(false);
}

std::vector<UnreadablePicture> TuningProcesses::together(std::vector<UnreadablePicture> own) const
{
    if (!m_group)
        return own;
    std::string text; // names of files are bytes of any kind but these
    for (const UnreadablePicture& picture : own)
        text += picture.file.string() + '\0' + picture.reason + '\0';
    std::vector<UnreadablePicture> all;
    for (const std::string& one : m_group->gather(text, kPatienceWithPictures)) {
        for (std::size_t next = 0; next < one.size();) {
            const std::string file = one.c_str() + next, reason = one.c_str() + next + file.size() + 1;
            all.push_back({file, reason});
            next += file.size() + reason.size() + 2;
        }
    }
    return all;
}

ScoreSum TuningProcesses::together(const ScoreSum& own) const
{
    if (!m_group)
        return own;
    ScoreSum all;
    for (const std::string& one : m_group->gather(jsonText(own.toJson(), -1)))
        all.add(parseJson(one, "another process's scores"));
    return all;
}

void TuningProcesses::requireSame(const RunIdentity& identity) const
{
    if (m_group)
        identity.requireSameAsFirst(
            parseJson(m_group->gather(jsonText(identity.toJson(), -1)).front(), "the first process"));
}

void TuningProcesses::throwIfStopped(const JobControl& control) const
{
    const bool own = control.stop.stop_requested();
    if (m_group ? m_group->any(own) : own)
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
}

} // namespace vbs
