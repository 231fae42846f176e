#pragma once

#include "app/commands/command.h"
#include "app/commands/engine_options.h"
#include "core/report/annotate.h"

#include <string>

namespace vbs {

/// What the commands that ask one thing about a picture share: their options, the run, JSON, and the annotated
/// picture. A command adds its own arguments and prints its own answer.
class TaskCommand : public Command {
public:
    std::string name() const final { return std::string(taskInfo(m_request.task).command); }
    void declare(CLI::App& app) final;
    void run() final;

protected:
    explicit TaskCommand(Task task) { m_request.task = task; }

    /// The positional arguments, and options of this task alone.
    virtual void declareArguments(CLI::App& app) = 0;
    /// What the arguments mean. @throws Error for what no engine needs to see.
    virtual void complete(InferenceRequest& request);
    virtual void print(const InferenceResult& result) const = 0;
    /// Whether there is one answer to explain.
    virtual bool explains() const { return true; }

    void declarePicture(CLI::App& app, const char* name, std::string& file);
    const InferenceRequest& request() const { return m_request; }

    InferenceRequest m_request;
    std::string m_picture;

private:
    AnnotationOptions annotationOptions(const InferenceResult& result) const;

    std::vector<const std::string*> m_pictureFiles; ///< the arguments that name pictures
    std::string m_method, m_heatmap, m_heatStyle;
    bool m_fullScale = false;
    EngineOptions m_engine;
};

/// One line for each: "red           99.7 %".
void printAnswers(const std::vector<Answer>& answers);

} // namespace vbs
