#include "app/commands/engine_options.h"

#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/pack/pack_catalog.h"

namespace vbs {

void EngineOptions::declare(CLI::App& app)
{
    app.add_option("--pack", pack, "name or folder of the model pack")->capture_default_str();
    app.add_option("--precision", backend.precision, "auto, float32 or bfloat16")->capture_default_str();
    declareWithoutModel(app);
}

void EngineOptions::declareWithoutModel(CLI::App& app)
{
    app.add_option("--device", backend.device, "auto, cpu or cuda[:N]")->capture_default_str();
    addThreadsOption(app);
    cache.declare(app);
    app.add_flag("--json", json, "print one JSON document and nothing else");
    app.add_flag("--quiet", quiet, "no progress");
}

std::unique_ptr<InferenceBackend> EngineOptions::create() const
{
    BackendOptions options = backend;
    options.cacheBytes = cache.bytes();
    if (keepRegions)
        options.cacheFolder = cache.folder();
    return createBackend(options);
}

std::unique_ptr<InferenceBackend> EngineOptions::load(PackInfo& packInfo, DeviceInfo& device) const
{
    auto engine = create();
    LoadPackResult loaded = engine->loadPack({findPack(pack)}, control());
    packInfo = std::move(loaded.pack);
    device = std::move(loaded.device);
    return engine;
}

JobControl EngineOptions::control() const
{
    return terminalProgress(quiet);
}

} // namespace vbs
