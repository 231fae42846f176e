// LessonRecorder's part that opens, saves and exports lessons, and asks before anything is lost.

#include "core/lesson/lesson_catalog.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/util/qt_bridge.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace vbs {
namespace {

constexpr qsizetype kMostTold = 8; ///< problems in a question

QMessageBox* recorderQuestion(const char* objectName, const QString& title, const QString& text, QWidget* window)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::NoButton, window);
    box->setObjectName(objectName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

/// "lesson" of a title that no file system takes.
QString fileNameOf(const QString& title)
{
    QString name;
    for (const QChar c : title.simplified())
        name += QStringLiteral("/\\:*?\"<>|").contains(c) ? QLatin1Char('-') : c;
    while (name.startsWith('.'))
        name.remove(0, 1);
    return name.isEmpty() ? LessonRecorder::tr("lesson") : name.left(80);
}

} // namespace

void LessonRecorder::connectFiles()
{
    connect(&m_files, &DraftFiles::changed, this, [this] {
        showStrip();
        updateActions();
    });
    connect(&m_files, &DraftFiles::failed, this, [this](const QString& sentence) {
        m_afterSaving = {};
        tell(sentence);
        auto* box = recorderQuestion("recorderProblem", tr("Lesson Recorder"), sentence, this);
        box->addButton(QMessageBox::Ok);
        box->open();
    });
    connect(&m_files, &DraftFiles::saved, this, [this](const QString& path) {
        m_parts.settings.lastFolder.set(QFileInfo(path).absolutePath());
        tell(tr("Saved in %1.").arg(path));
        if (const auto then = std::exchange(m_afterSaving, {}))
            then();
    });
    connect(&m_files, &DraftFiles::exported, this, [this](const QString& path, double bytes) {
        const QString size = tr("%L1 MB").arg(bytes / 1e6, 0, 'f', 1);
        tell(bytes > DraftFiles::kLargePage
                 ? tr("Saved in %1: %2, which is slow to send and to open; smaller pictures make it smaller.")
                       .arg(path, size)
                 : tr("Saved in %1: %2. Any browser shows it, without a network.").arg(path, size));
    });
    connect(&m_files, &DraftFiles::opened, this, [this] {
        tell({});
        toFront();
    });
    connect(&m_keeper, &DraftKeeper::failed, this, &LessonRecorder::tell);
    connect(&m_keeper, &DraftKeeper::recovered, this, [this] {
        tell(tr("This lesson was not saved when the program ended: save it now."));
        toFront();
    });
}

void LessonRecorder::leaveThen(std::function<void()> then)
{
    if (!m_draft.isDirty())
        return then();
    toFront();
    auto* box = recorderQuestion("unsavedLesson", tr("Unsaved Lesson"),
                                 tr("The lesson has changes that are not saved. Save them?"), this);
    QPushButton* saving = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* drop = box->addButton(tr("&Don't Save"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(saving);
    connect(saving, &QPushButton::clicked, this, [this, then] { save(then); });
    connect(drop, &QPushButton::clicked, this, [this, then] {
        m_recorder.cancel();
        m_draft.start();
        then();
    });
    box->open();
}

void LessonRecorder::startNew()
{
    leaveThen([this] {
        m_draft.start();
        tell({});
        toFront();
        choose(-1);
    });
}

void LessonRecorder::openToEdit()
{
    leaveThen([this] {
        const QString path =
            m_parts.chooser.chooseLesson(this, tr("Open a Lesson to Edit"), m_parts.settings.lastFolder());
        if (path.isEmpty())
            return;
        m_parts.settings.lastFolder.set(QFileInfo(path).absolutePath());
        m_files.open(fromPath(lessonPath(toPath(path))));
    });
}

void LessonRecorder::editCopy(const QString& path)
{
    leaveThen([this, path] { m_files.openAsCopy(path); });
}

void LessonRecorder::recover(const QString& leftDraft)
{
    leaveThen([this, leftDraft] { m_keeper.recover(leftDraft); });
}

QString LessonRecorder::proposedPath(const QString& suffix) const
{
    if (!m_draft.path().isEmpty()) {
        const QFileInfo file(m_draft.path());
        return QStringLiteral("%1/%2.%3").arg(file.absolutePath(), file.completeBaseName(), suffix);
    }
    const QString folder = m_parts.settings.lastFolder().isEmpty() ? QDir::homePath() : m_parts.settings.lastFolder();
    return QStringLiteral("%1/%2.%3").arg(folder, fileNameOf(toQString(m_draft.head().title)), suffix);
}

/// Into its file; without one the user chooses it.
void LessonRecorder::save(std::function<void()> then)
{
    m_draft.endTyping();
    if (m_draft.path().isEmpty())
        return saveAs(std::move(then));
    m_afterSaving = std::move(then);
    m_files.save(m_draft.path());
}

void LessonRecorder::saveAs(std::function<void()> then)
{
    const QString path = m_parts.chooser.chooseTarget(this, tr("Save the Lesson"), proposedPath("vbslesson"),
                                                      {tr("Lesson (*.vbslesson)")});
    if (path.isEmpty())
        return;
    m_afterSaving = std::move(then);
    m_files.save(path);
}

/// Into an empty folder, or one of a lesson; in any other one a folder of its own is made.
void LessonRecorder::saveAsFolder()
{
    QString folder = m_parts.chooser.chooseFolder(this, m_parts.settings.lastFolder());
    if (folder.isEmpty())
        return;
    const bool isOurs = QDir(folder).isEmpty() || QFileInfo::exists(folder + "/lesson.json");
    if (!isOurs)
        folder += '/' + fileNameOf(toQString(m_draft.head().title));
    if (!QDir().mkpath(folder))
        return tell(tr("The folder %1 cannot be made: choose another one.").arg(folder));
    m_files.save(folder);
}

void LessonRecorder::savePage()
{
    const QString path =
        m_parts.chooser.chooseTarget(this, tr("Save as Web Page"), proposedPath("html"), {tr("Web page (*.html)")});
    if (!path.isEmpty())
        m_files.exportPage(path, false);
}

/// The list is told once, until it is another one.
void LessonRecorder::whenToldOfProblems(const QString& doIt, const std::function<void()>& then)
{
    m_draft.endTyping();
    QStringList lines;
    for (const DraftProblem& problem : m_problems)
        lines << tr("%1: %2").arg(placeName(m_draft, problem.row), problem.sentence);
    const QString key = doIt + lines.join('\n');
    if (lines.isEmpty() || key == m_toldProblems)
        return then();
    if (const qsizetype more = lines.size() - kMostTold; more > 0) {
        lines = lines.first(kMostTold);
        lines << tr("… and %n more.", nullptr, int(more));
    }
    auto* box = recorderQuestion("problemQuestion", tr("Still to Do"),
                                 tr("This is still to be done:") + "\n\n• " + lines.join("\n• ") + "\n\n" +
                                     tr("A quiz that nobody can answer is kept, and not asked."),
                                 this);
    QPushButton* anyway = box->addButton(doIt, QMessageBox::AcceptRole);
    QPushButton* first = box->addButton(tr("&Go to the First"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(first);
    connect(anyway, &QPushButton::clicked, this, [this, key, then] {
        m_toldProblems = key;
        then();
    });
    connect(first, &QPushButton::clicked, this, [this] { chooseProblem(0); });
    box->open();
}

void LessonRecorder::showDifferences(const QStringList& differences)
{
    if (differences.isEmpty())
        return;
    QStringList lines = differences;
    if (const qsizetype more = lines.size() - kMostTold; more > 0) {
        lines = lines.first(kMostTold);
        lines << tr("… and %n more.", nullptr, int(more));
    }
    auto* box = recorderQuestion("differences", tr("Check against the Model"),
                                 tr("The model says something else now:") + "\n\n• " + lines.join("\n• "), this);
    if (differences.size() > kMostTold)
        box->setDetailedText(differences.join('\n'));
    QPushButton* again = box->addButton(tr("&Record All"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Close);
    connect(again, &QPushButton::clicked, &m_recorder, &StepRecorder::recordAll);
    box->open();
}

} // namespace vbs
