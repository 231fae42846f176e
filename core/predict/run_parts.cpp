#include "core/predict/run_parts.h"

#include "core/base/error.h"
#include "core/checkpoint/torch_errors.h"
#include "core/datasets/dataset_formats.h"
#include "core/datasets/example_pictures.h"
#include "core/runtime/device.h"
#include "core/runtime/torch_device.h"

namespace vbs {

namespace {

constexpr std::size_t kBatchOnProcessor = 32, kBatchOnGpu = 128;
constexpr std::size_t kPicturesKept = 8; ///< their regions, in memory besides those of the piece in hand

DeviceInfo deviceOf(const ShardRunOptions& options)
{
    DeviceInfo device = chooseDevice(options.device);
    choosePrecision(options.precision, device);
    return device;
}

} // namespace

RunParts::RunParts(const ShardRunOptions& options, const JobControl& control)
    : format(formatOf(options.files, options.format, options.task)), dataset(openToAsk(format, options.files)),
      device(deviceOf(options)), pack(options.pack, torchDevice(device), torchType(device), control, false),
      stages(pack, device, options.task), batch(options.batch > 0        ? options.batch
                                                : device.device == "cpu" ? kBatchOnProcessor
                                                                         : kBatchOnGpu)
{
}

RegionStoreOptions RunParts::storeOptions(const ShardRunOptions& options) const
{
    return {.cacheFolder = options.cacheFolder,
            .diskBytes = options.cacheBytes,
            .mostAdded = options.mostAdded,
            .memoryEntries = kPicturesKept,
            .computedBy = computedBy(device)};
}

AskedPtr askedExample(const Dataset& dataset, std::uint32_t number, int top, RunPictures& pictures)
{
    auto asked = std::make_unique<AskedExample>();
    asked->number = number;
    asked->example = dataset.at(number);
    asked->fault = asked->example.fault;
    if (!asked->fault.empty())
        return asked;
    try {
        asked->request = requestOf(asked->example);
        asked->request.topK = top;
        for (std::size_t side = 0; side < asked->example.pictures.size(); ++side)
            asked->pictures.push_back(pictures.of(asked->example.pictures[side], side));
    } catch (const std::exception& e) {
        blameExample(*asked, e);
    }
    return asked;
}

void blameExample(AskedExample& asked, const std::exception& reason)
{
    const Error error = asError(reason);
    if (!isOfExample(error.code()))
        throw error;
    asked.fault = error.what();
}

} // namespace vbs
