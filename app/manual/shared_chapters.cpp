#include "app/manual/program_doc.h"

namespace vbs {

std::vector<ManualChapter> sharedChapters(const std::string& seeAlso)
{
    return {{"ENVIRONMENT",
             {{"VBS_PACKS", "Folders that are searched for model packs first, separated by colons."},
              {"VBS_LESSONS", "The same for lessons, which lie in a folder for each language (en, de)."},
              {"VBS_CATALOG", "The list of published models that is used instead of the shipped one."},
              {"VBS_KEEP_ENVIRONMENT",
               "Set to 1 it keeps the program from tuning the settings of OpenMP and OpenBLAS for this machine."}}},
            {"FILES",
             {{"~/.local/share/visualbert-studio/", "Packs, lessons, reviews and the history."},
              {"~/.config/visualbert-studio/window.ini", "The window's settings."},
              {"~/.cache/visualbert-studio/", "Regions that were found, to be used again."},
              {"/usr/share/visualbert-studio/", "The shipped model pack and lessons."},
              {"/usr/share/doc/visualbert-studio/help/", "Pages on everything that the programs do."}}},
            {"EXIT STATUS",
             {{"0", "It is done."},
              {"1", "It failed; a line on standard error says why."},
              {"2", "The program was called wrongly."}}},
            {"SEE ALSO", {{seeAlso + "(1)", "The other program of VisualBERT Studio."}}}};
}

} // namespace vbs
