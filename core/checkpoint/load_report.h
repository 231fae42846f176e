#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vbs {

/// What renameToCurrent did.
struct RenameReport {
    std::vector<std::string> schemes;                         ///< the older namings that were recognised, for people
    std::vector<std::pair<std::string, std::string>> renamed; ///< name in the file, today's name
    std::vector<std::string> dropped;                         ///< names that no VisualBERT class has
    std::vector<std::string> added;                           ///< tied or computed entries that the file left out

    bool changedAnything() const { return !renamed.empty() || !dropped.empty() || !added.empty(); }
};

/// How far a checkpoint fits a module.
struct LoadReport {
    struct ShapeMismatch {
        std::string name;
        std::vector<std::int64_t> inFile;
        std::vector<std::int64_t> inModule;
    };

    std::vector<std::string> missing;      ///< in the module, not in the file
    std::vector<std::string> unexpected;   ///< in the file, not in the module; no harm unless something is missing
    std::vector<ShapeMismatch> mismatched; ///< in both, with different shapes
    std::vector<std::string> wrongType;    ///< whole numbers for a floating-point parameter, or the reverse
    std::vector<std::string> conflicting;  ///< tied keys whose two copies in the file differ
    std::vector<std::string> ignored;      ///< harmless keys, e.g. position_ids
    RenameReport renaming;                 ///< of older names in a file; empty where only tensors were given

    /// Nothing keeps the module from being loaded.
    bool fits() const { return missing.empty() && mismatched.empty() && wrongType.empty() && conflicting.empty(); }
    /// One sentence about the first problem and how many more there are; empty when it fits.
    std::string summary() const;
};

} // namespace vbs
