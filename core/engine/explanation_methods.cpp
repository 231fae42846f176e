#include "core/engine/explanation_methods.h"

namespace vbs {

std::optional<ExplanationMethod> explanationMethodNamed(std::string_view name)
{
    for (const MethodInfo& info : kMethodTable)
        if (info.name == name)
            return info.method;
    return std::nullopt;
}

std::vector<std::string_view> explanationMethodNames()
{
    std::vector<std::string_view> names;
    for (const MethodInfo& info : kMethodTable)
        if (info.method != ExplanationMethod::None)
            names.push_back(info.name);
    return names;
}

} // namespace vbs
