#pragma once

#include "core/base/json.h"
#include "core/base/sentence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Where the answer of a text is read.
enum class FormReadAt {
    Class,     ///< where the model's class reads on its own
    Mask,      ///< at a [MASK]
    LastToken, ///< at the last word piece before the final [SEP]
    Pooler     ///< from the pooled state of [CLS]
};

/// The sentence that stands before the user's where the form has two and names none: it says nothing of a picture.
inline constexpr std::string_view kNeutralSentence = "This is a picture.";

/// How the model of a pack's task was taught to be asked. pack.json has it as tasks.KEY.form; what is absent there is
/// the default here, the convention of the shipped pack.
struct TaskForm {
    /// Stands behind the user's text; where it begins with a mark, the text loses its own closing one. Empty: the text
    /// stays as it was typed. nullopt: a question gets a question mark, a sentence a full stop.
    std::optional<std::string> textSuffix;
    FormReadAt readAt = FormReadAt::Class;
    int visualType = 1;              ///< visual token type of the regions of a single picture
    int leftType = 0, rightType = 1; ///< of two pictures
    int fitsClass = 0;               ///< class of the sentence-image head that says that text and picture fit
    int sentences = 1;               ///< 2: firstSentence, then the user's text
    std::string firstSentence{kNeutralSentence};
    int maxLength = 0;         ///< word pieces with [CLS] and [SEP]; 0: as many as the network reads
    bool padded = false;       ///< filled up to maxLength with [PAD]
    bool neutralNames = false; ///< people had names that fit everybody ("Casey") in what was taught
    bool tellsBoxes = false;   ///< the places of words that name a box were told with it (image_text_alignment)
    std::vector<std::string> hiddenAnswers; ///< never listed: outputs that no teaching ever meant

    /// Whether the text is followed by a [MASK].
    bool endsWithMask() const;

    friend bool operator==(const TaskForm&, const TaskForm&) = default;
};

/// @param packKey whose form it is: "vqa". @param path of the object, for messages: "tasks.vqa.form".
/// @throws Error (CorruptData) in one sentence that names the key, for an unknown key or value and for one that the
/// task's class cannot be asked in.
TaskForm formFromJson(const Json& json, const std::string& packKey, const std::string& path);

/// Only what is not the default: an empty object for the shipped pack's convention.
OrderedJson toJson(const TaskForm& form);

/// Changes one key. @param assignment "visual_type=0"; lists and numbers as in JSON, texts as they are.
/// @throws Error (InvalidArgument) as formFromJson.
void setFormValue(TaskForm& form, const std::string& packKey, const std::string& assignment);

/// The keys that a form may have, for help texts.
std::vector<std::string> formKeys();

/// The form in plain whole sentences.
Sentence describeForm(const TaskForm& form, const std::string& packKey);

} // namespace vbs
