#include "app/commands/review_project_option.h"

#include "core/review/project_sources.h"
#include "core/review/review_team.h"
#include "ui/store/review_project_file.h"

#include <QCoreApplication>

#include <clocale>

#include <pwd.h>
#include <unistd.h>

#include <iostream>

namespace vbs {

namespace {

std::string loginName()
{
    const passwd* user = ::getpwuid(::getuid());
    return user && *user->pw_name ? user->pw_name : "reviewer";
}

void tellOf(const std::vector<SentDecision>& sent, const ReviewStore& store)
{
    std::cerr << "visualbert: note: " << sent.size() << " acts that waited for the server are there now.\n";
    for (const SentDecision& act : sent)
        if (act.crowded)
            std::cerr << "visualbert: note: others decided the item " << store.item(act.stored.item).example.id
                      << " meanwhile: look at it again.\n";
}

} // namespace

void ReviewProjectOption::declare(CLI::App& app)
{
    app.add_option("PROJECT", where, "the project's file, NAME.vbsreview, or its address, postgresql://…")->required();
}

std::unique_ptr<ReviewStore> ReviewProjectOption::open() const
{
    prepareReviewStores();
    auto store = openReviewProject(where);
    if (ReviewTeam* team = store->team(); team && team->waiting() > 0)
        tellOf(team->changes().sent, *store);
    for (const ChangedSource& change : changedSources(store->project()))
        std::cerr << "visualbert: note: " << change.sentence << '\n';
    return store;
}

void prepareReviewStores()
{
    static int count = 1;
    static char name[] = "visualbert";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments);
    std::setlocale(LC_NUMERIC, "C"); // Qt has taken the system's, and numbers are written with printf
}

void ReviewerOption::declare(CLI::App& app)
{
    name = loginName();
    app.add_option("--reviewer", name, "who decides")->default_str("your user name");
}

} // namespace vbs
