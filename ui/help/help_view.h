#pragma once

#include <QTextBrowser>

namespace vbs {

class HelpBook;

/// The manual's pages, one at a time, set for reading: a column of bearable width, tables with lines, pictures that
/// fit. It keeps the way back.
class HelpView : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpView(const HelpBook& book, QWidget* parent = nullptr);

    /// @param target "page.md" or "page.md#anchor"; a page that is not there changes nothing.
    void open(const QString& target);
    void goBack();
    void goForward();
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_way.size(); }
    QString page() const { return m_page; } ///< "window.md"

Q_SIGNALS:
    void moved(); ///< another page is shown, or another way lies behind and before it
    void webPageWanted(const QUrl& address);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Place {
        QString target;
        int scroll = -1; ///< where the reader was; -1: at the target
    };

    void follow(const QUrl& link);
    void show(Place place);
    void setPage(const QString& file);
    void setAgain(); ///< the same page, for another width or look
    void dress();
    void goTo(const QString& anchor);
    void keepScroll();
    int columnWidth() const;

    const HelpBook& m_book;
    QString m_page;
    QVector<Place> m_way;
    qsizetype m_at = -1;
};

} // namespace vbs
