#pragma once

#include "ui/services/image_loader.h"
#include "ui/workbench/region_finder.h"

#include <QObject>

namespace vbs {

/// One place for a picture: opens it and keeps what was made of the one before; with the parts that find and edit its
/// regions. Knows neither the other side nor any question. Writes its side's state.
class PictureSide : public QObject {
    Q_OBJECT
public:
    PictureSide(SideState& state, InferenceService& service, PictureMemory& memory, QObject* parent = nullptr);

    RegionEditor& regions() { return m_editor; }
    RegionFinder& finder() { return m_finder; }

    void open(const OpenPicture& picture);                      ///< from its pixels, else from its file
    void open(const OpenPicture& picture, const QImage& image); ///< pasted or dropped
    bool isOpening() const { return m_ticket != 0; }
    const OpenPicture& opening() const { return m_opening; } ///< what is, or was last, being opened
    QString openingText() const;
    void cancelOpening();
    void leave();                      ///< remembers what was made of the picture; a request for its regions is dropped
    void swapWith(PictureSide& other); ///< @pre neither is opening. Requests under way go along.

Q_SIGNALS:
    void changed(vbs::SideChanges what);
    void openingChanged();
    void opened(bool known); ///< known: something was remembered of it
    void openFailed(const vbs::ErrorInfo& error);

private:
    void begin(const OpenPicture& picture);
    void onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onFailed(LoadTicket ticket, const ErrorInfo& error);
    void onSizeKnown(LoadTicket ticket, const QSize& size);

    SideState& m_state;
    PictureMemory& m_memory;
    RegionEditor m_editor;
    RegionFinder m_finder;
    ImageLoader m_loader;
    LoadTicket m_ticket = 0; ///< 0: nothing is being opened
    OpenPicture m_opening;
    int m_megapixels = 0; ///< of what is being opened; 0: few, or not known yet
};

} // namespace vbs
