#include "core/predict/shard_plan.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <unordered_set>

namespace vbs {

namespace {

namespace fs = std::filesystem;

// Batches of like length want large buckets (a tenth of the places is filled up in those of eight); the shards of a
// small data set want one each.
constexpr std::size_t kBatchesABucket = 16, kFewestBatchesABucket = 8, kBucketsWanted = 16, kMostBuckets = 4096;
constexpr std::size_t kMostPicturesAPiece = 128; ///< their regions are in memory together
constexpr std::size_t kBatchesAPiece = 40;
constexpr std::size_t kPlanReportEvery = 4096;

std::size_t bucketsFor(std::size_t items, std::size_t batch)
{
    const std::size_t large = std::bit_floor(items / (kBatchesABucket * batch));
    const std::size_t small = std::bit_floor(items / (kFewestBatchesABucket * batch));
    return std::clamp<std::size_t>(std::max(large, std::min(small, kBucketsWanted)), 1, kMostBuckets);
}

/// What a group of examples is called wherever the pictures lie: as extract calls its pictures.
std::string nameOfGroup(const Example& example, const fs::path& images)
{
    if (example.group.empty())
        return example.id;
    const fs::path inside = fs::path(example.group).lexically_normal().lexically_relative(images);
    if (inside.empty() || *inside.begin() == ".." || inside == ".")
        return example.group;
    return (inside.parent_path() / inside.stem()).string();
}

/// What is asked by an example, as far as it decides on the answer.
std::string askedBy(const Example& example, const std::string& group)
{
    std::string asked = example.id + '\0' + group + '\0' + example.text;
    for (const std::string& choice : example.choices)
        asked += '\0' + choice;
    for (const TextSpan& phrase : example.phrases)
        asked += '\0' + std::to_string(phrase.begin) + '-' + std::to_string(phrase.end);
    for (const Box& box : example.boxes)
        for (const float edge : {box.x1, box.y1, box.x2, box.y2})
            asked += '\0' + std::to_string(edge);
    return asked;
}

/// Examples that share their pictures.
struct Group {
    std::uint64_t number = 0;
    ShardPlan::Piece items;
    std::size_t pictures = 0;
};

class GroupCollector {
public:
    explicit GroupCollector(const fs::path& images) : m_images(images.lexically_normal()) {}

    void add(std::uint32_t number, const Example& example)
    {
        const std::string name = nameOfGroup(example, m_images);
        const auto [place, isNew] = m_places.try_emplace(name, m_groups.size());
        if (isNew)
            m_groups.push_back({pictureNumber(name), {}, 0});
        Group& group = m_groups[place->second];
        group.items.push_back(number);
        if (example.fault.empty())
            for (const fs::path& picture : example.pictures)
                group.pictures += m_pictures.insert(pictureNumber(picture.string())).second;
        m_fingerprint = sha256(m_fingerprint + askedBy(example, name));
    }

    std::vector<Group>& groups() { return m_groups; }
    const std::string& fingerprint() const { return m_fingerprint; }

private:
    fs::path m_images;
    std::unordered_map<std::string, std::size_t> m_places;
    std::unordered_set<std::uint64_t> m_pictures; ///< by pictureNumber
    std::vector<Group> m_groups;
    std::string m_fingerprint;
};

/// Cuts a bucket into pieces of whole groups, as far as a group is not too large alone.
void addPieces(const std::vector<const Group*>& bucket, std::size_t mostItems, std::vector<ShardPlan::Piece>& pieces)
{
    ShardPlan::Piece piece;
    std::size_t pictures = 0;
    const auto close = [&] {
        if (!piece.empty())
            pieces.push_back(std::move(piece));
        piece.clear();
        pictures = 0;
    };
    for (const Group* group : bucket) {
        if (piece.size() + group->items.size() > mostItems || pictures + group->pictures > kMostPicturesAPiece)
            close();
        for (const std::uint32_t item : group->items) {
            if (piece.size() == mostItems)
                close();
            piece.push_back(item);
        }
        pictures += group->pictures;
    }
    close();
}

} // namespace

ShardPlan planShard(const Dataset& dataset, const fs::path& images, const Shard& shard, std::size_t batch,
                    const JobControl& control)
{
    ShardPlan plan;
    plan.all = dataset.count();
    if (plan.all == 0)
        throw Error(ErrorCode::InvalidArgument, sentence("The data set holds nothing to ask."));
    GroupCollector collector(images);
    for (std::size_t i = 0; i < plan.all; ++i) {
        if (i % kPlanReportEvery == 0) {
            control.throwIfStopped();
            control.report(forPeople("Reading the data set"), double(i) / double(plan.all));
        }
        const Example example = dataset.at(i);
        if (!example.task)
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The data set asks nothing: it has boxes, which `visualbert extract` finds."));
        collector.add(std::uint32_t(i), example);
    }
    plan.fingerprint = collector.fingerprint();
    const std::size_t buckets = bucketsFor(plan.all, batch);
    std::vector<std::vector<const Group*>> byBucket(buckets);
    for (const Group& group : collector.groups()) {
        const std::size_t bucket = group.number % buckets;
        if (!shard.has(bucket))
            continue;
        byBucket[bucket].push_back(&group);
        plan.items += group.items.size();
        plan.pictures += group.pictures;
    }
    for (const std::vector<const Group*>& bucket : byBucket)
        addPieces(bucket, kBatchesAPiece * batch, plan.pieces);
    return plan;
}

} // namespace vbs
