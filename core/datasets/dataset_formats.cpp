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
                "There is no data set format \"" + std::string(name) + "\": use one of " + namesFor({}) + ".");
}

const DatasetFormat& formatOf(const DatasetFiles& files, std::string_view name, std::optional<Task> task)
{
    const std::filesystem::path& named = files.dataset.empty() ? files.annotations : files.dataset;
    if (!name.empty()) {
        const DatasetFormat& format = datasetFormat(name);
        if (task && format.task != task)
            throw Error(ErrorCode::InvalidArgument, "The format " + std::string(name) +
                                                        " is one of another task: use one of " + namesFor(task) + ".");
        return format;
    }
    std::error_code code;
    if (!std::filesystem::exists(named, code))
        throw Error(ErrorCode::FileNotFound, named.string() + " does not exist.");
    for (const DatasetFormat& format : kFormats)
        if ((!task || format.task == task) && format.recognises(files))
            return format;
    throw Error(ErrorCode::UnsupportedFormat, named.string() + " is in none of the formats " + namesFor(task) +
                                                  ": check the file, or name its format.");
}

} // namespace vbs
