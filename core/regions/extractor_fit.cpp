#include "core/regions/extractor_fit.h"

#include "core/regions/extractor_kinds.h"

namespace vbs {

namespace {

// Where the published checkpoints' features came from is told in uclanlp/visualbert's README and loaders.
struct Known {
    std::int64_t size;
    const char* published;
};
constexpr Known kKnown[] = {
    {2048, "The published checkpoints with 2048 are uclanlp/visualbert-vqa, -vqa-pre and -vqa-coco-pre. They were "
           "trained on Pythia's features of 100 boxes per picture (detectron_fix_100), layer fc6 after its ReLU, of a "
           "Detectron Faster R-CNN trained on Visual Genome; its recipe names the backbone X-101-64x4d, which other "
           "sources do not confirm. No public extractor gives quite these features."},
    {1024, "The published checkpoints with 1024 are uclanlp/visualbert-nlvr2, -nlvr2-pre and -nlvr2-coco-pre. They "
           "were trained on Detectron's e2e_mask_rcnn_R-101-FPN_2x (trained on COCO), layer fc6 after its ReLU, of up "
           "to 144 boxes per picture; this program's COCO detector gives its layer fc7."},
    {512, "The published checkpoints with 512 are uclanlp/visualbert-vcr, -vcr-pre and -vcr-coco-pre. Their features "
          "come from a ResNet-50 that was trained together with them on VCR's own boxes and projected to 512; its "
          "weights are in the original vcr_fine_tune.th under \"detector\" and are left out of Hugging Face's files."},
};

} // namespace

WantedFeatures wantedFeatures(std::int64_t visualEmbeddingDim)
{
    WantedFeatures wanted{visualEmbeddingDim,
                          "No published checkpoint has " + std::to_string(visualEmbeddingDim) +
                              " values per region: only the extractor that it was trained with fits.",
                          {}};
    for (const Known& known : kKnown)
        if (known.size == visualEmbeddingDim)
            wanted.published = known.published;
    for (const ExtractorKind& kind : extractorKinds())
        for (const PublishedExtractor& extractor : kind.published)
            if (extractor.featureSize == visualEmbeddingDim)
                wanted.extractors.push_back({extractor.name, extractor.advice});
    return wanted;
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
