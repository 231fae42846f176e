#pragma once

#include "ui/workbench/workbench.h"

#include <QObject>

#include <optional>
#include <string>

namespace vbs {

/// A model pack in a precision.
struct ModelChoice {
    std::filesystem::path folder;
    std::string precision{}; ///< float32 or bfloat16; empty: the engine's own
};

/// How it stands with the second model.
struct SecondState {
    enum class Stage {
        NoModel, ///< none was chosen, or it could not be loaded
        Loading,
        Waiting, ///< for a question, or the first model's answer to it
        Asking,
        Refused, ///< it cannot answer this question
        Ready
    };
    Stage stage = Stage::NoModel;
    QString sentence{};   ///< what there is to say of it; may be empty
    double fraction = -1; ///< Loading, Asking: see Progress
    std::optional<PackInfo> pack{};
    DeviceInfo device{};
    PackId id = 0;
    /// What both said to the same question, last; of an earlier one unless ready.
    std::optional<Answered> first{}, second{};
    std::vector<bool> hidden{}, rightHidden{}; ///< regions that the second one was not shown
    int lost = 0;                              ///< regions that are hidden from the first one and that the second lacks

    bool isReady() const { return stage == Stage::Ready; }
};

/// A second model beside the workbench's, which is asked whatever the workbench has an answer to, as long as somebody
/// watches. Regions are its own detector's; those that the user hides or draws are hidden from it or given to it, too.
class SecondModel : public QObject {
    Q_OBJECT
public:
    explicit SecondModel(Workbench& workbench, QObject* parent = nullptr);
    ~SecondModel() override;

    const SecondState& state() const { return m_state; }
    void setWatched(bool watched); ///< nobody watches at first
    void choose(const ModelChoice& choice);
    void cancel(); ///< what is under way

Q_SIGNALS:
    void changed();

private:
    enum class Step { None, Loading, Regions, Question };

    void follow();
    bool isSameAsFirst() const;
    bool isAnswered(const Answered& question) const;
    void ask(const Answered& question);
    void askQuestion();
    void submit(Step step, RequestBody body);
    void finish(const ReplyBody& reply);
    void onLoaded(const LoadPackResult& loaded);
    void onRegions(const InferenceResult& result);
    void onAnswered(const InferenceResult& result);
    void set(SecondState::Stage stage, const QString& sentence = {});
    void drop();

    Workbench& m_workbench;
    SecondState m_state;
    bool m_watched = false;
    Step m_step = Step::None;
    RequestId m_request = 0; ///< 0: none under way
    InferenceRequest m_asked;
    std::optional<Answered> m_question; ///< the first model's answer to what was asked last and not answered
    QString m_pictures;                 ///< which pictures that is about
    QString m_answeredPictures;         ///< likewise of the state's answers
};

} // namespace vbs
