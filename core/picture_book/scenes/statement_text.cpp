#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_templates.h"
#include "core/picture_book/scenes/statement.h"

#include <cctype>

namespace vbs {

namespace {

/// The colour or size that an Attribute or All statement claims.
std::string_view claimedWord(Rng& rng, const Description& claim)
{
    if (claim.color != Description::kAny)
        return kSceneColors[std::size_t(claim.color)];
    return sizeWord(rng, claim.size);
}

std::span<const Template> countTemplates(int number)
{
    if (number == 0)
        return kCountNoneClauses;
    if (number == 1)
        return kCountOneClauses;
    return kCountClauses;
}

std::span<const Template> clausesOf(const Statement& statement)
{
    switch (statement.kind) {
    case StatementKind::Exist:
        return kExistClauses;
    case StatementKind::Count:
        return countTemplates(statement.number);
    case StatementKind::AtLeast:
        return kAtLeastClauses;
    case StatementKind::Attribute:
        return kAttributeClauses;
    case StatementKind::Relation:
        return kRelationClauses;
    case StatementKind::Bigger:
        return kBiggerClauses;
    case StatementKind::All:
        return kAllClauses;
    case StatementKind::Place:
        break;
    }
    return kPlaceClauses;
}

} // namespace

std::string statementClause(Rng& rng, const Statement& statement)
{
    TemplateSlots slots{.subject = statement.subject, .other = statement.other, .relation = statement.relation};
    switch (statement.kind) {
    case StatementKind::Count:
    case StatementKind::AtLeast:
        slots.word = numberWord(statement.number);
        break;
    case StatementKind::Attribute:
    case StatementKind::All:
        slots.word = claimedWord(rng, statement.other);
        break;
    case StatementKind::Place:
        slots.phrase = rng.pick(kPlacePhrases[std::size_t(statement.place)]);
        break;
    default:
        break;
    }
    return fillTemplate(rng, rng.pick(clausesOf(statement)), slots);
}

std::string statementText(Rng& rng, const Statement& statement)
{
    std::string text = statementClause(rng, statement);
    text[0] = char(std::toupper(static_cast<unsigned char>(text[0])));
    return text + '.';
}

} // namespace vbs
