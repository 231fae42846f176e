#pragma once

#include "core/base/random.h"
#include "core/picture_book/scenes/statement.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Dense captions: sentences whose every noun phrase knows its objects (for alignment) and whose words are
/// known to be determined by the scene or not (for masked words).
namespace vbs {

enum class PhraseKind {
    Plain, ///< names one object
    Multi, ///< "a red ball" of several
    Count, ///< "three red balls", all of them
    RelRef ///< names one object only together with the relation that follows it
};

struct CaptionPhrase {
    int head = 0;             ///< index of the head noun in Caption::words
    int first = 0;            ///< index of the phrase's first word (article and number are outside)
    std::vector<int> objects; ///< indices into Scene::objects
    PhraseKind kind = PhraseKind::Plain;
};

enum class CaptionWordKind { Category, Color, Size, Number, Relation };

/// A word that the scene fixes, given the other words.
struct DeterminedWord {
    int index = 0; ///< in Caption::words
    CaptionWordKind kind = CaptionWordKind::Category;
};

struct Caption {
    /// Lower-case words and punctuation, the full stop last. Each is one token of sceneVocabulary(), so a word's
    /// token index after [CLS] is its index plus one. Views of constant tables.
    std::vector<std::string_view> words;
    std::vector<CaptionPhrase> phrases;
    std::vector<DeterminedWord> determined;

    /// "The red ball is left of the house and there are two cars."
    std::string text() const;
};

enum class ClauseKind {
    NounPhrase,        ///< "(there is) a small red ball"
    Relation,          ///< "the ball is left of the house"
    RelationReference, ///< "the ball left of the house", where there are several balls
    Count,             ///< "there are three red balls"
    Attribute          ///< "the ball is red"
};

/// Kinds and numbers are drawn uniformly from lists in which they are repeated by weight.
struct CaptionOptions {
    std::vector<ClauseKind> clauses = {ClauseKind::NounPhrase, ClauseKind::NounPhrase, ClauseKind::NounPhrase,
                                       ClauseKind::Relation,   ClauseKind::Relation,   ClauseKind::RelationReference,
                                       ClauseKind::Count,      ClauseKind::Attribute};
    std::vector<int> clauseCounts = {1, 1, 2, 2, 3};
    QuestionOptions naming;
};

/// A caption that is true of the scene. A clause that the scene does not offer becomes a noun phrase.
/// @pre the scene has an object.
Caption makeCaption(Rng& rng, const Scene& scene, const CaptionOptions& options = {});

/// The caption with one determined word replaced by another of its kind, which makes it false of its scene. Nothing
/// when no word is determined (or only the number one, which no other number fits grammatically).
std::optional<std::string> captionWithAWordChanged(Rng& rng, const Caption& caption);

/// A sentence that is false of the scene: a changed true statement, or (when given) one that is true of
/// another scene. Nothing when the draws fail.
std::optional<std::string> falseCaption(Rng& rng, const Scene& scene, const Scene* other = nullptr);

} // namespace vbs
