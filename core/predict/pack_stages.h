#pragma once

#include "core/base/progress.h"
#include "core/predict/asked_example.h"
#include "core/predict/batch_cutting.h"
#include "core/regions/region_store.h"
#include "core/runtime/loaded_pack.h"

#include <deque>

namespace vbs {

/// What a pack does to examples of one task, stage by stage, as a session does it to a question. Each stage belongs to
/// one thread; different stages may run side by side.
class PackStages {
public:
    /// @throws Error (UnsupportedFormat) when the pack cannot do the task.
    PackStages(LoadedPack& pack, const DeviceInfo& device, Task task);

    /// Reads pictures for look(). @param store the same as there; must outlive what reads.
    RunPictures pictures(const RegionStore& store) const { return {store, m_extractor}; }

    struct Looked {
        std::size_t pictures = 0, known = 0; ///< looked at now, and those of them whose regions were known
        double seconds = 0;                  ///< that finding regions took
    };
    /// Finds the regions of an example's pictures, of which it has as many as the task, and drops them. @throws Error
    /// as RegionStore::look and readImage.
    Looked look(AskedExample& asked, RegionStore& store, const JobControl& control);

    /// Writes the example's text as the network reads it. @throws Error as TaskHead::encode.
    void encode(AskedExample& asked) const;
    QuestionSize sizeOf(const AskedExample& asked) const;

    /// Whether a network is asked in batches; else phrases are found by the regions' names, as by a pack without a head
    /// for them.
    bool hasBatches() const { return m_network != nullptr; }

    /// Makes the inputs of a batch. The examples have their regions and are encoded.
    void join(AskedBatch& batch) const;

    /// Runs the network. Where memory does not suffice, once more in two halves. @throws Error as the network.
    void compute(AskedBatch& batch);

    /// What was said to an example of a computed batch. @param place in the batch.
    InferenceResult resultOf(const AskedBatch& batch, std::size_t place) const;

private:
    VisualBertOutputs forward(const VisualBertInputs& inputs);
    VisualBertOutputs forwardInHalves(const AskedBatch& batch);
    VisualBertInputs inputsOf(std::span<const AskedPtr> examples) const;
    /// A picture that is looked at.
    struct Seen {
        RunPicturePtr picture;
        std::string key; ///< of its regions
        ImagePtr image;  ///< null while it is not needed
    };
    Seen& seen(const RunPicturePtr& picture, RegionStore& store, Looked& looked);
    RegionStore::Entry regionsOf(const RunPicturePtr& picture, const std::vector<Box>& boxes, RegionStore& store,
                                 Looked& looked, const JobControl& control);

    LoadedPack& m_pack;
    const DeviceInfo m_device;
    const Task m_task;
    RegionExtractor& m_extractor;
    VisualBertPreTrainedModel* m_network = nullptr; ///< null: phrases are found without one
    EncodingRules m_rules;
    TaskHead::Names m_names;
    std::deque<Seen> m_seen; ///< the last pictures
};

} // namespace vbs
