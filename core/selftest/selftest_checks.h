#pragma once

#include "core/selftest/selftest_context.h"

#include <span>

namespace vbs {

/// A row of the table: what is checked, where, and by what.
struct SelftestCheck {
    SelftestCheckInfo info;
    bool inQuick;
    bool gpuOnly;
    void (*run)(SelftestContext& context); ///< adds lines. @throws Error, which becomes a line that failed
};

/// In the order in which they run.
std::span<const SelftestCheck> selftestTable();

/// Full-size networks against Hugging Face's numbers.
void checkReferences(SelftestContext& context);
/// The pack's samples against the processor's float32 answers and regions.
void checkAgreement(SelftestContext& context);
/// The same samples in batches, as predict asks them.
void checkBatches(SelftestContext& context);
/// Published extractors, filled by rule, against the processor's features.
void checkExtractors(SelftestContext& context);
/// Explanations and attention: finite, whole, and as the processor's.
void checkExplanations(SelftestContext& context);
/// Unseen picture-book scenes.
void checkScenes(SelftestContext& context);
/// How fast the full-size network is.
void tellSpeed(SelftestContext& context);
/// Whether a GPU has its memory back after a network is gone.
void checkMemory(SelftestContext& context);

} // namespace vbs
