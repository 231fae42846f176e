#include "ui/review/review_look.h"

#include "core/review/prediction_run.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench_state.h"

namespace vbs {

ReviewLook::ReviewLook(ReviewDesk& desk, ReviewPictures& pictures, InferenceService& service, QObject* parent)
    : QObject(parent), m_desk(desk), m_pictures(pictures), m_service(service)
{
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Item | ReviewChange::Project))
            onItem();
    });
    connect(&pictures, &ReviewPictures::ready, this, &ReviewLook::proceed);
    connect(&service, &InferenceService::finished, this, [this](RequestId id, const ReplyBody& reply) {
        if (id != m_request)
            return;
        m_request = 0;
        if (const auto* result = std::get_if<InferenceResult>(&reply)) {
            m_result = *result;
            if (m_wanted)
                Q_EMIT shown(m_result);
        } else if (const auto* problem = std::get_if<ErrorInfo>(&reply)) {
            Q_EMIT failed(problemText(*problem));
        }
    });
}

ReviewLook::~ReviewLook()
{
    forget();
}

void ReviewLook::forget()
{
    if (m_request != 0)
        m_service.cancel(m_request);
    m_request = 0;
    m_result.reset();
}

void ReviewLook::onItem()
{
    const auto& item = m_desk.state().item;
    const std::int64_t number = item ? std::int64_t(item->item.number) : -1;
    if (number == m_item)
        return;
    m_item = number;
    forget();
    proceed();
}

void ReviewLook::setWanted(bool wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    Q_EMIT shown(wanted ? m_result : std::nullopt);
    proceed();
}

void ReviewLook::proceed()
{
    const auto& item = m_desk.state().item;
    if (!m_wanted || !item || m_result || m_request != 0 || item->now.pictures.empty())
        return;
    if (m_desk.model().empty())
        return Q_EMIT failed(tr("No model is loaded. Choose one in the main window."));
    InferenceRequest request = reviewRequestOf(item->now);
    request.explanation = kUsualExplanation;
    for (std::size_t i = 0; i < item->now.pictures.size() && i < 2; ++i) {
        const ReviewPictures::Picture* picture = m_pictures.get(fromPath(item->now.pictures[i]));
        if (!picture || !picture->pixels)
            return; // it comes, or cannot be opened
        (i == 0 ? request.image : request.rightImage) = picture->pixels->image();
    }
    m_request = m_service.submit(std::move(request));
}

} // namespace vbs
