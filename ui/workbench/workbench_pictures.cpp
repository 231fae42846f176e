// Workbench's part that opens pictures, folders and cards.

#include "core/base/one_line.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <QFileInfo>

#include <algorithm>

namespace vbs {
namespace {

const QLatin1String kPasted("pasted "); ///< begins the key of a picture without a file

bool isShownNow(const std::optional<OpenPicture>& now, const OpenPicture& wanted)
{
    return now && !now->smallCopy && now->path == wanted.path && (!wanted.pixels || now->pixels == wanted.pixels);
}

} // namespace

OpenPicture Workbench::fileOf(const QString& path)
{
    const QFileInfo file(path);
    return {file.absoluteFilePath(), file.fileName(), nullptr, file.absoluteFilePath()};
}

void Workbench::open(const QStringList& paths, Side side)
{
    if (paths.isEmpty())
        return;
    if (side == Side::Left)
        openLeft(paths);
    else
        openRight(paths.first());
}

void Workbench::open(const QImage& image, const QString& name, Side side)
{
    Q_EMIT messageChanged(std::nullopt);
    m_recalled.reset();
    if (side == Side::Left) {
        m_files.cancelReading();
        m_files.goTo(-1);
    }
    const auto alike = std::ranges::count_if(
        m_state.pasted, [&](const OpenPicture& one) { return one.name == name || one.name.startsWith(name + ' '); });
    sideOf(side).open({{},
                       alike == 0 ? name : tr("%1 %2", "a name and its number").arg(name).arg(alike + 1),
                       nullptr,
                       kPasted + QString::number(++m_pasted)},
                      image);
}

void Workbench::openLeft(const QStringList& paths)
{
    Q_EMIT messageChanged(std::nullopt);
    if (paths.size() == 1 && QFileInfo(paths.first()).isDir()) {
        m_recalled.reset();
        if (m_left.isOpening())
            m_left.cancelOpening();
        m_files.readFolder(QFileInfo(paths.first()).absoluteFilePath());
        return;
    }
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir())
            files << QFileInfo(path).absoluteFilePath();
    }
    if (files.isEmpty()) {
        raise(Message::Kind::Warning, tr("Only one folder can be open at a time. Open one of them."), "open-folder");
        return;
    }
    const auto known = m_state.files.indexOf(files.first());
    if (files.size() == 1 && known >= 0) {
        showFile(int(known));
        return;
    }
    m_files.setFiles(files);
    m_files.watchFolder({});
    showFile(0);
    if (files.size() == 1)
        m_files.findSiblings(files.first());
}

/// The file that is on display keeps its place among those beside it.
void Workbench::onSiblingsRead(const QStringList& files)
{
    const bool shown = m_state.currentFile >= 0;
    const QString file = m_state.files.first();
    m_files.setFiles(files);
    m_files.watchFolder(QFileInfo(file).absolutePath());
    m_files.goTo(shown ? file : QString());
}

void Workbench::openRight(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        raise(Message::Kind::Warning, tr("Choose a picture, not a folder."), "open-right");
        return;
    }
    Q_EMIT messageChanged(std::nullopt);
    m_recalled.reset();
    m_right.open(fileOf(path));
}

void Workbench::showFile(int index)
{
    if (index < 0 || index >= m_state.files.size())
        return;
    m_recalled.reset();
    Q_EMIT messageChanged(std::nullopt);
    m_files.cancelReading();
    m_files.goTo(index);
    const OpenPicture* pasted = m_state.pastedOf(m_state.files[index]);
    m_left.open(pasted ? *pasted : fileOf(m_state.files[index]));
}

/// A picture without a file could not be found again when another one is open.
void Workbench::listPasted(Side side)
{
    const OpenPicture& picture = *m_state.side(side).picture;
    if (!picture.path.isEmpty() || picture.smallCopy || !picture.key.startsWith(kPasted))
        return;
    if (!m_state.pastedOf(picture.key))
        m_files.addPasted(picture);
    if (side == Side::Left)
        m_files.goTo(picture.key);
}

void Workbench::onFolderRead(const QString& folder, const FolderListing& listing)
{
    const QString name = QFileInfo(folder).fileName();
    if (listing.files.isEmpty()) {
        QStringList others;
        for (const QString& subfolder : listing.subfolders)
            others << tr("“%1”").arg(QFileInfo(subfolder).fileName());
        constexpr qsizetype kNamed = 3;
        raise(
            Message::Kind::Warning,
            others.isEmpty()
                ? tr("There are no pictures in the folder “%1”. Choose another folder.").arg(name)
                : tr("There are no pictures in the folder “%1” itself, but %n of its folders have some (%2): open one "
                     "of them.",
                     nullptr, int(others.size()))
                      .arg(name, others.mid(0, kNamed).join(", ") +
                                     (others.size() > kNamed ? QStringLiteral(", …") : QString())),
            "open-folder");
        keepPictures();
        return;
    }
    m_files.setFiles(listing.files);
    m_files.watchFolder(listing.folder);
    showFile(0);
    if (listing.folder != folder)
        raise(Message::Kind::Info,
              tr("The pictures of “%1” are in its folder “%2”.").arg(name, QFileInfo(listing.folder).fileName()));
}

/// The picture on display keeps its place.
void Workbench::onFolderChanged(const QStringList& files)
{
    const QString current = m_state.files.value(m_state.currentFile);
    m_files.setFiles(files);
    m_files.goTo(current);
}

void Workbench::onFolderFailed(const ErrorInfo& error)
{
    raise(Message::Kind::Error, problemText(error), "open-folder");
    keepPictures();
}

/// Nothing came that could take a picture's place: what is wished holds for the pictures that stay, but is not kept in
/// the history.
void Workbench::keepPictures()
{
    m_recalled.reset();
    const bool idle = m_flow.state() == AskFlow::State::Resting && !m_flow.underWay();
    if (m_flow.isWaiting() || (idle && canAsk() && !isAnswered()))
        m_flow.want(false);
    proceed();
}

void Workbench::onOpened(Side side, bool known)
{
    listPasted(side);
    dropAnswersOf(side);
    if (side == Side::Right && !std::exchange(m_rightUsed, true) && !known)
        m_right.regions().setFilter(m_state.left.choice.filter);
    showSideInHand();
    if (!finishRecall() && !m_recalled && canAsk() && !m_flow.isWaiting() &&
        (side == Side::Left || m_state.twoPictures()))
        m_flow.want(false);
    if (const std::string& flaw = m_state.side(side).picture->pixels->image()->flaw; !flaw.empty())
        raise(Message::Kind::Warning, toQString(joinedLines(flaw)));
    proceed();
}

void Workbench::onOpenFailed(Side side, const ErrorInfo& error)
{
    if (openSmallCopy(side, error))
        return;
    if (side == Side::Left) {
        m_left.leave();
        m_state.left.unopenedName = m_left.opening().name;
        dropAnswersOf(side);
        showSideInHand();
    }
    raise(Message::Kind::Error, problemText(error), side == Side::Left ? "open" : "open-right");
    keepPictures();
}

/// Its picture is another one.
void Workbench::dropAnswersOf(Side side)
{
    if (side == Side::Left) {
        m_desk.dropAnswers();
        m_state.lookedPhrase = -1;
        m_state.lookedRegion = -1;
        report(Change::Looked);
    } else {
        m_desk.dropAnswersOfPairs();
    }
    if (side == Side::Left || m_state.twoPictures())
        m_flow.leavePicture();
    report(Change::Answer);
}

/// The pictures change places with all that was made of them; what is said of left and right is asked again.
void Workbench::swapPictures()
{
    if (!m_state.left.picture || !m_state.right.picture || isOpening())
        return;
    const bool kept = m_flow.keeps();
    m_recalled.reset();
    m_left.swapWith(m_right);
    for (const Side side : kSides)
        dropAnswersOf(side);
    m_files.goTo(m_state.left.picture->key);
    if (canAsk())
        m_flow.want(kept);
    showSideInHand();
    proceed();
}

// Cards

void Workbench::recall(int historyIndex)
{
    if (historyIndex < 0 || std::size_t(historyIndex) >= m_state.history.size())
        return;
    const HistoryEntry card = m_state.history[std::size_t(historyIndex)];
    m_flow.drop();
    Q_EMIT messageChanged(std::nullopt);
    swapTask(card.answered.task);
    m_state.question = card.answered.question;
    m_state.choices = card.answered.choices;
    if (taskSpec(card.answered.task).explained)
        m_state.why = card.answered.why;
    if (taskSpec(card.answered.task).phrases)
        m_state.findBy = card.answered.findBy;
    report(Change::Input | Change::Why);
    m_recalled = card;
    m_files.cancelReading();
    if (card.rightPicture && (m_right.isOpening() || !isShownNow(m_state.right.picture, *card.rightPicture)))
        m_right.open(*card.rightPicture);
    else
        m_right.finder().dropRequest();
    if (m_left.isOpening() || !isShownNow(m_state.left.picture, card.picture)) {
        m_files.goTo(card.picture.key);
        m_left.open(card.picture);
    } else {
        m_left.finder().dropRequest();
    }
    finishRecall();
    proceed();
}

/// @return whether the recalled answer is on display: all its pictures are.
bool Workbench::finishRecall()
{
    if (!m_recalled || isOpening())
        return false;
    const HistoryEntry card = *std::exchange(m_recalled, std::nullopt);
    if (cardFits(card)) {
        restore(card);
        tellWhatIsLost();
        return true;
    }
    raise(Message::Kind::Info, tr("The picture has another size than it had then, so it was asked about anew."));
    if (canAsk())
        m_flow.want(false);
    return false;
}

/// Whether the card's boxes mean something on the pictures that are open now.
bool Workbench::cardFits(const HistoryEntry& card) const
{
    return std::ranges::all_of(kSides, [&](Side side) {
        if (side == Side::Right && !card.rightPicture)
            return true;
        const RegionSet& regions = card.answered.regionsOf(side);
        const auto& picture = m_state.side(side).picture;
        return !picture || picture->pixels->size() == QSize(regions.imageWidth, regions.imageHeight);
    });
}

/// The answer with the regions that it was given for. Nothing is computed again, unless the user wished for something
/// else while the pictures were being opened.
void Workbench::restore(const HistoryEntry& card)
{
    m_state.answered = card.answered;
    m_state.before = card.before;
    for (const Side side : kSides) {
        if (side == Side::Right && !card.rightPicture)
            continue;
        const RegionChoice& choice = card.answered.choiceOf(side);
        const auto found = hasObjects(choice.own) ? std::nullopt : std::optional(card.answered.regionsOf(side));
        regions(side).restore(choice, found, card.answered.removedOf(side));
    }
    m_flow.drop();
    report(Change::Answer);
    if (!canAsk())
        dropAnswer();
    else if (!isAnswered())
        m_flow.want(false);
}

} // namespace vbs
