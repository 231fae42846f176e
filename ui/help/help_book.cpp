#include "ui/help/help_book.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

/// A library that is linked statically does not register its resources by itself.
static void registerPages()
{
    Q_INIT_RESOURCE(help);
}

namespace vbs {
namespace {

constexpr int kAround = 60; ///< letters before the first word of a snippet
constexpr int kSnippet = 160;

QString readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString& markdown)
{
    static const QRegularExpression heading(QStringLiteral("^# (.+)$"), QRegularExpression::MultilineOption);
    return heading.match(markdown).captured(1).trimmed();
}

/// Begins with each of these at the beginning of a word.
bool holdsAll(const QString& text, const QVector<QRegularExpression>& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QRegularExpression& word) { return word.match(text).hasMatch(); });
}

QVector<QRegularExpression> patternsOf(const QString& words)
{
    QVector<QRegularExpression> patterns;
    static const QRegularExpression space(QStringLiteral("\\s+"));
    for (const QString& word : words.split(space, Qt::SkipEmptyParts))
        patterns.append(QRegularExpression(QStringLiteral("(?<![\\p{L}\\p{N}])") + QRegularExpression::escape(word),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption));
    return patterns;
}

QString snippetOf(const QString& text, const QRegularExpression& word)
{
    const QRegularExpressionMatch match = word.match(text);
    const qsizetype begin = match.hasMatch() ? std::max<qsizetype>(0, match.capturedStart() - kAround) : 0;
    const qsizetype space = begin == 0 ? -1 : text.indexOf(u' ', begin);
    QString snippet = text.mid(space < 0 ? 0 : space + 1, kSnippet).simplified();
    if (space >= 0)
        snippet.prepend(QStringLiteral("… "));
    return snippet;
}

} // namespace

HelpBook::HelpBook(const QString& folder)
{
    registerPages();
    const QString contents = readText(folder + "/contents.md");
    static const QRegularExpression line(QStringLiteral("^## (.+)$|\\]\\(([\\w-]+\\.md)\\)"),
                                         QRegularExpression::MultilineOption);
    for (auto it = line.globalMatch(contents); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength(1) > 0) {
            m_chapters.append({match.captured(1).trimmed(), {}});
            continue;
        }
        const QString file = match.captured(2);
        const QString markdown = readText(folder + '/' + file);
        if (!markdown.isEmpty() && !m_chapters.isEmpty() && !page(file))
            addPage({file, titleOf(markdown), markdown});
    }
}

void HelpBook::addPage(HelpPage page)
{
    addSections(page);
    m_chapters.last().pages.append(std::move(page));
}

void HelpBook::addSections(const HelpPage& page)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,4}) (.+)$"), QRegularExpression::MultilineOption);
    QString code = page.markdown;
    // A comment line of a shell example is no heading.
    static const QRegularExpression fence(QStringLiteral("```.*?```"), QRegularExpression::DotMatchesEverythingOption);
    for (auto it = fence.globalMatch(page.markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            if (code[i] == u'#')
                code[i] = u' ';
    }
    qsizetype textBegin = -1;
    const auto close = [&](qsizetype end) {
        if (textBegin >= 0)
            m_sections.last().text = plainHelpText(page.markdown.mid(textBegin, end - textBegin));
    };
    for (auto it = heading.globalMatch(code); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        close(match.capturedStart());
        const int level = int(match.capturedLength(1));
        const QString title = plainHelpText(match.captured(2));
        m_sections.append({page.file, title, level == 1 ? QString() : helpAnchor(title), {}, level});
        textBegin = match.capturedEnd();
    }
    close(page.markdown.size());
}

const HelpPage* HelpBook::page(const QString& file) const
{
    for (const HelpChapter& chapter : m_chapters)
        for (const HelpPage& page : chapter.pages)
            if (page.file == file)
                return &page;
    return nullptr;
}

QVector<HelpHit> HelpBook::search(const QString& words) const
{
    const QVector<QRegularExpression> patterns = patternsOf(words);
    if (patterns.isEmpty())
        return {};
    QVector<HelpHit> inHeading, inText;
    for (const HelpSection& section : m_sections) {
        if (!holdsAll(section.heading + ' ' + section.text, patterns))
            continue;
        const QString pageTitle = page(section.page)->title;
        const HelpHit hit{section.page, section.anchor,
                          section.anchor.isEmpty() ? pageTitle : pageTitle + QStringLiteral(": ") + section.heading,
                          snippetOf(section.text, patterns.first())};
        (holdsAll(section.heading, patterns) ? inHeading : inText).append(hit);
    }
    return inHeading + inText;
}

QString helpAnchor(const QString& heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
        else if (c == u' ')
            anchor += u'-';
    }
    return anchor;
}

QString plainHelpText(const QString& markdown)
{
    QString text = markdown;
    static const QVector<std::pair<QRegularExpression, QString>> rules = {
        {QRegularExpression(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)")), {}},
        {QRegularExpression(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)")), QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral("^\\s*\\|[-|: ]+\\|\\s*$"), QRegularExpression::MultilineOption), {}},
        {QRegularExpression(QStringLiteral("```\\w*")), {}},
        {QRegularExpression(QStringLiteral("[`*|]")), QStringLiteral(" ")}};
    for (const auto& [pattern, replacement] : rules)
        text.replace(pattern, replacement);
    return text.simplified();
}

QStringList helpLinks(const QString& markdown)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)\\s]+)\\)"));
    QStringList targets;
    for (auto it = link.globalMatch(markdown); it.hasNext();)
        targets.append(it.next().captured(1));
    return targets;
}

} // namespace vbs
