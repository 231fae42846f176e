#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vbs {

/// A variable of the environment; empty when it is not set.
using Variables = std::function<std::string(const char* name)>;

/// Those of this process.
std::string processVariable(const char* name);

/// Where models lie and how they are fetched, by the variables that Hugging Face's client and torch.hub know
/// (huggingface_hub 1.29: constants.py).
struct HubEnvironment {
    std::string endpoint = "https://huggingface.co"; ///< HF_ENDPOINT, without a last "/"
    std::string token;                               ///< sent to the endpoint alone; empty: none
    bool offline = false;                            ///< HF_HUB_OFFLINE, TRANSFORMERS_OFFLINE
    bool links = true;                               ///< false: HF_HUB_DISABLE_SYMLINKS
    double answerSeconds = 10;                       ///< HF_HUB_ETAG_TIMEOUT: until a server answers
    double stallSeconds = 10;                        ///< HF_HUB_DOWNLOAD_TIMEOUT: without a single byte
    double firstPauseSeconds = 1;                    ///< before the second attempt; each further pause is twice as long
    std::string certificates;                        ///< SSL_CERT_FILE; empty: the system's
    std::string httpProxy;                           ///< HTTP_PROXY in capitals, which libcurl itself passes over

    /// The hub's cache that is written to: the chosen folder's, else HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, HF_HOME/hub.
    std::filesystem::path hubCache;
    std::vector<std::filesystem::path> hubCaches;    ///< all that are read, the one above first
    std::vector<std::filesystem::path> flatCaches;   ///< of old clients: files named after their address and ETag
    std::filesystem::path torchCheckpoints;          ///< torch.hub's folder that is written to
    std::vector<std::filesystem::path> torchFolders; ///< all that are read
    std::filesystem::path ownFiles;                  ///< what belongs to neither
    std::filesystem::path data;                      ///< the user's data folder of this program: packs, notes
    std::filesystem::path marks;                     ///< remembers which files were proven

    /// @param chosen a folder of the user's choice for all models, laid out as HF_HOME and TORCH_HOME: hub/, torch/,
    /// files/. Empty: the usual places.
    static HubEnvironment of(const Variables& variable, const std::filesystem::path& chosen = {});

    /// This process's, with the folder that the user chose last (see chosenModelFolder).
    static HubEnvironment ofProcess();
};

/// The folder that setModelFolder() kept in the data folder; empty: none.
std::filesystem::path chosenModelFolder(const std::filesystem::path& data);

/// Keeps a choice for this and other programs of the kind. @param folder absolute; empty: the usual places.
/// @throws Error (FileUnwritable, InvalidArgument for a folder that cannot be made or written to).
void setModelFolder(const std::filesystem::path& data, const std::filesystem::path& folder);

} // namespace vbs
