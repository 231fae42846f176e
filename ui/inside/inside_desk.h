#pragma once

#include "core/look/attention_choice.h"
#include "ui/inside/looked.h"
#include "ui/workbench/workbench.h"

#include <QObject>

#include <deque>
#include <optional>

namespace vbs {

/// How it stands with looking into the question on display.
struct InsideState {
    enum class Stage {
        Nothing,   ///< there is nothing to look into
        Waiting,   ///< for the model's answer to the question as it is now
        Computing, ///< the network is being looked into
        Cancelled, ///< by the user
        Refused,   ///< it cannot be looked into
        Ready
    };
    Stage stage = Stage::Nothing;
    QString sentence;     ///< what there is to say of it; empty when ready
    double fraction = -1; ///< Computing: see Progress
    LookedPtr looked;     ///< what was seen last; of an earlier question unless ready. Null: nothing

    bool isReady() const { return stage == Stage::Ready; }
};

/// Looks into the network with the workbench's question, as long as somebody watches. A question that was overtaken is
/// cancelled, what was seen last is kept, and the choice of a layer, head and position stays from question to question
/// where it can.
class InsideDesk : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostKept = 6, kMostBytes = 256u << 20; ///< the last one is kept in any case

    explicit InsideDesk(Workbench& workbench, QObject* parent = nullptr);

    Workbench& workbench() { return m_workbench; }
    const InsideState& state() const { return m_state; }
    const AttentionChoice& choice() const { return m_choice; }
    bool isWatched() const { return m_watched; }
    std::size_t kept() const { return m_kept.size(); }

    void setWatched(bool watched); ///< nobody watches at first
    void choose(const AttentionChoice& choice);
    void choosePosition(std::size_t position);
    void cancel();
    void tryAgain(); ///< after cancel() or a refusal

Q_SIGNALS:
    void stateChanged();
    void choiceChanged();

private:
    void follow();
    void ask(InferenceRequest request);
    void finish(const ReplyBody& reply);
    void show(LookedPtr looked);
    void keep(LookedPtr looked);
    void set(InsideState::Stage stage, const QString& sentence = {});
    void dropRequest();
    std::optional<InferenceRequest> wanted(InsideState::Stage* stage, QString* sentence) const;
    void nameRegions(InferenceResult* result) const;

    Workbench& m_workbench;
    InsideState m_state;
    AttentionChoice m_choice;
    std::deque<LookedPtr> m_kept;            ///< the last used one first
    std::optional<InferenceRequest> m_asked; ///< what the state is about
    RequestId m_request = 0;                 ///< 0: none under way
    bool m_watched = false;
};

} // namespace vbs
