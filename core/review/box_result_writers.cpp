#include "core/base/error.h"
#include "core/datasets/coco_boxes.h"
#include "core/datasets/coco_source.h"
#include "core/datasets/record_file.h"
#include "core/review/project_sources.h"
#include "core/review/result_writers.h"

#include <cmath>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// As projects keep them: without what floats add to the decimals.
double sixPlaces(double value)
{
    return std::round(value * 1e6) / 1e6;
}

class CocoResults : public ResultWriter {
public:
    explicit CocoResults(const fs::path& file) : m_coco(CocoBoxes::read(file)) {}

    void add(const ReviewItem& item, const PredictedResult& result) override
    {
        if (item.number >= m_coco.images().size())
            throw Error(ErrorCode::Mismatch,
                        sentence("The data set has fewer pictures than the project: results need the file "
                                 "as it was when the project was made."));
        const OrderedJson image = resultId(m_coco.images().at(item.number).id);
        for (const Region& region : result.regions) {
            const Json* category = m_coco.categoryIdOf(region.label);
            if (!category) {
                ++m_ofNoCategory;
                continue;
            }
            const Box& box = region.box;
            m_list.add({{"image_id", image},
                        {"category_id", *category},
                        {"bbox", {box.x1, box.y1, double(box.x2) - double(box.x1), double(box.y2) - double(box.y1)}},
                        {"score", sixPlaces(region.score)}});
        }
    }
    PredictionExport finish() override
    {
        PredictionExport results = m_list.finish();
        if (m_ofNoCategory > 0)
            results.remarks.push_back(
                std::to_string(m_ofNoCategory) +
                " boxes have names that are none of the data set's categories, and are left out.");
        results.remarks.push_back("`visualbert metrics` goes by the file's outlines and crowds, where it has any; a "
                                  "project keeps boxes only.");
        return results;
    }

private:
    CocoBoxes m_coco;
    ResultList m_list;
    std::size_t m_ofNoCategory = 0;
};

class PhraseResults : public ResultWriter {
public:
    explicit PhraseResults(const fs::path& images) : m_images(images) {}

    void add(const ReviewItem& item, const PredictedResult& result) override
    {
        const ExampleTruth& truth = item.example.truth;
        const auto scale = [](int now, int then) { return now > 0 && then > 0 ? float(now) / float(then) : 1.f; };
        const float x = scale(result.width, truth.width), y = scale(result.height, truth.height);
        for (std::size_t p = 0; p < std::min(truth.phraseBoxes.size(), result.phrases.size()); ++p) {
            if (truth.phraseBoxes[p].empty())
                continue;
            const PredictedResult::PhraseGuess& guess = result.phrases[p];
            OrderedJson boxes = OrderedJson::array(), gold = OrderedJson::array();
            bool fits = false;
            for (const Box& box : guess.boxes)
                boxes.push_back({box.x1, box.y1, box.x2, box.y2});
            for (const Box& box : truth.phraseBoxes[p]) {
                const Box scaled{box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y};
                gold.push_back({scaled.x1, scaled.y1, scaled.x2, scaled.y2});
                for (const Box& one : guess.boxes)
                    fits |= intersectionOverUnion(one, scaled) >= .5f;
            }
            m_beyond += guess.within && !fits;
            m_list.add({{"picture", pictureOf(item.example)},
                        {"type", p < truth.phraseTypes.size() ? truth.phraseTypes[p] : item.example.type},
                        {"boxes", boxes},
                        {"scores", guess.probabilities},
                        {"gold", gold}});
        }
    }
    PredictionExport finish() override
    {
        PredictionExport results = m_list.finish();
        if (m_beyond > 0)
            results.remarks.push_back(
                "Of " + std::to_string(m_beyond) +
                " phrases only a region beyond the ten that are kept fits: the file's upper bound "
                "is lower by them.");
        return results;
    }

private:
    std::string pictureOf(const Example& example) const
    {
        const fs::path inside = fs::path(example.group).lexically_relative(m_images);
        return inside.empty() || *inside.begin() == ".." ? example.group : inside.string();
    }

    fs::path m_images;
    ResultList m_list;
    std::size_t m_beyond = 0;
};

} // namespace

std::unique_ptr<ResultWriter> cocoResultWriter(const ReviewProject& project, const JobControl& control)
{
    const fs::path& file = project.files.dataset;
    if (const auto changes = changedSources(project, control); !changes.empty())
        throw Error(ErrorCode::Mismatch, changes.front().sentence);
    if (!isCocoSource(file, firstKeysOf(file)))
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 is none of COCO's files, and labelme's have no form of results: turn them into a COCO "
                             "file, and make a project of that.",
                             file.string()));
    return std::make_unique<CocoResults>(file);
}

std::unique_ptr<ResultWriter> phraseResultWriter(const fs::path& images)
{
    return std::make_unique<PhraseResults>(images);
}

} // namespace vbs
