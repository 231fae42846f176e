// Workbench's part that opens pictures and folders.

#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <QFileInfo>

#include <algorithm>

namespace vbs {

void Workbench::openPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    Q_EMIT messageOutdated();
    if (paths.size() == 1 && QFileInfo(paths.first()).isDir()) {
        m_opening = {};
        m_openingText = tr("Reading the folder");
        m_recalled.reset();
        m_ticket = m_loader.listFolder(QFileInfo(paths.first()).absoluteFilePath());
        updateActivity();
        return;
    }
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir())
            files << QFileInfo(path).absoluteFilePath();
    }
    if (files.isEmpty()) {
        raise(Message::Kind::Warning, tr("Several folders cannot be open at once. Open one of them."), "open-folder");
        return;
    }
    const auto known = m_state.files.indexOf(files.first());
    if (files.size() == 1 && known >= 0) {
        showFile(int(known));
        return;
    }
    m_state.files = files;
    m_state.currentFile = -1;
    Q_EMIT filesChanged();
    showFile(0);
}

void Workbench::showFile(int index)
{
    if (index < 0 || index >= m_state.files.size())
        return;
    m_state.currentFile = index;
    m_recalled.reset();
    Q_EMIT messageOutdated();
    Q_EMIT currentFileChanged();
    const QString path = m_state.files[index];
    m_opening = {path, QFileInfo(path).fileName(), nullptr, path};
    m_openingText = tr("Opening %1").arg(m_opening.name);
    m_ticket = m_loader.open(path);
    updateActivity();
}

void Workbench::step(int by)
{
    const int last = int(m_state.files.size()) - 1;
    const int wanted = std::clamp(m_state.currentFile + by, 0, std::max(0, last));
    if (wanted != m_state.currentFile)
        showFile(wanted);
}

void Workbench::openImage(const QImage& image, const QString& name)
{
    Q_EMIT messageOutdated();
    m_recalled.reset();
    m_state.currentFile = -1;
    Q_EMIT currentFileChanged();
    m_opening = {{}, name, nullptr, QStringLiteral("pasted %1").arg(++m_pasted)};
    m_openingText = tr("Opening %1").arg(name);
    m_ticket = m_loader.open(image);
    updateActivity();
}

void Workbench::openSample()
{
    if (!m_state.pack || m_state.pack->samplePicture.empty())
        return;
    const QString question = toQString(m_state.pack->sampleQuestion);
    const Task task = packQuestionTask().task;
    if (canDo(*m_state.pack, task))
        setTask(task);
    openPaths({fromPath(m_state.pack->samplePicture)});
    if (!question.isEmpty() && m_state.task == task)
        ask(question);
}

void Workbench::onSizeKnown(LoadTicket ticket, const QSize& size)
{
    constexpr qint64 kMega = 1'000'000;
    const qint64 pixels = qint64(size.width()) * size.height();
    if (ticket != m_ticket || pixels < 20 * kMega)
        return;
    m_openingText = tr("Opening %1 (%2 megapixels)").arg(m_opening.name).arg(pixels / kMega);
    updateActivity();
}

void Workbench::leavePicture()
{
    cancelRequest(m_regionsRequest);
    cancelRequest(m_askRequest);
    rememberPicture();
    m_rest.stop();
    m_regionsRefused = false;
    m_describeWanted = false;
    m_state.picture.reset();
    m_state.unopenedName.clear();
    m_state.found.reset();
    m_state.choice.own.reset();
    m_state.regions.reset();
    m_state.hidden.clear();
    m_state.removed.clear();
    m_state.extraction.reset();
    dropAnswers();
    m_state.pickedRegion = -1;
    m_state.lookedPhrase = -1;
    m_state.lookedRegion = -1;
}

void Workbench::onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    leavePicture();
    m_state.picture = m_opening;
    m_state.picture->pixels = pixels;
    recollectPicture();
    if (finishRecall() || m_recalled) {
        // its answer is shown, or will be with the right picture
    } else if (!canAsk()) {
        m_describeWanted = m_state.choice.own && m_describedBy != m_packNumber;
    } else if (!m_wanted) {
        m_wanted = Wanted{};
    }
    updateRegions();
    Q_EMIT pictureChanged();
    Q_EMIT regionsChanged();
    Q_EMIT pickedRegionChanged();
    Q_EMIT removedChanged();
    Q_EMIT answerChanged();
    if (!m_opening.path.isEmpty())
        Q_EMIT pictureOpened(m_opening.path);
    proceed();
}

void Workbench::onFolderListed(LoadTicket ticket, const QString& folder, const QStringList& files)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    updateActivity();
    if (files.isEmpty()) {
        raise(Message::Kind::Warning,
              tr("There are no pictures in the folder “%1”. Choose another folder.").arg(QFileInfo(folder).fileName()),
              "open-folder");
        return;
    }
    m_state.files = files;
    m_state.currentFile = -1;
    Q_EMIT filesChanged();
    showFile(0);
}

void Workbench::onOpenFailed(LoadTicket ticket, const ErrorInfo& error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    m_wanted.reset();
    m_recalled.reset();
    if (!m_opening.name.isEmpty()) {
        leavePicture();
        m_state.unopenedName = m_opening.name;
        Q_EMIT pictureChanged();
        Q_EMIT regionsChanged();
        Q_EMIT pickedRegionChanged();
        Q_EMIT answerChanged();
    }
    updateActivity();
    raise(Message::Kind::Error, toQString(error.message), m_opening.name.isEmpty() ? "open-folder" : "open");
}

} // namespace vbs
