#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace vbs {

/// A heading of a page with the text below it, up to the next heading.
struct HelpSection {
    QString page;    ///< "window.md"
    QString heading; ///< of a page's first section: its title
    QString anchor;  ///< as GitHub makes it: "history-and-export"; empty for the page's first section
    QString text;    ///< plain, without marks, tables or pictures
    int level = 1;
};

struct HelpPage {
    QString file;     ///< "window.md"
    QString title;    ///< its first heading
    QString markdown; ///< all of it
};

/// Pages that belong together, under a heading of contents.md.
struct HelpChapter {
    QString title;
    QVector<HelpPage> pages;
};

/// Where words were found.
struct HelpHit {
    QString page, anchor;
    QString title;   ///< "The window: Regions"
    QString snippet; ///< what stands around the words, one line
};

/// The manual: the Markdown pages of resources/help, in the order in which contents.md links them.
class HelpBook {
public:
    /// @param folder with contents.md; the one inside the program by default. A page that is missing is left out.
    explicit HelpBook(const QString& folder = QStringLiteral(":/help"));

    const QVector<HelpChapter>& chapters() const { return m_chapters; }
    const QVector<HelpSection>& sections() const { return m_sections; }
    const HelpPage* page(const QString& file) const; ///< nullptr: there is none

    /// Sections that hold a word beginning with each of the words, those with the words in their heading first.
    QVector<HelpHit> search(const QString& words) const;

private:
    void addPage(HelpPage page);
    void addSections(const HelpPage& page);

    QVector<HelpChapter> m_chapters;
    QVector<HelpSection> m_sections;
};

/// "History and export" as "history-and-export".
QString helpAnchor(const QString& heading);

/// Markdown without marks, links' addresses, pictures and table lines.
QString plainHelpText(const QString& markdown);

/// The targets of a page's links and pictures, as written.
QStringList helpLinks(const QString& markdown);

} // namespace vbs
