#include "app/commands/find_command.h"

#include "app/commands/find_by_option.h"
#include "app/commands/task_command.h"
#include "core/base/ranking.h"
#include "core/base/utf8.h"
#include "core/engine/absence_text.h"
#include "core/engine/region_name.h"
#include "core/text/phrases.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace {

class FindCommand : public TaskCommand {
public:
    FindCommand() : TaskCommand(Task::RegionToPhrase) {}
    std::string help() const override { return "Find the regions that the phrases of a sentence mean"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "image", m_picture);
        app.add_option("sentence", m_sentence, "sentence; [brackets] mark its phrases, else its noun phrases are taken")
            ->required();
        app.add_option("--phrase", m_phrases, "a phrase of the sentence; may be given several times")
            ->expected(1)
            ->take_all();
        addFindByOption(app, "--by", m_by);
        app.add_option("--top", m_request.topK, "how many regions per phrase")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000));
    }

    void complete(InferenceRequest& request) override
    {
        MarkedSentence sentence = readMarkedSentence(m_sentence);
        for (const std::string& phrase : m_phrases) {
            const auto places = findPhrase(sentence.text, phrase);
            if (places.empty()) {
                throw Error(ErrorCode::InvalidArgument, "The phrase \"" + phrase + "\" does not occur in \"" +
                                                            sentence.text + "\": use words from the sentence.");
            }
            sentence.phrases.push_back(places.front());
        }
        if (sentence.phrases.empty())
            sentence.phrases = phrasesToFind(sentence.text);
        if (sentence.phrases.empty()) {
            throw Error(ErrorCode::InvalidArgument,
                        "The sentence has no phrase to find: mark some, as in \"[the red ball] is big\".");
        }
        request.presenceToo = true;
        request.phraseSource = phraseSourceOf(m_by);
        request.text = sentence.text;
        for (const auto& phrase : sentence.phrases)
            request.phrases.push_back({phrase.begin, phrase.end});
    }

    bool explains() const override { return false; } // the distribution over regions is the reason

    void print(const InferenceResult& result) const override
    {
        if (result.phraseSource == PhraseSource::Names)
            std::printf("Found by the detector's names, not by a model for phrases:\n");
        if (result.phraseSource == PhraseSource::Hiding)
            std::printf("Found by hiding regions under the masked-word head (a trial):\n");
        for (const PhraseRegions& phrase : result.phrases) {
            const Presence* presence = presenceOf(result, phrase.span);
            if (presence && presence->isAbsent())
                std::printf("%s: %s\n", withoutControls(phrase.text).c_str(), absenceText(result));
            else
                std::printf("%s\n", withoutControls(phrase.text).c_str());
            std::vector<std::size_t> order = greatestFirst(phrase.regions);
            order.resize(std::min(order.size(), std::size_t(request().topK)));
            for (const std::size_t i : order) {
                const Region& region = result.regions.regions[i];
                std::printf("  %5.1f %%  %s, %.0f %.0f %.0f %.0f\n", 100 * phrase.regions[i],
                            withoutControls(nameOf(region)).c_str(), region.box.x1, region.box.y1, region.box.x2,
                            region.box.y2);
            }
        }
    }

    std::string m_sentence, m_by;
    std::vector<std::string> m_phrases;
};

} // namespace

std::unique_ptr<Command> makeFindCommand()
{
    return std::make_unique<FindCommand>();
}

} // namespace vbs
