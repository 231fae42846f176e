#include "core/tuning/run_identity.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/regions/tensor_checksum.h"

namespace vbs {

namespace {

std::string hashOf(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += std::to_string(line.size()) + " " + line + "\n";
    return sha256(text);
}

/// Of a file; of a folder or nothing: empty, since its files are named by the others.
std::string hashOfFile(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::is_regular_file(path, code) ? sha256OfFile(path) : "";
}

} // namespace

OrderedJson RunIdentity::toJson() const
{
    OrderedJson json;
    for (const Part& part : parts)
        json[part.key] = part.value;
    return json;
}

void RunIdentity::requireSame(const Json& then, const std::string& folder) const
{
    for (const Part& part : parts) {
        const Json was = then.is_object() ? then.value(part.key, Json()) : Json();
        if (was.dump() == part.value.dump())
            continue;
        const std::string difference = part.hashed || was.is_null()
                                           ? "was started with another " + part.words
                                           : "has the " + part.words + " " + was.dump() + ", not " + part.value.dump();
        throw Error(ErrorCode::Mismatch, "The run in " + folder + " " + difference +
                                             ": continue with the same options, or start over without --resume.");
    }
}

void RunIdentity::requireSameAsFirst(const Json& first) const
{
    for (const Part& part : parts) {
        if (first.value(part.key, Json()).dump() != part.value.dump()) {
            throw Error(ErrorCode::Mismatch, sentence("This process was started with another %1 than the first one: "
                                                      "start all processes with the same command.",
                                                      part.words));
        }
    }
}

RunIdentity identityOf(const FineTuningOptions& o, const TuningStart& start, const std::vector<std::string>& labels,
                       const std::string& fingerprint, std::size_t trainingExamples, std::size_t heldOutExamples,
                       int steps)
{
    return {{{"task", "task", o.task},
             {"format", "format", o.format},
             {"dataset", "data set", o.training.dataset.string()},
             {"dataset_sha256", "content of its data set", hashOfFile(o.training.dataset), true},
             {"annotations", "annotations", o.training.annotations.string()},
             {"annotations_sha256", "content of its annotations", hashOfFile(o.training.annotations), true},
             {"images", "folder of pictures", o.training.images.string()},
             {"held_out_dataset", "held-out data set", o.heldOut.dataset.string()},
             {"held_out_dataset_sha256", "content of its held-out data set", hashOfFile(o.heldOut.dataset), true},
             {"held_out_annotations", "held-out annotations", o.heldOut.annotations.string()},
             {"held_out_annotations_sha256", "content of its held-out annotations", hashOfFile(o.heldOut.annotations),
              true},
             {"held_out_images", "folder of held-out pictures", o.heldOut.images.string()},
             {"held_out_share", "held-out share", o.heldOutShare},
             {"start", "start", start.name},
             {"start_sha256", "start: its weights differ", checksumOf(start.tensors), true},
             {"vocabulary_sha256", "vocabulary", hashOfFile(start.vocabulary), true},
             {"lower_case", "lower-casing", start.lowerCase},
             {"form", "form of its texts", start.form == TaskForm() ? Json() : Json(toJson(start.form))},
             {"fresh_head", "fresh head", o.freshHead},
             {"extractor_fingerprint", "region extractor", fingerprint, true},
             {"labels", "number of labels", labels.size()},
             {"labels_sha256", "list of answers", hashOf(labels), true},
             {"vcr_mode", "choice of answers or reasons", o.vcrMode == VcrMode::Answer ? "answer" : "rationale"},
             {"annotated_regions", "use of the data set's own boxes", o.annotatedRegions},
             {"max_tokens", "limit of word pieces", o.maxTokens},
             {"examples", "number of examples", trainingExamples},
             {"held_out", "number of held-out examples", heldOutExamples},
             {"batch", "batch", o.batch},
             {"steps", "number of steps", steps},
             {"learning_rate", "learning rate", o.learningRate},
             {"fresh_rate", "learning rate of a new head", o.freshRateFactor},
             {"warmup", "share of warm-up", o.warmupShare},
             {"seed", "seed", o.seed}}};
}

} // namespace vbs
