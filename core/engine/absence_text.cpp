#include "core/engine/absence_text.h"

namespace vbs {

const char* absenceText(const InferenceResult& result)
{
    switch (result.phraseSource) {
    case PhraseSource::Names:
        return "no region is named so";
    case PhraseSource::Hiding:
        return "hiding no region matters to it";
    case PhraseSource::Best:
    case PhraseSource::Head:
        break;
    }
    return "not in this picture";
}

} // namespace vbs
