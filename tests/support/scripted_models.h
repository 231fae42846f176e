#pragma once

#include "ui/services/model_source.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace vbs::test {

/// Models that come as a test tells; shared by the test and the window's source.
class ModelScript {
public:
    /// What one call of get() does: tells of progress, waits when it is to, then ends.
    struct Step {
        std::vector<ModelTransfer> progress;
        bool wait = false;          ///< until release() or a stop
        std::optional<Error> error; ///< absent: it comes in full
        QString note;
    };

    std::vector<ModelCard> cards;            ///< before the window is opened
    std::map<QString, RecognisedFile> known; ///< by path

    void push(Step step)
    {
        const std::lock_guard lock(m_mutex);
        m_steps.push_back(std::move(step));
    }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        ++m_released;
        m_changed.notify_all();
    }
    QStringList calls() const ///< "get vqa", "discard vqa", …
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }

private:
    friend class ScriptedModels;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Step> m_steps;
    QStringList m_calls;
    QString m_folder;
    int m_released = 0;
};

class ScriptedModels : public ModelSource {
public:
    explicit ScriptedModels(std::shared_ptr<ModelScript> script) : m_script(std::move(script)) {}

    std::vector<ModelCard> cards() override
    {
        const std::lock_guard lock(m_script->m_mutex);
        return m_script->cards;
    }

    std::filesystem::path get(const QString& name, const TransferControl& control) override
    {
        std::unique_lock lock(m_script->m_mutex);
        m_script->m_calls << "get " + name;
        ModelScript::Step step;
        if (!m_script->m_steps.empty()) {
            step = m_script->m_steps.front();
            m_script->m_steps.pop_front();
        }
        for (const ModelTransfer& transfer : step.progress)
            control.onProgress(transfer);
        if (!step.note.isEmpty())
            control.onNote(step.note);
        if (step.wait) {
            if (!m_script->m_changed.wait(lock, control.stop, [this] { return m_script->m_released > 0; })) {
                card(name).state = ModelCard::State::Partly;
                throw Error(ErrorCode::Cancelled, "Cancelled.");
            }
            --m_script->m_released;
        }
        if (step.error)
            throw *step.error;
        ModelCard& done = card(name);
        done.state = ModelCard::State::Installed;
        done.bytesOnDisk = done.bytes;
        return done.folder.toStdString();
    }

    std::uintmax_t discard(const QString& name) override
    {
        return call("discard " + name, name, ModelCard::State::Absent);
    }
    std::uintmax_t remove(const QString& name) override
    {
        return call("remove " + name, name, ModelCard::State::Absent);
    }

    std::vector<RecognisedFile> add(const QStringList& paths, const JobControl&) override
    {
        const std::lock_guard lock(m_script->m_mutex);
        std::vector<RecognisedFile> files;
        for (const QString& path : paths) {
            const auto found = m_script->known.find(path);
            files.push_back(found == m_script->known.end() ? RecognisedFile{path, {}} : found->second);
        }
        return files;
    }

    QString folder() override
    {
        const std::lock_guard lock(m_script->m_mutex);
        return m_script->m_folder;
    }
    void setFolder(const QString& folder) override
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_folder = folder;
    }

private:
    ModelCard& card(const QString& name)
    {
        for (ModelCard& each : m_script->cards)
            if (each.name == name)
                return each;
        throw Error(ErrorCode::InvalidArgument, "There is no such model.");
    }
    std::uintmax_t call(const QString& text, const QString& name, ModelCard::State state)
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_calls << text;
        ModelCard& found = card(name);
        found.state = state;
        return std::exchange(found.bytesOnDisk, 0);
    }

    std::shared_ptr<ModelScript> m_script;
};

} // namespace vbs::test
