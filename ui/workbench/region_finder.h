#pragma once

#include "ui/services/inference_service.h"
#include "ui/workbench/region_editor.h"

#include <QObject>

namespace vbs {

/// Has the regions of the picture at one side found and described by the engine. Writes its side's state through the
/// side's editor, and the time that it took.
///
/// Regions are found once a picture. After a cancel or an error only allow() or an edit starts that again.
class RegionFinder : public QObject {
    Q_OBJECT
public:
    RegionFinder(SideState& state, RegionEditor& editor, InferenceService& service, QObject* parent = nullptr);

    bool needsFound() const; ///< they must be found before a question can be asked
    /// The user's boxes were not looked at yet. Describing them needs no step of its own when a question does it.
    bool needsDescribing() const;
    bool canRequest() const { return m_request == 0 && !m_refused; }
    void find();     ///< @pre canRequest()
    void describe(); ///< @pre canRequest()
    void allow() { m_refused = false; }
    bool isRequesting() const { return m_request != 0; }
    bool isDescribing() const { return m_describing && m_request != 0; }
    void dropDescribing(); ///< a question does it along the way, or the boxes are others now
    void dropRequest();    ///< nobody waits for it any more
    void cancelRequest();  ///< by the user: its reply tells
    bool owns(RequestId id) const { return id != 0 && id == m_request; }
    void finish(const ReplyBody& reply); ///< @pre owns() its request
    /// The answer to a question tells of the regions, too. @return false when it tells of others than were given.
    bool learn(const RegionChoice& asked, const RegionSet& regions, const Timing& timing);
    void swapWith(RegionFinder& other);

Q_SIGNALS:
    void regionsKnown();
    void regionsWrong(int described, int given); ///< the engine described another number of regions than were given
    /// @param problem empty: cancelled.
    void regionsRefused(bool describing, const QString& problem);

private:
    void onEdited();
    bool takeDescription(const RegionSet& described);

    SideState& m_state;
    RegionEditor& m_editor;
    InferenceService& m_service;
    RequestId m_request = 0;
    bool m_describing = false; ///< m_request is about the user's own regions
    bool m_refused = false;    ///< the last request was cancelled or failed
};

} // namespace vbs
