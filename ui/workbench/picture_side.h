#pragma once

#include "ui/services/image_loader.h"
#include "ui/workbench/annotation_files.h"
#include "ui/workbench/box_keeper.h"
#include "ui/workbench/region_finder.h"

#include <QObject>

namespace vbs {

/// What the sides share.
struct SideParts {
    InferenceService& service;
    PictureMemory& memory;
    BoxKeeper& boxes;
    AnnotationFiles& annotations;
};

/// One place for a picture: opens it and keeps what was made of the one before; with the parts that find and edit its
/// regions. Knows neither the other side nor any question. Writes its side's state.
class PictureSide : public QObject {
    Q_OBJECT
public:
    PictureSide(SideState& state, const SideParts& parts, QObject* parent = nullptr);

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

    /// Writes the user's boxes, or those that were found, into a labelme or COCO file: answered by boxesSaved() or
    /// boxesRefused(). Nothing happens for a picture without a file.
    void saveBoxes(AnnotationKind kind, const QString& file);

Q_SIGNALS:
    void changed(vbs::SideChanges what);
    void openingChanged();
    void opened(bool known); ///< known: something was remembered of it
    void openFailed(const vbs::ErrorInfo& error);
    void boxesSaved(const QString& file, int count);
    void boxesRefused(const vbs::ErrorInfo& error);

private:
    void begin(const OpenPicture& picture);
    void onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onFailed(LoadTicket ticket, const ErrorInfo& error);
    void onSizeKnown(LoadTicket ticket, const QSize& size);
    void show(const std::optional<OwnBoxes>& kept);
    void onLookedBeside(AnnotationFiles::Ticket ticket, const AnnotationsBeside& beside);
    void onSaved(AnnotationFiles::Ticket ticket, const QString& file, const OwnBoxes& saved);

    SideState& m_state;
    SideParts m_parts;
    RegionEditor m_editor;
    RegionFinder m_finder;
    ImageLoader m_loader;
    LoadTicket m_ticket = 0; ///< 0: nothing is being opened
    OpenPicture m_opening;
    std::shared_ptr<const PicturePyramid> m_decoded; ///< while its boxes are looked up
    BoxKeeper::Ticket m_looking = 0;                 ///< 0: none
    AnnotationFiles::Ticket m_lookingBeside = 0, m_saving = 0;
    int m_megapixels = 0; ///< of what is being opened; 0: few, or not known yet
};

} // namespace vbs
