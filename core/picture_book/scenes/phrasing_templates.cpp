#include "core/picture_book/scenes/phrasing_templates.h"

#include "core/picture_book/scenes/phrasing_choice_templates.h"
#include "core/picture_book/scenes/phrasing_pair_templates.h"

namespace vbs {

namespace {

using Tables = std::vector<std::span<const Template>>;

void add(Tables& tables, std::initializer_list<std::span<const Template>> more)
{
    tables.insert(tables.end(), more);
}

void addRows(Tables& tables, const auto& rows)
{
    for (const auto& row : rows)
        tables.emplace_back(row);
}

void addQuestions(Tables& tables)
{
    add(tables, {kColorTemplates,
                 kColorByRelationTemplates,
                 kWhatIsTemplates,
                 kWhatIsByAdjectiveTemplates,
                 kWhatRelationTemplates,
                 kCountTemplates,
                 kCountByAdjectiveTemplates,
                 kExistTemplates,
                 kVerifyColorTemplates,
                 kRelationYesNoTemplates,
                 kAnyRelationYesNoTemplates,
                 kWhichBiggerTemplates,
                 kBiggerYesNoTemplates,
                 kSizeTemplates,
                 kSizeYesNoTemplates,
                 kOddTemplates,
                 kOddByColorTemplates,
                 kOddByKindTemplates,
                 kOddColorTemplates,
                 kMostColorTemplates,
                 kMostCategoryTemplates,
                 kExtremeTemplates,
                 kExtremeColorTemplates,
                 kMoreYesNoTemplates,
                 kWhichMoreTemplates,
                 kPlaceTemplates,
                 kPlaceOfObjectTemplates,
                 kPlaceYesNoTemplates,
                 kLeftOrRightTemplates,
                 kAboveOrBelowTemplates,
                 kBiggerWords,
                 kSmallerWords});
    addRows(tables, kExtremeAdjectives);
    addRows(tables, kExtremePhrases);
    addRows(tables, kPlacePhrases);
    addRows(tables, kPlaceOwnTemplates);
    add(tables, {std::span(&kMoreWord, 1), std::span(&kFewerWord, 1)});
}

void addStatements(Tables& tables)
{
    add(tables, {kExistClauses, kCountOneClauses, kCountNoneClauses, kCountClauses, kAtLeastClauses, kAttributeClauses,
                 kRelationClauses, kBiggerClauses, kAllClauses, kPlaceClauses, kCaptionWords});
}

void addPairStatements(Tables& tables)
{
    add(tables, {kBothExistTemplates, kBothTemplates, kExactlyOneExistTemplates, kExactlyOneTemplates,
                 kAtLeastOneExistTemplates, kAtLeastOneTemplates, kNeitherTemplates, kSideExistTemplates,
                 kSideTemplates, kMoreTemplates, kTotalTemplates, kTotalOneTemplates, kSameCountTemplates,
                 kEachCountTemplates, kEachOneTemplates, std::span(&kNoneWord, 1)});
}

void addChoices(Tables& tables)
{
    add(tables, {kDescribeTemplates, kWhereTemplates, kWhereChoices, kNamedChoices, kHappenTemplates, kHappenChoices,
                 kHappenings, kPlaceUseTemplates, kEnoughTemplates, kEnoughForOneTemplates, kEnoughChoices,
                 kCauseTemplates, kCauseChoices});
    addRows(tables, kAffordanceTemplates);
    addRows(tables, kPlaceUses);
}

} // namespace

std::vector<std::span<const Template>> allTemplateTables()
{
    Tables tables;
    addQuestions(tables);
    addStatements(tables);
    addPairStatements(tables);
    addChoices(tables);
    return tables;
}

} // namespace vbs
