#include "app/commands/find_by_option.h"

namespace vbs {

void addFindByOption(CLI::App& app, const std::string& name, std::string& word)
{
    app.add_option(name, word,
                   "how phrases are found: head (a model for phrases), names (the detector's), or hiding (what hiding "
                   "each region does to the masked words); else the best that the pack has")
        ->check(CLI::IsMember({"head", "names", "hiding"}));
}

PhraseSource phraseSourceOf(const std::string& word)
{
    return word == "head"     ? PhraseSource::Head
           : word == "names"  ? PhraseSource::Names
           : word == "hiding" ? PhraseSource::Hiding
                              : PhraseSource::Best;
}

} // namespace vbs
