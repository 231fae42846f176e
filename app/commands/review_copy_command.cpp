#include "app/commands/review_copy_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/review/review_team.h"
#include "ui/store/review_project_file.h"

#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

class ReviewCopyCommand : public Command {
public:
    std::string name() const override { return "copy"; }
    std::string help() const override { return "Copy a project with all that was done: to a server, back or beside"; }

    void declare(CLI::App& app) override
    {
        m_from.declare(app);
        app.add_option("TO", m_to, "the new project, a file or an address; it must not be there yet")->required();
        app.add_flag("--quiet", m_quiet, "no progress");
        app.footer(kServerProjects);
    }

    void run() override
    {
        prepareReviewStores();
        copyReviewProject(m_from.where, m_to, terminalProgress(m_quiet));
    }

private:
    ReviewProjectOption m_from;
    std::string m_to;
    bool m_quiet = false;
};

class ReviewMergeCommand : public Command {
public:
    std::string name() const override { return "merge"; }
    std::string help() const override { return "Add to a project what was done in a copy of it"; }

    void declare(CLI::App& app) override
    {
        m_into.declare(app);
        app.add_option("COPY", m_from, "the copy, a file or an address; it stays as it is")->required();
        app.add_flag("--json", m_json, "print a JSON document");
        app.footer("Each act is added once, however often a copy is merged. What the copy undid is undone.");
    }

    void run() override
    {
        prepareReviewStores();
        const MergeReport report = mergeReviewProject(m_from, m_into.where);
        if (m_json)
            std::cout << jsonText({{"added", report.added}, {"undone", report.undone}, {"unknown", report.unknown}})
                      << '\n';
        else
            std::cout << report.added << " acts were added, " << report.undone << " were undone.\n";
        if (report.unknown > 0)
            std::cerr << report.unknown << " acts were left out: the project does not have their items.\n";
    }

private:
    ReviewProjectOption m_into;
    std::string m_from;
    bool m_json = false;
};

class ReviewLocateCommand : public Command {
public:
    std::string name() const override { return "locate"; }
    std::string help() const override { return "Say where a project's files lie now, or on this computer"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("--dataset", m_files.dataset, "the data set");
        app.add_option("--annotations", m_files.annotations, "its annotations, where they are kept apart");
        app.add_option("--images", m_files.images, "folder of its pictures");
        app.footer("Of a project on a server this is kept on this computer alone; what is not named is where whoever "
                   "made the project has it.");
    }

    void run() override
    {
        const auto store = m_project.open();
        for (fs::path* path : {&m_files.dataset, &m_files.annotations, &m_files.images}) {
            if (!path->empty() && !fs::exists(*path))
                throw Error(ErrorCode::FileNotFound, path->string() + " does not exist.");
            *path = path->empty() ? *path : fs::absolute(*path).lexically_normal();
        }
        if (ReviewTeam* team = store->team())
            return team->setFilesHere(m_files);
        ReviewProject project = store->project();
        const auto put = [](fs::path& path, const fs::path& now) { path = now.empty() ? path : now; };
        put(project.files.dataset, m_files.dataset);
        put(project.files.annotations, m_files.annotations);
        put(project.files.images, m_files.images);
        for (SourceFile& source : project.sources)
            put(source.path, source.role == "dataset" ? m_files.dataset : m_files.annotations);
        store->setProject(project);
    }

private:
    ReviewProjectOption m_project;
    DatasetFiles m_files;
};

} // namespace

std::unique_ptr<Command> makeReviewCopyCommand()
{
    return std::make_unique<ReviewCopyCommand>();
}

std::unique_ptr<Command> makeReviewMergeCommand()
{
    return std::make_unique<ReviewMergeCommand>();
}

std::unique_ptr<Command> makeReviewLocateCommand()
{
    return std::make_unique<ReviewLocateCommand>();
}

} // namespace vbs
