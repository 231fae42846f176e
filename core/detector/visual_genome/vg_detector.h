#pragma once

#include "core/base/progress.h"
#include "core/detector/visual_genome/vg_proposals.h"
#include "core/detector/visual_genome/vg_roi_heads.h"
#include "core/detector/visual_genome/vg_transform.h"

namespace vbs {

/// What was found in a picture, by falling score (or in the order of boxes that were given). Ids count from 0.
struct VgDetections {
    at::Tensor boxes;           ///< float [n, 4], pixels of the original picture
    at::Tensor normalizedBoxes; ///< float [n, 4], in units of the original width and height
    at::Tensor objIds;          ///< int64 [n]
    at::Tensor objProbs;        ///< float [n]
    at::Tensor attrIds;         ///< int64 [n]; undefined without attributes
    at::Tensor attrProbs;       ///< float [n]
    at::Tensor roiFeatures;     ///< float [n, channels of res5], of the proposals
};

/// With rows of value added at the end of every member until there are so many.
VgDetections padDetections(const VgDetections& detections, std::int64_t rows, double value = 0);

/// Greedy suppression over all classes: tries the thresholds in turn until at least minDetections remain (the last
/// one's result stands), and keeps the first maxDetections. @return indices by falling score.
at::Tensor selectDetections(const at::Tensor& boxes, const at::Tensor& scores, const VgDetectorConfig& config);

/// Faster R-CNN on ResNet-101 C4 with attributes, trained on Visual Genome: the network whose features VisualBERT
/// was pretrained on in its 2048-d form. State dict of unc-nlp/frcnn-vg-finetuned: `backbone`, `proposal_generator`,
/// `roi_heads`. Follows the reference in all but its faults with local files and batches.
class VgDetectorImpl : public torch::nn::Module {
public:
    explicit VgDetectorImpl(const VgDetectorConfig& config);

    const VgDetectorConfig& config() const { return m_config; }
    const VgTransform& transform() const { return m_transform; }

    /// To be called once, when the weights are loaded and on their device; as ResNetImpl::fold.
    void fold(c10::ScalarType type = c10::kFloat);

    /// @throws Error (Cancelled) between its stages.
    VgDetections detect(const RgbImage& image, const JobControl& control);

    /// The same for boxes that the caller chose, in their order, unrefined.
    /// @param boxes float [n, 4], pixels of the original picture.
    VgDetections describe(const RgbImage& image, const at::Tensor& boxes, const JobControl& control);

    VgBackbone backbone{nullptr};
    VgProposals proposal_generator{nullptr};
    VgRoiHeads roi_heads{nullptr};

private:
    at::Tensor mapOf(const DetectorInput& input, const JobControl& control);
    c10::Device device() const;

    VgDetectorConfig m_config;
    VgTransform m_transform;
    BoxCoder m_coder;
    c10::ScalarType m_type = c10::kFloat;
};
TORCH_MODULE(VgDetector);

} // namespace vbs
