#pragma once

#include "app/commands/command.h"

#include <memory>

namespace vbs {

std::unique_ptr<Command> makeLessonShowCommand();
std::unique_ptr<Command> makeLessonRecordCommand();
std::unique_ptr<Command> makeLessonCheckCommand();
std::unique_ptr<Command> makeLessonHtmlCommand();
std::unique_ptr<Command> makeLessonPackCommand();

} // namespace vbs
