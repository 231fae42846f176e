#include "core/selftest/selftest_context.h"

#include "core/runtime/backend_factory.h"
#include "core/selftest/extractor_features.h"
#include "core/selftest/sample_answers.h"

#include <cstdio>
#include <set>

namespace vbs {

namespace {

std::vector<Box> boxesOf(const RegionSet& regions)
{
    std::vector<Box> boxes;
    for (const Region& region : regions.regions)
        if (!region.wholeImage) // extractors add it themselves
            boxes.push_back(region.box);
    return boxes;
}

/// The first sample of each task that can be explained, in every way.
std::vector<ExplainedSample> samplesToExplain(const ProcessorAnswers& known)
{
    std::vector<ExplainedSample> all;
    std::set<Task> seen;
    for (std::size_t i = 0; i < known.samples.size(); ++i) {
        const Task task = known.samples[i].task;
        if (task == Task::RegionToPhrase || !seen.insert(task).second)
            continue;
        ExplainedSample sample{known.samples[i], {}};
        sample.request.blindToo = sample.request.presenceToo = false;
        sample.request.boxes = boxesOf(known.answers[i].regions);
        sample.request.rightBoxes = boxesOf(known.answers[i].rightRegions);
        for (const std::string_view name : explanationMethodNames()) {
            sample.request.explanation.method = *explanationMethodNamed(name);
            all.push_back(sample);
        }
    }
    return all;
}

SelftestLine lineWith(std::string what, SelftestVerdict verdict, std::string text)
{
    SelftestLine line;
    line.what = std::move(what);
    line.verdict = verdict;
    line.text = std::move(text);
    return line;
}

} // namespace

void SelftestContext::goTo(const DeviceInfo& device)
{
    m_engine.reset();
    m_device = device;
}

std::unique_ptr<InferenceBackend> SelftestContext::loaded(const std::string& device, const std::string& precision,
                                                          PackInfo& pack)
{
    auto engine = m_options.engine ? m_options.engine(device, precision)
                                   : createBackend({.device = device, .precision = precision, .cacheFolder = {}});
    pack = engine->loadPack({m_options.pack}, control()).pack;
    return engine;
}

InferenceBackend& SelftestContext::engine()
{
    if (!m_engine)
        m_engine = loaded(m_device.device, m_device.precision, m_pack);
    return *m_engine;
}

const PackInfo& SelftestContext::pack()
{
    engine();
    return m_pack;
}

const ProcessorAnswers& SelftestContext::processorAnswers()
{
    if (m_processor)
        return *m_processor;
    PackInfo pack;
    const auto engine = loaded("cpu", "float32", pack);
    ProcessorAnswers known;
    known.samples = sampleQuestions(pack, m_options.quick);
    for (const InferenceRequest& sample : known.samples)
        known.answers.push_back(engine->run(sample, control()));
    known.explained = samplesToExplain(known);
    for (ExplainedSample& sample : known.explained)
        sample.explanation = engine->run(sample.request, control()).explanation;
    return m_processor.emplace(std::move(known));
}

const at::Tensor& SelftestContext::processorFeatures(const std::string& extractor)
{
    at::Tensor& features = m_features[extractor];
    if (!features.defined())
        features = ruleFilledFeatures(extractor, "cpu", "float32", false, control());
    return features;
}

void SelftestContext::begin(std::string_view check)
{
    m_check = check;
    m_watch = {};
    m_options.control.throwIfStopped();
    m_options.control.report("Checking " + m_device.device + ", " + m_device.precision + ": " + m_check);
}

void SelftestContext::tell(std::string what, std::string text)
{
    add(lineWith(std::move(what), SelftestVerdict::Told, std::move(text)));
}

void SelftestContext::fail(std::string what, std::string text)
{
    add(lineWith(std::move(what), SelftestVerdict::Failed, std::move(text)));
}

void SelftestContext::atMost(std::string what, double measured, double bound, const std::string& text)
{
    SelftestLine line = lineWith(std::move(what), verdictAtMost(measured, bound),
                                 text + " " + numberText(measured) + ", at most " + numberText(bound));
    line.measured = measured;
    line.atMost = bound;
    add(std::move(line));
}

void SelftestContext::atLeast(std::string what, double measured, double bound, const std::string& text)
{
    SelftestLine line = lineWith(std::move(what), verdictAtLeast(measured, bound),
                                 text + " " + numberText(measured) + ", at least " + numberText(bound));
    line.measured = measured;
    line.atLeast = bound;
    add(std::move(line));
}

void SelftestContext::add(SelftestLine line)
{
    line.check = m_check;
    line.device = m_device.device;
    line.precision = m_device.precision;
    line.seconds = m_watch.seconds();
    m_watch = {};
    if (m_options.onLine)
        m_options.onLine(line);
    m_report.lines.push_back(std::move(line));
    m_options.control.throwIfStopped();
}

std::string numberText(double number)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", number);
    return text;
}

} // namespace vbs
