#include "core/picture_book/scenes/captions.h"

#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_templates.h"

#include <algorithm>
#include <cctype>

namespace vbs {

namespace {

class CaptionWriter {
public:
    CaptionWriter(Rng& rng, const Scene& scene, const CaptionOptions& options)
        : m_rng(rng), m_scene(scene), m_options(options)
    {
        m_caption.words.reserve(48);
    }

    Caption write()
    {
        const int clauses = m_rng.pick(m_options.clauseCounts);
        for (int i = 0; i < clauses; ++i) {
            if (i > 0)
                add(m_rng.pick({"and", ",", "and"}));
            writeClause(m_rng.pick(m_options.clauses), i == 0);
        }
        add(".");
        return std::move(m_caption);
    }

private:
    const SceneObject& at(int index) const { return m_scene.objects[std::size_t(index)]; }
    int anyObject() { return int(m_rng.below(m_scene.objects.size())); }
    int end() const { return int(m_caption.words.size()); }
    std::optional<Description> nameOf(int index)
    {
        return uniqueDescription(m_rng, m_scene, index, namingMasks(m_options.naming));
    }

    void add(std::string_view phrase)
    {
        while (!phrase.empty()) {
            const std::size_t space = std::min(phrase.find(' '), phrase.size());
            m_caption.words.push_back(phrase.substr(0, space));
            phrase.remove_prefix(std::min(space + 1, phrase.size()));
        }
    }

    void addDetermined(std::string_view word, CaptionWordKind kind)
    {
        m_caption.determined.push_back({end(), kind});
        add(word);
    }

    /// Whether all objects that fit the other attributes share this one.
    bool isDetermined(Description description, SceneAttribute attribute) const
    {
        description[attribute] = Description::kAny;
        if (description.empty())
            return false;
        int common = -1;
        for (const SceneObject& object : m_scene.objects) {
            if (!description.matches(object))
                continue;
            const int value = attributeOf(object, attribute);
            if (common >= 0 && common != value)
                return false;
            common = value;
        }
        return common >= 0;
    }

    /// @param canonical false for a synonym, which the scene does not determine: another would do as well.
    void addAttribute(const Description& description, SceneAttribute attribute, std::string_view word, bool canonical,
                      bool mayBeDetermined)
    {
        if (mayBeDetermined && canonical && isDetermined(description, attribute))
            addDetermined(word, CaptionWordKind(attribute));
        else
            add(word);
    }

    void addNounPhrase(const Description& description, bool plural, std::vector<int> objects, PhraseKind kind)
    {
        const int first = end();
        const bool determines = kind != PhraseKind::RelRef;
        if (description.size != Description::kAny) {
            const auto word = sizeWord(m_rng, description.size);
            addAttribute(description, SceneAttribute::Size, word, word == kSceneSizes[std::size_t(description.size)],
                         determines);
        }
        if (description.color != Description::kAny)
            addAttribute(description, SceneAttribute::Color, kSceneColors[std::size_t(description.color)], true,
                         determines);
        if (description.category != Description::kAny) {
            const auto word = categoryWord(m_rng, description.category, plural);
            const auto plain = categoryWord(m_rng, description.category, plural, 0);
            addAttribute(description, SceneAttribute::Category, word, word == plain, determines);
        } else {
            add(thingWord(m_rng, plural));
        }
        m_caption.phrases.push_back({end() - 1, first, std::move(objects), kind});
    }

    void addNounPhrase(const Description& description)
    {
        auto objects = matching(description);
        const auto kind = objects.size() == 1 ? PhraseKind::Plain : PhraseKind::Multi;
        addNounPhrase(description, false, std::move(objects), kind);
    }

    std::vector<int> matching(const Description& description) const
    {
        std::vector<int> indices;
        for (std::size_t i = 0; i < m_scene.objects.size(); ++i)
            if (description.matches(m_scene.objects[i]))
                indices.push_back(int(i));
        return indices;
    }

    /// "a red ball", or "the red ball" when there is one.
    void addIndefinite(const Description& description, double definite)
    {
        const bool one = countMatching(m_scene, description) == 1;
        const std::size_t article = m_caption.words.size();
        add(one && m_rng.chance(definite) ? "the" : "a");
        addNounPhrase(description);
        if (m_caption.words[article] == "a")
            m_caption.words[article] = indefiniteArticle(m_caption.words[article + 1]);
    }

    void writeClause(ClauseKind kind, bool first)
    {
        const int index = anyObject();
        bool written = false;
        switch (kind) {
        case ClauseKind::NounPhrase:
            break;
        case ClauseKind::Relation:
            written = writeRelation(index);
            break;
        case ClauseKind::RelationReference:
            written = writeRelationReference();
            break;
        case ClauseKind::Count:
            writeCount(index);
            written = true;
            break;
        case ClauseKind::Attribute:
            written = writeAttribute(index);
            break;
        }
        if (!written)
            writeNounPhrase(index, first);
    }

    void writeNounPhrase(int index, bool first)
    {
        constexpr std::array masks = {kByCategory,
                                      kByColor | kByCategory,
                                      kByColor | kByCategory,
                                      kBySize | kByCategory,
                                      kBySize | kByColor | kByCategory,
                                      kBySize | kByColor | kByCategory,
                                      kByColor};
        if (first && m_rng.chance(.5))
            add(m_rng.pick({kCaptionWords[0], kCaptionWords[2]}));
        addIndefinite(describe(at(index), m_rng.pick(masks)), .7);
    }

    void writeCount(int index)
    {
        Description subject = describe(at(index), m_rng.pick({kByCategory, kByColor | kByCategory, kByColor}));
        if (countMatching(m_scene, subject) == 1 && m_rng.chance(.6)) {
            const Description several = describe(at(anyObject()), kByCategory);
            if (countMatching(m_scene, several) > 1)
                subject = several;
        }
        auto objects = matching(subject);
        const bool plural = objects.size() > 1;
        add(kCaptionWords[plural ? 1 : 0]);
        addDetermined(numberWord(int(objects.size())), CaptionWordKind::Number);
        addNounPhrase(subject, plural, std::move(objects), plural ? PhraseKind::Count : PhraseKind::Plain);
    }

    bool writeAttribute(int index)
    {
        constexpr std::array masks = {kByCategory, kBySize | kByCategory};
        const auto name = uniqueDescription(m_rng, m_scene, index, masks);
        if (!name)
            return false;
        add("the");
        addNounPhrase(*name);
        add("is");
        addDetermined(kSceneColors[std::size_t(at(index).color)], CaptionWordKind::Color);
        return true;
    }

    /// over and under are as good as above and below, so only the latter count as determined.
    void addRelation(SceneRelation relation, bool determined)
    {
        const int begin = end();
        add(relationPhrase(m_rng, relation));
        for (int i = begin; determined && i < end(); ++i) {
            const std::string_view word = m_caption.words[std::size_t(i)];
            if (isRelationWord(word) && word != "over" && word != "under")
                m_caption.determined.push_back({i, CaptionWordKind::Relation});
        }
    }

    bool writeRelation(int index)
    {
        const int second = anyObject();
        const auto name = second == index ? std::nullopt : nameOf(index);
        const auto secondName = name ? nameOf(second) : std::nullopt;
        if (!secondName)
            return false;
        SceneRelation relation = m_rng.pick(kSceneRelations);
        const Truth truth = relationHolds(at(index), relation, at(second));
        if (truth == Truth::Undecidable)
            return false;
        if (truth == Truth::False)
            relation = oppositeOf(relation);
        add("the");
        addNounPhrase(*name);
        add("is");
        addRelation(relation, true);
        add("the");
        addNounPhrase(*secondName);
        return true;
    }

    /// "the ball left of the house": one of several that share a category (or colour).
    bool writeRelationReference()
    {
        for (int attempt = 0; attempt < 12; ++attempt) {
            const int target = anyObject(), reference = anyObject();
            const Description several = describe(at(target), m_rng.chance(.6) ? kByCategory : kByColor);
            const SceneRelation relation = m_rng.pick(kSceneRelations);
            if (target == reference || countMatching(m_scene, several) < 2 ||
                onlyRelated(several, relation, reference) != target)
                continue;
            const auto referenceName = nameOf(reference);
            if (!referenceName)
                continue;
            add("the");
            addNounPhrase(several, false, {target}, PhraseKind::RelRef);
            addRelation(relation, false);
            add("the");
            addNounPhrase(*referenceName);
            return true;
        }
        return false;
    }

    /// The single object of this description that stands in the relation; -1 when none, several or unsure.
    int onlyRelated(const Description& description, SceneRelation relation, int reference) const
    {
        int found = -1;
        for (int i = 0; i < int(m_scene.objects.size()); ++i) {
            if (i == reference || !description.matches(at(i)))
                continue;
            const Truth truth = relationHolds(at(i), relation, at(reference));
            if (truth == Truth::Undecidable || (truth == Truth::True && found >= 0))
                return -1;
            if (truth == Truth::True)
                found = i;
        }
        return found;
    }

    Rng& m_rng;
    const Scene& m_scene;
    const CaptionOptions& m_options;
    Caption m_caption;
};

template <std::size_t count>
std::string_view otherOf(Rng& rng, const std::array<std::string_view, count>& words, std::string_view word)
{
    std::string_view other = word;
    while (other == word)
        other = rng.pick(words);
    return other;
}

/// Another word of the kind that stands where this one did; empty when there is none.
std::string_view otherWord(Rng& rng, CaptionWordKind kind, std::string_view word)
{
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array kOpposites = {Pair{"left", "right"}, Pair{"above", "below"}, Pair{"higher", "lower"}};
    constexpr int kLargestNumber = 8;
    switch (kind) {
    case CaptionWordKind::Color:
        return otherOf(rng, kSceneColors, word);
    case CaptionWordKind::Size:
        return otherOf(rng, kSceneSizes, word);
    case CaptionWordKind::Category: {
        const bool plural = std::find(kSceneCategories.begin(), kSceneCategories.end(), word) == kSceneCategories.end();
        std::string_view other = word;
        while (other == word)
            other = categoryWord(rng, int(rng.below(kSceneCategories.size())), plural, 0);
        return other;
    }
    case CaptionWordKind::Number: {
        if (word == numberWord(1))
            return {};
        std::string_view other = word;
        while (other == word)
            other = numberWord(2 + int(rng.below(kLargestNumber - 1)));
        return other;
    }
    case CaptionWordKind::Relation:
        for (const auto& [one, opposite] : kOpposites) {
            if (word == one)
                return opposite;
            if (word == opposite)
                return one;
        }
        return {};
    }
    return {};
}

} // namespace

std::string Caption::text() const
{
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty() && word != "." && word != ",")
            text += ' ';
        text += word;
    }
    if (!text.empty())
        text[0] = char(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

Caption makeCaption(Rng& rng, const Scene& scene, const CaptionOptions& options)
{
    return CaptionWriter(rng, scene, options).write();
}

std::optional<std::string> captionWithAWordChanged(Rng& rng, const Caption& caption)
{
    std::vector<DeterminedWord> words = caption.determined;
    rng.shuffle(words);
    for (const DeterminedWord& word : words) {
        const auto other = otherWord(rng, word.kind, caption.words[std::size_t(word.index)]);
        if (other.empty())
            continue;
        Caption changed = caption;
        changed.words[std::size_t(word.index)] = other;
        return changed.text();
    }
    return std::nullopt;
}

std::optional<std::string> falseCaption(Rng& rng, const Scene& scene, const Scene* other)
{
    if (other && rng.chance(.3)) {
        for (int attempt = 0; attempt < 5; ++attempt) {
            const Statement statement = trueStatement(rng, *other);
            if (truthOf(scene, statement) == Truth::False)
                return statementText(rng, statement);
        }
    }
    if (const auto statement = falseStatement(rng, scene))
        return statementText(rng, *statement);
    return std::nullopt;
}

} // namespace vbs
