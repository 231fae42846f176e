#include "app/commands/engine_options.h"

#include "core/pack/pack_catalog.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace vbs {

void EngineOptions::declare(CLI::App& app)
{
    app.add_option("--pack", pack, "name or folder of the model pack")->capture_default_str();
    app.add_option("--device", backend.device, "auto, cpu or cuda[:N]")->capture_default_str();
    app.add_option("--precision", backend.precision, "auto, float32 or bfloat16")->capture_default_str();
    app.add_option("--threads", backend.threads, "processor threads; 0: all")->capture_default_str();
    app.add_flag("--json", json, "print one JSON document and nothing else");
    app.add_flag("--quiet", quiet, "no progress");
}

std::unique_ptr<InferenceBackend> EngineOptions::load(PackInfo& packInfo, DeviceInfo& device) const
{
    BackendOptions options = backend;
    if (keepRegions)
        options.cacheFolder = defaultCacheFolder();
    auto engine = createBackend(options);
    LoadPackResult loaded = engine->loadPack({findPack(pack)}, control());
    packInfo = std::move(loaded.pack);
    device = std::move(loaded.device);
    return engine;
}

TaskControl EngineOptions::control() const
{
    TaskControl control;
    if (quiet || ::isatty(STDERR_FILENO) == 0)
        return control;
    control.onProgress = [](const Progress& progress) {
        if (progress.fraction < 0)
            std::fprintf(stderr, "\r\033[K%s…", progress.stage.c_str());
        else
            std::fprintf(stderr, "\r\033[K%s… %.0f %%", progress.stage.c_str(), 100 * progress.fraction);
        if (progress.fraction >= 1)
            std::fputs("\r\033[K", stderr);
    };
    return control;
}

std::filesystem::path defaultCacheFolder()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/')
        return std::filesystem::path(cache) / "visualbert-studio";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home != '\0' ? std::filesystem::path(home) / ".cache" / "visualbert-studio"
                                            : std::filesystem::path();
}

} // namespace vbs
