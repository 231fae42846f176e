#pragma once

#include "core/base/progress.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace vbs {

/// A model that can be got, as a card shows it.
struct ModelCard {
    enum class State {
        Absent,    ///< nothing of it is on disk
        Partly,    ///< some of its bytes are
        Present,   ///< all files are there, perhaps by another program: getting it costs no network
        Installed, ///< ready for use
        Damaged    ///< it was ready once; getting it mends it
    };

    QString name; ///< of the entry
    QString title, description;
    QStringList tasks; ///< keys of a pack's tasks
    QString license;   ///< in words
    QString accuracy;  ///< as published; empty: not known
    QStringList weaknesses, exampleQuestions;
    std::uintmax_t bytes = 0, bytesOnDisk = 0;
    std::uintmax_t memoryBytes = 0; ///< while it answers, about; 0: not known
    double secondsPerPicture = 0;   ///< on an ordinary processor, about; 0: not known
    bool isPack = false;            ///< it can be chosen once it is installed
    State state = State::Absent;
    QString message;       ///< Damaged: what is wrong, a sentence
    QString folder;        ///< where it is or will be ready for use
    QStringList addresses; ///< plain, of its files, for a download by hand
};

/// How getting a model goes on.
struct ModelTransfer {
    QString stage;             ///< in words: "Fetching pytorch_model.bin from example.org"
    std::uintmax_t done = 0;   ///< bytes of the whole that are on disk
    std::uintmax_t total = 0;  ///< bytes of the whole
    double bytesPerSecond = 0; ///< 0: not known
    double secondsLeft = -1;   ///< negative: not known
};

struct TransferControl {
    std::stop_token stop; ///< keeps what is there
    std::function<void(const ModelTransfer&)> onProgress;
    std::function<void(const QString&)> onNote; ///< sentences: an address that failed, a part that was thrown away
};

/// A file that a user copied, and what it was recognised as; empty: nothing that is known.
struct RecognisedFile {
    QString path, name;
    QString remark{}; ///< what else there is to say of it, whole sentences
};

/// Where models come from. ModelService calls it on threads of its own, several at once. @throws Error everywhere, with
/// one sentence; FileUnwritable where there is no room on the disk.
class ModelSource {
public:
    virtual ~ModelSource() = default;

    virtual std::vector<ModelCard> cards() = 0; ///< in the order to be shown
    /// Fetches what is missing. @return the folder that is ready for use. @throws Error (Cancelled) after a stop.
    virtual std::filesystem::path get(const QString& name, const TransferControl& control) = 0;
    virtual std::uintmax_t discard(const QString& name) = 0; ///< what a stopped download left. @return bytes
    virtual std::uintmax_t remove(const QString& name) = 0;  ///< @return bytes that are free now
    virtual std::vector<RecognisedFile> add(const QStringList& paths, const JobControl& control) = 0;
    virtual QString folder() = 0; ///< where models are kept; empty: the usual places
    virtual void setFolder(const QString& folder) = 0;
};

} // namespace vbs
