#pragma once

#include "ui/util/key_text.h"

#include <QWidget>

class QLabel;

namespace vbs {

/// What the canvas shows without a picture: what to do next.
class EmptyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget* parent = nullptr);

    void setKeys(const KeyText& keyOf) { m_keyOf = keyOf; } ///< for what is shown next
    void showWelcome();
    void setReviewOffered(bool offered); ///< on the welcome: a review to learn with
    void showRight();                    ///< Compare's place for a second picture
    void showOpening(const QString& text);
    void showUnopened(const QString& name, bool more); ///< more: pictures follow in the list
    void showMissing(const QString& name, const QString& hint);

Q_SIGNALS:
    void actionRequested(const QString& actionId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const QString& icon, const QString& title, const QString& text, bool buttons);

    KeyText m_keyOf = noKey;
    QString m_icon;
    QString m_openAction = "open";
    QWidget* m_folder = nullptr;
    QWidget* m_iconPlace;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_buttons;
    QWidget* m_review;
    bool m_reviewOffered = false;
};

} // namespace vbs
