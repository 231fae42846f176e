#pragma once

#include "core/base/progress.h"
#include "core/pack/known_checkpoints.h"
#include "core/pack/pack_assembly.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Files of somebody's own that are to become a pack.
struct PackProposalRequest {
    /// A checkpoint of any accepted format, or its folder; one for each task.
    std::vector<std::filesystem::path> checkpoints;
    std::string name;                       ///< of the pack; empty: made of the first checkpoint's
    std::string extractor;                  ///< as ExtractorRequest; empty with empty weights: not known yet
    std::filesystem::path extractorWeights; ///< as ExtractorRequest
    std::filesystem::path answers;          ///< empty: answers.txt or answers_vqa.txt beside the checkpoint
    std::filesystem::path vocabulary;       ///< empty: vocab.txt beside the checkpoint
    std::vector<std::string> form;          ///< as setFormValue, of the first checkpoint's task
};

/// What one checkpoint was taken for.
struct RecognisedCheckpoint {
    std::filesystem::path path;
    std::string architecture, packKey;
    const KnownCheckpoint* known = nullptr; ///< whose form is proposed; null: the usual one
    bool certain = false;                   ///< its hash is known: it is that checkpoint
    TaskForm form;
    std::string verdict; ///< whole sentences: what it is, and how sure that is
};

/// A pack that could be made.
struct PackProposal {
    std::vector<RecognisedCheckpoint> checkpoints;
    PackManifest manifest;
    PackAssembly assembly;
    std::vector<std::string> missing; ///< whole sentences: what there is none of, and where to get it. Empty: complete
    std::vector<std::string> notes;   ///< whole sentences: known weaknesses

    bool complete() const { return missing.empty(); }
};

/// Recognises the files by their keys, shapes and, where that is known, their SHA-256, and checks what can be checked
/// without asking: sizes of vocabulary, answers, features. Nothing is written.
/// @throws Error naming the file for one that cannot be read, is no VisualBERT checkpoint of a known task, does not fit
/// its config.json or the other files; (InvalidArgument) for a form; Cancelled.
PackProposal proposePack(const PackProposalRequest& request, const JobControl& control = {});

/// Makes a complete proposal a pack of this folder's: see assemblePack. The user's files are linked, not copied.
/// @throws Error as assemblePack; (FileNotFound) with the first sentence of what is missing.
ModelPack makeProposedPack(const PackProposal& proposal, const std::filesystem::path& packs);

} // namespace vbs
