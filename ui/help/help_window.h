#pragma once

#include "ui/help/help_book.h"

#include <QWidget>

class QLineEdit;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace vbs {

class HelpView;

/// The manual in a window of its own: chapters and pages on the left, which a search narrows down to what was found,
/// and the page on the right. It stays open beside the window that it explains.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// @param target "window.md" or "window.md#regions"; one that is not there shows the first page.
    void open(const QString& target);
    QString currentPage() const;

Q_SIGNALS:
    void webPageWanted(const QUrl& address); ///< a link out of the manual

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QToolButton* makeButton(const char* objectName, const char* icon, const QString& tip, const QKeySequence& key);
    void build(QToolButton* home);
    void showContents();
    void showHits();
    void addLine(QTreeWidgetItem* group, const QString& title, const QString& target, const QString& tip = {});
    void openCurrent();
    void markPage();
    bool stepsThroughList(int key);

    HelpBook m_book;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    HelpView* m_view;
    QToolButton *m_back, *m_forward;
};

} // namespace vbs
