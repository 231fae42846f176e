#pragma once

#include "ui/review/review_desk.h"
#include "ui/review/review_pictures.h"

#include <optional>

namespace vbs {

/// What the model sees on the item in hand and where it looks, on request: its regions with their weights. Kept while
/// the item stays.
class ReviewLook : public QObject {
    Q_OBJECT
public:
    ReviewLook(ReviewDesk& desk, ReviewPictures& pictures, InferenceService& service, QObject* parent = nullptr);
    ~ReviewLook() override;

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }

Q_SIGNALS:
    void shown(const std::optional<vbs::InferenceResult>& result); ///< nothing: no longer, or not yet
    void failed(const QString& sentence);

private:
    void onItem();
    void proceed();
    void forget();

    ReviewDesk& m_desk;
    ReviewPictures& m_pictures;
    InferenceService& m_service;
    bool m_wanted = false;
    std::int64_t m_item = -1; ///< the number of the item that the rest belongs to
    RequestId m_request = 0;  ///< 0: none is under way
    std::optional<InferenceResult> m_result;
};

} // namespace vbs
