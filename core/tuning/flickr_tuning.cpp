#include "core/base/error.h"
#include "core/datasets/flickr_entities.h"
#include "core/datasets/picture_folder.h"
#include "core/runtime/task_text.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/tuning_batch.h"
#include "core/tuning/tuning_task.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr float kOverlap = 0.5f;

/// A caption with the phrases that have boxes.
struct Caption {
    std::size_t picture = 0;
    std::string text;
    std::vector<EntityPhrase> phrases;
};

struct AnnotatedPicture {
    std::filesystem::path file;
    EntityAnnotation annotation;
};

/// Index of the last word piece of the phrase, or -1 when it was cut off.
std::int64_t lastPieceOf(const EntityPhrase& phrase, const Encoding& encoding)
{
    std::int64_t last = -1;
    for (std::size_t i = 0; i < encoding.offsets.size(); ++i) {
        const TokenOffset& offset = encoding.offsets[i];
        if (offset.sequence == 0 && offset.begin < phrase.end && offset.end > phrase.begin)
            last = std::int64_t(i);
    }
    return last;
}

class FlickrExamples : public TuningExamples {
public:
    FlickrExamples(const TuningFiles& files, const TuningSetup& setup) : m_setup(setup)
    {
        std::error_code code;
        const bool all = files.dataset.empty() || std::filesystem::is_directory(files.dataset, code);
        const std::filesystem::path folder = files.annotations.empty() ? files.dataset : files.annotations;
        PictureFolder pictures(files.images);
        for (EntityPicture& picture : readFlickrEntities(folder, all ? std::filesystem::path() : files.dataset)) {
            const std::string place = (folder / "Annotations" / (picture.id + ".xml")).string();
            const std::string name = picture.annotation.filename.empty() ? picture.id : picture.annotation.filename;
            for (EntitySentence& sentence : picture.sentences)
                add(sentence, picture.annotation);
            m_pictures.push_back({pictures.find(name, place), std::move(picture.annotation)});
        }
        if (m_captions.empty()) {
            throw Error(ErrorCode::CorruptData,
                        folder.string() + " holds no caption in which a phrase has a box: there is nothing to learn.");
        }
    }

    std::size_t count() const override { return m_captions.size(); }
    std::vector<TuningPicture> picturesOf(std::size_t example) const override { return {pictureOf(example)}; }
    std::string groupOf(std::size_t example) const override { return pictureOf(example).file.string(); }

    VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const override
    {
        std::vector<Encoding> texts;
        std::vector<at::Tensor> features;
        std::size_t most = 1;
        for (const std::size_t index : examples) {
            texts.push_back(encodeWithin(*m_setup.tokenizer, m_captions[index].text, std::nullopt, m_setup.maxTokens));
            features.push_back(regions.of(pictureOf(index)).features);
            most = std::max(most, m_captions[index].phrases.size());
        }
        VisualBertInputs inputs;
        addTexts(texts, m_setup.tokenizer->padId(), inputs);
        addRegions(features, inputs);
        const auto samples = std::int64_t(examples.size()), phrases = std::int64_t(most);
        inputs.region_to_phrase_position = torch::full({samples, phrases}, -1, torch::kLong);
        inputs.labels = torch::zeros({samples, phrases, inputs.visual_embeds.size(1)});
        for (std::int64_t i = 0; i < samples; ++i) {
            const Caption& caption = m_captions[examples[std::size_t(i)]];
            const TuningRegions& seen = regions.of(pictureOf(examples[std::size_t(i)]));
            for (std::size_t p = 0; p < caption.phrases.size(); ++p) {
                const std::int64_t position = lastPieceOf(caption.phrases[p], texts[std::size_t(i)]);
                inputs.region_to_phrase_position[i][std::int64_t(p)] = position;
                if (position >= 0)
                    label(fitting(caption, caption.phrases[p], seen), inputs.labels[i][std::int64_t(p)]);
            }
        }
        return inputs;
    }

    void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore& regions,
               TuningScore& score) const override
    {
        const at::Tensor order = logits.argsort(-1, true).to(torch::kCPU); // [batch, phrases, regions]
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const Caption& caption = m_captions[examples[i]];
            const TuningRegions& seen = regions.of(pictureOf(examples[i]));
            for (std::size_t p = 0; p < caption.phrases.size(); ++p) {
                const std::vector<bool> right = fitting(caption, caption.phrases[p], seen);
                const at::Tensor ranks = order[std::int64_t(i)][std::int64_t(p)];
                const auto hitWithin = [&](std::int64_t k) {
                    for (std::int64_t rank = 0; rank < std::min(k, ranks.size(0)); ++rank) {
                        const auto region = std::size_t(ranks[rank].item<std::int64_t>());
                        if (region < right.size() && right[region])
                            return true;
                    }
                    return false;
                };
                score.add("accuracy", hitWithin(1));
                score.add("recall at 5", hitWithin(5));
                score.add("recall at 10", hitWithin(10));
                score.add("upper bound", std::ranges::find(right, true) != right.end());
            }
        }
    }

private:
    void add(EntitySentence& sentence, const EntityAnnotation& annotation)
    {
        std::erase_if(sentence.phrases,
                      [&](const EntityPhrase& phrase) { return !annotation.boxes.contains(phrase.id); });
        if (!sentence.phrases.empty())
            m_captions.push_back({m_pictures.size(), asSentence(sentence.text), std::move(sentence.phrases)});
    }

    TuningPicture pictureOf(std::size_t example) const { return {m_pictures[m_captions[example].picture].file, {}}; }

    /// Which regions overlap a box of the phrase enough. Boxes of a picture of another size are scaled.
    std::vector<bool> fitting(const Caption& caption, const EntityPhrase& phrase, const TuningRegions& seen) const
    {
        const EntityAnnotation& annotation = m_pictures[caption.picture].annotation;
        const auto scale = [](int now, int then) { return now > 0 && then > 0 ? float(now) / float(then) : 1.f; };
        const float scaleX = scale(seen.width, annotation.width), scaleY = scale(seen.height, annotation.height);
        std::vector<bool> fits(std::size_t(seen.boxes.size(0)));
        const at::Tensor corners = seen.boxes.contiguous();
        for (std::size_t r = 0; r < fits.size(); ++r) {
            const float* c = corners.data_ptr<float>() + 4 * r;
            for (const Box& box : annotation.boxes.at(phrase.id)) {
                const Box scaled{box.x1 * scaleX, box.y1 * scaleY, box.x2 * scaleX, box.y2 * scaleY};
                fits[r] = fits[r] || intersectionOverUnion({c[0], c[1], c[2], c[3]}, scaled) >= kOverlap;
            }
        }
        return fits;
    }

    static void label(const std::vector<bool>& fits, at::Tensor row)
    {
        const auto count = std::ranges::count(fits, true);
        for (std::size_t r = 0; r < fits.size(); ++r)
            if (fits[r])
                row[std::int64_t(r)] = 1.f / float(count);
    }

    TuningSetup m_setup;
    std::vector<AnnotatedPicture> m_pictures;
    std::vector<Caption> m_captions;
};

} // namespace

std::unique_ptr<TuningExamples> readFlickrTuning(const TuningFiles& files, const TuningSetup& setup)
{
    return std::make_unique<FlickrExamples>(files, setup);
}

} // namespace vbs
