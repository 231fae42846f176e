#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_types.h"
#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/model_pack.h"
#include "core/regions/picture_strangeness.h"
#include "core/regions/region_extractor.h"
#include "core/runtime/task_head.h"
#include "core/runtime/text_strangeness.h"
#include "core/text/bert_tokenizer.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace vbs {

/// A pack with everything that its tasks need: checked whole when it is loaded, its weights mapped, and each network
/// made ready for its device when it is first used.
class LoadedPack {
public:
    /// @param precision float32 or bfloat16; the extractors keep to float32 where bfloat16 is slower.
    /// @param strangeness whether to read what the pack knows of strange pictures and texts; not when it is made anew.
    /// @throws Error naming the pack's file or both sides of what does not fit; Cancelled.
    LoadedPack(const std::filesystem::path& folder, c10::Device device, at::ScalarType precision,
               const JobControl& control, bool strangeness = true);

    const PackInfo& info() const { return m_info; }
    const BertTokenizer& tokenizer() const { return *m_tokenizer; }
    /// What finds the regions that a task's model was taught with. Of a task that the pack lacks: the first task's.
    RegionExtractor& extractor(Task task) { return *extractorFor(task).extractor; }
    const ExtractorInfo& extractorInfo(Task task) const { return extractorFor(task).info; }
    /// What the answers of a task are called (see TaskHead::names); of one that the pack has a model for.
    std::shared_ptr<const std::vector<std::string>> answerNames(Task task);
    std::uintmax_t bytes() const { return m_bytes; } ///< of the pack's files, as large as its weights in memory

    /// How a request is to be written for the task's model: in the form that pack.json says.
    /// @throws Error (UnsupportedFormat) as network.
    EncodingRules encodingRules(Task task);

    /// What is known of pictures that are strange to this extractor, which is one of the pack's; null: nothing.
    const PictureStrangeness* pictureStrangeness(const RegionExtractor& extractor) const
    {
        return m_pictureStrangeness && &extractor == m_strangenessOf ? &*m_pictureStrangeness : nullptr;
    }
    /// What is known of strange texts; null: nothing.
    const TextStrangeness* textStrangeness() const { return m_textStrangeness ? &*m_textStrangeness : nullptr; }

    bool hasNetwork(Task task) const { return m_networks.contains(std::string(taskInfo(task).packKey)); }
    /// Whether its extractor says what each region shows, so that phrases can be found by these names.
    bool namesRegions() const { return m_namesRegions; }
    /// @throws Error (UnsupportedFormat) when the pack has no model for the task.
    VisualBertPreTrainedModel& network(Task task);

private:
    using Network = std::shared_ptr<VisualBertPreTrainedModel>;

    struct Extractor {
        std::shared_ptr<RegionExtractor> extractor;
        std::string name; ///< for messages
        ExtractorInfo info;
    };

    Extractor extractorOfTask(const ModelPack& pack, const std::string& key);
    const Extractor& extractorFor(Task task) const;
    void offerFind();
    void loadStrangeness(const ModelPack& pack);
    void loadTask(const ModelPack& pack, const std::string& key);
    Network loadNetwork(const ModelPack& pack, const std::string& key, const VisualBertConfig& config);
    VisualBertModel sharedTrunk(const ModelPack& pack, const std::string& key, const VisualBertConfig& config);

    PackInfo m_info;
    c10::Device m_device;
    at::ScalarType m_precision;
    PhraseReadAt m_phraseReadAt = PhraseReadAt::Head; ///< of packs that do not say
    std::unique_ptr<BertTokenizer> m_tokenizer;
    std::map<std::string, Extractor> m_byConfig;   ///< by what pack.json says of it: tasks share one
    std::map<std::string, Extractor> m_extractors; ///< by the task's key in pack.json
    std::map<std::string, TaskForm> m_forms;       ///< by the same
    std::map<std::string, at::Tensor> m_listed;    ///< by the same: see EncodedRequest; of packs that hide answers
    bool m_namesRegions = false;
    std::optional<PictureStrangeness> m_pictureStrangeness;
    const RegionExtractor* m_strangenessOf = nullptr; ///< the pack's own, which the strangeness of pictures is about
    std::optional<TextStrangeness> m_textStrangeness;
    std::uintmax_t m_bytes = 0;
    std::map<Task, std::shared_ptr<const std::vector<std::string>>> m_answerNames; ///< of those asked so far
    std::map<std::string, AnswerVocabulary> m_answers;                             ///< by the task's key in pack.json
    std::map<std::string, Network> m_networks;                                     ///< by the same
    std::map<std::string, VisualBertModel> m_trunks;                               ///< by folder
    std::set<const VisualBertModelImpl*> m_readyTrunks; ///< which are on the device, and packed
    std::set<const VisualBertPreTrainedModel*> m_ready;
};

} // namespace vbs
