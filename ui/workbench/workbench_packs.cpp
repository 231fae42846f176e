// Workbench's part that changes the model pack.

#include "core/base/program_version.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <algorithm>

namespace vbs {

QString titleOf(const PackInfo& pack)
{
    return pack.title.empty() ? toQString(pack.name) : coreText(pack.title);
}

void Workbench::loadPack(const std::filesystem::path& folder, const QString& whyNone)
{
    if (folder.empty())
        return reportNoPack(whyNone);
    if (m_packRequest)
        m_service.cancel(m_packRequest);
    m_packRequest = m_service.submit(LoadPackRequest{folder});
    m_state.packOnItsWay = folder;
    showActivity();
}

void Workbench::reportNoPack(const QString& problem)
{
    m_state.packProblem = problem;
    raise(Message::Kind::Error, problem);
    report(Change::Pack);
}

void Workbench::onPackReply(const ReplyBody& reply)
{
    if (const auto* loaded = std::get_if<LoadPackResult>(&reply))
        return usePack(*loaded);
    const auto* error = std::get_if<ErrorInfo>(&reply);
    if (!error) {
        raise(Message::Kind::Info, m_state.pack
                                       ? tr("Loading was cancelled; “%1” stays in use.").arg(titleOf(*m_state.pack))
                                       : tr("Loading was cancelled."));
    } else if (m_state.pack) {
        raise(Message::Kind::Error, tr("%1 “%2” stays in use.").arg(problemText(*error), titleOf(*m_state.pack)),
              "model.choose");
    } else {
        reportNoPack(problemText(*error));
    }
    proceed(); // nobody waits for it any more
}

/// Pictures, texts, choices and cards stay; what the pack before said of them goes, and what was asked of it.
void Workbench::usePack(const LoadPackResult& loaded)
{
    const bool isAnother = m_state.pack && m_state.pack->folder != loaded.pack.folder;
    m_state.pack = loaded.pack;
    m_state.device = loaded.device;
    m_state.packProblem.clear();
    m_service.usePack(loaded.id);
    m_origin = originOf(loaded.pack, programVersion());
    ++m_packNumber;
    for (const Side side : kSides) {
        finder(side).dropRequest();
        finder(side).allow();
        regions(side).setPack(m_packNumber);
    }
    m_run.leavePack();
    m_desk.dropAnswers();
    bool kept = m_flow.keeps();
    m_flow.drop();
    if (isAnother)
        Q_EMIT messageChanged(std::nullopt);
    const auto able =
        std::ranges::find_if(taskTable(), [this](const TaskSpec& spec) { return canDo(*m_state.pack, spec.task); });
    if (!canDo(*m_state.pack, m_state.task) && able != taskTable().end()) {
        if (isAnother)
            raise(Message::Kind::Info, tr("“%1” has no model for %2, so %3 is in hand now.")
                                           .arg(titleOf(*m_state.pack), taskName(m_state.task), taskName(able->task)));
        swapTask(able->task);
        kept = false; // that task's text was not asked for now
    }
    if (canAsk())
        m_flow.want(kept);
    report(Change::Pack | Change::Answer);
    proceed();
}

} // namespace vbs
