#include "app/commands/packs_pull_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/model_status_text.h"

#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace vbs {

namespace {

/// A line that changes on a terminal; else one line at each new file and each tenth of the whole.
class PullLines {
public:
    explicit PullLines(bool quiet) : m_quiet(quiet), m_terminal(::isatty(STDERR_FILENO) != 0) {}
    ~PullLines() { clear(); }
    PullLines(const PullLines&) = delete;
    PullLines& operator=(const PullLines&) = delete;

    void show(const PullProgress& progress)
    {
        if (m_quiet)
            return;
        if (m_terminal) {
            std::fprintf(stderr, "\r\033[K%s", progressText(progress).c_str());
            m_open = true;
            return;
        }
        const int tenth = progress.total > 0 ? int(10 * progress.done / progress.total) : 0;
        if (progress.stage == m_stage && progress.file == m_file && tenth == m_tenth)
            return;
        m_stage = progress.stage;
        m_file = progress.file;
        m_tenth = tenth;
        if (progress.stage != PullProgress::Stage::Waiting) // a note has said it
            std::fprintf(stderr, "%s\n", progressText(progress).c_str());
    }
    void note(const std::string& sentence)
    {
        clear();
        if (!m_quiet)
            std::fprintf(stderr, "%s\n", sentence.c_str());
    }
    void clear()
    {
        if (m_open)
            std::fputs("\r\033[K", stderr);
        m_open = false;
    }

private:
    const bool m_quiet, m_terminal;
    bool m_open = false;
    PullProgress::Stage m_stage = PullProgress::Stage::Checking;
    std::string m_file;
    int m_tenth = -1;
};

class PacksPullCommand : public Command {
public:
    std::string name() const override { return "pull"; }
    std::string help() const override { return "Get published models; what is on disk already is not fetched again"; }

    void declare(CLI::App& app) override
    {
        app.add_option("names", m_names, "models, as \"packs available\" lists them")->required();
        app.add_flag("--dry-run", m_dryRun, "list the files, their sizes and where each would come from");
        app.add_option("--from", m_from, "files and folders that were copied by hand, looked at before the network")
            ->allow_extra_args(false);
        app.add_flag("--json", m_json, "print JSON");
        app.add_flag("--quiet", m_quiet, "no progress on standard error");
    }

    void run() override
    {
        const ModelStore store = ModelStore::ofProcess();
        for (const std::string& name : m_names) // a wrong name is told before the first byte
            store.catalog().entry(name);
        PullLines lines(m_quiet);
        PullOptions options;
        options.control.stop = stopOnInterrupt();
        options.onProgress = [&](const PullProgress& progress) { lines.show(progress); };
        options.onNote = [&](const std::string& sentence) { lines.note(sentence); };
        options.from.assign(m_from.begin(), m_from.end());
        OrderedJson list = OrderedJson::array();
        for (const std::string& name : m_names) {
            if (!m_dryRun)
                pull(store, name, options);
            const ModelStatus status = store.plan(name, options);
            lines.clear();
            if (m_json)
                list.push_back(statusJson(store.catalog().entry(name), status));
            else
                print(store.catalog().entry(name), status);
        }
        if (m_json)
            std::cout << jsonText(OrderedJson{{m_dryRun ? "would_pull" : "pulled", list}}) << '\n';
    }

private:
    static void pull(const ModelStore& store, const std::string& name, const PullOptions& options)
    {
        try {
            store.pull(name, options);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::Cancelled)
                throw;
            throw Error(ErrorCode::Cancelled, name + " was stopped; what came is kept, and the same command goes on.");
        }
    }

    void print(const CatalogEntry& entry, const ModelStatus& status) const
    {
        if (!m_dryRun) {
            std::cout << entry.name << " is ready in " << status.folder.string() << '\n';
            if (entry.kind == CatalogEntry::Kind::Pack && !entry.exampleQuestions.empty())
                std::cout << "Try: visualbert ask PHOTO \"" << entry.exampleQuestions.front() << "\" --pack "
                          << entry.name << '\n';
            return;
        }
        std::cout << entry.name << ": " << sizeText(status.bytesToFetch()) << " of " << sizeText(status.bytes)
                  << " to fetch\n";
        for (const ModelFile& file : status.files) {
            std::cout << "  " << file.name << ", " << (file.bytesExact ? "" : "about ") << sizeText(file.bytes) << ": ";
            if (!file.path.empty())
                std::cout << "in " << file.where << ", " << file.path.string() << '\n';
            else if (file.partBytes > 0)
                std::cout << sizeText(file.partBytes) << " are there, the rest from " << file.address << '\n';
            else
                std::cout << "from " << file.address << '\n';
        }
    }

    std::vector<std::string> m_names, m_from;
    bool m_dryRun = false, m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makePacksPullCommand()
{
    return std::make_unique<PacksPullCommand>();
}

} // namespace vbs
