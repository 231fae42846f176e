#include "core/pack/known_checkpoints.h"

#include "core/base/file_presence.h"
#include "core/engine/task_table.h"

#include <algorithm>

namespace vbs {

namespace {

/// Hashes from the pages of the repositories' main branches; forms from uclanlp/visualbert's loaders (vqa_dataset.py,
/// coco_dataset.py, nlvr_dataset.py, vcr_data_utils.py, bert_data_utils.py), where class 1 of the sentence-image head
/// means that the text fits and regions have the visual type 0 unless they are of a pair's right picture.
constexpr const char* kTable = R"([
 {"name": "uclanlp/visualbert-vqa", "family": "vqa", "class": "VisualBertForQuestionAnswering", "size": 2048,
  "labels": 3129, "sha256": "0ae380f5aeec7fbf4e4b7c74bf543e5e7e2d6fbb88c1862d9949880af9f68200",
  "title": "VisualBERT for VQA 2.0",
  "weakness": "It was taught with another detector's regions than any public one gives.",
  "form": {"text_suffix": "? [MASK]", "read_at": "mask", "visual_type": 0, "hidden_answers": ["<unk>"]}},
 {"name": "uclanlp/visualbert-vqa-coco-pre", "family": "coco-pre", "class": "VisualBertForPreTraining", "size": 2048,
  "sha256": "69e22671ead0bce5d51c9d729d0f9ebde5ace2d179db544dc9f115268a8bb23d",
  "title": "VisualBERT pre-trained on COCO captions",
  "weakness": "Its second sentence was judged beside a true caption of the picture; beside a neutral one it was never tested.",
  "form": {"visual_type": 0, "fits_class": 1, "sentences": 2}},
 {"name": "uclanlp/visualbert-vqa-pre", "family": "vqa-pre", "class": "VisualBertForPreTraining", "size": 2048,
  "sha256": "87ed9553b29ff22057748a2587e4ccf771b99de5cf4d2c572c697cb55a72c1bd",
  "title": "VisualBERT pre-trained on VQA 2.0",
  "weakness": "Its sentence-image head is left over from COCO captions: matches mean little.",
  "form": {"text_suffix": "", "visual_type": 0, "fits_class": 1}},
 {"name": "uclanlp/visualbert-nlvr2", "family": "nlvr2", "class": "VisualBertForVisualReasoning", "size": 1024,
  "sha256": "d3d2860b1a21f77558bf47be70e752581a2cf4aa54689cd9518195bebb186502",
  "title": "VisualBERT for NLVR2",
  "weakness": "It was taught with another detector's regions than any public one gives.",
  "form": {"read_at": "pooler", "visual_type": 0, "left_type": 0, "right_type": 1}},
 {"name": "uclanlp/visualbert-nlvr2-coco-pre", "family": "coco-pre", "class": "VisualBertForPreTraining", "size": 1024,
  "title": "VisualBERT pre-trained on COCO captions, for NLVR2",
  "weakness": "Its second sentence was judged beside a true caption of the picture; beside a neutral one it was never tested.",
  "form": {"visual_type": 0, "fits_class": 1, "sentences": 2}},
 {"name": "uclanlp/visualbert-nlvr2-pre", "family": "nlvr2-pre", "class": "VisualBertForPreTraining", "size": 1024,
  "sha256": "2b814509efedb124ce304d52d92890014cb53ddffbed927dbe6cf8ec0425b964",
  "title": "VisualBERT pre-trained on NLVR2",
  "weakness": "It was taught with two pictures; here it sees one.",
  "form": {"visual_type": 0, "left_type": 0, "right_type": 1, "fits_class": 1}},
 {"name": "uclanlp/visualbert-vcr", "family": "vcr", "class": "VisualBertForMultipleChoice", "size": 512,
  "sha256": "751432f9999d1efff44d292a1c6bb59d53c226882039a0bde0fe9f0e433d8cf0",
  "title": "VisualBERT for VCR",
  "weakness": "No public file gives the features that it was taught with, so it answers near chance.",
  "form": {"read_at": "pooler", "visual_type": 0, "max_length": 128, "people": "neutral_names",
           "box_words": "aligned"}},
 {"name": "uclanlp/visualbert-vcr-coco-pre", "family": "coco-pre", "class": "VisualBertForPreTraining", "size": 512,
  "sha256": "75854f1678788de83a58b20c304a9c32b5396216587bfae4d95dedf3530f10e4",
  "title": "VisualBERT pre-trained on COCO captions, for VCR",
  "weakness": "No public file gives the features that it was taught with, so it answers near chance.",
  "form": {"visual_type": 0, "fits_class": 1, "sentences": 2}},
 {"name": "uclanlp/visualbert-vcr-pre", "family": "vcr-pre", "class": "VisualBertForPreTraining", "size": 512,
  "title": "VisualBERT pre-trained on VCR",
  "weakness": "No public file gives the features that it was taught with, so it answers near chance.",
  "form": {"visual_type": 0, "fits_class": 1, "sentences": 2, "first_sentence": "What is happening?", "max_length": 128,
           "people": "neutral_names"}}
])";

std::vector<KnownCheckpoint> readTable()
{
    std::vector<KnownCheckpoint> known;
    for (const Json& row : Json::parse(kTable)) {
        KnownCheckpoint one;
        one.name = row.at("name");
        one.family = row.at("family");
        one.architecture = row.at("class");
        one.packKey = taskWith(&TaskInfo::architecture, one.architecture)->packKey;
        one.featureSize = row.at("size");
        one.labels = row.value("labels", 0);
        one.sha256 = row.value("sha256", "");
        one.form = formFromJson(row.at("form"), one.packKey, one.name);
        one.title = row.at("title");
        one.weakness = row.at("weakness");
        known.push_back(std::move(one));
    }
    return known;
}

} // namespace

std::span<const KnownCheckpoint> knownCheckpoints()
{
    static const std::vector<KnownCheckpoint> known = readTable();
    return known;
}

const KnownCheckpoint* knownByHash(std::string_view sha256)
{
    for (const KnownCheckpoint& known : knownCheckpoints())
        if (!sha256.empty() && known.sha256 == sha256)
            return &known;
    return nullptr;
}

std::vector<const KnownCheckpoint*> knownByShape(std::string_view architecture, std::int64_t featureSize,
                                                 std::int64_t labels)
{
    std::vector<const KnownCheckpoint*> found;
    for (const KnownCheckpoint& known : knownCheckpoints())
        if (known.architecture == architecture && known.featureSize == featureSize &&
            (known.labels == 0 || known.labels == labels))
            found.push_back(&known);
    return found;
}

bool isCheckpoint(const std::filesystem::path& path)
{
    static constexpr const char* kWeights[] = {"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                                               "pytorch_model.bin.index.json"};
    static constexpr const char* kEndings[] = {".safetensors", ".bin", ".pth", ".pt", ".th"};
    if (isFolder(path))
        return !isThere(path / "pack.json") &&
               std::ranges::any_of(kWeights, [&](const char* name) { return isThere(path / name); });
    return isThere(path) &&
           std::ranges::any_of(kEndings, [&](const char* ending) { return path.extension() == ending; });
}

std::string checkpointHint(const std::filesystem::path& path)
{
    return path.string() + " is a checkpoint, not a pack: make it one with visualbert packs add " + path.string() + ".";
}

} // namespace vbs
