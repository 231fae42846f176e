#pragma once

#include "core/data/picture_list.h"
#include "core/data/region_features.h"

#include <filesystem>
#include <memory>
#include <string>

namespace vbs {

/// How regions are made; results of other settings are not mixed with them.
struct ExtractionSettings {
    std::string extractor;   ///< what people call it, e.g. "vg_faster_rcnn"
    std::string fingerprint; ///< of extractor, weights and options
    std::string boxes;       ///< stands for the user's boxes of all pictures; empty: the extractor finds them
};

/// Where the regions of pictures go: a file each or one file. Used by one thread.
class ExtractionOutput {
public:
    virtual ~ExtractionOutput() = default;

    enum class State { Missing, Done, Outdated };

    struct Origin {
        std::string boxesKey; ///< stands for the user's boxes; empty: the extractor found them
        std::string sha256;   ///< of the bytes that the picture was decoded from
    };

    /// Whether a picture's regions are there already, whole and made in the same way. Outdated: they are
    /// there, but damaged, or of other settings, boxes or another picture; they are made anew.
    /// @param boxesKey stands for the user's boxes; empty: the extractor finds them.
    /// @throws Error when the picture's file cannot be read, or is another one than what is there was made of, and
    /// cannot be made anew.
    virtual State stateOf(const ListedPicture& picture, const std::string& boxesKey) = 0;

    /// @param from what the regions were found in. @throws Error (FileUnwritable) where nothing can be written;
    /// otherwise what concerns this picture alone.
    virtual void write(const ListedPicture& picture, const Origin& from, const RegionFeatures& regions) = 0;

    /// Brings everything to the disk. @throws Error (FileUnwritable).
    virtual void finish() {}
};

enum class OutputForm { File, Folder, Tsv };

/// By the name: .safetensors is one picture's file, .tsv one file for all, everything else a folder.
OutputForm outputFormOf(const std::filesystem::path& path);

/// @param resume go on with what is there; otherwise it is replaced, picture by picture in a folder, and a
/// .tsv when the first row is written. A .tsv has its settings in a file beside it, `NAME.tsv.settings.json`.
/// @throws Error (Mismatch) for a .tsv of other settings, (FileUnwritable, CorruptData) naming the file.
std::unique_ptr<ExtractionOutput> makeExtractionOutput(const std::filesystem::path& path,
                                                       const ExtractionSettings& settings, bool resume);

} // namespace vbs
