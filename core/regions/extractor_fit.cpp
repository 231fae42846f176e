#include "core/regions/extractor_fit.h"

namespace vbs {

namespace {

// Where the published checkpoints' features came from is told in uclanlp/visualbert's README and loaders.
const WantedFeatures kKnown[] = {
    {2048,
     "The published checkpoints with 2048 are uclanlp/visualbert-vqa, -vqa-pre and -vqa-coco-pre. They were "
     "trained on "
     "Pythia's features of 100 boxes a picture (detectron_fix_100): a Detectron Faster R-CNN with "
     "ResNeXt-152, taught on "
     "Visual Genome, layer fc6.",
     {{"vg_faster_rcnn", "the nearest published detector: Faster R-CNN with ResNet-101 on Visual Genome "
                         "(unc-nlp/frcnn-vg-finetuned), 36 "
                         "boxes; Hugging Face's VisualBERT demo asks with it"},
      {"resnet50", "the pooled vector of the whole picture, repeated, as in Hugging Face's example: the size "
                   "fits, but no "
                   "checkpoint was trained on it, so answers are poor"},
      {"resnet101", "likewise"},
      {"resnet152", "likewise"}}},
    {1024,
     "The published checkpoints with 1024 are uclanlp/visualbert-nlvr2, -nlvr2-pre and -nlvr2-coco-pre. They "
     "were trained "
     "on Detectron's e2e_mask_rcnn_R-101-FPN_2x (taught on COCO), layer fc6, up to 150 boxes a picture.",
     {{"faster_rcnn_fpn",
       "the nearest published detector: torchvision's Faster R-CNN with ResNet-50 and a pyramid, also "
       "taught on COCO; its box head gives 1024 numbers, but other ones"}}},
    {512,
     "The published checkpoints with 512 are uclanlp/visualbert-vcr, -vcr-pre and -vcr-coco-pre. Their "
     "features come from a "
     "ResNet-50 that was trained together with them on VCR's own boxes and projected to 512; its weights are "
     "in the "
     "original vcr_fine_tune.th under \"detector\" and are left out of Hugging Face's files.",
     {{"resnet18", "the pooled vector of the whole picture: the size fits, but the numbers mean something "
                   "else, so choices "
                   "are near chance"},
      {"resnet34", "likewise"}}},
};

} // namespace

WantedFeatures wantedFeatures(std::int64_t visualEmbeddingDim)
{
    for (const WantedFeatures& known : kKnown)
        if (known.size == visualEmbeddingDim)
            return known;
    return {visualEmbeddingDim,
            "No published checkpoint has " + std::to_string(visualEmbeddingDim) +
                " numbers a region: only the extractor that it was trained with gives what it wants.",
            {}};
}

std::string adviceFor(std::int64_t visualEmbeddingDim)
{
    const WantedFeatures wanted = wantedFeatures(visualEmbeddingDim);
    if (wanted.extractors.empty())
        return "use the extractor that the checkpoint was trained with";
    std::string names;
    for (std::size_t i = 0; i < wanted.extractors.size(); ++i)
        names += (i == 0 ? "" : i + 1 == wanted.extractors.size() ? " or " : ", ") + wanted.extractors[i].name;
    return "use an extractor with " + std::to_string(visualEmbeddingDim) + " (" + names + ")";
}

} // namespace vbs
