#pragma once

#include "core/base/stopwatch.h"
#include "core/selftest/reference_case.h"
#include "core/selftest/selftest.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// A sample of the pack with one way to explain its answer.
struct ExplainedSample {
    InferenceRequest request; ///< with the boxes that the processor found, so that weights can be compared one by one
    Explanation explanation;
};

/// What the processor says in float32, which others are compared with.
struct ProcessorAnswers {
    std::vector<InferenceRequest> samples;
    std::vector<InferenceResult> answers; ///< one a sample
    std::vector<ExplainedSample> explained;
};

/// What the checks share: where they are, in which precision, and what they have found.
class SelftestContext {
public:
    SelftestContext(const SelftestOptions& options, std::vector<ReferenceCase> references)
        : m_options(options), m_references(std::move(references))
    {
    }

    const SelftestOptions& options() const { return m_options; }
    const std::vector<ReferenceCase>& references() const { return m_references; }
    JobControl control() const
    {
        return {m_options.control.stop, {}};
    } ///< for steps that shall not tell their progress

    /// Goes to a device, in the precision that it names; what was loaded elsewhere is dropped.
    void goTo(const DeviceInfo& device);
    const DeviceInfo& device() const { return m_device; }
    bool isProcessorInFloat() const { return m_device.device == "cpu" && m_device.precision == "float32"; }

    /// The device's engine with the pack. @throws Error as loadPack.
    InferenceBackend& engine();
    const PackInfo& pack(); ///< as the engine loaded it

    /// Computed when they are asked for first. @throws Error as the engine.
    const ProcessorAnswers& processorAnswers();

    /// What ruleFilledFeatures gives on the processor in float32; computed once.
    const at::Tensor& processorFeatures(const std::string& extractor);

    /// Lines belong to the check from here on.
    void begin(std::string_view check);
    void tell(std::string what, std::string text);
    void fail(std::string what, std::string text);
    /// A number that must not be greater. @param text what was measured; the number and the bound are added.
    void atMost(std::string what, double measured, double bound, const std::string& text);
    void atLeast(std::string what, double measured, double bound, const std::string& text);

    SelftestReport take() { return std::move(m_report); }

private:
    std::unique_ptr<InferenceBackend> loaded(const std::string& device, const std::string& precision, PackInfo& pack);
    void add(SelftestLine line);

    const SelftestOptions& m_options;
    std::vector<ReferenceCase> m_references;
    DeviceInfo m_device;
    std::unique_ptr<InferenceBackend> m_engine;
    PackInfo m_pack;
    std::optional<ProcessorAnswers> m_processor;
    std::map<std::string, at::Tensor> m_features; ///< by extractor
    std::string m_check;
    Stopwatch m_watch; ///< since the last line
    SelftestReport m_report;
};

/// A number in few digits, for a line of the report.
std::string numberText(double number);

} // namespace vbs
