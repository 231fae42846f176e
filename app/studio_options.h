#pragma once

#include "app/manual/program_doc.h"
#include "core/runtime/backend_factory.h"
#include "ui/services/wish.h"
#include "ui/workbench/workbench.h"

namespace vbs {

/// What the window's program was called with.
struct StudioOptions {
    BackendOptions backend;
    QString pack; ///< named on the command line; empty: the one chosen last
    QString settings;
    KeptFolders folders;
    Wish wish;
    bool ownWindow = false; ///< though another one is open
    int threads = 0;
    QString language; ///< of this run's first window; empty: the one that was chosen
};

/// Reads the arguments of the QCoreApplication that must be there. Needs no display: help and wrong options are told
/// first, and end the program.
StudioOptions studioOptions();

/// The same options, for the manual.
ProgramDoc studioDoc();

} // namespace vbs
