#include "core/datasets/dataset_formats.h"

#include "core/base/error.h"
#include "core/datasets/box_dataset.h"
#include "core/datasets/flickr_dataset.h"
#include "core/datasets/lxmert_dataset.h"
#include "core/datasets/nlvr2_dataset.h"
#include "core/datasets/vcr_dataset.h"
#include "core/datasets/vqa_v2_dataset.h"

#include <array>

namespace vbs {

namespace {

constexpr std::array kFormats{kVqaV2Format, kLxmertFormat, kNlvr2Format, kVcrFormat, kFlickrFormat, kBoxesFormat};

std::string namesFor(std::optional<Task> task)
{
    std::string names;
    for (const DatasetFormat& format : kFormats)
        if (!task || format.task == task)
            names += (names.empty() ? "" : ", ") + std::string(format.name);
    return names;
}

} // namespace

std::span<const DatasetFormat> datasetFormats()
{
    return kFormats;
}

const DatasetFormat& datasetFormat(std::string_view name)
{
    for (const DatasetFormat& format : kFormats)
        if (format.name == name)
            return format;
    throw Error(ErrorCode::InvalidArgument,
                sentence("There is no data set format \"%1\": use one of %2.", name, namesFor({})));
}

const DatasetFormat& formatOf(const DatasetFiles& files, std::string_view name, std::optional<Task> task)
{
    const std::filesystem::path& named = files.dataset.empty() ? files.annotations : files.dataset;
    if (!name.empty()) {
        const DatasetFormat& format = datasetFormat(name);
        if (task && format.task != task)
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The format %1 is one of another task: use one of %2.", name, namesFor(task)));
        return format;
    }
    std::error_code code;
    if (!std::filesystem::exists(named, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", named.string()));
    for (const DatasetFormat& format : kFormats)
        if ((!task || format.task == task) && format.recognises(files))
            return format;
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("%1 is in none of the formats %2: check the file, or name its format.", named.string(),
                         namesFor(task)));
}

} // namespace vbs
