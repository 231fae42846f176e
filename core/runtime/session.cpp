#include "core/runtime/session.h"

#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/runtime/device.h"
#include "core/runtime/explainer.h"
#include "core/runtime/inspector.h"
#include "core/runtime/open_pack.h"
#include "core/runtime/phrase_finding.h"
#include "core/runtime/prepared_question.h"
#include "core/runtime/presence.h"
#include "core/runtime/torch_device.h"

#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <tuple>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kBlindInMemory = 64;
constexpr std::int64_t kSequencesTogether = 32;
/// Of so few answers all are told without the picture: verdicts and choices.
constexpr std::size_t kFewAnswers = 32;

void requirePicture(const ImagePtr& image, const char* message)
{
    if (!image || image->empty())
        throw Error(ErrorCode::InvalidArgument, message);
}

/// All that an answer without the pictures depends on.
std::string blindKey(const PreparedQuestion& question)
{
    const InferenceRequest& request = *question.request;
    std::string key = std::string(nameOf(request.task)) + '\0' + request.text;
    for (const std::string& choice : request.choices)
        key += '\0' + choice;
    return key;
}

/// One question on its way through the engine.
struct Job {
    OpenPack* open = nullptr;
    bool isDone = false; ///< nothing is to be asked of a network
    PreparedQuestion question;
    TaskHead::Names names;
    InferenceResult result;

    TaskHead::Words words() const { return {*question.request, names}; }
    bool alone() const { return question.request->explanation.method != ExplanationMethod::None; }
};

} // namespace

struct Session::Impl {
    explicit Impl(const BackendOptions& options)
        : device(chooseDevice(options.device)), regions({.cacheFolder = options.cacheFolder,
                                                         .diskBytes = options.cacheBytes,
                                                         .memoryEntries = kPicturesInMemory,
                                                         .computedBy = computedBy(device)},
                                                        background),
          packBytes(options.packBytes)
    {
        choosePrecision(options.precision, device);
    }

    DeviceInfo device;
    BackgroundWork background; ///< what is kept is written after the reply
    RegionStore regions;
    std::uint64_t packBytes;
    std::list<OpenPack> packs; ///< the latest used first
    PackId latest = 0;         ///< the pack that was loaded last

    OpenPack& packOf(PackId id);
    void dropPacks();
    RegionStore::Entry regionsOf(OpenPack& open, RegionExtractor& extractor, const ImagePtr& image,
                                 const std::vector<Box>& boxes, const JobControl& control, Timing& timing);
    Job prepare(const InferenceRequest& request, const JobControl& control);
    bool findsWithoutHead(Job& job, const JobControl& control);
    VisualBertPreTrainedModel& networkOf(const Job& job) { return job.open->pack->network(job.question.request->task); }
    void answer(Job& job, const JobControl& control);
    void answerTogether(const std::vector<Job*>& jobs);
    void finish(Job& job, const VisualBertOutputs& outputs, const JobControl& control);
    void addBlind(Job& job);
    void explain(Job& job, const VisualBertOutputs& outputs, const JobControl& control);
};

Session::Session(const BackendOptions& options)
{
    m_impl = std::make_unique<Impl>(options);
}

Session::~Session() = default;

LoadPackResult Session::loadPack(const LoadPackRequest& request, const JobControl& control)
try {
    torch::NoGradGuard noGrad;
    DeviceInfo device = m_impl->device;
    if (!request.precision.empty())
        choosePrecision(request.precision, device);
    auto pack = std::make_unique<LoadedPack>(request.folder, torchDevice(device), torchType(device), control);
    const std::filesystem::path folder = request.folder.lexically_normal();
    std::erase_if(m_impl->packs, [&](const OpenPack& open) { // its files may have changed
        return open.device.precision == device.precision && open.pack->info().folder.lexically_normal() == folder;
    });
    m_impl->packs.push_front({++m_impl->latest, std::move(pack), device, {}, {}, {}});
    m_impl->dropPacks();
    return {m_impl->packs.front().pack->info(), device, m_impl->latest};
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

InferenceResult Session::run(const InferenceRequest& request, const JobControl& control)
try {
    torch::NoGradGuard noGrad;
    Job job = m_impl->prepare(request, control);
    if (!job.isDone)
        m_impl->answer(job, control);
    return std::move(job.result);
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

std::vector<InferenceResult> Session::runBatch(const std::vector<InferenceRequest>& questions,
                                               const JobControl& control)
try {
    torch::NoGradGuard noGrad;
    std::vector<Job> jobs;
    for (const InferenceRequest& question : questions) {
        control.throwIfStopped();
        control.report(forPeople("Preparing questions"), double(jobs.size()) / double(questions.size()));
        jobs.push_back(m_impl->prepare(question, control));
    }
    std::map<std::tuple<OpenPack*, Task, std::int64_t>, std::vector<Job*>> groups;
    for (Job& job : jobs) {
        if (job.isDone)
            continue;
        if (job.alone())
            m_impl->answer(job, control);
        else
            groups[{job.open, job.question.request->task, job.question.encoded.inputIds.size(0)}].push_back(&job);
    }
    for (const auto& [kind, group] : groups) {
        const auto together = std::size_t(std::max<std::int64_t>(1, kSequencesTogether / std::get<2>(kind)));
        for (std::size_t begin = 0; begin < group.size(); begin += together) {
            control.throwIfStopped();
            const auto end = group.begin() + std::ptrdiff_t(std::min(group.size(), begin + together));
            m_impl->answerTogether({group.begin() + std::ptrdiff_t(begin), end});
        }
    }
    std::vector<InferenceResult> results;
    for (Job& job : jobs)
        results.push_back(std::move(job.result));
    return results;
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

Inspection Session::inspect(const InspectRequest& request, const JobControl& control)
try {
    torch::NoGradGuard noGrad;
    if (request.question.regionsOnly)
        throw Error(ErrorCode::InvalidArgument, sentence("There is no answer to look into: ask a question."));
    Job job = m_impl->prepare(request.question, control);
    if (job.isDone)
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("There is no network to look into: this pack finds phrases by its detector's names."));
    const Stopwatch watch;
    Inspection inspection = inspectQuestion(job.question, m_impl->networkOf(job), job.words());
    InferenceResult& result = inspection.result;
    job.result.answers = std::move(result.answers);
    job.result.allAnswers = std::move(result.allAnswers);
    job.result.choices = std::move(result.choices);
    job.result.phrases = std::move(result.phrases);
    job.result.masks = std::move(result.masks);
    job.result.match = result.match;
    job.result.tokens = std::move(result.tokens);
    result = std::move(job.result);
    result.timing.inferMs = watch.milliseconds();
    return inspection;
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

OpenPack& Session::Impl::packOf(PackId id)
{
    if (latest == 0)
        throw Error(ErrorCode::InvalidArgument, sentence("No model pack is loaded."));
    const auto found = std::ranges::find(packs, id == 0 ? latest : id, &OpenPack::id);
    if (found == packs.end())
        throw Error(ErrorCode::InvalidArgument, sentence("This model pack is no longer loaded: load it again."));
    packs.splice(packs.begin(), packs, found);
    return packs.front();
}

void Session::Impl::dropPacks()
{
    std::uintmax_t bytes = 0;
    for (auto open = packs.begin(); open != packs.end();) {
        bytes += open->pack->bytes();
        open = bytes > packBytes && open != packs.begin() ? packs.erase(open) : std::next(open);
    }
}

RegionStore::Entry Session::Impl::regionsOf(OpenPack& open, RegionExtractor& extractor, const ImagePtr& image,
                                            const std::vector<Box>& boxes, const JobControl& control, Timing& timing)
{
    const Stopwatch watch;
    RegionStore::Found found = regions.look(open.keyOf(image, extractor, regions), *image, boxes, extractor, control);
    timing.regionsCached = timing.regionsCached && found.known;
    timing.extractMs += watch.milliseconds();
    return std::move(found.regions);
}

Job Session::Impl::prepare(const InferenceRequest& request, const JobControl& control)
{
    Job job;
    job.open = &packOf(request.pack);
    job.isDone = request.regionsOnly;
    requirePicture(request.image, "There is no picture to look at: open one first.");
    const bool two = taskInfo(request.task).pair && !(request.regionsOnly && !request.rightImage);
    if (two)
        requirePicture(request.rightImage, "There is no right picture to compare with: open two pictures.");
    InferenceResult& result = job.result;
    result.task = request.task;
    result.device = device.device;
    result.precision = job.open->device.precision;
    result.timing.regionsCached = true;
    PreparedQuestion& question = job.question;
    question.request = &request;
    RegionExtractor& extractor = job.open->pack->extractor(request.task);
    result.regionPrecision = job.open->pack->extractorInfo(request.task).precision;
    question.sides.push_back({regionsOf(*job.open, extractor, request.image, request.boxes, control, result.timing),
                              &request.hiddenRegions});
    result.regions = question.sides[0].found->regions;
    const auto strangenessOf = [&](const ImagePtr& image, bool found) {
        return job.open->strangenessOf(job.open->keyOf(image, extractor, regions), extractor,
                                       *question.sides.back().found, found);
    };
    result.strangeness.picture = strangenessOf(request.image, request.boxes.empty());
    if (two) {
        question.sides.push_back(
            {regionsOf(*job.open, extractor, request.rightImage, request.rightBoxes, control, result.timing),
             &request.hiddenRightRegions});
        result.rightRegions = question.sides[1].found->regions;
        result.strangeness.rightPicture = strangenessOf(request.rightImage, request.rightBoxes.empty());
    }
    if (request.regionsOnly || findsWithoutHead(job, control))
        return job;
    control.throwIfStopped();
    VisualBertPreTrainedModel& network = networkOf(job);
    const BertTokenizer& tokenizer = job.open->pack->tokenizer();
    question.head = &headOf(request.task);
    question.encoded = question.head->encode(request, tokenizer, job.open->pack->encodingRules(request.task));
    if (const TextStrangeness* known = job.open->pack->textStrangeness())
        result.strangeness.text = known->of(request.task, question.encoded);
    prepareInputs(question, network.inputType(), torchDevice(device));
    job.names = job.open->pack->answerNames(request.task);
    if (job.names->empty())
        job.names = std::make_shared<const std::vector<std::string>>(request.choices);
    std::string text = request.text;
    for (const std::string& choice : request.choices)
        text += " " + choice;
    result.unknownWords = tokenizer.unknownWords(text);
    return job;
}

/// Fills in the phrases of a request that is answered without the alignment head. @return whether it is one.
bool Session::Impl::findsWithoutHead(Job& job, const JobControl& control)
{
    const InferenceRequest& request = *job.question.request;
    if (request.task != Task::RegionToPhrase)
        return false;
    const PhraseSource source = phraseSourceFor(request, *job.open->pack);
    if (source == PhraseSource::Head)
        return false;
    const Stopwatch watch;
    if (source == PhraseSource::Names)
        findByNames(job.question, job.result);
    else
        findByHiding(job.question, *job.open->pack, torchDevice(device), control, job.result);
    job.result.phraseSource = source;
    job.result.timing.inferMs = watch.milliseconds();
    job.isDone = true;
    return true;
}

void Session::Impl::answer(Job& job, const JobControl& control)
{
    const Stopwatch watch;
    const ExplanationNeeds needs = methodInfo(job.question.request->explanation.method).needs;
    VisualBertInputs inputs = job.question.inputs;
    inputs.output_attentions = needs == ExplanationNeeds::Attention;
    finish(job, networkOf(job).forward(inputs), control);
    job.result.timing.inferMs = watch.milliseconds();
}

void Session::Impl::answerTogether(const std::vector<Job*>& jobs)
{
    const Stopwatch watch;
    std::vector<const PreparedQuestion*> questions;
    for (const Job* job : jobs)
        questions.push_back(&job->question);
    const VisualBertOutputs outputs = networkOf(*jobs.front()).forward(joinedInputs(questions));
    for (std::size_t i = 0; i < jobs.size(); ++i)
        finish(*jobs[i], outputsOf(outputs, std::int64_t(i), jobs[i]->question), {});
    for (Job* job : jobs)
        job->result.timing.inferMs = watch.milliseconds() / double(jobs.size());
}

void Session::Impl::finish(Job& job, const VisualBertOutputs& outputs, const JobControl& control)
{
    readResult(job.question, outputs, job.words(), job.result);
    if (job.question.request->blindToo && job.question.head->scores(outputs, job.question.encoded).defined())
        addBlind(job);
    if (job.question.request->presenceToo && job.question.sides.size() == 1)
        job.result.presences = presencesIn(job.question, *job.open->pack, torchDevice(device));
    if (job.alone())
        explain(job, outputs, control);
}

void Session::Impl::addBlind(Job& job)
{
    auto& known = job.open->blind;
    std::string key = blindKey(job.question);
    auto found = std::ranges::find(known, key, &std::pair<std::string, DistributionPtr>::first);
    if (found == known.end()) {
        VisualBertInputs blind = job.question.inputs;
        hidePictures(blind);
        const at::Tensor scores = job.question.head->scores(networkOf(job).forward(blind), job.question.encoded);
        if (known.size() >= kBlindInMemory)
            known.pop_back();
        known.emplace_front(std::move(key), rankAnswers(scores[0], job.words()).all);
        found = known.begin();
    }
    InferenceResult& result = job.result;
    result.allBlind = found->second;
    std::vector<std::string> named = job.question.request->named;
    const std::vector<Answer>& listed = result.masks.empty() ? result.answers : result.masks.front().words;
    for (const Answer& answer : listed)
        named.push_back(answer.text);
    const bool few = job.names->size() <= kFewAnswers;
    result.blindAnswers = firstAnswers(
        *result.allBlind, few ? job.names->size() : std::size_t(std::max(1, job.question.request->topK)), named);
}

void Session::Impl::explain(Job& job, const VisualBertOutputs& outputs, const JobControl& control)
{
    const ExplanationRequest& request = job.question.request->explanation;
    std::optional<std::size_t> chosen;
    if (const auto named = std::ranges::find(*job.names, request.of); !request.of.empty() && named != job.names->end())
        chosen = std::size_t(named - job.names->begin());
    ExplainedAnswer explained = explainAnswer(
        request, {job.question, networkOf(job), outputs, job.open->pack->tokenizer().maskId(), chosen}, control);
    Explanation& explanation = job.result.explanation;
    explanation.request = request;
    explanation.layers = explained.layers;
    explanation.heads = explained.heads;
    explanation.of = job.names->at(explained.answer);
    explanation.readFrom = explained.readFrom;
    if (job.question.encoded.tokens.size() > 1) // a choice's own text
        job.result.tokens = job.question.encoded.tokens[explained.answer];
    explanation.tokens = std::move(explained.tokens);
    const auto left = explained.regions.begin() + job.question.sides.front().count();
    explanation.regions.assign(explained.regions.begin(), left);
    explanation.rightRegions.assign(left, explained.regions.end());
}

} // namespace vbs
