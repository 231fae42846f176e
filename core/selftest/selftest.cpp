#include "core/selftest/selftest.h"

#include "core/base/shipped_folder.h"
#include "core/checkpoint/torch_errors.h"
#include "core/pack/model_pack.h"
#include "core/runtime/device.h"
#include "core/selftest/selftest_checks.h"

namespace vbs {

namespace {

constexpr SelftestCheck kChecks[] = {
    {{"reference", "networks of published size, filled by rule, against Hugging Face's numbers"},
     /*inQuick=*/true,
     /*gpuOnly=*/false,
     checkReferences},
    {{"agreement", "the pack's samples: the processor's answers in float32, its regions and their names"},
     true,
     false,
     checkAgreement},
    {{"batch", "the same samples in batches, as predict asks them"}, false, false, checkBatches},
    {{"explanation", "explanations and attention are finite and whole, and the processor's"},
     true,
     false,
     checkExplanations},
    {{"extractor", "a GPU's region features by published extractors, filled by rule, against the processor's"},
     false,
     true,
     checkExtractors},
    {{"scenes", "share of right answers about unseen picture-book scenes, and the detector's precision"},
     true,
     false,
     checkScenes},
    {{"speed", "the full-size network on 8 pictures of 36 regions; told, without a bound"}, false, false, tellSpeed},
    {{"memory", "a GPU's memory comes back once a network is gone"}, false, true, checkMemory},
};

std::vector<DeviceInfo> placesFor(const SelftestOptions& options)
{
    std::vector<DeviceInfo> places;
    for (const std::string& name : options.devices.empty() ? computeDevices() : options.devices) {
        DeviceInfo place = chooseDevice(name);
        for (const std::string& precision :
             options.precisions.empty() ? std::vector<std::string>{"float32", "bfloat16"} : options.precisions) {
            choosePrecision(precision, place);
            places.push_back(place);
        }
    }
    return places;
}

void runCheck(const SelftestCheck& check, SelftestContext& context)
try {
    context.begin(check.info.name);
    check.run(context);
} catch (const std::exception& e) {
    const Error error = asError(e);
    if (error.code() == ErrorCode::Cancelled)
        throw error;
    context.fail({}, infoOf(error).message);
}

} // namespace

std::span<const SelftestCheck> selftestTable()
{
    return kChecks;
}

std::vector<SelftestCheckInfo> selftestChecks()
{
    std::vector<SelftestCheckInfo> infos;
    for (const SelftestCheck& check : kChecks)
        infos.push_back(check.info);
    return infos;
}

std::filesystem::path SelftestOptions::shippedReferenceCases()
{
    return shippedFolder("selftest") / "reference-cases.json";
}

SelftestReport runSelftest(const SelftestOptions& options)
{
    const Stopwatch watch;
    SelftestContext context(options, readReferenceCases(options.references));
    readPack(options.pack); // one that cannot be read is no device's fault
    for (const DeviceInfo& place : placesFor(options)) {
        context.goTo(place);
        for (const SelftestCheck& check : kChecks)
            if ((check.inQuick || !options.quick) && (!check.gpuOnly || place.device != "cpu"))
                runCheck(check, context);
    }
    SelftestReport report = context.take();
    report.seconds = watch.seconds();
    return report;
}

} // namespace vbs
