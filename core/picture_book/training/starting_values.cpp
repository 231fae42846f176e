#include "core/picture_book/training/starting_values.h"

#include "core/base/error.h"
#include "core/picture_book/training/region_bank.h"
#include "core/text/bert_tokenizer.h"

#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr int kHidden = 192;
constexpr int kHead = 48;
constexpr int kContent = 142; // dimensions 0-141
constexpr int kModality = 142;
constexpr int kNoun = 143;
constexpr int kPosition = 144;
constexpr int kWavelengths = 12;
constexpr int kRelation = 168;
constexpr int kSide = 169; // which of two pictures: negative left, positive right
constexpr int kGeometry = 170;
constexpr int kGeometrySize = 22;
/// Row of a head in which a flag meets a constant query; beyond the position rows.
constexpr int kFlagRow = 30;

/// Words that stand for objects: their tokens carry the noun flag.
const std::vector<std::string> kNouns = {
    "house",   "houses",     "home",        "homes",    "building", "buildings", "tree",      "trees",    "car",
    "cars",    "automobile", "automobiles", "boat",     "boats",    "ship",      "ships",     "sailboat", "sailboats",
    "fish",    "cat",        "cats",        "kitten",   "kittens",  "bird",      "birds",     "flower",   "flowers",
    "blossom", "blossoms",   "balloon",     "balloons", "ball",     "balls",     "star",      "stars",    "cup",
    "cups",    "mug",        "mugs",        "book",     "books",    "umbrella",  "umbrellas", "hat",      "hats",
    "sun",     "suns",       "thing",       "things",   "object",   "objects",   "item",      "items"};

/// Words that compare positions; the mask stands for a hidden one of them.
const std::vector<std::string> kRelationWords = {"left",    "right",   "above",  "below",    "over",
                                                 "under",   "higher",  "lower",  "leftmost", "rightmost",
                                                 "highest", "topmost", "lowest", "[MASK]"};

class Builder {
public:
    Builder(torch::nn::Module& net)
    {
        for (const auto& item : net.named_parameters())
            m_parameters.emplace(item.key(), item.value());
        check();
    }

    at::Tensor weight(const std::string& name) const
    {
        const auto found = m_parameters.find(name);
        if (found == m_parameters.end())
            throw Error(ErrorCode::Mismatch, "The structured start needs the weight " + name + ".");
        return found->second;
    }

    void randomBase()
    {
        for (auto& [name, parameter] : m_parameters) {
            if (parameter.dim() > 1)
                parameter.normal_(0, 0.05);
            else if (name.find("LayerNorm.weight") != std::string::npos)
                parameter.fill_(1);
            else
                parameter.zero_();
        }
        // Similar things attend to each other from the first step.
        for (int layer = 0; m_parameters.count(selfName(layer, "key.weight")); ++layer)
            weight(selfName(layer, "key.weight")).copy_(weight(selfName(layer, "query.weight")));
        for (const char* head : {"attention.", "early_attention."}) {
            if (m_parameters.count(std::string(head) + "key.weight"))
                weight(std::string(head) + "key.weight").copy_(weight(std::string(head) + "query.weight"));
        }
    }

    void embeddings(const BertTokenizer& tokenizer)
    {
        at::Tensor words = embedding("word_embeddings.weight");
        words.zero_();
        words.slice(1, 0, kContent).normal_(0, 0.35);
        flag(words, tokenizer, kNouns, kNoun);
        flag(words, tokenizer, kRelationWords, kRelation);

        at::Tensor positions = embedding("position_embeddings.weight");
        positions.zero_();
        const at::Tensor t = torch::arange(positions.size(0), torch::kFloat);
        for (int i = 0; i < kWavelengths; ++i) {
            positions.select(1, kPosition + 2 * i).copy_(torch::sin(t * frequency(i)) * 0.5);
            positions.select(1, kPosition + 2 * i + 1).copy_(torch::cos(t * frequency(i)) * 0.5);
        }
        typeTable("token_type_embeddings.weight", -0.5, 0.1);
        typeTable("visual_token_type_embeddings.weight", 1.0, 0.2);
        // One picture alone has the type of the right one.
        at::Tensor pictures = embedding("visual_token_type_embeddings.weight");
        pictures[0][kSide] = -2;
        pictures[1][kSide] = 2;
        embedding("visual_position_embeddings.weight").zero_();
    }

    void heads()
    {
        for (int layer = 0; layer < 4; ++layer)
            weight(layerName(layer, "output.dense.weight")).mul_(0.5);
        // Layer 1: the content of the word before.
        positionHead(0, 1, -1.5, 1.5, 0, kWavelengths);
        copyContent(0, 1, 0.6);
        // Layer 2: from a word to the region that looks alike; copies where it is.
        at::Tensor match = torch::zeros({kHead, kHidden});
        match.slice(0, 1).slice(1, 0, kContent).normal_(0, 0.14);
        at::Tensor matchKey = match.clone();
        matchKey[0][kModality] = 3;
        setQueryKey(1, 0, match, matchKey, 0, 14);
        copyGeometry(1, 0, 1.5);
        // Layer 3: nouns before minus nouns after.
        for (int head = 0; head < 2; ++head) {
            positionHead(2, head, head == 0 ? -5 : 5, 1.6, 5, 9, kNoun);
            copyGeometry(2, head, head == 0 ? 1.6 : -1.6);
        }
        // Layer 4: every token reads the relation word, its geometry and its content.
        for (int head = 0; head < 2; ++head) {
            at::Tensor key = torch::zeros({kHead, kHidden});
            key[kFlagRow][kRelation] = 3;
            setQueryKey(3, head, torch::zeros({kHead, kHidden}), key, kFlagRow, 4);
        }
        copyGeometry(3, 0, 2);
        copyContent(3, 1, 0.6);
        // Layer 5: one head looks at the left one of two pictures, one at the right one.
        pictureHead(4, 2, -1);
        pictureHead(4, 3, 1);
    }

    /// Ridge regression (strength 1) of region features on the sum of their words' content.
    double projectRegions(const BertTokenizer& tokenizer, const RegionBank& bank)
    {
        const std::int64_t appearance = bank.featureSize() - kGeometrySize;
        const at::Tensor words = embedding("word_embeddings.weight");
        auto content = [&](std::string_view word) { return words[*tokenizer.idOf(word)]; };
        std::vector<at::Tensor> inputs, targets;
        const std::size_t scenes = std::min<std::size_t>(bank.scenes.size(), 3000);
        for (std::size_t i = 0; i < scenes; ++i) {
            for (std::size_t r = 1; r < kBankRegions; ++r) {
                const int index = bank.objectOfRegion[i][r];
                if (index < 0)
                    continue;
                const SceneObject& object = bank.scenes[i].objects[std::size_t(index)];
                inputs.push_back(bank.features[std::int64_t(i)][std::int64_t(r)].slice(0, 0, appearance));
                targets.push_back(content(kSceneCategories[std::size_t(object.category)]) +
                                  content(kSceneColors[std::size_t(object.color)]) +
                                  content(kSceneSizes[std::size_t(object.size)]) * 0.7);
            }
        }
        const at::Tensor x = torch::cat({torch::stack(inputs), torch::ones({std::int64_t(inputs.size()), 1})}, 1);
        const at::Tensor y = torch::stack(targets);
        const at::Tensor gram = x.t().mm(x) + torch::eye(appearance + 1);
        const at::Tensor solution = torch::linalg_solve(gram, x.t().mm(y)); // [appearance + 1, hidden]
        at::Tensor projection = embedding("visual_projection.weight");
        at::Tensor bias = embedding("visual_projection.bias");
        projection.zero_();
        bias.zero_();
        projection.slice(0, 0, kContent)
            .slice(1, 0, appearance)
            .copy_(solution.slice(0, 0, appearance).t().slice(0, 0, kContent));
        bias.slice(0, 0, kContent).copy_(solution[appearance].slice(0, 0, kContent));
        for (int k = 0; k < kGeometrySize; ++k)
            projection[kGeometry + k][appearance + k] = 0.4;
        const at::Tensor residual = x.mm(solution) - y;
        return 1 - (residual.square().sum() / (y - y.mean(0)).square().sum()).item<double>();
    }

private:
    static std::string layerName(int layer, const std::string& rest)
    {
        return "visual_bert.encoder.layer." + std::to_string(layer) + "." + rest;
    }
    static std::string selfName(int layer, const std::string& rest)
    {
        return layerName(layer, "attention.self." + rest);
    }
    at::Tensor embedding(const std::string& rest) const { return weight("visual_bert.embeddings." + rest); }

    void check() const
    {
        const at::Tensor words = embedding("word_embeddings.weight");
        if (words.size(1) != kHidden || embedding("visual_projection.weight").size(1) <= kGeometrySize ||
            !m_parameters.count(selfName(4, "query.weight"))) {
            throw Error(ErrorCode::Mismatch, "The structured start is laid out for hidden size 192 and at least "
                                             "five layers; this model has hidden size " +
                                                 std::to_string(words.size(1)) + ".");
        }
    }

    static double frequency(int index)
    {
        const double longest = 150, shortest = 4.5;
        const double wavelength = shortest * std::pow(longest / shortest, double(index) / (kWavelengths - 1));
        return 2 * std::numbers::pi / wavelength;
    }

    static void flag(at::Tensor& words, const BertTokenizer& tokenizer, const std::vector<std::string>& list,
                     int dimension)
    {
        for (const std::string& word : list) {
            if (const auto id = tokenizer.idOf(word))
                words[*id][dimension] = 1.2;
        }
    }

    void typeTable(const std::string& name, double modality, double deviation)
    {
        at::Tensor table = embedding(name);
        table.zero_();
        table.slice(1, 0, kContent).normal_(0, deviation);
        table.select(1, kModality).fill_(modality);
    }

    void setQueryKey(int layer, int head, const at::Tensor& query, const at::Tensor& key, int biasRow = -1,
                     double bias = 0)
    {
        const int start = head * kHead;
        weight(selfName(layer, "query.weight")).slice(0, start, start + kHead).copy_(query);
        weight(selfName(layer, "key.weight")).slice(0, start, start + kHead).copy_(key);
        at::Tensor queryBias = weight(selfName(layer, "query.bias"));
        queryBias.slice(0, start, start + kHead).zero_();
        if (biasRow >= 0)
            queryBias[start + biasRow] = bias;
    }

    /// Looks at the word `shift` places away, by rotating the position's sines and cosines.
    void positionHead(int layer, int head, double shift, double gain, int firstWave, int endWave,
                      int flagDimension = -1)
    {
        at::Tensor query = torch::zeros({kHead, kHidden});
        at::Tensor key = torch::zeros({kHead, kHidden});
        for (int i = firstWave; i < endWave; ++i) {
            const double c = std::cos(frequency(i) * shift), s = std::sin(frequency(i) * shift);
            query[2 * i][kPosition + 2 * i] = c * gain;
            query[2 * i][kPosition + 2 * i + 1] = s * gain;
            query[2 * i + 1][kPosition + 2 * i] = -s * gain;
            query[2 * i + 1][kPosition + 2 * i + 1] = c * gain;
            key[2 * i][kPosition + 2 * i] = gain;
            key[2 * i + 1][kPosition + 2 * i + 1] = gain;
        }
        if (flagDimension < 0) {
            setQueryKey(layer, head, query, key);
            return;
        }
        key[kFlagRow][flagDimension] = 3;
        setQueryKey(layer, head, query, key, kFlagRow, 4);
    }

    /// Prefers regions of one picture whatever the query, and among them what the query looks like.
    void pictureHead(int layer, int head, double side)
    {
        at::Tensor query = torch::zeros({kHead, kHidden}).normal_(0, 0.05);
        at::Tensor key = query.clone();
        query[kFlagRow].zero_();
        key[kFlagRow].zero_();
        key[kFlagRow][kSide] = 2 * side;
        key[kFlagRow][kModality] = 1.5;
        setQueryKey(layer, head, query, key, kFlagRow, 4);
    }

    void copyGeometry(int layer, int head, double gain)
    {
        const int start = head * kHead;
        at::Tensor value = torch::zeros({kHead, kHidden});
        value.slice(0, 0, kGeometrySize)
            .slice(1, kGeometry, kGeometry + kGeometrySize)
            .copy_(torch::eye(kGeometrySize));
        value.slice(0, kGeometrySize).normal_(0, 0.03);
        weight(selfName(layer, "value.weight")).slice(0, start, start + kHead).copy_(value);
        at::Tensor columns = weight(layerName(layer, "attention.output.dense.weight")).slice(1, start, start + kHead);
        columns.zero_();
        columns.slice(0, kGeometry, kGeometry + kGeometrySize)
            .slice(1, 0, kGeometrySize)
            .copy_(torch::eye(kGeometrySize) * gain);
        columns.slice(1, kGeometrySize).normal_(0, 0.03);
    }

    void copyContent(int layer, int head, double gain)
    {
        const int start = head * kHead;
        at::Tensor value = torch::zeros({kHead, kHidden});
        value.slice(1, 0, kContent).normal_(0, 1 / std::sqrt(double(kHead)));
        weight(selfName(layer, "value.weight")).slice(0, start, start + kHead).copy_(value);
        weight(layerName(layer, "attention.output.dense.weight"))
            .slice(1, start, start + kHead)
            .copy_(value.t() * gain);
    }

    std::map<std::string, at::Tensor> m_parameters;
};

} // namespace

double setStructuredStartingValues(torch::nn::Module& net, const BertTokenizer& tokenizer, const RegionBank& bank,
                                   std::uint64_t seed)
{
    torch::NoGradGuard noGrad;
    torch::manual_seed(seed);
    Builder builder(net);
    builder.randomBase();
    builder.embeddings(tokenizer);
    builder.heads();
    return builder.projectRegions(tokenizer, bank);
}

} // namespace vbs
