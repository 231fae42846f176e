#pragma once

#include "ui/services/image_loader.h"
#include "ui/services/inference_service.h"
#include "ui/workbench/workbench_state.h"

#include <QObject>
#include <QTimer>

namespace vbs {

/// The only writer of the state: takes the user's wishes, sends them to the services, and drops replies that
/// a later wish has overtaken. Regions are found once a picture (an ordinary request); questions follow as
/// interactive requests, of which the latest wins.
class Workbench : public QObject {
    Q_OBJECT
public:
    Workbench(std::unique_ptr<InferenceBackend> backend, QObject* parent = nullptr);

    const WorkbenchState& state() const { return m_state; }

    void loadPack(const std::filesystem::path& folder);
    void reportNoPack(const QString& problem); ///< none was found: pictures can still be looked at

    /// Pictures, or one folder. The first picture is shown.
    void openPaths(const QStringList& paths);
    void openImage(const QImage& image, const QString& name);
    void openSample();
    void showFile(int index);
    void step(int by); ///< through the open files; stops at both ends

    /// The text as it is being typed: answered after a short rest.
    void typeQuestion(const QString& text);
    /// Enter, the button or an example: answered at once, and kept in the history.
    void ask(const QString& text);
    void setWhy(const ExplanationRequest& why);
    void stepLayer(int by); ///< the layer that explains; before the first comes the mean of all
    void stepHead(int by);
    void recall(int historyIndex);
    void pickRegion(int region);
    void findRegions(); ///< again after a cancel or an error
    void cancel();      ///< what the activity shows

Q_SIGNALS:
    void packChanged();
    void filesChanged();
    void currentFileChanged();
    void pictureChanged();
    void pictureOpened(const QString& path);
    void regionsChanged();
    void pickedRegionChanged();
    void questionChanged();
    void answerChanged();
    void whyChanged();
    void historyChanged();
    void activityChanged();
    void messageRaised(const vbs::Message& message);
    void messageOutdated(); ///< what the last message said is no longer so

private:
    struct Wanted {
        QString text;
        bool keep = false; ///< in the history
        ExplanationRequest why{}; ///< set when it is sent
    };

    void leavePicture();
    void onSizeKnown(LoadTicket ticket, const QSize& size);
    void onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onFolderListed(LoadTicket ticket, const QString& folder, const QStringList& files);
    void onOpenFailed(LoadTicket ticket, const ErrorInfo& error);

    void proceed();
    void submitQuestion();
    void onProgress(RequestId id, const Progress& progress);
    void onFinished(RequestId id, const ReplyBody& reply);
    void onPackReply(const ReplyBody& reply);
    void onRegionsReply(const ReplyBody& reply);
    void onAnswerReply(const ReplyBody& reply);
    void keepInHistory();
    void cancelRequest(RequestId& id);
    void updateActivity();
    void raise(Message::Kind kind, const QString& text, const QString& actionId = {});

    WorkbenchState m_state;
    ImageLoader m_loader;
    InferenceService m_service;
    QTimer m_rest; ///< between the last key and the question

    LoadTicket m_ticket = 0;
    OpenPicture m_opening; ///< what m_ticket will show
    QString m_openingText;
    std::optional<HistoryEntry> m_recalled; ///< its answer is shown instead of a new one
    RequestId m_packRequest = 0, m_regionsRequest = 0, m_askRequest = 0; ///< 0: none under way
    bool m_regionsRefused = false; ///< cancelled or failed: only the user starts it again
    std::optional<Wanted> m_wanted;  ///< waits for pack, picture and regions
    Wanted m_asked;                  ///< what m_askRequest will answer
    Progress m_progress;
};

} // namespace vbs
