#pragma once

#include "core/base/geometry.h"
#include "core/base/sentence.h"
#include "core/datasets/labelled_box.h"
#include "core/datasets/vcr.h"
#include "core/engine/inference_types.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// What people say is right about an example. Only the fields of its task are filled; all empty: nothing is known.
struct ExampleTruth {
    std::vector<std::string> answers;     ///< a question's, one a person; or the words that a [MASK] hides
    std::map<std::string, double> scores; ///< a question's answers with their scores, 0..1, instead of people
    std::string answerType;               ///< "yes/no", "number", "other"; may be empty
    bool fewPeople = false; ///< the data set has fewer than four people a question: accuracy is the share that agrees
    std::optional<std::size_t> label;          ///< 0 false, 1 true; or the right choice
    std::vector<std::size_t> votes;            ///< the labels that people gave who checked it
    std::vector<std::vector<Box>> phraseBoxes; ///< one list a phrase; empty: nothing to be seen
    std::vector<std::string> phraseTypes;      ///< one a phrase; may be empty
    int width = 0, height = 0;                 ///< of the picture that phraseBoxes were drawn on; 0: as the picture
    std::vector<LabelledBox> boxes;            ///< a box data set's, in pixels of the picture
    std::string together; ///< examples that count once, when all of them are right, share this; may be empty

    bool empty() const { return answers.empty() && scores.empty() && !label && phraseBoxes.empty() && boxes.empty(); }
    friend bool operator==(const ExampleTruth&, const ExampleTruth&) = default;
};

/// One thing to ask or to learn, or (without a task) one picture with boxes.
struct Example {
    std::string id;                              ///< in its data set
    std::string group;                           ///< examples about the same pictures: held out together or not at all
    std::vector<std::filesystem::path> pictures; ///< two for Compare; may be missing on the disk
    std::vector<Box> boxes;                      ///< regions of the picture to look at; empty: what the extractor finds
    std::optional<Task> task;
    std::string text;
    std::vector<std::string> choices;
    std::vector<TextSpan> phrases;    ///< bytes of text
    std::vector<BoxMention> mentions; ///< of boxes
    std::string type;                 ///< of question, statement …: what reports group by; may be empty
    ExampleTruth truth;
    std::string fault; ///< why it cannot be used, a sentence that names the file concerned; empty when it can

    friend bool operator==(const Example&, const Example&) = default;
};

/// The question that an example asks, without pictures and without explanation; everything else as Session wants it.
/// @throws Error (InvalidArgument) for an example without a task.
InferenceRequest requestOf(const Example& example);

/// Where a data set lies; what each path is depends on its format, see DatasetFormat::files.
struct DatasetFiles {
    std::filesystem::path dataset, annotations, images;

    friend bool operator==(const DatasetFiles&, const DatasetFiles&) = default;
};

/// Choices that only some formats know.
struct DatasetOptions {
    std::optional<VcrMode> vcrMode; ///< VCR: answers or reasons only; without: both, where the data set has both
    bool annotatedRegions = true;   ///< VCR: look at the data set's own boxes where it has some
};

/// Examples of one kind in the order of their files. Opening throws for files that are damaged as a whole; what
/// concerns one record (a picture or another file of its own that is missing or damaged, a key that is wrong) is that
/// example's fault. Any number of threads may read.
class Dataset {
public:
    virtual ~Dataset() = default;

    virtual std::size_t count() const = 0;
    virtual Example at(std::size_t example) const = 0;

    /// Sentences on what was left out of examples that can be used.
    virtual std::vector<Sentence> remarks() const { return {}; }

    /// Writes the data set with some examples changed, in its own format. Everything else, keys that this program
    /// does not know and the order of everything included, stays as it is in the source, byte for byte in JSON files.
    /// @param to where: the same roles as the files that it was opened from, images apart.
    /// @param changed by number; only what the format can say of an example may differ.
    /// @param left examples that are left out, by number; a record that holds other examples, too, stays.
    /// @throws Error (UnsupportedFormat) naming what it cannot say; (FileUnwritable); (CorruptData) when the source has
    /// changed meanwhile.
    virtual void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
                       const std::set<std::size_t>& left = {}) const;
};

/// A form in which data sets are published. datasetFormats() is the one table of them.
struct DatasetFormat {
    std::string_view name;                         ///< of --format: "vqa-v2"
    std::string_view title;                        ///< for people: "VQA v2"
    std::optional<Task> task;                      ///< what its examples ask; none: boxes
    std::string_view files;                        ///< what the files are, for the help: "--dataset …"
    bool (*recognises)(const DatasetFiles& files); ///< by a look at the beginning; throws nothing
    std::unique_ptr<Dataset> (*open)(const DatasetFiles& files, const DatasetOptions& options);
};

} // namespace vbs
