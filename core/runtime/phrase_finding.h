#pragma once

#include "core/runtime/loaded_pack.h"
#include "core/runtime/prepared_question.h"

#include <c10/core/Device.h>

#include <vector>

namespace vbs {

/// By what a pack finds the phrases of a request: what it asks for, or for PhraseSource::Best the alignment head, else
/// the detector's names. @throws Error (UnsupportedFormat) for what the pack has not got.
PhraseSource phraseSourceFor(const InferenceRequest& request, const LoadedPack& pack);

/// Which regions each phrase means by the names that the detector gave them: its noun against their labels, the words
/// before it against their attributes, weighted with the detector's scores. A phrase that no name fits is absent, and
/// has the same share for every region. Hidden regions have none. Fills the result's phrases and presences.
/// @throws Error (InvalidArgument) for phrases outside their text.
void findByNames(const PreparedQuestion& question, InferenceResult& result);

/// Which regions each phrase means by what hiding them does: the phrase's noun is masked, and a region counts as much
/// as the masked-word head's log probability of the noun falls without it (a trial: Li et al., 2019, report that
/// VisualBERT aligns words and regions without having been taught). One run a region and phrase. Where it falls without
/// none, the phrase is absent.
/// @param question its sides and request; the pack has a masked-word head.
/// @throws Error as findByNames; Cancelled between the runs.
void findByHiding(const PreparedQuestion& question, LoadedPack& pack, c10::Device device, const JobControl& control,
                  InferenceResult& result);

} // namespace vbs
