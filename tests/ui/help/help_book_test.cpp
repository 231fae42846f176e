#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "ui/help/help_book.h"
#include "ui/lesson/recorder/recorder_actions.h"
#include "ui/review/review_actions.h"
#include "ui/window/manual_targets.h"
#include "ui/window/window_actions.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// Two pages and one that is not there.
class SmallBook {
public:
    SmallBook()
    {
        write(m_folder.filePath("contents.md"),
              "# Manual\n\n## Start\n- [One](one.md)\n- [Gone](gone.md)\n\n## More\n- [Two](two.md)\n");
        write(m_folder.filePath("one.md"),
              "# The first page\nHides the **region** with a key.\n\n## Keys, and more\n"
              "| key | what |\n|---|---|\n| `X` | hides a region |\n\n```\n# no heading\n```\n");
        write(m_folder.filePath("two.md"), "# Regions\nSee [the first](one.md#keys-and-more) ![p](../x.png).\n");
    }
    HelpBook book() const { return HelpBook(m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

/// Whether a link of a page has an end: another page, one of its headings, a picture, a file of the sources.
bool leadsSomewhere(const HelpBook& book, const QString& page, const QString& link)
{
    if (link.startsWith("http"))
        return true;
    if (link.endsWith(".png"))
        return QFile::exists(":/screenshots/" + link.section('/', -1));
    const QString file = link.startsWith('#') ? page : link.section('#', 0, 0);
    if (file.startsWith("../"))
        return QFile::exists(QString::fromStdString(vbs::test::sourceFolder()) + "/resources/help/" + file);
    const QString anchor = link.section('#', 1);
    return book.page(file) && (anchor.isEmpty() ||
                               std::any_of(book.sections().begin(), book.sections().end(),
                                           [&](const HelpSection& s) { return s.page == file && s.anchor == anchor; }));
}

QString allText(const HelpBook& book)
{
    QString text;
    for (const HelpSection& section : book.sections())
        text += section.heading + '\n' + section.text + '\n';
    return text;
}

} // namespace

class HelpBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPagesInTheOrderOfTheContents()
    {
        const HelpBook book = SmallBook().book();
        QCOMPARE(book.chapters().size(), 2);
        QCOMPARE(book.chapters()[0].title, QString("Start"));
        QCOMPARE(book.chapters()[0].pages.size(), 1); // the missing page is left out
        QCOMPARE(book.chapters()[1].pages[0].title, QString("Regions"));
        QVERIFY(book.page("two.md"));
        QVERIFY(!book.page("gone.md"));
    }

    void dividesPagesAtTheirHeadings()
    {
        const HelpBook book = SmallBook().book();
        QCOMPARE(book.sections().size(), 3); // a comment in an example is no heading
        QCOMPARE(book.sections()[1].heading, QString("Keys, and more"));
        QCOMPARE(book.sections()[1].anchor, QString("keys-and-more"));
        QVERIFY(book.sections()[0].anchor.isEmpty());
        QCOMPARE(book.sections()[0].text, QString("Hides the region with a key."));
        QCOMPARE(book.sections()[2].text, QString("See the first ."));
    }

    void findsWordsByTheirBeginnings()
    {
        const HelpBook book = SmallBook().book();
        const QVector<HelpHit> hits = book.search("regi");
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits[0].page, QString("two.md")); // in its heading
        QCOMPARE(hits[1].page, QString("one.md"));
        QCOMPARE(hits[2].title, QString("The first page: Keys, and more"));
        QVERIFY(hits[2].snippet.contains("hides a region"));
        QCOMPARE(book.search("HIDES key region").size(), 2); // all words, in any order
        QCOMPARE(book.search("egion").size(), 0);
        QCOMPARE(book.search("  ").size(), 0);
        QCOMPARE(book.search("(*").size(), 0);
    }

    void shippedPagesAreAllInTheBook()
    {
        const HelpBook book;
        const QDir folder(QString::fromStdString(vbs::test::sourceFolder()) + "/resources/help");
        for (const QString& file : folder.entryList({"*.md"})) {
            if (file != "contents.md")
                QVERIFY2(book.page(file), qPrintable(file + " is not in contents.md or help.qrc"));
        }
    }

    void noLinkIsDead()
    {
        const HelpBook book;
        QVector<std::pair<QString, QString>> links; // by page
        for (const HelpChapter& chapter : book.chapters())
            for (const HelpPage& page : chapter.pages)
                for (const QString& link : helpLinks(page.markdown))
                    links.append({page.file, link});
        QFile contents(":/help/contents.md");
        QVERIFY(contents.open(QIODevice::ReadOnly));
        for (const QString& link : helpLinks(QString::fromUtf8(contents.readAll())))
            links.append({"contents.md", link});
        QVERIFY(links.size() > 60);
        for (const auto& [page, link] : links)
            QVERIFY2(leadsSomewhere(book, page, link), qPrintable(page + ": " + link));
    }

    void whatF1OpensIsThere()
    {
        const HelpBook book;
        for (const QString& target : manualTargets())
            QVERIFY2(leadsSomewhere(book, {}, target), qPrintable(target));
    }

    /// Every entry of every menu is explained somewhere.
    void everyActionIsMentioned()
    {
        const QString text = allText(HelpBook());
        QStringList missing;
        for (const QVector<ActionSpec>& actions :
             {windowActions(), panelActions(), reviewActions(), reviewPanelActions(), recorderActions()}) {
            for (const ActionSpec& spec : actions) {
                QString name = QString::fromUtf8(spec.text).remove('&').remove(QStringLiteral("…"));
                if (name.startsWith("Take Suggestion "))
                    name = QStringLiteral("Take Suggestion 1 … 9");
                if (!text.contains(name, Qt::CaseInsensitive))
                    missing << name;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(", ")));
    }
};

VBS_TEST_MAIN(HelpBookTest)
#include "help_book_test.moc"
