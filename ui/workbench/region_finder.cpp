#include "ui/workbench/region_finder.h"

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <utility>

namespace vbs {

RegionFinder::RegionFinder(SideState& state, RegionEditor& editor, InferenceService& service, QObject* parent)
    : QObject(parent), m_state(state), m_editor(editor), m_service(service)
{
    connect(&m_editor, &RegionEditor::edited, this, &RegionFinder::onEdited);
}

bool RegionFinder::needsFound() const
{
    return m_state.picture && !m_state.found && !hasObjects(m_state.choice.own);
}

bool RegionFinder::needsDescribing() const
{
    return m_state.picture && hasObjects(m_state.choice.own) && !m_editor.isDescribed();
}

void RegionFinder::find()
{
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    request.regionsOnly = true;
    m_describing = false;
    m_request = m_service.submit(std::move(request));
}

void RegionFinder::describe()
{
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    request.regionsOnly = true;
    request.boxes = objectBoxes(*m_state.choice.own);
    m_describing = true;
    m_request = m_service.submit(std::move(request));
}

void RegionFinder::dropRequest()
{
    if (m_request)
        m_service.cancel(std::exchange(m_request, 0));
}

void RegionFinder::dropDescribing()
{
    if (m_describing)
        dropRequest();
}

void RegionFinder::cancelRequest()
{
    if (m_request)
        m_service.cancel(m_request);
}

void RegionFinder::onEdited()
{
    m_refused = false;
    if (m_describing || !needsFound())
        dropRequest();
}

void RegionFinder::finish(const ReplyBody& reply)
{
    m_request = 0;
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        m_state.extraction = result->timing;
        if (m_describing)
            takeDescription(result->regions);
        else
            m_editor.setFound(result->regions);
        Q_EMIT regionsKnown();
        return;
    }
    m_refused = true;
    const auto* error = std::get_if<ErrorInfo>(&reply);
    Q_EMIT regionsRefused(m_describing, error ? problemText(*error) : QString());
}

bool RegionFinder::takeDescription(const RegionSet& described)
{
    const int given = objectCount(*m_state.choice.own);
    if (m_editor.describe(described))
        return true;
    Q_EMIT regionsWrong(objectCount(described.regions), given);
    return false;
}

bool RegionFinder::learn(const RegionChoice& asked, const RegionSet& regions, const Timing& timing)
{
    if (!hasObjects(asked.own)) {
        m_editor.setFound(regions);
        return true;
    }
    if (!sameChoice(asked, m_state.choice))
        return true; // other boxes now: these are of no use
    m_state.extraction = timing;
    return takeDescription(regions);
}

void RegionFinder::swapWith(RegionFinder& other)
{
    std::swap(m_request, other.m_request);
    std::swap(m_describing, other.m_describing);
    std::swap(m_refused, other.m_refused);
}

} // namespace vbs
