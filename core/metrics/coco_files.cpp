#include "core/base/error.h"
#include "core/data/coordinate.h"
#include "core/datasets/record_file.h"
#include "core/metrics/coco_metrics.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/results_by_id.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// Ids in Python's order: numbers by their size, texts by their letters, behind the numbers.
struct IdLess {
    bool operator()(const std::string& a, const std::string& b) const
    {
        const bool aIsNumber = isNumber(a), bIsNumber = isNumber(b);
        if (aIsNumber != bIsNumber || !aIsNumber)
            return aIsNumber != bIsNumber ? aIsNumber : a < b;
        const bool aIsNegative = a.front() == '-', bIsNegative = b.front() == '-';
        if (aIsNegative != bIsNegative)
            return aIsNegative;
        const bool isLess = a.size() != b.size() ? a.size() < b.size() : a < b;
        return aIsNegative ? a != b && !isLess : isLess;
    }

private:
    static bool isNumber(const std::string& id)
    {
        const std::size_t sign = id.starts_with("-");
        return id.size() > sign && id.find_first_not_of("0123456789", sign) == std::string::npos;
    }
};

CocoBox cocoBoxIn(const JsonRecord& record)
{
    const Json& json = record.array("bbox");
    if (json.size() != 4 || !std::ranges::all_of(json, [](const Json& number) { return number.is_number(); }))
        record.fail("bbox", "should be [x, y, width, height].");
    for (const Json& number : json)
        if (const auto fault = coordinateFault(number.get<double>()))
            record.fail("bbox", std::string(*fault) + ".");
    const CocoBox box{json[0], json[1], json[2], json[3]};
    if (box.width < 0 || box.height < 0)
        record.fail("bbox", "has a negative width or height.");
    return box;
}

/// A data set and what was found on it.
class CocoFiles {
public:
    explicit CocoFiles(const fs::path& dataset) : m_dataset(dataset) {}

    void readTruth()
    {
        std::unordered_set<std::string> ids;
        const auto image = [&](const JsonRecord& record, const RecordPlace&) {
            requireNew(record, "image", m_pictures.try_emplace(record.id("id")).second);
        };
        const auto category = [&](const JsonRecord& record, const RecordPlace&) {
            const std::string id = record.id("id");
            requireNew(record, "category", m_names.try_emplace(id, record.textOr("name", id)).second);
        };
        const auto annotation = [&](const JsonRecord& record, const RecordPlace&) {
            CocoTruth truth{cocoBoxIn(record), 0, 0, isCrowd(record), true};
            truth.area = record.numberOr("area", truth.box.width * truth.box.height);
            if (record.find("id")) {
                requireNew(record, "annotation", ids.insert(record.id("id")).second);
                truth.hasId = record.id("id") != "0";
            }
            m_truths.push_back({record.id("image_id"), record.id("category_id"), truth});
        };
        forEachRecordOf(m_dataset, {{"images", image}, {"annotations", annotation}, {"categories", category}});
        if (m_pictures.empty() || m_names.empty())
            throw Error(ErrorCode::CorruptData,
                        sentence("%1 needs \"images\" and \"categories\".", m_dataset.string()));
        placeTruths();
    }

    void readFound(const fs::path& path)
    {
        std::size_t read = 0, ofNoCategory = 0;
        NamedIds unknown;
        forEachRecord(path, [&](const JsonRecord& record, const RecordPlace&) {
            ++read;
            const std::string image = record.id("image_id"), category = record.id("category_id");
            const CocoFound found{cocoBoxIn(record), numberOf(category), scoreIn(record)};
            const auto picture = m_pictures.find(image);
            if (picture == m_pictures.end() && m_unknown.insert(image).second)
                unknown.add(image);
            else if (picture != m_pictures.end() && found.category >= 0)
                picture->second.found.push_back(found);
            ofNoCategory += found.category < 0;
        });
        if (read == 0)
            throw Error(ErrorCode::CorruptData, sentence("%1 holds no boxes.", path.string()));
        if (unknown.count() > 0)
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 has boxes on %2, which %3 has not: name the files that belong together.",
                                 path.string(), unknown.inWords("image"), m_dataset.string()));
        remark(ofNoCategory, path.string() + " are of a category that the data set has not, and are left out.");
    }

    MetricReport report(const BootstrapOptions& options) const
    {
        std::vector<CocoPicture> pictures;
        for (const auto& [id, picture] : m_pictures)
            pictures.push_back(picture);
        std::vector<std::pair<std::int64_t, std::string>> categories;
        for (const auto& [id, name] : m_names)
            categories.emplace_back(m_numbers.at(id), name);
        MetricReport report = cocoReport(pictures, categories, options);
        report.remarks = m_remarks;
        return report;
    }

private:
    void requireNew(const JsonRecord& record, const std::string& what, bool isNew) const
    {
        if (!isNew)
            throw Error(ErrorCode::CorruptData, sentence("%1 has the %2 %3 twice: give every one an id of its own.",
                                                         m_dataset.string(), what, record.id("id")));
    }

    static bool isCrowd(const JsonRecord& record)
    {
        const Json* crowd = record.find("iscrowd");
        return crowd && crowd->is_boolean() ? crowd->get<bool>() : record.integerOr("iscrowd", 0) != 0;
    }

    static double scoreIn(const JsonRecord& record)
    {
        const Json* score = record.find("score");
        if (!score || !isFiniteNumber(*score))
            record.fail("score", "should be a number.");
        return score->get<double>();
    }

    /// -1 for a category that the data set has not.
    std::int64_t numberOf(const std::string& category) const
    {
        const auto found = m_numbers.find(category);
        return found == m_numbers.end() ? -1 : found->second;
    }

    /// COCOeval does not look at annotations of no image or category, either.
    void placeTruths()
    {
        for (const auto& [id, name] : m_names)
            m_numbers.emplace(id, std::int64_t(m_numbers.size()));
        std::size_t homeless = 0, withoutId = 0;
        for (Truth& one : m_truths) {
            const auto picture = m_pictures.find(one.image);
            one.truth.category = numberOf(one.category);
            if (picture == m_pictures.end() || one.truth.category < 0) {
                ++homeless;
                continue;
            }
            withoutId += !one.truth.hasId;
            picture->second.truth.push_back(one.truth);
        }
        m_truths.clear();
        remark(homeless, m_dataset.string() + " are of an image or a category that it has not, and are left out.");
        if (withoutId > 0)
            m_remarks.push_back("The annotation with the id 0 counts as never found, as COCOeval has it: number "
                                "annotations from 1.");
    }

    void remark(std::size_t count, const std::string& sentence)
    {
        if (count > 0)
            m_remarks.push_back(std::to_string(count) + " boxes of " + sentence);
    }

    struct Truth {
        std::string image, category;
        CocoTruth truth;
    };
    fs::path m_dataset;
    std::map<std::string, CocoPicture, IdLess> m_pictures;
    std::map<std::string, std::string, IdLess> m_names; ///< of categories
    std::unordered_map<std::string, std::int64_t> m_numbers;
    std::vector<Truth> m_truths; ///< whose images may come later in the file
    std::unordered_set<std::string> m_unknown;
    std::vector<std::string> m_remarks;
};

} // namespace

MetricReport cocoFilesReport(const fs::path& annotations, const fs::path& results, const BootstrapOptions& options)
{
    CocoFiles files(annotations);
    files.readTruth();
    files.readFound(results);
    return files.report(options);
}

} // namespace vbs
