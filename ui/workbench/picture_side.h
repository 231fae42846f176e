#pragma once

#include "ui/services/image_loader.h"
#include "ui/services/inference_service.h"
#include "ui/workbench/region_editor.h"

#include <QObject>

namespace vbs {

/// One place for a picture: opens it, keeps what was made of the one before, and has its regions found and described.
/// Knows neither the other side nor any question. Writes its side's state.
///
/// Regions are found once a picture. After a cancel or an error only allowRegions() or an edit starts that again.
class PictureSide : public QObject {
    Q_OBJECT
public:
    PictureSide(SideState& state, InferenceService& service, PictureMemory& memory, QObject* parent = nullptr);

    RegionEditor& regions() { return m_editor; }

    // The picture
    void open(const OpenPicture& picture);                      ///< from its pixels, else from its file
    void open(const OpenPicture& picture, const QImage& image); ///< pasted or dropped
    bool isOpening() const { return m_ticket != 0; }
    const OpenPicture& opening() const { return m_opening; } ///< what is, or was last, being opened
    QString openingText() const;
    void cancelOpening();
    void leave();                      ///< remembers what was made of the picture; a request for its regions is dropped
    void swapWith(PictureSide& other); ///< @pre neither is opening. Requests under way go along.

    // Its regions
    bool needsFound() const; ///< they must be found before a question can be asked
    /// The user's boxes were not looked at yet. Describing them needs no step of its own when a question does it.
    bool needsDescribing() const;
    bool canRequest() const { return m_request == 0 && !m_refused; }
    void find();     ///< @pre canRequest()
    void describe(); ///< @pre canRequest()
    void allowRegions() { m_refused = false; }
    bool isRequesting() const { return m_request != 0; }
    bool isDescribing() const { return m_describing && m_request != 0; }
    void dropDescribing(); ///< a question does it along the way, or the boxes are others now
    void dropRequest();    ///< nobody waits for it any more
    void cancelRequest();  ///< by the user: its reply tells
    bool owns(RequestId id) const { return id != 0 && id == m_request; }
    void finish(const ReplyBody& reply); ///< @pre owns() its request
    /// The answer to a question tells of the regions, too. @return false when it tells of others than were given.
    bool learn(const RegionChoice& asked, const RegionSet& regions, const Timing& timing);

Q_SIGNALS:
    void changed(vbs::SideChanges what);
    void openingChanged();
    void opened(bool known); ///< known: something was remembered of it
    void openFailed(const vbs::ErrorInfo& error);
    void regionsKnown();
    void regionsWrong(int described, int given); ///< the engine described another number of regions than were given
    /// @param problem empty: cancelled.
    void regionsRefused(bool describing, const QString& problem);

private:
    void begin(const OpenPicture& picture);
    void onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onFailed(LoadTicket ticket, const ErrorInfo& error);
    void onSizeKnown(LoadTicket ticket, const QSize& size);
    void onEdited();
    bool takeDescription(const RegionSet& described);

    SideState& m_state;
    InferenceService& m_service;
    PictureMemory& m_memory;
    RegionEditor m_editor;
    ImageLoader m_loader;
    LoadTicket m_ticket = 0; ///< 0: nothing is being opened
    OpenPicture m_opening;
    int m_megapixels = 0; ///< of what is being opened; 0: few, or not known yet
    RequestId m_request = 0;
    bool m_describing = false; ///< m_request is about the user's own regions
    bool m_refused = false;    ///< the last request was cancelled or failed
};

} // namespace vbs
