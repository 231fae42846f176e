#include "ui/workbench/suggestions.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace vbs {
namespace {

constexpr qsizetype kMost = 3;

struct Thing {
    QString name; ///< "ball"
    QString full; ///< "red ball"
    int count = 0;
    float score = 0;
};

/// What was found, each name once, the surest first.
std::vector<Thing> thingsIn(const SideState& side)
{
    std::vector<Thing> things;
    for (int i = 0; side.regions && i < int(side.regions->regions.size()); ++i) {
        const Region& region = side.regions->regions[std::size_t(i)];
        if (region.wholeImage || !side.isShown(i) || !isRecognized(region))
            continue;
        const QString name = toQString(region.label);
        auto known = std::ranges::find(things, name, &Thing::name);
        if (known == things.end())
            known = things.insert(things.end(), {name, toQString(region.attribute + ' ' + region.label).trimmed()});
        ++known->count;
        known->score = std::max(known->score, region.score);
    }
    std::ranges::stable_sort(things, std::greater(), &Thing::score);
    return things;
}

QString withArticle(const QString& noun)
{
    return (QStringLiteral("aeiou").contains(noun.at(0).toLower()) ? "an " : "a ") + noun;
}

// The models read English, so these are not translated.

/// As far as detectors' names need it: "benches", "berries", "people", "fishermen". A name that ends in s may be a
/// plural.
QString pluralOf(const QString& noun)
{
    static const std::pair<const char*, const char*> kEndings[] = {
        {"person", "people"}, {"child", "children"}, {"man", "men"},       {"foot", "feet"},    {"tooth", "teeth"},
        {"mouse", "mice"},    {"leaf", "leaves"},    {"shelf", "shelves"}, {"knife", "knives"}, {"sheep", "sheep"},
        {"ch", "ches"},       {"sh", "shes"},        {"x", "xes"},         {"ay", "ays"},       {"ey", "eys"},
        {"oy", "oys"},        {"uy", "uys"},         {"y", "ies"}};
    for (const auto& [ending, plural] : kEndings)
        if (noun.endsWith(QLatin1String(ending)))
            return noun.chopped(qsizetype(std::strlen(ending))) + QLatin1String(plural);
    return noun + 's';
}

QStringList questionsAbout(const std::vector<Thing>& things)
{
    QStringList texts;
    const auto single = std::ranges::find(things, 1, &Thing::count);
    if (single != things.end())
        texts << QStringLiteral("What color is the %1?").arg(single->name);
    const auto several = std::ranges::find_if(things, [](const Thing& thing) { return thing.count > 1; });
    if (several != things.end() && !several->name.endsWith('s'))
        texts << QStringLiteral("How many %1 are there?").arg(pluralOf(several->name));
    const auto other = std::ranges::find_if(things, [&](const Thing& thing) {
        return thing.count == 1 && (single == things.end() || thing.name != single->name);
    });
    if (other != things.end())
        texts << QStringLiteral("What is left of the %1?").arg(other->name);
    return texts;
}

QStringList statementsAbout(const WorkbenchState& state)
{
    QStringList texts;
    const std::vector<Thing> left = thingsIn(state.left), right = thingsIn(state.right);
    if (right.empty())
        return texts; // it takes two pictures
    const auto both = std::ranges::find_if(
        left, [&](const Thing& thing) { return std::ranges::find(right, thing.name, &Thing::name) != right.end(); });
    if (both != left.end())
        texts << QStringLiteral("Both pictures show %1.").arg(withArticle(both->name));
    if (!left.empty())
        texts << QStringLiteral("There is %1 in the left picture.").arg(withArticle(left.front().full));
    texts << QStringLiteral("There is %1 in the right picture.").arg(withArticle(right.front().full));
    return texts;
}

} // namespace

QStringList suggestions(const WorkbenchState& state)
{
    QStringList texts;
    const std::vector<Thing> things = thingsIn(state.left);
    if (taskSpec(state.task).task == Task::VisualQuestionAnswering) {
        texts = questionsAbout(things);
    } else if (taskSpec(state.task).twoPictures()) {
        texts = statementsAbout(state);
    } else if (taskSpec(state.task).phrases) {
        for (const Thing& thing : things)
            texts << QStringLiteral("the %1").arg(thing.full);
    } else if (taskSpec(state.task).task == Task::MaskedWords) {
        const auto single = std::ranges::find(things, 1, &Thing::count);
        if (single != things.end())
            texts << QStringLiteral("The %1 is ___.").arg(single->name);
        if (!things.empty())
            texts << QStringLiteral("There is %1.").arg(withArticle(things.front().full));
    }
    return texts.mid(0, kMost);
}

} // namespace vbs
