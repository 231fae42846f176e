#include "app/commands/packs_add_command.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/user_folders.h"
#include "core/base/utf8.h"
#include "core/runtime/pack_proposal.h"

#include <iostream>

namespace vbs {

namespace {

std::string keysText()
{
    std::string text;
    for (const std::string& key : formKeys())
        text += (text.empty() ? "" : ", ") + key;
    return text;
}

std::filesystem::path packsOfUser()
{
    const std::filesystem::path data = userDataFolder();
    if (data.empty())
        throw Error(ErrorCode::FileNotFound, "There is no home folder to keep packs in: set XDG_DATA_HOME.");
    return data / "packs";
}

class PacksAddCommand : public Command {
public:
    std::string name() const override { return "add"; }
    std::string help() const override { return "Make a pack of checkpoints that are on this machine"; }

    void declare(CLI::App& app) override
    {
        app.add_option("files", m_files, "checkpoints, as files or folders: one for each task")->required();
        app.add_option("--name", m_request.name, "name of the pack (default: the checkpoint's)");
        app.add_option("--extractor", m_request.extractor, "published extractor by name, or a folder with one");
        app.add_option("--extractor-weights", m_weights, "file or folder with the extractor's weights");
        app.add_option("--answers", m_answers, "list of answers, one a line (default: answers.txt beside)");
        app.add_option("--vocab", m_vocabulary, "vocabulary (default: vocab.txt beside the checkpoint)");
        app.add_option("--form", m_request.form,
                       "change how the first checkpoint is asked: KEY=VALUE, with " + keysText())
            ->allow_extra_args(false);
        app.add_flag("--copy", m_copy, "copy the files instead of linking to them");
        app.add_flag("--dry-run", m_dry, "only say what would be made");
        app.add_flag("--json", m_json, "print JSON");
    }

    void run() override
    {
        for (const std::string& file : m_files)
            m_request.checkpoints.emplace_back(file);
        m_request.extractorWeights = m_weights;
        m_request.answers = m_answers;
        m_request.vocabulary = m_vocabulary;
        PackProposal proposal = proposePack(m_request);
        if (m_copy)
            proposal.assembly.placing = PackPlacing::Copy;
        const std::filesystem::path folder = packsOfUser() / proposal.manifest.name;
        const bool made = !m_dry && proposal.complete();
        if (made)
            makeProposedPack(proposal, folder.parent_path());
        m_json ? printJson(proposal, folder, made) : printText(proposal, folder, made);
        if (!proposal.complete() && !m_dry)
            throw Error(ErrorCode::FileNotFound, "No pack was made. " + proposal.missing.front());
    }

private:
    static void printText(const PackProposal& proposal, const std::filesystem::path& folder, bool made)
    {
        const auto say = [](const std::string& text) { std::cout << withoutControls(text) << '\n'; };
        for (const RecognisedCheckpoint& one : proposal.checkpoints) {
            say(one.verdict);
            say("How it is asked: " + describeForm(one.form, one.packKey).english());
        }
        for (const std::string& note : proposal.notes)
            say("Note: " + note);
        for (const std::string& missing : proposal.missing)
            say(missing);
        if (made)
            say("The pack \"" + proposal.manifest.name + "\" is in " + folder.string() + ": ask it with --pack " +
                proposal.manifest.name + ".");
        else if (proposal.complete())
            say("The pack \"" + proposal.manifest.name + "\" would be made in " + folder.string() + ".");
    }

    static void printJson(const PackProposal& proposal, const std::filesystem::path& folder, bool made)
    {
        OrderedJson json = {{"name", proposal.manifest.name}, {"folder", folder.string()}, {"made", made}};
        json["checkpoints"] = OrderedJson::array();
        for (const RecognisedCheckpoint& one : proposal.checkpoints) {
            json["checkpoints"].push_back({{"path", one.path.string()},
                                           {"architecture", one.architecture},
                                           {"task", one.packKey},
                                           {"known_as", one.known ? OrderedJson(one.known->name) : nullptr},
                                           {"family", one.known ? OrderedJson(one.known->family) : nullptr},
                                           {"certain", one.certain},
                                           {"form", toJson(one.form)},
                                           {"asked", describeForm(one.form, one.packKey).english()},
                                           {"verdict", one.verdict}});
        }
        json["files"] = OrderedJson::object();
        for (const auto& [name, source] : proposal.assembly.files)
            json["files"][name] = source.text ? OrderedJson(nullptr) : OrderedJson(source.file.string());
        json["missing"] = proposal.missing;
        json["notes"] = proposal.notes;
        std::cout << jsonText(json) << '\n';
    }

    PackProposalRequest m_request;
    std::vector<std::string> m_files;
    std::string m_weights, m_answers, m_vocabulary;
    bool m_copy = false, m_dry = false, m_json = false;
};

} // namespace

std::unique_ptr<Command> makePacksAddCommand()
{
    return std::make_unique<PacksAddCommand>();
}

} // namespace vbs
