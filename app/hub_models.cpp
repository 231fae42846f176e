#include "app/hub_models.h"

#include "core/hub/model_store.h"
#include "core/runtime/pack_proposal.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>
#include <optional>

namespace vbs {
namespace {

struct HubText {
    Q_DECLARE_TR_FUNCTIONS(vbs::HubText)
};

ModelCard::State stateOf(ModelState state)
{
    switch (state) {
    case ModelState::Absent:
        return ModelCard::State::Absent;
    case ModelState::Partly:
        return ModelCard::State::Partly;
    case ModelState::Present:
        return ModelCard::State::Present;
    case ModelState::Installed:
        return ModelCard::State::Installed;
    case ModelState::Damaged:
        return ModelCard::State::Damaged;
    }
    return ModelCard::State::Absent;
}

QStringList listOf(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list << toQString(text);
    return list;
}

ModelCard cardOf(const CatalogEntry& entry, const ModelStatus& status)
{
    ModelCard card;
    card.name = toQString(entry.name);
    card.title = coreText(entry.title);
    card.description = coreText(entry.description);
    card.tasks = listOf(entry.tasks);
    card.license = coreText(entry.license);
    card.accuracy = coreText(entry.accuracy);
    for (const std::string& weakness : entry.weaknesses)
        card.weaknesses << coreText(weakness);
    card.exampleQuestions = listOf(entry.exampleQuestions);
    card.bytes = status.bytes;
    card.bytesOnDisk = status.bytesOnDisk;
    card.memoryBytes = entry.memoryBytes;
    card.secondsPerPicture = entry.secondsPerPicture;
    card.isPack = entry.kind == CatalogEntry::Kind::Pack;
    card.state = stateOf(status.state);
    card.message = toQString(status.message);
    card.folder = fromPath(status.folder);
    for (const ModelFile& file : status.files)
        if (!file.address.empty())
            card.addresses << toQString(file.address);
    return card;
}

QString stageText(const PullProgress& progress)
{
    switch (progress.stage) {
    case PullProgress::Stage::Checking:
        return HubText::tr("checking %1").arg(toQString(progress.file));
    case PullProgress::Stage::Waiting:
        return toQString(progress.message);
    case PullProgress::Stage::OtherProgram:
        return HubText::tr("another program is fetching %1").arg(toQString(progress.file));
    case PullProgress::Stage::Fetching:
        return HubText::tr("%1 from %2").arg(toQString(progress.file), toQString(progress.host));
    case PullProgress::Stage::Assembling:
        return HubText::tr("making it ready");
    }
    return {};
}

/// A checkpoint of the user's own becomes a pack where nothing is missing; else it is said what is.
RecognisedFile ofCheckpoint(const std::filesystem::path& path, const std::filesystem::path& packs,
                            const JobControl& control)
{
    RecognisedFile file{fromPath(path), {}};
    PackProposalRequest request;
    request.checkpoints = {path};
    try {
        const PackProposal proposal = proposePack(request, control);
        file.remark = toQString(proposal.checkpoints.front().verdict);
        for (const std::string& missing : proposal.missing)
            file.remark += ' ' + toQString(missing);
        if (!proposal.complete())
            return file;
        makeProposedPack(proposal, packs);
        file.name = HubText::tr("the pack %1").arg(toQString(proposal.manifest.name));
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::FileUnwritable)
            throw;
        // Not a checkpoint: a file that nothing is known of.
    }
    return file;
}

class HubModels : public ModelSource {
public:
    std::vector<ModelCard> cards() override
    {
        const auto store = current();
        std::vector<ModelCard> cards;
        for (const CatalogEntry& entry : store->catalog().entries)
            if (entry.kind != CatalogEntry::Kind::Test)
                cards.push_back(cardOf(entry, store->status(entry.name)));
        return cards;
    }

    std::filesystem::path get(const QString& name, const TransferControl& control) override
    {
        PullOptions options;
        options.control.stop = control.stop;
        options.onProgress = [&](const PullProgress& p) {
            if (control.onProgress)
                control.onProgress({stageText(p), p.done, p.total, p.bytesPerSecond, p.secondsLeft});
        };
        options.onNote = [&](const std::string& note) {
            if (control.onNote)
                control.onNote(toQString(note));
        };
        return current()->pull(name.toStdString(), options);
    }

    std::uintmax_t discard(const QString& name) override { return current()->discardParts(name.toStdString()); }
    std::uintmax_t remove(const QString& name) override { return current()->remove(name.toStdString()).bytes; }

    std::vector<RecognisedFile> add(const QStringList& paths, const JobControl& control) override
    {
        const auto store = current();
        std::vector<std::filesystem::path> files;
        for (const QString& path : paths)
            files.push_back(toPath(path));
        std::vector<RecognisedFile> recognised;
        for (const AddedFile& file : store->addFiles(files, control)) {
            QStringList titles;
            for (const std::string& name : file.entries)
                titles << toQString(store->catalog().entry(name).title);
            QString what = toQString(file.id);
            if (!titles.isEmpty())
                what = HubText::tr("%1 (%2)").arg(what, titles.join(", "));
            recognised.push_back(what.isEmpty() ? ofCheckpoint(file.path, store->environment().data / "packs", control)
                                                : RecognisedFile{fromPath(file.path), what});
        }
        return recognised;
    }

    QString folder() override { return fromPath(chosenModelFolder(current()->environment().data)); }

    void setFolder(const QString& folder) override
    {
        setModelFolder(current()->environment().data, toPath(folder));
        const std::lock_guard lock(m_mutex);
        m_store.reset(); // it knows the folders of before; a pull that is under way keeps its own
    }

private:
    std::shared_ptr<const ModelStore> current()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_store)
            m_store = std::make_shared<const ModelStore>(ModelStore::ofProcess());
        return m_store;
    }

    std::mutex m_mutex;
    std::shared_ptr<const ModelStore> m_store; ///< guarded by m_mutex
};

} // namespace

std::unique_ptr<ModelSource> hubModels()
{
    return std::make_unique<HubModels>();
}

} // namespace vbs
