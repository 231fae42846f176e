#pragma once

#include "core/base/geometry.h"
#include "core/datasets/json_record.h"
#include "core/engine/inference_types.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// A word, or the objects that stand in its place ("[0, 2]").
struct VcrToken {
    std::string word;         ///< empty where objects are meant
    std::vector<int> objects; ///< indices into VcrExample::objects

    friend bool operator==(const VcrToken&, const VcrToken&) = default;
};
using VcrText = std::vector<VcrToken>;

/// One question of Visual Commonsense Reasoning with its answers and the reasons for the right one.
struct VcrExample {
    std::string id;                   ///< annot_id, or img_id
    std::string image;                ///< img_fn: path in the folder of pictures
    std::string metadata;             ///< metadata_fn: the picture's boxes, in the same folder; may be empty
    std::vector<std::string> objects; ///< what each object of the picture is: "person", "car"
    VcrText question;
    std::vector<VcrText> answers, rationales;  ///< rationales may be missing
    int answerLabel = -1, rationaleLabel = -1; ///< -1: kept back
};

/// @throws Error (CorruptData) naming file, record and key.
VcrExample vcrExampleOf(const JsonRecord& record);

/// Reads JSON lines. Unknown keys are passed over.
/// @throws Error naming file, line and key, also for an object that a text names and the picture lacks, and for a
/// label that is no choice: FileNotFound, FileUnreadable, TooLarge, CorruptData.
std::vector<VcrExample> readVcr(const std::filesystem::path& path);

/// The boxes of a picture's metadata file, in the order of the objects, in pixels.
struct VcrMetadata {
    int width = 0, height = 0; ///< 0 when the file does not say
    std::vector<Box> boxes;
};
/// @throws Error naming file and key.
VcrMetadata readVcrMetadata(const std::filesystem::path& path);

/// What is asked: a text and the choices that may follow it, as words.
struct VcrQuery {
    std::string text;
    std::vector<std::string> choices;
    int label = -1;
    /// Where objects are named, in the order of text and choices; `box` is the object's number.
    std::vector<BoxMention> mentions;
};

enum class VcrMode {
    Answer,   ///< question -> answer (Q→A)
    Rationale ///< question and right answer -> reason (QA→R)
};

/// Objects become words as in the loaders of R2C and VisualBERT: a person is called by a name that says nothing of
/// sex (Casey, Riley, …), in the order in which persons are first mentioned, anything else by its category; several
/// objects follow each other without "and". Every choice goes on from the names of the text before it. Unlike in those
/// loaders a person first mentioned in a choice never gets a name that the text has given to another.
/// @throws Error (CorruptData) when the mode needs an answer label or rationales that are not there.
VcrQuery vcrQuery(const VcrExample& example, VcrMode mode);

} // namespace vbs
