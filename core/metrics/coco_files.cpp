#include "core/base/error.h"
#include "core/datasets/record_file.h"
#include "core/metrics/coco_metrics.h"
#include "core/metrics/metric_files.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// Ids in numpy's order: numbers by their size, texts by their letters.
struct IdLess {
    bool operator()(const std::string& a, const std::string& b) const
    {
        const auto isNumber = [](const std::string& id) {
            return !id.empty() && id.find_first_not_of("0123456789") == std::string::npos;
        };
        if (isNumber(a) && isNumber(b) && a.size() != b.size())
            return a.size() < b.size();
        return a < b;
    }
};

CocoBox cocoBoxIn(const JsonRecord& record)
{
    const Json& box = record.array("bbox");
    if (box.size() != 4 || !std::ranges::all_of(box, isFiniteNumber))
        record.fail("bbox", "should be [x, y, width, height].");
    return {box[0], box[1], box[2], box[3]};
}

/// A data set and what was found on it.
class CocoFiles {
public:
    void readTruth(const fs::path& path)
    {
        std::vector<std::pair<std::string, CocoTruth>> truths; // by picture, which may come later in the file
        std::vector<std::string> categories;
        const auto image = [&](const JsonRecord& record, const RecordPlace&) { m_pictures[record.id("id")]; };
        const auto category = [&](const JsonRecord& record, const RecordPlace&) {
            m_names[record.id("id")] = record.textOr("name", record.id("id"));
        };
        const auto annotation = [&](const JsonRecord& record, const RecordPlace&) {
            CocoTruth truth;
            truth.box = cocoBoxIn(record);
            truth.area = record.numberOr("area", truth.box.width * truth.box.height);
            truth.crowd = record.integerOr("iscrowd", 0) != 0;
            truth.hasId = !record.find("id") || record.id("id") != "0";
            truths.emplace_back(record.id("image_id"), truth);
            categories.push_back(record.id("category_id"));
        };
        forEachRecordOf(path, {{"images", image}, {"annotations", annotation}, {"categories", category}});
        std::int64_t number = 0;
        for (const auto& [id, name] : m_names)
            m_categories[id] = number++;
        for (std::size_t i = 0; i < truths.size(); ++i) {
            const auto known = m_categories.find(categories[i]);
            const auto picture = m_pictures.find(truths[i].first);
            if (known == m_categories.end() || picture == m_pictures.end())
                continue; // COCOeval does not look at it
            truths[i].second.category = known->second;
            picture->second.truth.push_back(truths[i].second);
        }
        if (m_pictures.empty() || m_names.empty())
            throw Error(ErrorCode::CorruptData, path.string() + " needs \"images\" and \"categories\".");
    }

    void readFound(const fs::path& path, const fs::path& truth)
    {
        forEachRecord(path, [&](const JsonRecord& record, const RecordPlace&) {
            const auto picture = m_pictures.find(record.id("image_id"));
            if (picture == m_pictures.end())
                throw Error(ErrorCode::Mismatch, path.string() + " has boxes on the image " + record.id("image_id") +
                                                     ", which " + truth.string() +
                                                     " has not: name the files that belong together.");
            const Json* score = record.find("score");
            if (!score || !isFiniteNumber(*score))
                record.fail("score", "should be a number.");
            const auto category = m_categories.find(record.id("category_id"));
            if (category != m_categories.end())
                picture->second.found.push_back({cocoBoxIn(record), category->second, score->get<double>()});
        });
    }

    MetricReport report(const BootstrapOptions& options) const
    {
        std::vector<CocoPicture> pictures;
        for (const auto& [id, picture] : m_pictures)
            pictures.push_back(picture);
        std::vector<std::pair<std::int64_t, std::string>> categories;
        for (const auto& [id, name] : m_names)
            categories.emplace_back(m_categories.at(id), name);
        return cocoReport(pictures, categories, options);
    }

private:
    std::map<std::string, CocoPicture, IdLess> m_pictures;
    std::map<std::string, std::string, IdLess> m_names; ///< of categories
    std::map<std::string, std::int64_t> m_categories;   ///< their numbers here
};

} // namespace

MetricReport cocoFilesReport(const fs::path& annotations, const fs::path& results, const BootstrapOptions& options)
{
    CocoFiles files;
    files.readTruth(annotations);
    files.readFound(results, annotations);
    return files.report(options);
}

} // namespace vbs
