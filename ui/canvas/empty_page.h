#pragma once

#include <QWidget>

class QLabel;

namespace vbs {

/// What the canvas shows without a picture: what to do next.
class EmptyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget* parent = nullptr);

    void showWelcome();
    void showRight(); ///< Compare's place for a second picture
    void showOpening(const QString& text);
    void showUnopened(const QString& name, bool more); ///< more: pictures follow in the list

Q_SIGNALS:
    void actionRequested(const QString& actionId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const QString& icon, const QString& title, const QString& text, bool buttons);

    QString m_icon;
    QString m_openAction = "open";
    QWidget* m_folder = nullptr;
    QWidget* m_iconPlace;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_buttons;
};

} // namespace vbs
